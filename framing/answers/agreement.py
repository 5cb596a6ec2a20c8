"""How far coders agree, word by word: two students, a student and the program, all of them together.

For one kind of mark a word is marked or not; for all kinds together its value is the set of its labels.
Only words that at least two of the coders have coded are counted. Intervals come from drawing paragraphs
anew, because the words of a passage are marked together (Davison and Hinkley 1997, Bootstrap Methods and
their Application, section 3.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import combinations
from math import isnan
from typing import Any, Literal, get_args

import numpy as np

from framing.answers.alpha import MISSING, Counts, Values, agreement, alpha, counts
from framing.answers.coder import KINDS, Coder, Kind, touching
from framing.answers.units import BIT, Words
from framing.columns import Column, Table
from framing.compare.resampling import DRAWS, SEED, interval
from framing.compare.statistics import ENOUGH

Among = Literal["two_students", "student_and_program", "students", "students_and_program"]
ALL: Literal["all"] = "all"
ALPHA_SOURCE = "Krippendorff 2004, Human Communication Research 30:411-433"
_NO_PAIR = "more than two coders"

AGREEMENT = Table(
    "agreement",
    (
        Column(name="among", definition="Who is compared.", values=get_args(Among)),
        Column(name="coder_a", definition="One of two coders.", missing_means=_NO_PAIR, example="Student 1"),
        Column(name="coder_b", definition="The other one.", missing_means=_NO_PAIR, example="program"),
        Column(
            name="kind",
            definition="The kind of mark, or all together: then a word's value is the set of its labels.",
            values=(*KINDS, ALL),
        ),
        Column(
            name="coders", type="integer", definition="Coders compared.", unit="coders", range="2 or more"
        ),
        Column(
            name="words",
            type="integer",
            definition="Words that at least two of the coders have coded.",
            unit="words",
            range="0 or more",
        ),
        Column(
            name="marked",
            type="integer",
            definition="Words of these that at least one coder marked.",
            unit="words",
            range="0 or more",
        ),
        Column(
            name="marked_alike",
            type="integer",
            definition="Marked words with the same labels from every coder who coded them.",
            unit="words",
            range="0 or more",
        ),
        Column(
            name="alike",
            type="integer",
            definition="Words, marked or not, with the same labels from every coder who coded them.",
            unit="words",
            range="0 or more",
        ),
        Column(
            name="agreement",
            type="number",
            definition="Share of pairs of coders' values of the same word that are the same: alike by words "
            "for two coders.",
            unit="share",
            range="0 to 1",
            missing_means=f"fewer than {ENOUGH} marked words",
            source=ALPHA_SOURCE,
        ),
        Column(
            name="alpha",
            type="number",
            definition="Krippendorff's alpha for labels without an order, with missing values: 1 is full "
            "agreement, 0 what chance would bring.",
            range="-1 to 1",
            missing_means=f"fewer than {ENOUGH} marked words, or no two different values",
            source=ALPHA_SOURCE,
        ),
        Column(
            name="ci_low",
            type="number",
            definition="Lower end of the 95 % interval of alpha, paragraphs drawn anew.",
            range="-1 to 1",
            missing_means="no alpha, or one paragraph only",
            source="Davison and Hinkley 1997, section 3.8",
        ),
        Column(
            name="ci_high",
            type="number",
            definition="Upper end of the 95 % interval of alpha, paragraphs drawn anew.",
            range="-1 to 1",
            missing_means="no alpha, or one paragraph only",
            source="Davison and Hinkley 1997, section 3.8",
        ),
        Column(
            name="marks_a",
            type="integer",
            definition="Marks of coder_a in articles that both have coded.",
            unit="marks",
            missing_means=_NO_PAIR,
        ),
        Column(
            name="marks_a_touching",
            type="integer",
            definition="Marks of coder_a that touch a mark of coder_b of the same kind.",
            unit="marks",
            missing_means=_NO_PAIR,
        ),
        Column(
            name="marks_b",
            type="integer",
            definition="Marks of coder_b in articles that both have coded.",
            unit="marks",
            missing_means=_NO_PAIR,
        ),
        Column(
            name="marks_b_touching",
            type="integer",
            definition="Marks of coder_b that touch a mark of coder_a of the same kind.",
            unit="marks",
            missing_means=_NO_PAIR,
        ),
        Column(
            name="enough",
            type="boolean",
            definition=f"Whether at least {ENOUGH} words are marked; below that there is too little to compare.",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One comparison of coders on one kind of mark, or on all; see `AGREEMENT`."""

    among: Among
    coder_a: str | None
    coder_b: str | None
    kind: Kind | Literal["all"]
    coders: int
    words: int
    marked: int
    marked_alike: int
    alike: int
    agreement: float | None
    alpha: float | None
    ci_low: float | None
    ci_high: float | None
    marks_a: int | None
    marks_a_touching: int | None
    marks_b: int | None
    marks_b_touching: int | None
    enough: bool

    def row(self) -> dict[str, Any]:
        return asdict(self)


def agreements(students: Sequence[Coder], program: Coder, texts: Sequence[Words]) -> Iterator[Agreement]:
    """Every comparison: all students, with the program too, each with the program, each with each."""
    everybody = _Coded((*students, program), texts)
    last = len(students)
    if last > 1:
        yield from everybody.compare("students", range(last))
        yield from everybody.compare("students_and_program", range(last + 1))
    for one in range(last):
        yield from everybody.compare("student_and_program", (one, last))
    for two in combinations(range(last), 2):
        yield from everybody.compare("two_students", two)


class _Coded:
    """The labels of all coders on all words: a coder a row, a word a column."""

    def __init__(self, coders: Sequence[Coder], texts: Sequence[Words]) -> None:
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


def _labels(coder: Coder, texts: Sequence[Words]) -> Values:
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
