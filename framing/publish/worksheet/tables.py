"""The quiz as tables: for students without the right choice, for the teacher with it and with its passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from framing.compare.lesson.quiz import MOST_CHOICES
from framing.publish.shared.documents import harmless
from framing.publish.tables import csv_text
from framing.publish.worksheet.quiz import QuizQuestion
from framing.publish.worksheet.sheet import Sheet
from framing.records.columns import Column, Table

LETTERS = "ABCD"

_ASKED = (
    Column(name="id", definition="Name of the question on this sheet.", example="c1"),
    Column(name="question", definition="The question."),
    *(
        Column(
            name=f"choice_{letter.lower()}",
            definition=f"Choice {letter}.",
            missing_means=f"the question has fewer than {number} choices",
        )
        for number, letter in enumerate(LETTERS[:MOST_CHOICES], 1)
    ),
)
STUDENT = Table("student", _ASKED)
KEY = Table(
    "key",
    (
        *_ASKED,
        Column(name="right", definition="Letter of the right choice.", values=tuple(LETTERS[:MOST_CHOICES])),
        Column(name="right_choice", definition="The right choice in words."),
        Column(name="source", definition="What the article that shows it is called."),
        Column(name="place", definition="Where the passage stands.", example="paragraph 3"),
        Column(
            name="start",
            type="integer",
            definition="First character of the passage, as an offset into the article's text.",
            unit="characters",
        ),
        Column(name="end", type="integer", definition="Offset behind the last character.", unit="characters"),
        Column(name="passage", definition="The passage that shows it."),
    ),
)


def student_csv(sheet: Sheet) -> str:
    """The questions and their choices."""
    return harmless(csv_text(STUDENT, (_asked(choice) for choice in sheet.quiz)))


def key_csv(sheet: Sheet) -> str:
    """The same with the right choices and the passages that show them."""
    return harmless(csv_text(KEY, _answered(sheet)))


def _asked(choice: QuizQuestion) -> dict[str, Any]:
    cells: dict[str, Any] = {"id": choice.id, "question": choice.text}
    for number, letter in enumerate(LETTERS[:MOST_CHOICES]):
        given = choice.choices[number] if number < len(choice.choices) else None
        cells[f"choice_{letter.lower()}"] = given
    return cells


def _answered(sheet: Sheet) -> Iterator[Mapping[str, Any]]:
    for choice in sheet.quiz:
        passage = choice.passage
        yield _asked(choice) | {
            "right": LETTERS[choice.right],
            "right_choice": choice.choices[choice.right],
            "source": passage.source,
            "place": passage.place,
            "start": passage.start,
            "end": passage.end,
            "passage": passage.text,
        }
