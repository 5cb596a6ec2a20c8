"""The number columns of an article: how many of each kind, how many hedged, how many with somebody cited.

A quantity given again in another unit ("7,000 km (4,300 miles)") is counted once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from framing.extract.base import Scope
from framing.extract.numbers.record import KINDS, WAR_VICTIMS, NumberMention
from framing.records.columns import Column, count, share

APPROXIMATE = ("about", "dozens", "vague")
BOUNDED = ("at_least", "more_than", "up_to")

Test = Callable[[NumberMention], bool]


def is_counted(row: NumberMention) -> bool:
    """Whether the row is a quantity of its own, not one given again in another unit."""
    return not row.restates


def is_attributed(row: NumberMention) -> bool:
    """Whether somebody is cited for the quantity."""
    return is_counted(row) and bool(row.attribution_id)


def is_own_voice(row: NumberMention) -> bool:
    """Whether the source states the quantity itself."""
    return is_counted(row) and not row.attribution_id


def is_approximate(row: NumberMention) -> bool:
    """Whether the quantity is rounded or vague."""
    return is_counted(row) and row.qualifier in APPROXIMATE


def is_bounded(row: NumberMention) -> bool:
    """Whether only one end of the quantity is given."""
    return is_counted(row) and row.qualifier in BOUNDED


_SHARES: tuple[tuple[str, str, Test], ...] = (
    ("attributed", "for which somebody is cited", is_attributed),
    ("own_voice", "that the source states in its own voice", is_own_voice),
    ("approximate", "that are rounded or vague: about, dozens, several", is_approximate),
    ("bounded", "of which one end is open: at least, more than, up to", is_bounded),
)


def columns(scope: Scope) -> tuple[Column, ...]:
    """Counts of every kind, the shares of attributed and hedged quantities, and whose figures are carried."""
    declared = [count("numbers", "Quantities stated in title and body.", "mentions", rows=is_counted)]
    declared += [
        replace(
            count(
                f"numbers_of_{kind}", f"Quantities of kind {kind}.", "mentions", rows=partial(_is_of, kind)
            ),
            feature="numbers_of_kind",
            group=kind,
        )
        for kind in KINDS
    ]
    for name, says, test in _SHARES:
        declared.append(count(f"numbers_{name}", f"Quantities {says}.", "mentions", rows=test))
        declared.append(
            share(
                f"{name}_number_share",
                f"Share of quantities {says}.",
                f"numbers_{name}",
                "numbers",
                source=WAR_VICTIMS,
            )
        )
    for side in scope.sides:
        declared.append(
            count(
                f"numbers_from_{side}",
                f"Quantities for which a speaker of {side} is cited.",
                "mentions",
                measure="numbers_from",
                side=side,
                rows=partial(_is_from, side),
            )
        )
    return tuple(declared)


def _is_of(kind: str, row: NumberMention) -> bool:
    return is_counted(row) and row.kind == kind


def _is_from(side: str, row: NumberMention) -> bool:
    return is_counted(row) and row.speaker_side == side
