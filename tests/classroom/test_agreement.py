"""Agreement word by word: what counts as a unit, what is missing, and what is too little."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.classroom.agreement import agreements
from framing.classroom.agreement_record import Agreement
from framing.classroom.coder import KINDS, PROGRAM, Coder, Mark
from framing.classroom.units import words_of
from framing.records.article import Article, Removed, Span
from tests.conftest import article_of

FLOOD = article_of(
    "The mayor said that twelve people were killed in the flood.",
    "Rescuers searched the old town until dark, and the river went on rising all night long.",
    title="Flood kills twelve",
    article_id="flood",
)
FIRE = article_of(
    "Police said the fire had been put out by ten in the evening, without any help.", article_id="fire"
)


def coder(name: str, *marks: tuple[str, str], articles: Sequence[Article] = (FLOOD,)) -> Coder:
    """A coder who coded these articles; each mark is a kind and words of the first of them that has these."""
    made = []
    for kind, words in marks:
        article = next(a for a in articles if words in a.text)
        start = article.text.index(words)
        assert kind in KINDS
        made.append(Mark(article.article_id, kind, (Span(start, start + len(words)),)))
    return Coder(name=name, articles=frozenset(a.article_id for a in articles), marks=tuple(made))


def compared(students: Sequence[Coder], program: Coder) -> dict[tuple[str, str, str], Agreement]:
    texts = [words_of(FLOOD), words_of(FIRE)]
    return {
        (one.coder_a or one.among, one.coder_b or "", one.kind): one
        for one in agreements(students, program, texts)
    }


NOTHING = coder(PROGRAM)


def test_words_are_those_of_the_kept_text_with_the_title() -> None:
    caption = FLOOD.text.index("Rescuers")
    cut = Article(
        article_id="cut",
        source="x",
        text=FLOOD.text,
        file="x",
        sha256="",
        title=FLOOD.title,
        paragraphs=FLOOD.paragraphs,
        removed=(Removed(caption, len(FLOOD.text), "caption"),),
    )
    words = words_of(cut)
    assert [cut.text[start:end] for start, end in words.spans[:5]] == [
        "Flood",
        "kills",
        "twelve",
        "The",
        "mayor",
    ]
    assert cut.text[slice(*words.spans[-1])] == "flood"
    assert words.paragraphs[:4] == (0, 0, 0, 1)


def test_a_pair_agrees_on_words_and_on_labels() -> None:
    ada = coder("Ada", ("A", "The mayor said"), ("C", "twelve people were killed in the flood"))
    ben = coder("Ben", ("A", "The mayor said"), ("C", "people were killed"), ("N", "old town"))
    found = compared([ada, ben], NOTHING)
    losses = found["Ada", "Ben", "C"]
    assert (losses.words, losses.marked, losses.marked_alike, losses.enough) == (30, 7, 3, False)
    assert losses.alpha is None and losses.agreement is None
    together = found["Ada", "Ben", "all"]
    assert (together.marked, together.marked_alike, together.alike) == (12, 6, 24)
    assert together.agreement == pytest.approx(24 / 30)
    assert together.alpha is not None and 0 < together.alpha < 0.8
    assert together.ci_low is not None and together.ci_low < together.alpha < (together.ci_high or 0)
    assert (together.marks_a, together.marks_a_touching) == (2, 2)
    assert (together.marks_b, together.marks_b_touching) == (3, 2)


def test_marks_of_another_kind_do_not_touch() -> None:
    ada = coder("Ada", ("A", "The mayor said"))
    ben = coder("Ben", ("N", "The mayor said"))
    assert compared([ada, ben], NOTHING)["Ada", "Ben", "all"].marks_a_touching == 0


def test_an_article_that_a_coder_did_not_code_is_missing_and_not_unmarked() -> None:
    ada = coder("Ada", ("C", "kills twelve"), ("A", "Police said"), articles=[FLOOD, FIRE])
    ben = coder("Ben", ("C", "kills twelve"))
    cleo = coder("Cleo", articles=[FIRE])
    found = compared([ada, ben, cleo], NOTHING)
    assert found["Ada", "Ben", "all"].words == 30
    assert found["Ada", "Cleo", "all"].words == 16
    assert found["Ben", "Cleo", "all"].words == 0
    assert found["students", "", "all"].words == 46
    assert found["students", "", "A"].marked == 2


def test_the_same_marks_are_full_agreement_and_no_marks_are_too_few() -> None:
    marks = (("C", "twelve people were killed in the flood"), ("H", "until dark, and the river"))
    found = compared([coder("Ada", *marks), coder("Ben", *marks)], coder(PROGRAM, *marks))
    for among in ("students", "students_and_program"):
        assert found[among, "", "all"].alpha == pytest.approx(1)
        assert found[among, "", "all"].agreement == 1
    silent = compared([coder("Ada"), coder("Ben")], NOTHING)["Ada", "Ben", "all"]
    assert not silent.enough and silent.alpha is None and silent.alike == 30


def test_alpha_is_missing_where_every_word_has_the_same_label() -> None:
    everything = coder("Ada", ("H", FIRE.text), articles=[FIRE])
    ben = Coder(name="Ben", articles=everything.articles, marks=everything.marks)
    found = compared([everything, ben], NOTHING)["Ada", "Ben", "H"]
    assert found.enough and found.alpha is None and found.agreement == 1


def test_one_student_alone_is_compared_with_the_program_only() -> None:
    found = compared([coder("Ada", ("A", "The mayor said"))], coder(PROGRAM, ("A", "mayor said")))
    assert {(a, b) for a, b, _ in found} == {("Ada", PROGRAM)}


spans = st.tuples(st.integers(0, 150), st.integers(1, 40), st.sampled_from(KINDS))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(spans, max_size=6), min_size=2, max_size=4))
def test_shares_and_alpha_stay_in_their_ranges(drawn: list[list[tuple[int, int, str]]]) -> None:
    length = len(FLOOD.text)
    students = [
        Coder(
            name=f"Student {number}",
            articles=frozenset({"flood"}),
            marks=tuple(
                Mark("flood", kind, (Span(min(at, length - 1), min(at + size, length)),))
                for at, size, kind in marks
            ),
        )
        for number, marks in enumerate(drawn)
    ]
    for one in agreements(students, NOTHING, [words_of(FLOOD)]):
        assert 0 <= one.marked_alike <= one.marked <= one.words == 30
        assert one.alike == one.words - one.marked + one.marked_alike
        if one.agreement is not None:
            assert 0 <= one.agreement <= 1
        if one.alpha is not None:
            assert -1 <= one.alpha <= 1
