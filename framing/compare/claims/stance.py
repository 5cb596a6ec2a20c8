"""Stance: how an article vouches for a passage, read from the attribution that the passage stands in."""

from __future__ import annotations

from collections.abc import Iterable

from framing.compare.claims.record import Stance
from framing.extract.attribution.record import AttributionMention
from framing.records.article import Span

COVERED = 0.5
"""Part of a statement that an attribution's content must cover for the statement to be attributed by it."""
DOUBTING = frozenset({"doubt", "hedge_adverb"})
VOUCHING = frozenset({"certainty_factive"})


def attribution_of(
    spans: Iterable[Span], attributions: Iterable[AttributionMention]
) -> AttributionMention | None:
    """The attribution whose content covers most of some spans; of several that cover all, the innermost."""
    wanted = list(spans)
    length = sum(span.end - span.start for span in wanted)
    best: tuple[float, int] = (COVERED, 0)
    found = None
    for row in attributions:
        covered = sum(
            max(0, min(span.end, content.end) - max(span.start, content.start))
            for span in wanted
            for content in row.content_spans
        )
        size = sum(content.end - content.start for content in row.content_spans)
        rank = (round(covered / length, 2) if length else 0.0, -size)
        if rank[0] >= COVERED and (found is None or rank > best):
            best, found = rank, row
    return found


def stance_of(
    row: AttributionMention | None, attributions: Iterable[AttributionMention] = (), *, quoted: bool = False
) -> Stance:
    """The stance that an attribution gives its content, among those of its article.

    Without one the article speaks in its own voice, unless what it states is `quoted`: words in quotation marks are
    somebody's, though nobody is named. Who tells that somebody confirmed a thing does not vouch for it himself, so
    what an attribution is nested in decides before it.
    """
    if row is None:
        return "attributed" if quoted else "own_voice"
    own = _stance_by(row)
    if own == "endorsed" and row.nested_in:
        outer = next((other for other in attributions if other.mention_id == row.nested_in), None)
        return _stance_by(outer) if outer is not None else own
    return own


def _stance_by(row: AttributionMention) -> Stance:
    """The stance of one attribution by itself."""
    if row.verification == "unverified":
        return "unverified"
    classes = {row.cue_class, row.secondary_cue_class}
    if classes & DOUBTING or row.negated or row.verification == "disputed":
        return "distanced"
    if classes & VOUCHING or row.verification == "verified":
        return "endorsed"
    return "attributed"
