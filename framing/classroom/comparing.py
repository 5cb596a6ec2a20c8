"""How far coders agree, word by word: two students, a student and the program, all of them together.

For one kind of mark a word is marked or not; for all kinds together its value is the set of its labels.
Only words that at least two of the coders have coded are counted. Intervals come from drawing paragraphs
anew, because the words of a passage are marked together (Davison and Hinkley 1997, Bootstrap Methods and
their Application, section 3.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import isnan
from typing import Any, Literal

import numpy as np

from framing.classroom.agreement import ALL, Agreement, Among
from framing.classroom.alpha import MISSING, Counts, Values, agreement, alpha, counts
from framing.classroom.coder import KINDS, Coder, Kind, touching
from framing.classroom.units import BIT, CodingUnits
from framing.compare.statistics.intervals import ENOUGH
from framing.compare.statistics.resampling import DRAWS, SEED, interval


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


def _of_kind(labels: Values, kind: Kind) -> Values:
    return np.where(labels == MISSING, MISSING, (labels & BIT[kind]) // BIT[kind])


def _agreement(
    among: Among,
    pair: Sequence[Coder],
    kind: Kind | Literal["all"],
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
    samples = alpha(_draws(len(places)) @ by_paragraph)
    low, high = interval(samples[:, None], np.array([len(places)]))
    return _number(low[0]), _number(high[0])


@lru_cache(maxsize=8)
def _draws(paragraphs: int) -> Counts:
    """How often each paragraph is drawn in each sample."""
    rng = np.random.default_rng(SEED)
    return rng.multinomial(paragraphs, np.full(paragraphs, 1 / paragraphs), size=DRAWS).astype(np.float64)


def _number(value: Any) -> float | None:
    return None if isnan(float(value)) else float(value)
