"""How sure: the shares of the cards, compared source by source with counts and intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.compare.statistics import newcombe
from framing.publish.page.cards import Card, Measure
from framing.publish.page.parts import Group, Number, Parts, fill
from framing.publish.page.sentences import Open

FIRST_SHOWN = 8
LEAVES_OUT_ZERO = "The interval leaves out zero"
TAKES_IN_ZERO = "The interval takes in zero: could be chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two groups with enough cases: counts, difference in points, its interval (of -100 to 100)."""

    what: str
    first: Parts
    second: Parts
    difference: int
    low: int
    high: int

    @property
    def in_words(self) -> str:
        return LEAVES_OUT_ZERO if self.low > 0 or self.high < 0 else TAKES_IN_ZERO

    @property
    def sentence(self) -> str:
        return f"difference {self.difference} points, interval from {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Certainty:
    """The comparisons that can be made (those that leave out zero first), and how many cannot."""

    first: tuple[Comparison, ...]
    more: tuple[Comparison, ...]
    too_few: int


def certainty(cards: Sequence[Card], opener: Callable[[Measure], Open]) -> Certainty:
    """Every pair of sources for every share that the cards show."""
    found: list[Comparison] = []
    too_few = 0
    for card in cards:
        for measure in card.measures:
            groups = [group for group in measure.groups if group.n]
            for a, b in combinations(groups, 2):
                if a.enough and b.enough:
                    larger, smaller = (a, b) if a.share >= b.share else (b, a)
                    found.append(_comparison(measure, larger, smaller, opener(measure)))
                else:
                    too_few += 1
    found.sort(key=lambda c: (c.in_words != LEAVES_OUT_ZERO, -abs(c.difference)))
    return Certainty(tuple(found[:FIRST_SHOWN]), tuple(found[FIRST_SHOWN:]), too_few)


def _comparison(measure: Measure, a: Group, b: Group, numbers: Open) -> Comparison:
    difference, low, high = newcombe(a.k, a.n, b.k, b.n) or (0.0, 0.0, 0.0)
    return Comparison(
        what=measure.name,
        first=_counts(a, numbers(a)),
        second=_counts(b, numbers(b)),
        difference=round(100 * difference),
        low=round(100 * low),
        high=round(100 * high),
    )


def _counts(group: Group, numbers: tuple[Number, Number]) -> Parts:
    return fill("{source}: {k} of {n}", source=group.name, k=numbers[0], n=numbers[1])
