"""The side of sources without a name: that of the medium which vouches for them, or of the passage they stand in.

"A source told TASS", "the agency reported, citing sources": nothing is known of such a source but which medium
relies on it, so the row takes the medium's side, where the conflict pack gives it one. And "The ministry announced ….
The western group reportedly took …. The southern group claimed …": nobody is named for the report in the middle, yet
the passage is one side's account. It is taken for that side only where the nearest speakers before and behind it, a
few sentences away at most, are of that side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing.extract.attribution.record import AttributionMention
from framing.extract.rules import with_entry
from framing.people.sides import UNKNOWN, Sides

_BEHIND = 40
NEAR = 2
"""Sentences between a report without a speaker and the speakers on both sides of it, at most."""


def side_of_citing_medium(
    rows: Sequence[AttributionMention], text: str, sides: Sides | None
) -> list[AttributionMention]:
    """Rows with the side of the medium that an unnamed source spoke to, or that cites it."""
    if sides is None:
        return list(rows)
    by_id = {row.mention_id: row for row in rows}
    return [_with_side_of_medium(row, by_id, text, sides) for row in rows]


def _with_side_of_medium(
    row: AttributionMention, by_id: Mapping[str, AttributionMention], text: str, sides: Sides
) -> AttributionMention:
    if row.speaker_side != UNKNOWN or row.speaker_type != "anonymous_official" or not row.cue_spans:
        return row
    told = _told_medium(row, text, sides)
    if told is not None:
        return replace(row, speaker_side=told, rule=with_entry(row.rule, "side:medium-told"))
    outer = by_id.get(row.nested_in)
    if outer is None or outer.speaker_type != "media":
        return row
    return replace(row, speaker_side=outer.speaker_side, rule=with_entry(row.rule, "side:medium-cites"))


def _told_medium(row: AttributionMention, text: str, sides: Sides) -> str | None:
    """The side of a medium that stands right behind the cue ("told TASS")."""
    end = row.cue_spans[-1].end
    content = min((span.start for span in row.content_spans if span.start >= end), default=len(text))
    behind = text[end : min(end + _BEHIND, content)]
    medium = next((m for m in sides.find(behind) if m.kind == "actor" and m.type == "media"), None)
    if medium is None or behind[: medium.start].replace("the", "").strip():
        return None
    return medium.side


def side_of_passage(rows: Sequence[AttributionMention], sides: Sequence[str]) -> list[AttributionMention]:
    """The rows, with the side of the passage for those without a speaker that one side's speakers enclose."""
    result = list(rows)
    for number, row in enumerate(rows):
        if not row.speaker_missing or row.speaker_side in sides or row.region == "title":
            continue
        before = _nearest(row, reversed(rows[:number]))
        behind = _nearest(row, iter(rows[number + 1 :]))
        if before and behind and before.speaker_side == behind.speaker_side in sides:
            same = before.speaker_resolved == behind.speaker_resolved
            result[number] = replace(
                row,
                speaker_side=before.speaker_side,
                speaker_resolved=before.speaker_resolved if same else row.speaker_resolved,
                rule=with_entry(row.rule, "side:passage"),
            )
    return result


def _nearest(row: AttributionMention, others: Iterator[AttributionMention]) -> AttributionMention | None:
    """The first of some rows that has a speaker of its own, where it is near enough."""
    for other in others:
        if other.speaker_missing or other.nested_in or other.region == "title":
            continue
        return other if abs(other.sentence - row.sentence) <= NEAR else None
    return None
