"""Which rows of an article speak of the same people, and what one row may learn from another.

A number of the same kind says so: after "12 soldiers were killed" the "12" of a later sentence are the
soldiers. Only a bare number is read so; who is called people again, is called people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from framing.extract.casualty.record import CasualtyMention

LEAST = 2
"""A single victim is too often somebody else."""
_BARE = re.compile(
    r"(?:the|all|those)?\s*(?:others?|more|dead|wounded|injured|victims|killed)?", re.IGNORECASE
)


def same_toll(kind: str, low: int | None, high: int | None, earlier: Sequence[CasualtyMention]) -> list[int]:
    """Places of the earlier rows of the same kind with the same number, nearest last."""
    bound = low if low is not None else high
    if bound is None or bound < LEAST:
        return []
    return [
        i for i, row in enumerate(earlier) if row.kind == kind and bound in (row.count_low, row.count_high)
    ]


def with_known_status(rows: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """Bare numbers take the status of earlier rows about the same people, where those agree."""
    settled: list[CasualtyMention] = []
    for row in rows:
        if row.victim_status == "unknown" and _is_bare(row):
            places = same_toll(row.kind, row.count_low, row.count_high, settled)
            known = {settled[i].victim_status for i in places} - {"unknown"}
            if len(known) == 1:
                row = replace(row, victim_status=known.pop())
        settled.append(row)
    return settled


def _is_bare(row: CasualtyMention) -> bool:
    rest = row.victim_text.replace(row.count_text, "", 1).strip() if row.count_text else row.victim_text
    return bool(row.count_text) and _BARE.fullmatch(rest) is not None
