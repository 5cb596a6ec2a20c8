"""How often: a share that is far from another source's, with one case from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from framing.compare.lesson.articles import LessonArticles, reporting
from framing.compare.lesson.pair import PassagePair
from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.rows_behind import rows_behind
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.measure.features import counted_rows
from framing.records.article import Span
from framing.records.mention import Mention

FEWEST = 5
"""Cases that both sources need for their counts to be set side by side."""
APART = 0.3
"""Least difference of two shares that is asked about."""
MIDDLE = 140
"""Characters of a passage that is good to show."""
MEASURES = (
    "attributed_number_share",
    "named_actor_share",
    "attributions_doubt_share",
    "attributions_quoted_share",
    "attributions_anonymous_share",
    "victims_identified_share",
)
"""The measures that can be asked about in class, by their name in `contrasts.csv`."""

ContrastSide = Literal["a", "b"]


@dataclass(frozen=True, kw_only=True)
class SharePair(PassagePair):
    """A contrast, with a case of the group that has `more` and one of the other group that is none."""

    contrast: Contrast
    more: ContrastSide


def pairs(articles: LessonArticles) -> Iterator[SharePair]:
    """One pair for each measure: the two sources that lie furthest apart."""
    best: dict[str, Contrast] = {}
    for contrast in articles.results.contrasts:
        if _is_usable(articles, contrast) and abs(_apart(contrast)) >= APART:
            held = best.get(contrast.measure)
            if held is None or _size(contrast) > _size(held):
                best[contrast.measure] = contrast
    for contrast in best.values():
        yield from _pair(articles, contrast)


def _is_usable(articles: LessonArticles, contrast: Contrast) -> bool:
    return (
        contrast.measure in MEASURES
        and contrast.kind == "sources"
        and contrast.basis == "all_text"
        and contrast.source_a in articles.sources
        and contrast.source_b in articles.sources
        and min(contrast.of_a, contrast.of_b) >= FEWEST
    )


def _apart(contrast: Contrast) -> float:
    return (contrast.rate_a or 0.0) - (contrast.rate_b or 0.0)


def _size(contrast: Contrast) -> tuple[bool, float, int]:
    return contrast.enough, abs(_apart(contrast)), min(contrast.of_a, contrast.of_b)


def _pair(articles: LessonArticles, contrast: Contrast) -> Iterator[SharePair]:
    """One case of the source with the greater share, and one of the other source that is none, if both are clear."""
    behind = rows_behind(articles.results, contrast)
    if behind is None:
        return
    more: ContrastSide = "a" if _apart(contrast) > 0 else "b"
    less: ContrastSide = "b" if more == "a" else "a"
    having = _best(articles, behind[0] if more == "a" else behind[1])
    without = _best(articles, _without(articles, contrast, less))
    if having is None or without is None:
        return
    yield SharePair(
        kind="share",
        passages=(
            articles.cite(having, _focus(articles, having)),
            articles.cite(without, _focus(articles, without)),
        ),
        topic=f"share:{contrast.measure}",
        asks=("share", contrast.measure, contrast.group_a, contrast.group_b),
        weight=min(1.0, 0.25 + 0.6 * abs(_apart(contrast)) - (0.0 if contrast.enough else 0.1)),
        contrast=contrast,
        more=more,
    )


def _focus(articles: LessonArticles, row: Mention) -> tuple[Span, ...]:
    """What shows the case: the reporting words of a statement, a figure with whom it is given to, else the row."""
    if isinstance(row, AttributionMention):
        return reporting(row) or (row.span,)
    said = articles.by_id.get(row.attribution_id) if isinstance(row, NumberMention) else None
    if isinstance(said, AttributionMention):
        return (row.span, *(reporting(said) or (said.span,)))
    return (row.span,)


def _without(articles: LessonArticles, contrast: Contrast, side: ContrastSide) -> list[Mention]:
    """The cases of a group that do not have the property."""
    columns = {column.name: column for column in articles.results.feature_columns}
    share = columns[getattr(contrast, f"feature_{side}")]
    cases, having = columns[share.denominator], columns[share.numerator]
    source = getattr(contrast, f"source_{side}")
    rows = [
        row
        for row in articles.results.mentions.get(cases.family, ())
        if row.article_id in articles.articles and articles.source(row) == source
    ]
    held = {row.mention_id for row in counted_rows(having, {having.family: rows})}
    return [row for row in counted_rows(cases, {cases.family: rows}) if row.mention_id not in held]


def _best(articles: LessonArticles, rows: Iterable[Mention]) -> Mention | None:
    """The clear row to be shown: in the body, neither short nor long; None where none is clear."""
    clear = (row for row in rows if row.region != "title" and _is_clear(articles, row))
    return min(
        clear, key=lambda row: (abs(len(articles.cite(row).text) - MIDDLE) // 80, row.start), default=None
    )


def _is_clear(articles: LessonArticles, row: Mention) -> bool:
    """Whether a case shows at a glance: a figure in digits, given with a word of saying if to somebody; a doer that
    is people, or none; a speaker with such a word."""
    if isinstance(row, CasualtyMention):
        return not row.agent_text or row.agent_type == "actor"
    if isinstance(row, AttributionMention):
        return _is_named_plainly(row)
    if not isinstance(row, NumberMention):
        return True
    if row.kind not in ("people", "thing", "other", "money") or not any(map(str.isdecimal, row.quantity)):
        return False
    said = articles.by_id.get(row.attribution_id)
    return not row.attribution_id or (isinstance(said, AttributionMention) and _is_named_plainly(said))


def _is_named_plainly(row: AttributionMention) -> bool:
    return bool(row.speaker_text) and row.cue_class in CUE_GROUPS
