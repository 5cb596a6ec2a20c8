"""Contrasts: the same measure between two sources, and between two sides within a source.

Every declared quotient and mean is compared. With many sources each is compared with all the others
together instead of in pairs. Below the stated minimum of cases a contrast keeps its counts and gives no
difference: too few to compare.

Whole articles are permuted where there are enough of them. Between one article and one other, shares of
evidence rows, whose cases can be counted, take an exact test that treats rows as independent; shares of
words, rates and means are tested on articles only. All tested contrasts of one basis and one kind (sources,
sides) are a family, and p is adjusted for its size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.difference_tests import (
    DifferenceTests,
    against_the_rest,
    between_pairs,
    between_sides,
)
from framing.compare.statistics.intervals import (
    ENOUGH,
    adjusted,
    binomial,
    fisher,
    newcombe,
    parts_of_one,
    wilson,
)
from framing.compare.statistics.measures import ContrastGroup, Measures, Row
from framing.people.sides import THIRD_PARTY, UNKNOWN
from framing.records.columns import Column

MOST_PAIRED = 12
LEAST_P = 1e-6


def contrasts(rows: Sequence[Row], columns: Sequence[Column]) -> list[Contrast]:
    """All contrasts of the feature rows of scored articles, in the order of columns and sources."""
    measures = Measures.of(rows, columns)
    if not rows or not measures.columns:
        return []
    return [*_family(_between_sources(rows, measures)), *_family(_between_sides(rows, measures))]


def own_contrasts(
    rows: Sequence[Row], columns: Sequence[Column], borrowers: Collection[str]
) -> list[Contrast]:
    """The contrasts of own words; `rows` are those of the articles without what they borrowed.

    Only groups of which one has borrowed (`borrowers` are its sources) are compared: of the others, all
    text is their own.
    """
    measures = Measures.of(rows, columns)
    if not borrowers or not measures.columns:
        return []
    found: list[Contrast] = []
    for kind in (_between_sources(rows, measures), _between_sides(rows, measures)):
        touched = (c for c in kind if {c.source_a, c.source_b} & {None, *borrowers})
        found += _family(replace(contrast, basis="own_words") for contrast in touched)
    return found


def _family(found: Iterable[Contrast]) -> list[Contrast]:
    """The contrasts that have cases, with p adjusted for all that are tested."""
    kept = [contrast for contrast in found if contrast.of_a or contrast.of_b]
    values = iter(adjusted([contrast.p for contrast in kept if contrast.p is not None]))
    return [c if c.p is None else replace(c, p=_p(c.p), p_adjusted=_p(next(values))) for c in kept]


def _between_sources(rows: Sequence[Row], measures: Measures) -> Iterator[Contrast]:
    of_source = np.array([row["source"] for row in rows], dtype=object)
    chosen = {name: of_source == name for name in dict.fromkeys(of_source.tolist())}
    groups = {name: ContrastGroup.of(name, measures, articles) for name, articles in chosen.items()}
    if len(groups) <= MOST_PAIRED:
        pairs = list(combinations(groups, 2))
        by_pair = between_pairs(pairs, groups, chosen, measures)
        sets = [(groups[a], groups[b], tests) for (a, b), tests in zip(pairs, by_pair, strict=True)]
    else:
        total = ContrastGroup.of("", measures, np.full(len(rows), True))
        rest = {name: total.less(group) for name, group in groups.items()}
        against = against_the_rest(groups, rest, chosen, measures)
        sets = [(group, rest[name], against[name]) for name, group in groups.items()]
    for at, column in enumerate(measures.columns):
        for a, b, tests in sets:
            if a.denominators[at] or b.source is not None:
                yield _contrast(measures, at, (column, column), (a, b), tests, "sources")


def _between_sides(rows: Sequence[Row], measures: Measures) -> Iterator[Contrast]:
    by_measure: dict[str, list[int]] = {}
    for at, column in enumerate(measures.columns):
        if column.side not in ("", THIRD_PARTY, UNKNOWN):
            by_measure.setdefault(column.measure, []).append(at)
    pairs = [pair for places in by_measure.values() for pair in combinations(places, 2)]
    if not pairs:
        return
    of_source = np.array([row["source"] for row in rows], dtype=object)
    side_a, side_b = (measures.only([pair[which] for pair in pairs]) for which in (0, 1))
    sets = []
    for source in dict.fromkeys(of_source.tolist()):
        chosen = of_source == source
        a, b = (ContrastGroup.of(source, side, chosen) for side in (side_a, side_b))
        sets.append((a, b, between_sides(a, b, chosen, side_a, side_b)))
    for at, (column_a, column_b) in enumerate(zip(side_a.columns, side_b.columns, strict=True)):
        for a, b, tests in sets:
            labelled = (
                replace(a, label=f"{a.source}: {column_a.side}"),
                replace(b, label=f"{b.source}: {column_b.side}"),
            )
            yield _contrast(side_a, at, (column_a, column_b), labelled, tests, "sides")


@dataclass(frozen=True)
class _Cases:
    """One side of a contrast: `n` of `of` cases in so many articles."""

    n: float
    of: int
    articles: int

    @classmethod
    def of_group(cls, group: ContrastGroup, at: int) -> _Cases:
        """The cases of a group in the measure at this place."""
        return cls(float(group.numerators[at]), round(group.denominators[at]), int(group.having[at]))

    @property
    def rate(self) -> float | None:
        """Cases per case of the denominator; None over nothing."""
        return self.n / self.of if self.of else None

    def ends(self) -> tuple[float | None, float | None]:
        """The ends of the interval of the rate, as a share of independent cases."""
        return wilson(round(self.n), self.of) or (None, None)


def _contrast(
    measures: Measures,
    at: int,
    columns: tuple[Column, Column],
    groups: tuple[ContrastGroup, ContrastGroup],
    tests: DifferenceTests,
    kind: str,
) -> Contrast:
    """One row. The interval never is narrower than the one that takes cases as independent."""
    a, b = (_Cases.of_group(group, at) for group in groups)
    of_rows, whole = measures.of_rows[at], measures.whole[at]
    enough = min(a.of, b.of) >= ENOUGH
    ends = [float(values[at]) for values in (tests.low, tests.high) if not np.isnan(values[at])]
    p, test = _permutation_test(tests, at, kind)
    if of_rows and enough:
        one_whole = kind == "sides" and columns[0].denominator == columns[1].denominator
        exact = _exact(round(a.n), a.of, round(b.n), b.of, one_whole=one_whole)
        ends += exact[2:]
        if p is None and a.articles == b.articles == 1:
            p, test = exact[:2]
    a_ends, b_ends = (cases.ends() if of_rows else (None, None) for cases in (a, b))
    return Contrast(
        measure=columns[0].measure if kind == "sides" else columns[0].name,
        group_a=groups[0].label,
        group_b=groups[1].label,
        basis="all_text",
        n_a=round(a.n) if whole else None,
        of_a=a.of,
        rate_a=_rounded(a.rate),
        n_b=round(b.n) if whole else None,
        of_b=b.of,
        rate_b=_rounded(b.rate),
        difference=_rounded(a.n / a.of - b.n / b.of if enough else None),
        ci_low=_rounded(min(ends, default=None)),
        ci_high=_rounded(max(ends, default=None)),
        p=p,
        p_adjusted=None,
        test=test,
        enough=enough,
        rate_a_low=_rounded(a_ends[0]),
        rate_a_high=_rounded(a_ends[1]),
        rate_b_low=_rounded(b_ends[0]),
        rate_b_high=_rounded(b_ends[1]),
        kind=kind,
        source_a=groups[0].source,
        feature_a=columns[0].name,
        articles_a=a.articles,
        source_b=groups[1].source,
        feature_b=columns[1].name,
        articles_b=b.articles,
    )


def _permutation_test(tests: DifferenceTests, at: int, kind: str) -> tuple[float | None, str]:
    """p and the name of the test, None and nothing where articles were too few to be permuted."""
    if np.isnan(tests.p[at]):
        return None, ""
    return float(tests.p[at]), "article_permutation" if kind == "sources" else "side_permutation"


def _exact(
    k_a: int, n_a: int, k_b: int, n_b: int, *, one_whole: bool
) -> tuple[float, str, *tuple[float, ...]]:
    """p, name of the test, and the ends of the interval of two shares, with cases as independent."""
    if one_whole:
        return binomial(k_a, k_b), "binomial_exact", *(parts_of_one(k_a, k_b, n_a) or ())
    return fisher(k_a, n_a, k_b, n_b), "fisher_exact", *(newcombe(k_a, n_a, k_b, n_b) or ())[1:]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _p(value: float) -> float:
    return max(LEAST_P, round(value, 6))
