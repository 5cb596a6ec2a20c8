"""Tests and intervals of two groups in every measure, from whole articles; nan where there are too few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.compare.statistics import resampling
from framing.compare.statistics.measures import Chosen, ContrastGroup, Measures, enough
from framing.compare.statistics.resampling import FEWEST_PERMUTATIONS, Floats

AT_ONCE = 8
"""Measures of which the permutations of all sources are kept at a time."""


@dataclass(frozen=True)
class DifferenceTests:
    """p and the ends of the interval of the difference, each with a value a measure."""

    p: Floats
    low: Floats
    high: Floats

    @classmethod
    def none(cls, measures: int) -> DifferenceTests:
        return cls(*(np.full(measures, np.nan) for _ in range(3)))

    def set_interval(
        self, sample_a: Floats, sample_b: Floats, a: ContrastGroup, b: ContrastGroup, at: Sequence[int]
    ) -> None:
        """Fill in the interval at these measures from the bootstrapped sums of each group, where there is enough."""
        places = list(at)
        fewer = np.where(enough(a, b), np.minimum(a.having, b.having), 0)[places]
        low, high = resampling.interval(_rates(sample_a) - _rates(sample_b), fewer)
        self.low[places], self.high[places] = low, high


def between_pairs(
    pairs: Sequence[tuple[str, str]],
    groups: Mapping[str, ContrastGroup],
    chosen: Mapping[str, Chosen],
    measures: Measures,
) -> list[DifferenceTests]:
    """Two sources at a time."""
    samples = {
        name: resampling.bootstrapped_sums(measures.sums(chosen[name]), key)
        for key, name in enumerate(groups)
        if groups[name].articles > 1
    }
    return [_between(groups[a], groups[b], chosen[a], chosen[b], measures, samples) for a, b in pairs]


def _between(
    a: ContrastGroup,
    b: ContrastGroup,
    in_a: Chosen,
    in_b: Chosen,
    measures: Measures,
    samples: Mapping[str, Floats],
) -> DifferenceTests:
    tests = DifferenceTests.none(len(measures.columns))
    if a.label in samples and b.label in samples:
        tests.set_interval(samples[a.label], samples[b.label], a, b, range(len(measures.columns)))
    able = np.flatnonzero(_can_be_permuted(a, b) & enough(a, b))
    if len(able):
        both = in_a | in_b
        some = measures.only(able.tolist())
        scored = resampling.scores(some.numerators[both], some.denominators[both])
        ((_, chance),) = resampling.permuted_sums(scored, [min(a.articles, b.articles)])
        tests.p[able] = resampling.p_values(scored[in_a[both]].sum(axis=0), chance)
    return tests


def against_the_rest(
    groups: Mapping[str, ContrastGroup],
    rest: Mapping[str, ContrastGroup],
    chosen: Mapping[str, Chosen],
    measures: Measures,
) -> dict[str, DifferenceTests]:
    """Each source against all others; of these, the bootstrap draws articles source by source."""
    by_source = {name: DifferenceTests.none(len(measures.columns)) for name in groups}
    able = {name: enough(group, rest[name]) for name, group in groups.items()}
    compared = np.flatnonzero(np.any(list(able.values()), axis=0)).tolist()
    for first in range(0, len(compared), AT_ONCE):
        at = compared[first : first + AT_ONCE]
        some = measures.only(at)
        names = [name for name in groups if able[name][at].any()]
        scored = resampling.scores(some.numerators, some.denominators)
        for size, chance in resampling.permuted_sums(scored, [groups[name].articles for name in names]):
            for name in (name for name in names if groups[name].articles == size):
                by_source[name].p[at] = resampling.p_values(scored[chosen[name]].sum(axis=0), chance)
        samples, everything = _samples(names, some, groups, chosen)
        for name, sample in samples.items():
            by_source[name].set_interval(sample, everything - sample, groups[name], rest[name], at)
    for name, tests in by_source.items():
        tests.p[~(able[name] & _can_be_permuted(groups[name], rest[name]))] = np.nan
    return by_source


def _samples(
    names: Sequence[str], some: Measures, groups: Mapping[str, ContrastGroup], chosen: Mapping[str, Chosen]
) -> tuple[dict[str, Floats], Floats]:
    """The bootstrapped sums of each named source with several articles, and those of all sources together."""
    everything = np.zeros((resampling.BOOTSTRAP_SAMPLES, 2 * len(some.columns)))
    kept: dict[str, Floats] = {}
    for key, (name, group) in enumerate(groups.items()):
        sums = some.sums(chosen[name])
        if group.articles == 1:
            everything += sums.sum(axis=0)
            continue
        sample = resampling.bootstrapped_sums(sums, key)
        everything += sample
        if name in names:
            kept[name] = sample
    return kept, everything


def between_sides(
    a: ContrastGroup, b: ContrastGroup, chosen: Chosen, side_a: Measures, side_b: Measures
) -> DifferenceTests:
    """Two sides in the articles of one source."""
    tests = DifferenceTests.none(len(side_a.columns))
    fewer = np.minimum(a.having, b.having)
    compared = np.flatnonzero((fewer > 1) & enough(a, b)).tolist()
    if not compared:
        return tests
    some_a, some_b = side_a.only(compared), side_b.only(compared)
    scored = resampling.scores(
        np.vstack([some_a.numerators[chosen], some_b.numerators[chosen]]),
        np.vstack([some_a.denominators[chosen], some_b.denominators[chosen]]),
    )
    apart = scored[: a.articles] - scored[a.articles :]
    tests.p[compared] = resampling.p_values(apart.sum(axis=0), resampling.sign_flipped_sums(apart))
    tests.p[2.0 ** np.minimum(fewer, 60) < FEWEST_PERMUTATIONS] = np.nan
    sample = resampling.bootstrapped_sums(np.hstack([some_a.sums(chosen), some_b.sums(chosen)]))
    sample_a, sample_b = np.split(sample, 2, axis=1)
    tests.set_interval(sample_a, sample_b, a, b, compared)
    return tests


def _can_be_permuted(a: ContrastGroup, b: ContrastGroup) -> NDArray[np.bool_]:
    """In which measures the articles with cases can be assigned to the groups in enough ways."""
    ways = [
        resampling.permutation_count(*pair) for pair in zip(a.having.tolist(), b.having.tolist(), strict=True)
    ]
    return np.array([number >= FEWEST_PERMUTATIONS for number in ways])


def _rates(sample: Floats) -> Floats:
    above, below = np.split(sample, 2, axis=1)
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
