"""The quiz in words: the question of each item, and its choices, the right one at no fixed place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framing.compare.lesson import QuizItem
from framing.compare.lesson.quiz import MOST_LETTERS
from framing.publish.questions.phrases import LONGEST_QUOTED, clipped, quoted
from framing.publish.questions.records import QuotedPassage
from framing.publish.shared.names import SourceNames


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizQuestion:
    """A quiz question with one right choice; `passage` shows why it is right."""

    id: str
    text: str
    choices: tuple[str, ...]
    right: int
    passage: QuotedPassage


def quiz_questions(items: Iterable[QuizItem], names: SourceNames) -> Iterator[QuizQuestion]:
    """The questions, numbered c1, c2 …; choices in alphabetical order, turned by the number, so that the place
    of the right one tells nothing."""
    for number, item in enumerate(items, 1):
        passage = QuotedPassage.of(item.passage, names)
        right, *wrong = _choices(item, names)
        ordered = sorted((right, *wrong), key=str.casefold)
        turn = number % len(ordered)
        ordered = [*ordered[turn:], *ordered[:turn]]
        yield QuizQuestion(
            id=f"c{number}",
            text=_text(item, passage, names),
            choices=tuple(ordered),
            right=ordered.index(right),
            passage=passage,
        )


def _choices(item: QuizItem, names: SourceNames) -> list[str]:
    """The choices in words, the right one first."""
    given = (item.right, *item.wrong)
    match item.kind:
        case "speaker":
            return [clipped(speaker, LONGEST_QUOTED) for speaker in given]
        case "name":
            return [names.source(source) for source in given]
        case _:
            return list(given)


def _text(item: QuizItem, passage: QuotedPassage, names: SourceNames) -> str:
    match item.kind:
        case "speaker":
            where = f"{passage.source}, {passage.place}"
            return f"{where}: to whom does the text give the number {quoted(item.asked)}?"
        case "figure":
            return f"Which number does {names.source(item.asked)} write here? {_blanked(item)}"
        case "name":
            return f"Which source writes {quoted(item.asked)} for {item.about}?"
        case _:
            return f"Which reporting word does {passage.source} use here? {_blanked(item)}"


def _blanked(item: QuizItem) -> str:
    """The passage with a blank in the place of the right answer."""
    text, at = item.passage.text, item.passage.start
    blank = item.blank or item.passage.focus[0]
    before, after = text[: blank.start - at], text[blank.end - at :]
    return quoted(f"{before}_____{after}", longest=2 * MOST_LETTERS)
