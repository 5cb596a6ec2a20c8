"""How far coders agree, word by word: two students, a student and the program, all of them together.

For one kind of mark a word is marked or not; for all kinds together its value is the set of its labels.
Only words that at least two of the coders have coded are counted. Intervals come from a bootstrap of paragraphs,
because the words of a passage are marked together (Davison and Hinkley 1997, Bootstrap Methods and their
Application, section 3.8).

Agreement is given in percent and as Krippendorff's alpha for labels without an order, with missing values. Alpha is 1
less the observed disagreement over the disagreement that chance would bring: 1 is agreement everywhere, 0 what coders
would reach who give the same labels blindly. Published sources: Krippendorff 2004, Reliability in Content Analysis,
Human Communication Research 30:411-433; Krippendorff 2018, Content Analysis, 4th edition, ch. 12. The examples are those
of Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, sections A to C. The counts that alpha is made of add up
over units, so that a bootstrap can draw groups of units without counting anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.classroom.agreement_record import ALL, Agreement, Among
from framing.classroom.coder import KINDS, Coder, touching
from framing.classroom.units import BIT, CodingUnits
from framing.compare.statistics.intervals import ENOUGH
from framing.compare.statistics.resampling import BOOTSTRAP_SAMPLES, SEED, interval

MISSING = -1

Values = NDArray[np.int64]
Counts = NDArray[np.float64]


def agreements(
    students: Sequence[Coder], program: Coder, texts: Sequence[CodingUnits]
) -> Iterator[Agreement]:
    """Every comparison: all students, with the program too, each with the program, each with each."""
    everybody = _ReliabilityData((*students, program), texts)
    last = len(students)
    if last > 1:
        yield from everybody.compare("students", range(last))
        yield from everybody.compare("students_and_program", range(last + 1))
    for one in range(last):
        yield from everybody.compare("student_and_program", (one, last))
    for two in combinations(range(last), 2):
        yield from everybody.compare("two_students", two)


class _ReliabilityData:
    """The labels of all coders on all words: a coder a row, a word a column."""

    def __init__(self, coders: Sequence[Coder], texts: Sequence[CodingUnits]) -> None:
        self.coders = coders
        self.labels: Values = np.array([_labels(coder, texts) for coder in coders])
        sizes = [max(text.paragraphs, default=-1) + 1 for text in texts]
        firsts = np.cumsum([0, *sizes])
        self.paragraphs = np.array(
            [
                first + number
                for first, text in zip(firsts[:-1], texts, strict=True)
                for number in text.paragraphs
            ],
            dtype=np.int64,
        )

    def compare(self, among: Among, chosen: Sequence[int]) -> Iterator[Agreement]:
        """The comparison of some coders on each kind, then on all kinds together."""
        labels = self.labels[list(chosen)]
        coded = (labels != MISSING).sum(axis=0) > 1
        labels, paragraphs = labels[:, coded], self.paragraphs[coded]
        pair = [self.coders[number] for number in chosen] if among in _PAIRS else []
        for kind in KINDS:
            yield _agreement(among, pair, kind, _of_kind(labels, kind), paragraphs, len(chosen))
        yield _agreement(among, pair, ALL, labels, paragraphs, len(chosen))


_PAIRS: tuple[Among, ...] = ("two_students", "student_and_program")


def _labels(coder: Coder, texts: Sequence[CodingUnits]) -> Values:
    pieces = [
        text.labels(mark for mark in coder.marks if mark.article_id == text.article_id)
        if text.article_id in coder.articles
        else np.full(len(text.spans), MISSING, dtype=np.int64)
        for text in texts
    ]
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int64)


def _of_kind(labels: Values, kind: str) -> Values:
    return np.where(labels == MISSING, MISSING, (labels & BIT[kind]) // BIT[kind])


def _agreement(
    among: Among,
    pair: Sequence[Coder],
    kind: str,
    values: Values,
    paragraphs: Values,
    coders: int,
) -> Agreement:
    marked = (values > 0).any(axis=0)
    known = np.where(values == MISSING, values.max(axis=0, initial=0), values)
    alike = (known == known[:1]).all(axis=0) if len(known) else np.zeros(0, dtype=bool)
    enough = int(marked.sum()) >= ENOUGH
    units = counts(_numbered(values)) if enough else np.zeros((0, 1))
    total = units.sum(axis=0)
    found = _number(alpha(total)) if enough else None
    low, high = _interval(units, paragraphs) if found is not None else (None, None)
    return Agreement(
        among=among,
        coder_a=pair[0].name if pair else None,
        coder_b=pair[1].name if pair else None,
        kind=kind,
        coders=coders,
        words=values.shape[1],
        marked=int(marked.sum()),
        marked_alike=int((marked & alike).sum()),
        alike=int(alike.sum()),
        agreement=agreement(total) if enough else None,
        alpha=found,
        ci_low=low,
        ci_high=high,
        **_touching(pair, kind),
        enough=enough,
    )


def _touching(pair: Sequence[Coder], kind: str) -> dict[str, int | None]:
    names = ("marks_a", "marks_a_touching", "marks_b", "marks_b_touching")
    if not pair:
        return dict.fromkeys(names)
    both = pair[0].articles & pair[1].articles
    a, b = (
        [mark for mark in coder.marks if mark.article_id in both and kind in (mark.kind, ALL)]
        for coder in pair
    )
    return dict(zip(names, (len(a), touching(a, b), len(b), touching(b, a)), strict=True))


def _numbered(values: Values) -> Values:
    """The values as numbers without gaps, so that only sets of labels that occur take room."""
    known = np.unique(values[values != MISSING])
    return np.where(values == MISSING, MISSING, np.searchsorted(known, values))


def _interval(units: Counts, paragraphs: Values) -> tuple[float | None, float | None]:
    places, number = np.unique(paragraphs, return_inverse=True)
    by_paragraph = np.zeros((len(places), units.shape[1]))
    np.add.at(by_paragraph, number, units)
    samples = alpha(_bootstrap_weights(len(places)) @ by_paragraph)
    low, high = interval(samples[:, None], np.array([len(places)]))
    return _number(low[0]), _number(high[0])


@lru_cache(maxsize=8)
def _bootstrap_weights(paragraphs: int) -> Counts:
    """How often each paragraph stands in each bootstrap sample."""
    rng = np.random.default_rng(SEED)
    return rng.multinomial(paragraphs, np.full(paragraphs, 1 / paragraphs), size=BOOTSTRAP_SAMPLES).astype(
        np.float64
    )


def _number(value: Any) -> float | None:
    return None if isnan(float(value)) else float(value)


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
