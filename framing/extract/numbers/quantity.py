"""One quantity as its sentence states it, before it is placed in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from framing.lexicon.numerals import Qualifier
from framing.lexicon.units import MeasureKind

Kind = Literal["people", "thing", "age", "time_of_day", MeasureKind]
Form = Literal["count", "measure", "fraction", "age_before_noun"]
"""How a quantity stands to its noun: a count and a fraction ("two thirds of") count it, a measure is said of it, and
an age such as "34-year-old" stands before whose age it is."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity phrase: its place in the sentence, its bounds in its own unit, and what the unit is.

    `start:end` holds qualifier, number and unit. `kind` is `thing` for counts until it is known that
    people are counted. `unit` is the id of the unit lexicon, empty for counts; `per` is the noun of a rate
    ("a barrel"). `number_start:number_end` holds the number alone. `vague` quantities have no bounds. `trail` names
    the rules that made it.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    kind: Kind
    unit: str
    form: Form
    per: str = ""
    trail: tuple[str, ...] = ()

    def with_unit_of(self, other: Quantity) -> Quantity:
        """The same number in the unit of another: "3" in "from 3 to 5 percent"."""
        return replace(self, kind=other.kind, unit=other.unit, form="measure")

    def after(self, *rules: str) -> Quantity:
        """The same with these rules added to its trail."""
        return replace(self, trail=(*self.trail, *rules))
