"""The questions of the worksheet on the page, each passage with a link to its place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framing.publish.questions.records import Question, QuotedPassage
from framing.publish.shared.passages import Book


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage that a question cites; `anchor` leads to its place on the page."""

    passage: QuotedPassage
    anchor: str


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A question with its two passages."""

    id: str
    text: str
    passages: tuple[LinkedPassage, ...]


def talk(questions: Iterable[Question], letters: Mapping[str, str], book: Book) -> tuple[LinkedQuestion, ...]:
    """The questions with links; `letters` gives the letter of each article."""
    return tuple(
        LinkedQuestion(
            question.id,
            question.text,
            tuple(LinkedPassage(passage, _anchor(passage, letters, book)) for passage in question.passages),
        )
        for question in questions
    )


def _anchor(passage: QuotedPassage, letters: Mapping[str, str], book: Book) -> str:
    letter = letters[passage.article_id]
    if book.has(passage.mention_id):
        return f"m-{letter}-{passage.mention_id.rpartition(':')[2]}"
    return f"text-{letter}"
