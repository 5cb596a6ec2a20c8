"""Which attributions a verification statement covers.

A statement in the sentence of a claim ("claimed, without providing evidence, that …") covers that
claim. One that names sides covers what these sides are said to claim before it: where it speaks of
"claims", the contents of cues of doubt, else the side's last contents. One on "neither" or "both" covers
the last contents of the two speakers before it. Otherwise it covers the content right before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.attribution.record import AttributionMention
from framing.extract.verification import VerificationMention

_NEAR_PARAGRAPHS = 2


def covered(statement: VerificationMention, rows: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions, in text order, that a verification statement is about."""
    if statement.covers == "nothing":
        return []
    same = [r for r in rows if _same_sentence(r, statement)]
    if same:
        own = [r for r in same if any(statement.span.overlaps(cue) for cue in r.cue_spans)]
        return (own or same)[-1:]
    before = [r for r in rows if r.end <= statement.start and r.region != "title"]
    sides = [s for s in statement.about_side.split(";") if s not in ("", "unknown")]
    if sides:
        doubted = [r for r in before if r.speaker_side in sides and r.cue_class == "doubt"]
        if doubted:
            return doubted
        return [found[-1] for side in sides if (found := [r for r in before if r.speaker_side == side])]
    near = [r for r in before if statement.paragraph - r.paragraph <= _NEAR_PARAGRAPHS and not r.nested_in]
    if statement.covers == "both":
        last = {r.speaker_resolved or r.speaker_text: r for r in near}
        return sorted(last.values(), key=lambda r: r.start)[-2:]
    return near[-1:]


def _same_sentence(row: AttributionMention, statement: VerificationMention) -> bool:
    return (row.region, row.sentence) == (statement.region, statement.sentence) or (
        row.start <= statement.start and statement.end <= row.end
    )
