"""The agreement of coders on one kind of mark, or on all: the record and its table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from framing.classroom.coder import KINDS
from framing.compare.statistics.intervals import ENOUGH
from framing.records.columns import Column, Table

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
            definition="Lower end of the 95 % interval of alpha, by a bootstrap of paragraphs.",
            range="-1 to 1",
            missing_means="no alpha, or one paragraph only",
            source="Davison and Hinkley 1997, section 3.8",
        ),
        Column(
            name="ci_high",
            type="number",
            definition="Upper end of the 95 % interval of alpha, by a bootstrap of paragraphs.",
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
    kind: str
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
