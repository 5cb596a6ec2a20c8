"""Sources without a name belong to the side of the medium that vouches for them.

"A source told TASS", "the agency reported, citing sources": nothing is known of such a source but which medium
relies on it, so the row takes the medium's side, where the conflict pack gives it one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.extract.attribution.record import AttributionMention
from framing.people.sides import UNKNOWN, Sides

_BEHIND = 40


def vouched(rows: Sequence[AttributionMention], text: str, sides: Sides | None) -> list[AttributionMention]:
    """Rows with the side of the medium that an unnamed source spoke to, or that cites it."""
    if sides is None:
        return list(rows)
    by_id = {row.mention_id: row for row in rows}
    result = []
    for row in rows:
        side = row.speaker_side
        if side == UNKNOWN and row.speaker_type == "anonymous_official" and row.cue_spans:
            outer = by_id.get(row.nested_in)
            end = row.cue_spans[-1].end
            content = min((span.start for span in row.content_spans if span.start >= end), default=len(text))
            behind = text[end : min(end + _BEHIND, content)]
            medium = next((m for m in sides.find(behind) if m.kind == "actor" and m.type == "media"), None)
            if medium is not None and not behind[: medium.start].replace("the", "").strip():
                side = medium.side
            elif outer is not None and outer.speaker_type == "media":
                side = outer.speaker_side
        result.append(replace(row, speaker_side=side))
    return result
