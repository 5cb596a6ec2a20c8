"""Passages to talk about: most students, the program, both, or divided."""

from __future__ import annotations

from framing.classroom.coder import PROGRAM, Coder
from framing.classroom.passages import passages
from framing.classroom.units import words_of
from tests.classroom.test_agreement import FIRE, FLOOD, coder


def found(students: list[Coder], program: Coder) -> set[tuple[str, str, str]]:
    texts = [words_of(FLOOD), words_of(FIRE)]
    by_id = {"flood": FLOOD, "fire": FIRE}
    return {
        (one.found_by, one.kind, by_id[one.article_id].text[slice(*one.span)])
        for one in passages(students, program, texts)
    }


def test_most_students_and_the_program_are_told_apart() -> None:
    program = coder(PROGRAM, ("A", "mayor said"), ("C", "kills twelve"))
    students = [
        coder("Ada", ("A", "The mayor said"), ("H", "went on rising")),
        coder("Ben", ("A", "The mayor said that"), ("H", "on rising all night")),
        coder("Cleo", ("H", "river went on"), ("C", "kills")),
    ]
    assert found(students, program) == {
        ("both", "A", "The mayor said"),
        ("program", "C", "kills twelve"),
        ("students", "H", "went on rising"),
    }


def test_half_of_the_students_are_divided_and_half_of_two_is_one() -> None:
    students = [coder("Ada", ("N", "old town")), coder("Ben")]
    assert found(students, coder(PROGRAM)) == {("divided", "N", "old town")}


def test_one_of_many_students_makes_no_passage() -> None:
    students = [coder("Ada", ("N", FLOOD.text)), *(coder(f"Student {n}") for n in range(5))]
    assert found(students, coder(PROGRAM)) == set()


def test_only_students_who_coded_the_article_are_counted() -> None:
    students = [coder("Ada", ("A", "Police said"), articles=[FIRE]), coder("Ben"), coder("Cleo")]
    (one,) = passages(students, coder(PROGRAM), [words_of(FLOOD), words_of(FIRE)])
    assert (one.found_by, one.students, one.marked, one.marked_by) == ("students", 1, (1, 0, 0, 0), ("Ada",))


def test_a_passage_counts_the_marks_of_other_kinds_too() -> None:
    students = [
        coder("Ada", ("C", "kills twelve")),
        coder("Ben", ("H", "kills")),
        coder("Cleo", ("C", "kills")),
    ]
    passage = next(p for p in passages(students, coder(PROGRAM), [words_of(FLOOD)]) if p.kind == "C")
    assert passage.marked == (0, 2, 0, 1)
