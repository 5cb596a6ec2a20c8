"""Two quantities side by side that are one, or that share a unit: 5km to 7km, 3 to 5 percent, 5ft 11in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.extract.numbers.convert import converted
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.text.numerals.grammar import HYPHENS, NumeralReading

COMPOSED = ("duration", "distance", "mass")
_LINK = re.compile(r"\s*(?:,|(?:,\s)?(?:to|and|or)|[-–])\s*")


class PairCase(NamedTuple):
    """A quantity, the one before it in the sentence, and what stands between them.

    They are `joined` where only a comma, a hyphen, "to", "and" or "or" does.
    """

    last: Quantity
    quantity: Quantity
    link: str
    joined: bool
    reading: NumeralReading
    words: QuantityVocabulary

    @property
    def bare(self) -> bool:
        """Whether the second has neither a unit nor a noun behind it."""
        behind = self.reading.text[self.quantity.end :].lstrip(" ")
        return not self.quantity.unit and not behind[:1].isalpha() and behind[:1] not in HYPHENS


def is_joined(case: PairCase) -> bool:
    """Only a comma, a hyphen, "to", "and" or "or" stands between them."""
    return case.joined


def is_not_joined(case: PairCase) -> bool:
    """Other words stand between them."""
    return not case.joined


def only_second_has_unit(case: PairCase) -> bool:
    """The second has a unit, the first has none, and it is no time of day."""
    return not case.last.unit and bool(case.quantity.unit) and case.quantity.kind != "time_of_day"


def only_first_has_unit(case: PairCase) -> bool:
    """The first has a unit, and the second neither unit nor noun."""
    return bool(case.last.unit) and case.bare and case.link != ","


def is_step(case: PairCase) -> bool:
    """The second stands behind "up" or "down" and before what it is compared with: "up 15 since May"."""
    before = case.reading.text[: case.quantity.start].split()
    if not before or before[-1].lower() not in case.words.classes["up_or_down"]:
        return False
    behind = case.reading.text[case.quantity.end :].split()
    compared = bool(behind) and behind[0].lower() in case.words.classes["step_from"]
    return bool(case.last.unit) and not case.quantity.unit and (compared or case.bare)


def are_falling_units(case: PairCase) -> bool:
    """Both are exact measures of one kind, nothing but "and" or a comma between them."""
    last, quantity = case.last, case.quantity
    same = last.kind == quantity.kind and last.kind in COMPOSED and case.link in ("", "and", ",")
    stated = None not in (last.low, last.high, quantity.low, quantity.high)
    return same and stated and quantity.qualifier == "exact" and not last.per


def are_ends_of_range(case: PairCase) -> bool:
    """Both are exact and of one unit, the second greater, with "to" or "or" between them, or "between" before."""
    last, quantity = case.last, case.quantity
    if last.unit != quantity.unit or not last.unit or last.low is None or quantity.low is None:
        return False
    if (last.qualifier, quantity.qualifier) != ("exact", "exact") or not last.low < quantity.low:
        return False
    before = case.reading.text[: last.start].lower().split()
    cue = before[-1] if before else ""
    if case.link == "and":
        return cue == "between"
    return case.link in ("to", "or", "-", "–") and cue not in case.words.classes["change"] | {"from", "by"}


def first_in_unit(case: PairCase) -> tuple[Quantity, ...]:
    """The first has the unit of the second."""
    return case.last.with_unit_of(case.quantity), case.quantity


def second_in_unit(case: PairCase) -> tuple[Quantity, ...]:
    """The second has the unit of the first."""
    return case.last, case.quantity.with_unit_of(case.last)


def sum_in_smaller(case: PairCase) -> tuple[Quantity, ...] | None:
    """One measure in the smaller unit: one hour and 20 minutes, 5ft 11in."""
    last, quantity = case.last, case.quantity
    big, small = case.words.units.get(last.unit), case.words.units.get(quantity.unit)
    whole = converted(1, big, small) if big is not None and small is not None else 0.0
    if not (quantity.high or 0) < whole or whole <= 1:
        return None
    low, high = (
        round((bound or 0) * whole + (part or 0), 6)
        for bound, part in ((last.low, quantity.low), (last.high, quantity.high))
    )
    total = replace(
        last,
        end=quantity.end,
        number_end=quantity.end,
        low=low,
        high=high,
        unit=quantity.unit,
        form=quantity.form,
    )
    return (total,)


def one_range(case: PairCase) -> tuple[Quantity, ...]:
    """One range."""
    last, quantity = case.last, case.quantity
    whole = replace(
        last,
        end=quantity.end,
        number_end=quantity.number_end,
        high=quantity.high,
        qualifier="about",
    )
    return (whole,)


LINKS: tuple[Rule[PairCase, tuple[Quantity, ...]], ...] = (
    Rule(
        "unit-of-next",
        "{Prices} rose from [3] to 5 percent.",
        first_in_unit,
        (is_joined, only_second_has_unit),
    ),
    Rule("sum", "The {talks} lasted [one hour and 20 minutes].", sum_in_smaller, (are_falling_units,)),
    Rule(
        "unit-of-last",
        "{Prices} rose from 3 percent to [5].",
        second_in_unit,
        (is_joined, only_first_has_unit),
    ),
    Rule(
        "unit-of-step",
        "{Support} stood at 40 percent, up [15] since May.",
        second_in_unit,
        (is_not_joined, is_step),
    ),
    Rule("range", "The {wave} was [5 metres to 7 metres] high.", one_range, (is_joined, are_ends_of_range)),
)
"""What two quantities side by side are together."""


def linked(found: Sequence[Quantity], reading: NumeralReading, words: QuantityVocabulary) -> list[Quantity]:
    """Ranges whose ends both have a unit made one; ends without a unit get that of their partner."""
    result: list[Quantity] = []
    for quantity in found:
        pair = first(LINKS, _pair(result[-1], quantity, reading, words)) if result else None
        if pair is None:
            result.append(quantity)
            continue
        name, made = pair
        result[-1:] = [one if one in (result[-1], quantity) else one.after(f"linked:{name}") for one in made]
    return result


def _pair(last: Quantity, quantity: Quantity, reading: NumeralReading, words: QuantityVocabulary) -> PairCase:
    between = reading.text[last.end : quantity.start]
    return PairCase(last, quantity, between.strip(), _LINK.fullmatch(between) is not None, reading, words)
