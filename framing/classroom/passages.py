"""The passages to talk about: marked by most students and not by the program, the other way round, or disputed.

Most students: more than half of those who coded the article. A passage is a run of words that most of them
marked with the same kind, a mark of the program that touches no such run, or a run of words on which
students are divided: marked by at least a third and at most half of them, and touching neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from framing.classroom.coder import KINDS, Coder, Mark
from framing.classroom.units import CodingUnits
from framing.records.article import Article, Span, merged
from framing.records.columns import Column, Table

FoundBy = Literal["students", "program", "both", "divided"]

PASSAGES = Table(
    "passages",
    (
        Column(name="article_id", definition="The article of the passage."),
        Column(name="source", definition="Label of the article's source."),
        Column(name="kind", definition="The kind of mark.", values=KINDS),
        Column(
            name="found_by",
            definition="students: more than half of them, and not the program; program: it, and not more than half "
            "of the students; both; divided: a third to a half of the students, and not the program.",
            values=get_args(FoundBy),
        ),
        Column(
            name="start",
            type="integer",
            definition="First character, as an offset into the article's text.",
            unit="characters",
        ),
        Column(
            name="end",
            type="integer",
            definition="Offset behind the last character (half-open).",
            unit="characters",
        ),
        Column(name="text", definition="The characters from start to end."),
        Column(
            name="students",
            type="integer",
            definition="Students who coded the article.",
            unit="students",
            range="1 or more",
        ),
        *(
            Column(
                name=f"marked_{kind}",
                type="integer",
                definition=f"Students of these with a mark of kind {kind} that touches the passage.",
                unit="students",
                range="0 to students",
            )
            for kind in KINDS
        ),
        Column(
            name="marked_by", type="list", definition="The coders with a mark of this kind that touches it."
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPassage:
    """One passage; `marked` counts the students with a touching mark by kind. See `PASSAGES`."""

    article_id: str
    kind: str
    found_by: FoundBy
    span: Span
    students: int
    marked: tuple[int, ...]
    marked_by: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the students who marked it with its kind."""
        return self.marked[KINDS.index(self.kind)] / self.students

    def row(self, article: Article) -> dict[str, Any]:
        return {
            "article_id": self.article_id,
            "source": article.source,
            "kind": self.kind,
            "found_by": self.found_by,
            "start": self.span.start,
            "end": self.span.end,
            "text": article.text[self.span.start : self.span.end],
            "students": self.students,
            **{f"marked_{kind}": number for kind, number in zip(KINDS, self.marked, strict=True)},
            "marked_by": self.marked_by,
        }


def passages(
    students: Sequence[Coder], program: Coder, texts: Sequence[CodingUnits]
) -> Iterator[CodedPassage]:
    """The passages of every article that a student has coded, in the order of articles, kinds and text."""
    for words in texts:
        coders = [coder for coder in students if words.article_id in coder.articles]
        if coders:
            for kind in KINDS:
                yield from _of_kind(words, kind, coders, program)


def _of_kind(
    words: CodingUnits, kind: str, coders: Sequence[Coder], program: Coder
) -> Iterator[CodedPassage]:
    votes = sum((words.labels(_marks(coder, words, kind)) > 0).astype(np.int64) for coder in coders)
    assert isinstance(votes, np.ndarray)
    most = _runs(words, 2 * votes > len(coders))
    some = _runs(words, (votes > 0) & (3 * votes >= len(coders)) & (2 * votes <= len(coders)))
    by_program = [merged(mark.pieces) for mark in _marks(program, words, kind)]
    pieces = [piece for mark in by_program for piece in mark]
    found: set[tuple[Span, FoundBy]] = {
        (run, "both" if _touches(run, pieces) else "students") for run in most
    }
    found |= {
        (Span(mark[0].start, mark[-1].end), "program")
        for mark in by_program
        if not any(_touches(piece, most) for piece in mark)
    }
    found |= {(run, "divided") for run in some if not _touches(run, [*pieces, *_near(most)])}
    for span, found_by in sorted(found):
        yield _passage(words.article_id, kind, found_by, span, coders)


def _marks(coder: Coder, words: CodingUnits, kind: str) -> list[Mark]:
    """The marks of one kind that a coder made in one article."""
    return [mark for mark in coder.marks if mark.article_id == words.article_id and mark.kind == kind]


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _near(runs: Sequence[Span]) -> list[Span]:
    """The runs a little wider, so that a single word beside one is not a passage of its own."""
    return [Span(max(0, run.start - 2), run.end + 2) for run in runs]


def _runs(words: CodingUnits, chosen: NDArray[np.bool_]) -> list[Span]:
    """The stretches of chosen words that stand side by side in one paragraph."""
    runs: list[Span] = []
    before = -2
    for place in np.flatnonzero(chosen):
        span = words.spans[place]
        if place == before + 1 and words.paragraphs[place] == words.paragraphs[before]:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
        before = int(place)
    return runs


def _passage(
    article_id: str, kind: str, found_by: FoundBy, span: Span, coders: Sequence[Coder]
) -> CodedPassage:
    touching = {
        wanted: [coder.name for coder in coders if any(mark.touches(probe) for mark in coder.marks)]
        for wanted in KINDS
        for probe in (Mark(article_id, wanted, (span,)),)
    }
    return CodedPassage(
        article_id=article_id,
        kind=kind,
        found_by=found_by,
        span=span,
        students=len(coders),
        marked=tuple(len(touching[wanted]) for wanted in KINDS),
        marked_by=tuple(touching[kind]),
    )
