"""Reports without a speaker that stand inside a passage given to one side.

"The ministry announced …. The western group reportedly took …. The southern group claimed …": nobody is
named for the report in the middle, yet the passage is one side's account. It is taken for that side only
where the nearest speakers before and behind it, a few sentences away at most, are of that side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.extract.attribution.record import AttributionMention

NEAR = 2
"""Sentences between a report without a speaker and the speakers on both sides of it, at most."""


def enclosed(rows: Sequence[AttributionMention], sides: Sequence[str]) -> list[AttributionMention]:
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
            )
    return result


def _nearest(row: AttributionMention, others: Iterator[AttributionMention]) -> AttributionMention | None:
    """The first of some rows that has a speaker of its own, where it is near enough."""
    for other in others:
        if other.speaker_missing or other.nested_in or other.region == "title":
            continue
        return other if abs(other.sentence - row.sentence) <= NEAR else None
    return None
