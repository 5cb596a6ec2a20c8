"""The answers of a class as tables: one row a coder, one row a mark or reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from framing.classroom.coder import KINDS, Coder
from framing.records.article import Article
from framing.records.columns import Column, Table

_CODER = Column(
    name="coder",
    definition="Student 1, Student 2 …; with --names what the student typed, or the name of the file.",
    example="Student 1",
)
_REPLY = "the row is a reply"
_MARK = "the row is a mark"

CODERS = Table(
    "coders",
    (
        _CODER,
        Column(
            name="articles",
            type="list",
            definition="Articles that the student coded: read to the end, as the student says, or marked.",
            missing_means="none",
        ),
        *(
            Column(
                name=f"marks_{kind}",
                type="integer",
                definition=f"Marks of kind {kind}.",
                unit="marks",
                range="0 or more",
            )
            for kind in KINDS
        ),
        Column(
            name="replies",
            type="integer",
            definition="Questions that the student answered.",
            unit="replies",
            range="0 or more",
        ),
    ),
)

ANSWERS = Table(
    "answers",
    (
        _CODER,
        Column(name="answer", definition="What the row is.", values=("mark", "reply")),
        Column(name="question", definition="The id of the question.", missing_means=_MARK),
        Column(
            name="asked",
            definition="The question as the page asked it.",
            missing_means="the row is a mark, or the file does not say",
        ),
        Column(name="article_id", definition="The article of the mark.", missing_means=_REPLY),
        Column(name="source", definition="Label of the article's source.", missing_means=_REPLY),
        Column(
            name="kind", definition="The label that the student chose.", values=KINDS, missing_means=_REPLY
        ),
        Column(
            name="start",
            type="integer",
            definition="First character, as an offset into the article's text.",
            unit="characters",
            missing_means=_REPLY,
        ),
        Column(
            name="end",
            type="integer",
            definition="Offset behind the last character (half-open).",
            unit="characters",
            missing_means=_REPLY,
        ),
        Column(name="text", definition="The marked characters, or what the student wrote."),
    ),
)


def coder_rows(coders: Iterable[Coder]) -> Iterator[Mapping[str, Any]]:
    for coder in coders:
        yield {
            "coder": coder.name,
            "articles": tuple(sorted(coder.articles)),
            **{f"marks_{kind}": sum(mark.kind == kind for mark in coder.marks) for kind in KINDS},
            "replies": len(coder.replies),
        }


def answer_rows(coders: Iterable[Coder], articles: Mapping[str, Article]) -> Iterator[Mapping[str, Any]]:
    """The marks of each coder in the order of articles and text, then the replies."""
    order = {article_id: number for number, article_id in enumerate(articles)}
    empty = dict.fromkeys(ANSWERS.names)
    for coder in coders:
        row = empty | {"coder": coder.name}
        for mark in sorted(coder.marks, key=lambda m: (order[m.article_id], m.pieces, m.kind)):
            article = articles[mark.article_id]
            for start, end in mark.pieces:
                yield row | {
                    "answer": "mark",
                    "article_id": mark.article_id,
                    "source": article.source,
                    "kind": mark.kind,
                    "start": start,
                    "end": end,
                    "text": article.text[start:end],
                }
        for question, reply in sorted(coder.replies.items()):
            asked = coder.questions.get(question)
            yield row | {"answer": "reply", "question": question, "asked": asked, "text": reply}
