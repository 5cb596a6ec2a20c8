"""How sure: the shares of the cards, compared source by source with counts, intervals and tests.

Interval and test of a pair are those of the run's contrasts, where these count the same rows; otherwise
the interval is that of the two counts, and nothing is tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.counted_share import CountedShare
from framing.publish.page.cards import Card, Measure
from framing.publish.shared.parts import Number, SentenceParts, fill
from framing.publish.shared.sentences import Opener
from framing.publish.shared.words import TEST

FIRST_SHOWN = 5
SURE = 0.05
LEAVES_OUT_ZERO = "The interval leaves out zero"
TAKES_IN_ZERO = "The interval takes in zero: could be chance"
AMONG_MANY = "The interval leaves out zero. Among so many comparisons it could still be chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareComparison:
    """Two groups with enough cases: counts, difference in points, its interval (of -100 to 100).

    `p` is adjusted for all comparisons of its kind in the run, and `test` names the test in words; None
    and empty where nothing was tested.
    """

    what: str
    first: SentenceParts
    second: SentenceParts
    difference: int
    low: int
    high: int
    p: float | None
    test: str

    @property
    def leaves_out_zero(self) -> bool:
        return self.low > 0 or self.high < 0

    @property
    def in_words(self) -> str:
        if not self.leaves_out_zero:
            return TAKES_IN_ZERO
        return LEAVES_OUT_ZERO if self.p is None or self.p < SURE else AMONG_MANY

    @property
    def tested(self) -> str:
        """The adjusted p and its test.

        >>> ShareComparison(what="", first=(), second=(), difference=9, low=1, high=17, p=0.0003, test="exact").tested
        'adjusted p < 0.001, exact'
        """
        if self.p is None:
            return "not tested"
        p = "p < 0.001" if self.p < 0.001 else f"p = {self.p:.3f}"
        return f"adjusted {p}, {self.test}"

    @property
    def sentence(self) -> str:
        return f"difference {self.difference} points, interval from {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Certainty:
    """The comparisons that can be made (those that leave out zero first), and how many cannot."""

    first: tuple[ShareComparison, ...]
    more: tuple[ShareComparison, ...]
    too_few: int
    family: int

    @property
    def tested(self) -> bool:
        return any(row.p is not None for row in (*self.first, *self.more))


def certainty(
    cards: Sequence[Card], opener: Callable[[Measure], Opener], contrasts: Iterable[Contrast]
) -> Certainty:
    """Every pair of sources for every share that the cards show."""
    rows = [row for row in contrasts if row.basis == "all_text"]
    known = {(row.feature_a, row.feature_b, row.source_a, row.source_b): row for row in rows}
    found: list[ShareComparison] = []
    too_few = 0
    for card in cards:
        for measure in card.measures:
            numbered = [(n, group) for n, group in enumerate(measure.groups) if group.n]
            for (at_a, a), (at_b, b) in combinations(numbered, 2):
                if not (a.enough and b.enough):
                    too_few += 1
                    continue
                contrast = _contrast(measure, (at_a, a), (at_b, b), known)
                comparison = _comparison(measure, a, b, opener(measure), contrast)
                found.append(comparison)
    found.sort(key=lambda c: (not c.leaves_out_zero, 1 if c.p is None else c.p, -abs(c.difference)))
    family = sum(row.p is not None and row.kind == "sources" for row in rows)
    return Certainty(tuple(found[:FIRST_SHOWN]), tuple(found[FIRST_SHOWN:]), too_few, family)


_Key = tuple[str, str, str | None, str | None]


def _contrast(
    measure: Measure, a: tuple[int, CountedShare], b: tuple[int, CountedShare], known: dict[_Key, Contrast]
) -> Contrast | None:
    """The contrast of two groups, the first one first; None where the run has none that counts the same."""
    if not measure.features:
        return None
    (at_a, one), (at_b, other) = a, b
    sided = len(measure.features) > 1
    feature_a, feature_b = (measure.features[at if sided else 0] for at in (at_a, at_b))
    row = known.get((feature_a, feature_b, one.source, other.source))
    counts = (one.k, one.n, other.k, other.n)
    return row if row and (row.n_a, row.of_a, row.n_b, row.of_b) == counts else None


def _comparison(
    measure: Measure, a: CountedShare, b: CountedShare, opener: Opener, contrast: Contrast | None
) -> ShareComparison:
    """One row, the larger share first."""
    difference, low, high = a.difference_to(b)
    if contrast and contrast.ci_low is not None and contrast.ci_high is not None:
        low, high = contrast.ci_low, contrast.ci_high
    if a.share < b.share:
        a, b, difference, low, high = b, a, -difference, -high, -low
    return ShareComparison(
        what=measure.name,
        first=_counts(a, opener(a)),
        second=_counts(b, opener(b)),
        difference=round(100 * difference),
        low=round(100 * low),
        high=round(100 * high),
        p=contrast.p_adjusted if contrast else None,
        test=TEST[contrast.test] if contrast and contrast.test else "",
    )


def _counts(group: CountedShare, numbers: tuple[Number, Number]) -> SentenceParts:
    return fill("{source}: {k} of {n}", source=group.name, k=numbers[0], n=numbers[1])
