"""The statistics of comparisons: intervals for shares."""

from __future__ import annotations

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
