"""What page and worksheet ask with: passages quoted, questions with their answers, terms, the organiser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from framing.compare.lesson import CitedPassage
from framing.compare.lesson.pair import PairKind
from framing.publish.shared.names import SourceNames
from framing.publish.shared.passages import place_words
from framing.records.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPassage:
    """A cited passage as it is shown: `text` is `Article.text[start:end]`.

    `source` is what the article is called (its source, numbered where a source has several articles),
    `place` says where it stands in words. `focus` are the stretches to be set in bold, as offsets into the
    article. `mention_id` is the evidence row that it was cited for.
    """

    article_id: str
    source: str
    mention_id: str
    place: str
    start: int
    end: int
    text: str
    focus: tuple[Span, ...] = ()
    cut_before: bool = False
    cut_after: bool = False

    @classmethod
    def of(cls, cited: CitedPassage, names: SourceNames) -> QuotedPassage:
        return cls(
            article_id=cited.article_id,
            source=names.of(cited.article_id),
            mention_id=cited.mention_id,
            place=place_words(cited),
            start=cited.start,
            end=cited.end,
            text=cited.text,
            focus=cited.focus,
            cut_before=cited.cut_before,
            cut_after=cited.cut_after,
        )

    @property
    def where(self) -> str:
        """Source, paragraph and characters, as a citation gives them."""
        return f"{self.source}, {self.place}, characters {self.start:,}–{self.end:,}"

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is in focus.

        >>> QuotedPassage(article_id="a", source="A", mention_id="", place="headline", start=4, end=12,
        ...         text="two held", focus=(Span(8, 12),)).pieces
        (('two ', False), ('held', True))
        """
        found: list[tuple[str, bool]] = []
        at = self.start
        for span in self.focus:
            start, end = max(at, span.start), min(span.end, self.end)
            if start >= end:
                continue
            found += [(self.text[at - self.start : start - self.start], False)] if start > at else []
            found.append((self.text[start - self.start : end - self.start], True))
            at = end
        rest = self.text[at - self.start :]
        return tuple([*found, (rest, False)] if rest else found)


@dataclass(frozen=True, slots=True)
class Answer:
    """A teacher's answer: what differs, how often and where, what a student might notice, what stays open."""

    differs: str
    counts: str
    notice: str
    limits: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Each part that there is, under its heading."""
        named = (
            ("What differs", self.differs),
            ("How often, and where", self.counts),
            ("What a student might notice", self.notice),
            ("What cannot be concluded", self.limits),
        )
        return tuple((head, text) for head, text in named if text)


class Worded(NamedTuple):
    """The words of a question, and the ids of the glossary's terms that it needs."""

    text: str
    answer: Answer
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonQuestion:
    """A question on two passages; `terms` are ids of the glossary."""

    id: str
    kind: PairKind
    text: str
    passages: tuple[QuotedPassage, QuotedPassage]
    answer: Answer
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary in plain words, with an example from the texts; a term of the page may have none."""

    id: str
    term: str
    definition: str
    example: QuotedPassage | None


@dataclass(frozen=True, slots=True)
class OrganiserEntry:
    """What the key shows in a cell of the organiser: words of the text, or words about it, and where."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Organiser:
    """One column a source, one row a thing to look for; `cells[row][column]` are the key's entries."""

    sources: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[tuple[OrganiserEntry, ...], ...], ...]
