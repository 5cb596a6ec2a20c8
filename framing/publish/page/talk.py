"""The questions of the worksheet on the page, each passage with a link to its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.publish.questions import chosen, found
from framing.publish.questions.glossary import page_glossary
from framing.publish.questions.material import Material
from framing.publish.questions.question_records import Passage, Term
from framing.publish.shared.passages import Book
from framing.results import Results


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that a question cites; `anchor` leads to its place on the page."""

    passage: Passage
    anchor: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its two passages."""

    id: str
    text: str
    passages: tuple[Quoted, ...]


def talk(results: Results, letters: Mapping[str, str], book: Book) -> tuple[Asked, ...]:
    """The questions that `framing worksheet` asks about the same run."""
    return tuple(
        Asked(
            question.id,
            question.text,
            tuple(Quoted(passage, _anchor(passage, letters, book)) for passage in question.passages),
        )
        for question in chosen(found(Material(results)))
    )


def glossary_terms(results: Results) -> tuple[Term, ...]:
    """The words that the page uses, and the terms that the texts have an example of."""
    return page_glossary(Material(results))


def _anchor(passage: Passage, letters: Mapping[str, str], book: Book) -> str:
    letter = letters[passage.article_id]
    if book.has(passage.mention_id):
        return f"m-{letter}-{passage.mention_id.rpartition(':')[2]}"
    return f"text-{letter}"
