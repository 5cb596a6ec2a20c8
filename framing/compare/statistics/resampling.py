"""Tests and intervals that take whole articles: rows of one article are not independent of each other.

A measure is a quotient summed over articles, of cases with a property over cases, or of a sum over what
it is the mean of. All measures are handled at once: the arrays have an article a row and a measure a
column.

A permutation test assigns the articles to the groups at random (or swaps the two sides within articles at random) and
asks how often the groups differ by as much as they do. What is permuted is each article's *score*: its numerator less
what the common rate of both groups would give it. Intervals come from a bootstrap of articles. Published sources: Good 2005, Permutation, Parametric and
Bootstrap Tests of Hypotheses, 3rd edition, ch. 3; Davison and Hinkley 1997, Bootstrap Methods and their
Application, section 3.8 (resampling of clusters); Hesterberg 2015, The American Statistician 69:371-386
(wider percentiles for few articles).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import comb, sqrt

import numpy as np
from numpy.typing import NDArray

SEED = 1
PERMUTATIONS = 9_999
"""Random permutations of a test; no p is smaller than one in 10,000."""
BOOTSTRAP_SAMPLES = 1_999
"""Samples of an interval."""
FEWEST_PERMUTATIONS = 200
"""Different permutations that must be possible for p to reach .01; 5 articles against 5 have 252."""
_AT_ONCE = 2_000_000

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


def permutation_count(one: int, other: int) -> int:
    """In how many ways articles can be assigned to two groups of these sizes."""
    return comb(one + other, one)


def scores(numerators: Floats, denominators: Floats) -> Floats:
    """Each article's numerator less what the common rate would give it; they add up to 0.

    >>> scores(np.array([[3.0], [0.0]]), np.array([[4.0], [2.0]])).ravel().tolist()
    [1.0, -1.0]
    """
    total = denominators.sum(axis=0)
    rate = np.divide(numerators.sum(axis=0), total, out=np.zeros_like(total), where=total > 0)
    apart: Floats = numerators - rate * denominators
    return apart


def permuted_sums(values: Floats, sizes: Iterable[int]) -> Iterator[tuple[int, Floats]]:
    """For each group size, the sums of that many articles chosen at random, sorted by amount.

    The array has a row for each of the `PERMUTATIONS` and the columns of `values`.
    """
    wanted = sorted(set(sizes))
    rng = np.random.default_rng(SEED)
    articles, measures = values.shape
    found = {size: np.empty((PERMUTATIONS, measures)) for size in wanted}
    for first, last in _chunks(PERMUTATIONS, articles):
        order = np.tile(np.arange(articles), (last - first, 1))
        order = rng.permuted(order, axis=1)
        so_far = np.zeros((last - first, measures))
        before = 0
        for size in wanted:
            so_far = so_far + _sums(values, order[:, before:size])
            found[size][first:last] = so_far
            before = size
    for size in wanted:
        yield size, np.sort(np.abs(found.pop(size)), axis=0)


def sign_flipped_sums(values: Floats) -> Floats:
    """The sums of all articles with the sides of each swapped or not at random (sign flips), sorted by amount.

    `values` are the scores of one side less those of the other.
    """
    rng = np.random.default_rng(SEED)
    found = np.empty((PERMUTATIONS, values.shape[1]))
    for first, last in _chunks(PERMUTATIONS, len(values)):
        signs = rng.integers(0, 2, (last - first, len(values))) * 2.0 - 1.0
        found[first:last] = signs @ values
    return np.sort(np.abs(found), axis=0)


def p_values(observed: Floats, chance: Floats) -> Floats:
    """The share of permutations with at least the observed difference, the observed one included.

    >>> p_values(np.array([2.0]), np.array([[0.0], [1.0], [2.0], [3.0]])).tolist()
    [0.6]
    """
    slack = 1e-9 * (1.0 + np.abs(observed))
    below = [np.searchsorted(chance[:, m], abs(observed[m]) - slack[m]) for m in range(len(observed))]
    return (1.0 + len(chance) - np.array(below)) / (1.0 + len(chance))


def bootstrapped_sums(values: Floats, key: int = 0) -> Floats:
    """Sums over as many articles as there are, drawn with replacement: a row for each of the `BOOTSTRAP_SAMPLES`.

    `key` tells groups apart whose samples must be independent.
    """
    rng = np.random.default_rng([SEED, key])
    articles, measures = values.shape
    found = np.empty((BOOTSTRAP_SAMPLES, measures))
    for first, last in _chunks(BOOTSTRAP_SAMPLES, articles):
        found[first:last] = _sums(values, rng.integers(0, articles, (last - first, articles)))
    return found


def interval(differences: Floats, articles: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """The 95 % percentile interval of each column, widened for few articles.

    `articles` is the number of articles with cases in the smaller group; below 2 the ends are missing (nan).
    """
    from scipy.stats import norm, t

    low = np.full(differences.shape[1], np.nan)
    high = low.copy()
    for measure, number in enumerate(articles):
        column = differences[:, measure]
        column = column[~np.isnan(column)]
        if number < 2 or not len(column):
            continue
        tail = norm.cdf(sqrt(number / (number - 1)) * t.ppf(0.025, number - 1))
        low[measure], high[measure] = np.quantile(column, [tail, 1 - tail])
    return low, high


def _sums(values: Floats, picked: Indices) -> Floats:
    """For each row of `picked`, the sum of these rows of `values`."""
    from scipy.sparse import csr_array

    rows, width = picked.shape
    ends = np.arange(rows + 1) * width
    chosen = csr_array((np.ones(picked.size), picked.ravel(), ends), shape=(rows, len(values)))
    return np.asarray(chosen @ values)


def _chunks(rows: int, width: int) -> Iterator[tuple[int, int]]:
    """First and last row of blocks that are small enough to be held in memory at once."""
    step = max(1, _AT_ONCE // max(1, width))
    for first in range(0, rows, step):
        yield first, min(first + step, rows)
