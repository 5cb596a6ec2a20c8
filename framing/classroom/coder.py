"""Coders: somebody, or the program, who marked passages of some articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from framing.extract import extractors
from framing.extract.base import marked_families
from framing.records.article import Span

MARKED = marked_families(extractors())
"""The families whose rows have a mark in the text: those that come with the toolkit, and installed ones."""
KINDS: tuple[str, ...] = tuple(family.shown.letter for family in MARKED)
"""The letters of their marks."""

PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words of an article with a label; a mark of the program may be in several pieces."""

    article_id: str
    kind: str
    pieces: tuple[Span, ...]

    def touches(self, other: Mark) -> bool:
        """Whether both have the same label and a character in common.

        >>> one = Mark("a", "C", (Span(0, 6), Span(20, 25)))
        >>> one.touches(Mark("a", "C", (Span(24, 30),))), one.touches(Mark("a", "N", (Span(0, 6),)))
        (True, False)
        """
        return (self.article_id, self.kind) == (other.article_id, other.kind) and any(
            piece.overlaps(another) for piece in self.pieces for another in other.pieces
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """What one coder marked. `articles` are those that the coder has coded, with or without marks.

    `replies` holds answers by the id of the question, `questions` its wording.
    An article that is not among them is missing for this coder: its words are unknown, not unmarked.
    """

    name: str
    articles: frozenset[str]
    marks: tuple[Mark, ...]
    replies: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)


def touching(marks: Sequence[Mark], others: Sequence[Mark]) -> int:
    """How many of the marks touch one of the others that has the same label.

    >>> mine = [Mark("a", "N", (Span(0, 4),)), Mark("a", "N", (Span(9, 12),))]
    >>> touching(mine, [Mark("a", "N", (Span(2, 10),))])
    2
    """
    return sum(any(mark.touches(other) for other in others) for mark in marks)
