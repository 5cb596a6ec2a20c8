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
