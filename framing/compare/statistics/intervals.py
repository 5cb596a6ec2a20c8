"""The statistics of comparisons: intervals for shares, the exact test, the adjustment for many tests.

What takes whole articles instead of single cases is in `resampling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

Z95 = 1.959963984540054
ENOUGH = 10


def wilson(k: int, n: int, z: float = Z95) -> tuple[float, float] | None:
    """Wilson score interval of a share (Wilson 1927, JASA 22:209-212); None where n is 0.

    >>> low, high = wilson(15, 25)
    >>> round(low, 3), round(high, 3)
    (0.407, 0.766)
    >>> wilson(0, 0) is None
    True
    """
    if n == 0:
        return None
    share = k / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def newcombe(k_a: int, n_a: int, k_b: int, n_b: int) -> tuple[float, float, float] | None:
    """Difference of two independent shares with its 95 % interval, None where a group is empty.

    The interval is built from the two Wilson intervals (Newcombe 1998, Statistics in Medicine
    17:873-890, method 10). It treats cases as independent.

    >>> [round(x, 4) for x in newcombe(56, 70, 48, 80)]
    [0.2, 0.0524, 0.3339]
    """
    interval_a, interval_b = wilson(k_a, n_a), wilson(k_b, n_b)
    if interval_a is None or interval_b is None:
        return None
    a, b = k_a / n_a, k_b / n_b
    below = sqrt((a - interval_a[0]) ** 2 + (interval_b[1] - b) ** 2)
    above = sqrt((interval_a[1] - a) ** 2 + (b - interval_b[0]) ** 2)
    return a - b, a - b - below, a - b + above


def parts_of_one(k_a: int, k_b: int, n: int) -> tuple[float, float] | None:
    """95 % interval of the difference of two shares of the same n cases, None where neither has a case.

    Among the cases of either kind the share of the first has its Wilson interval, which is scaled to n.

    >>> low, high = parts_of_one(13, 3, 19)
    >>> round(low, 3), round(high, 3)
    (0.118, 0.731)
    """
    ends = wilson(k_a, k_a + k_b)
    if ends is None:
        return None
    low, high = ((2 * end - 1) * (k_a + k_b) / n for end in ends)
    return low, high


@lru_cache(maxsize=65536)
def binomial(k_a: int, k_b: int) -> float:
    """Two-sided p of the exact test that cases of two kinds are as frequent; the sign test.

    >>> round(binomial(13, 3), 4)
    0.0213
    """
    from scipy.stats import binomtest

    return float(binomtest(k_a, k_a + k_b).pvalue) if k_a + k_b else 1.0


@lru_cache(maxsize=65536)
def fisher(k_a: int, n_a: int, k_b: int, n_b: int) -> float:
    """Two-sided p of Fisher's exact test that two shares are the same; cases count as independent.

    Fisher's test and not Boschloo's or Barnard's: it has no unknown share to search over, costs next to
    nothing, and errs towards finding no difference (Fisher 1934, Statistical Methods for Research
    Workers, 5th edition, section 21.02).

    >>> round(fisher(8, 10, 1, 6), 4)
    0.035
    """
    from scipy.stats import fisher_exact

    return float(fisher_exact([[k_a, n_a - k_a], [k_b, n_b - k_b]]).pvalue)


def adjusted(p: Sequence[float]) -> list[float]:
    """p values adjusted for their number, so that of those below .05 about one in twenty is chance.

    Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300.

    >>> [round(x, 3) for x in adjusted([0.01, 0.02, 0.5])], adjusted([])
    ([0.03, 0.03, 0.5], [])
    """
    from scipy.stats import false_discovery_control

    return [float(value) for value in false_discovery_control(p, method="bh")] if p else []
