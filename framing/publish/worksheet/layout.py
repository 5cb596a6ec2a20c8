"""The sheet as blocks, the same for every format: the student's copy, and the teacher's key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.publish.questions.phrases import joined
from framing.publish.questions.records import LessonQuestion, OrganiserEntry, QuotedPassage, Term
from framing.publish.worksheet import teaching
from framing.publish.worksheet.sheet import Sheet

SIDE_BY_SIDE = 4
"""Columns of an organiser that fit on a page."""
LINES = 4
"""Ruled lines under a question."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class SheetText:
    """A paragraph; `head` stands before it in bold, `role` says what it is."""

    text: str
    head: str = ""
    role: Literal["plain", "question", "answer", "small"] = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with its citation; its focus is in bold where `shown`."""

    passage: QuotedPassage
    shown: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines for name, class and date."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every cell is a tuple of paragraphs. A `roomy` one has tall cells to write in."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    roomy: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    pass


SheetBlock = Heading | SheetText | Bullets | Quote | Lines | Fields | Grid | NewPage


def student_blocks(sheet: Sheet) -> list[SheetBlock]:
    """The student's copy: forewarning, questions with room to write, the empty organiser, the glossary."""
    return [
        Heading(sheet.title, 1),
        Fields(("Name", "Class", "Date")),
        Heading("Before you read", 2),
        Bullets(_forewarning(sheet)),
        *_headlines(sheet),
        Heading("Talk about it", 2),
        SheetText("Answer with words from the texts, and write down where they stand."),
        *(block for question in sheet.questions for block in _question(question, key=False)),
        NewPage(),
        Heading(_compare(sheet), 2),
        *_organiser(sheet, key=False),
        Heading("Before you go", 2),
        SheetText(teaching.EXIT_TICKET),
        Lines(LINES),
        NewPage(),
        Heading("Words you may need", 2),
        *_terms(sheet, shown=False),
        SheetText(sheet.citation, role="small"),
    ]


def key_blocks(sheet: Sheet) -> list[SheetBlock]:
    """The teacher's key: goals, a plan of one lesson, answers, the filled organiser, the rubric."""
    plan = tuple((f"{step.minutes} min",) for step in teaching.LESSON)
    minutes = sum(step.minutes for step in teaching.LESSON)
    notes: list[SheetBlock] = [Heading("What this sheet does not have", 2), Bullets(sheet.notes)]
    return [
        Heading(f"{sheet.title}: teacher’s key", 1),
        SheetText(
            "This file has the answers. The student’s copy is a file of its own. Every sentence here is a template "
            "filled from what was counted in the texts; every passage is the text’s own characters."
        ),
        *(notes if sheet.notes else ()),
        Heading("Essential questions", 2),
        Bullets(teaching.ESSENTIAL),
        Heading("Goals", 2),
        Bullets(sheet.goals),
        Heading(f"One lesson of {minutes} minutes", 2),
        Grid(
            "Plan of one lesson",
            ("Time", "What the class does"),
            tuple((time, (step.what,)) for time, step in zip(plan, teaching.LESSON, strict=True)),
        ),
        Heading("Questions and answers", 2),
        *(block for question in sheet.questions for block in _question(question, key=True)),
        NewPage(),
        Heading(f"{_compare(sheet)}: examples", 2),
        SheetText(
            "A few examples from each text, found by word lists and grammar rules. Students may well find others, and "
            "better ones. An empty cell means that the program found nothing, not that there is nothing."
        ),
        *_organiser(sheet, key=True),
        Heading("Exit ticket", 2),
        SheetText(teaching.EXIT_TICKET),
        SheetText(
            "Look for a doer and a speaker in the first headline, and for what the second one leaves open."
        ),
        Heading("Rubric", 2),
        Grid(
            "Rubric",
            ("", "Mastery", "Emerging", "Beginning"),
            tuple(
                ((level.skill,), (level.mastery,), (level.emerging,), (level.beginning,))
                for level in teaching.RUBRIC
            ),
        ),
        Heading("Words", 2),
        *_terms(sheet, shown=True),
        Heading("What no question here can settle", 2),
        Bullets(teaching.LIMITS),
        SheetText(sheet.citation, role="small"),
    ]


def _forewarning(sheet: Sheet) -> tuple[str, ...]:
    return teaching.FOREWARNING if len(sheet.headlines) != 1 else teaching.FOREWARNING_ONE


def _compare(sheet: Sheet) -> str:
    return "Compare the texts" if len(sheet.sources) > 1 else "Look at the text"


def _headlines(sheet: Sheet) -> Iterator[SheetBlock]:
    """The headlines first, without anything marked: the class looks before it reads."""
    if len(sheet.headlines) > 1:
        yield Heading("The headlines", 2)
        yield Grid(
            "Headlines",
            ("Source", "Headline"),
            tuple(((title.source,), (title.text,)) for title in sheet.headlines),
        )


def _question(question: LessonQuestion, *, key: bool) -> Iterator[SheetBlock]:
    number = question.id.removeprefix("q")
    yield Heading(f"Question {number}", 3)
    yield SheetText(question.text, role="question")
    for passage in question.passages:
        yield Quote(passage, shown=key)
    if key:
        for head, text in question.answer.parts:
            yield SheetText(text, head=head, role="answer")
    else:
        yield Lines(LINES)


def _organiser(sheet: Sheet, *, key: bool) -> Iterator[SheetBlock]:
    """The organiser, four columns at a time."""
    organiser = sheet.organiser
    for first in range(0, len(organiser.sources), SIDE_BY_SIDE):
        part = slice(first, first + SIDE_BY_SIDE)
        rows = tuple(
            ((head,), *(tuple(map(_entry, cell)) if key else () for cell in cells[part]))
            for head, cells in zip(organiser.rows, organiser.cells, strict=True)
        )
        yield Grid(
            f"Organiser: {joined(organiser.sources[part])}",
            ("", *organiser.sources[part]),
            rows,
            roomy=not key,
        )


def _entry(entry: OrganiserEntry) -> str:
    return f"{entry.text} ({entry.place})"


def _terms(sheet: Sheet, *, shown: bool) -> Iterator[SheetBlock]:
    for term in sheet.terms:
        yield SheetText(term.definition, head=term.term)
        yield from _example(term, shown=shown)


def _example(term: Term, *, shown: bool) -> Iterator[SheetBlock]:
    if term.example is not None:
        yield Quote(term.example, shown=shown)
