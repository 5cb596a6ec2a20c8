"""The units of agreement: the words of an article's kept text, title included, and who marked which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.classroom.coder import KINDS, Mark
from framing.records.article import Article, Span
from framing.text.sentences import word_spans

Labels = NDArray[np.int64]
"""For each word the sum of the `BIT`s of its labels; 0 for a word without a mark."""
BIT = {kind: 1 << number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class CodingUnits:
    """The words of one article in text order, each with the number of its paragraph from 0."""

    article_id: str
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    def within(self, span: Span) -> range:
        """The places of the words that the span touches.

        >>> CodingUnits("a", (Span(0, 3), Span(4, 9), Span(10, 12)), (0, 0, 0)).within(Span(2, 5))
        range(0, 2)
        """
        first = bisect_right(self.spans, span.start, key=lambda word: word.end)
        return range(first, max(first, bisect_left(self.spans, span.end, key=lambda word: word.start)))

    def labels(self, marks: Iterable[Mark]) -> Labels:
        """The labels that these marks of the article give its words."""
        labels = np.zeros(len(self.spans), dtype=np.int64)
        for mark in marks:
            for piece in mark.pieces:
                touched = self.within(piece)
                labels[touched.start : touched.stop] |= BIT[mark.kind]
        return labels


def words_of(article: Article) -> CodingUnits:
    """The words of an article that are not in removed stretches."""
    spans: list[Span] = []
    paragraphs: list[int] = []
    for number, (_, pieces) in enumerate(article.kept()):
        for piece in pieces:
            found = [
                Span(piece.start + word.start, piece.start + word.end)
                for word in word_spans(article.text[piece.start : piece.end])
            ]
            spans += found
            paragraphs += [number] * len(found)
    return CodingUnits(article.article_id, tuple(spans), tuple(paragraphs))
