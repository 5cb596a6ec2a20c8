"""Krippendorff's alpha for labels without an order, with missing values.

Alpha is 1 less the observed disagreement over the disagreement that chance would bring: 1 is agreement
everywhere, 0 what coders would reach who deal out the same labels blindly. Published sources: Krippendorff
2004, Reliability in Content Analysis, Human Communication Research 30:411-433; Krippendorff 2018, Content
Analysis, 4th edition, ch. 12. The examples are those of Krippendorff 2011, Computing Krippendorff's
Alpha-Reliability, sections A to C.

The counts that alpha is made of add up over units, so that a bootstrap can draw groups of units without
counting anew.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

MISSING = -1

Values = NDArray[np.int64]
Counts = NDArray[np.float64]


def counts(values: Values) -> Counts:
    """What each unit adds to alpha: pairable values that agree, then pairable values by value.

    `values` has a coder a row and a unit a column, holds whole numbers from 0, and `MISSING` where a coder
    did not code a unit. The result has a unit a row. A unit with one value only has no pairs and adds nothing.

    >>> counts(np.array([[0, 1, 1], [0, 0, MISSING]])).tolist()
    [[2.0, 2.0, 0.0], [0.0, 1.0, 1.0], [0.0, 0.0, 0.0]]
    """
    kinds = np.arange(values.max(initial=0) + 1)
    given = (values[:, :, None] == kinds).sum(axis=0).astype(np.float64)
    coders = given.sum(axis=1, keepdims=True)
    given *= coders >= 2
    agreeing = (given * (given - 1)).sum(axis=1, keepdims=True) / np.maximum(coders - 1, 1)
    return np.hstack([agreeing, given])


def alpha(totals: Counts) -> Any:
    """Alpha of sums of `counts`: of one row, or of many rows at once.

    Not a number where all values are the same, so that chance leaves nothing to disagree about.

    >>> meg, owen = "0100000010", "1110010000"
    >>> round(float(alpha(counts(_table(meg, owen)).sum(axis=0))), 3)
    0.095
    >>> ben, gerry = "aabbdcccedda", "babbbccceddd"
    >>> round(float(alpha(counts(_table(ben, gerry)).sum(axis=0))), 3)
    0.692
    >>> four = _table("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    >>> round(float(alpha(counts(four).sum(axis=0))), 3)
    0.743
    """
    agreeing, given = totals[..., 0], totals[..., 1:]
    n = given.sum(axis=-1)
    apart = n * n - (given * given).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(apart > 0, 1 - (n - 1) * (n - agreeing) / apart, np.nan)


def agreement(totals: Counts) -> float:
    """The share of pairs of values of the same unit that agree: 1 less the observed disagreement.

    >>> agreement(counts(_table("0100000010", "1110010000")).sum(axis=0))
    0.6
    """
    return float(totals[0] / totals[1:].sum())


def _table(*coders: str) -> Values:
    """Values written as characters, a coder a string; a point is a missing value."""
    known = sorted(set("".join(coders)) - {"."})
    return np.array([[MISSING if c == "." else known.index(c) for c in row] for row in coders])
