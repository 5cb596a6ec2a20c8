"""An article as it is matched: folded, its broken lines as blanks, its broken words whole; and the way back.

All that looks into a text sees the folded one, so that an article with invisible characters, ligatures or broken lines
gives the rows that it would give without. Spans are then carried over to the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from framing.records.article import Article, Paragraph, Removed, Span
from framing.records.mention import Mention
from framing.text.normalise import Folded, fold, is_plain
from framing.text.sentences import ParsedArticle, Sentence

M = TypeVar("M", bound=Mention)

_BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]+)(?P<gap>-[ \t]*\n[ \t]*)(?P<rest>[a-z]+)")
_BROKEN_LINE = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True)
class FoldedArticle:
    """A folded article and the original; `starts` and `ends` are the places in it of each character of the folded text."""

    article: Article
    original: Article
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the original."""
        return (
            Span(self.starts[start], self.ends[end - 1])
            if start < end
            else Span(self.starts[start], self.starts[start])
        )

    def mention(self, mention: M) -> M:
        """A row with its spans carried over."""
        changes: dict[str, Any] = {}
        for field in fields(mention):
            value = getattr(mention, field.name)
            if isinstance(value, Span):
                changes[field.name] = self.span(*value)
            elif isinstance(value, tuple) and value and all(isinstance(one, Span) for one in value):
                changes[field.name] = tuple(self.span(*one) for one in value)
            elif field.name == "start" or field.name.endswith("_start"):
                end = f"{field.name.removesuffix('start')}end"
                if isinstance(value, int) and isinstance(getattr(mention, end, None), int):
                    changes[field.name], changes[end] = self.span(value, getattr(mention, end))
        return replace(mention, **changes)

    def parsed(self, parsed: ParsedArticle) -> ParsedArticle:
        """The sentences carried over; their parses stay those of the folded text."""
        return ParsedArticle(self.original, tuple(map(self._sentence, parsed.sentences)))

    def _sentence(self, sentence: Sentence) -> Sentence:
        start, end = self.span(sentence.start, sentence.end)
        return replace(sentence, start=start, end=end, text=self.original.text[start:end])


def folded_article(article: Article, is_word: Callable[[str], bool]) -> FoldedArticle | None:
    """The folded article; None where folding changes nothing. `is_word` says of a broken word whether it is one whole."""
    pieces = [article.text[p.start : p.end] for p in article.paragraphs]
    if all("\n" not in piece and is_plain(piece) for piece in pieces):
        return None
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for paragraph, piece in zip(article.paragraphs, pieces, strict=True):
        gap = range(at, paragraph.start)
        letters.append(article.text[at : paragraph.start])
        starts += gap
        ends += (place + 1 for place in gap)
        text, first, last = _joined(fold(piece), len(piece), is_word)
        letters.append(text)
        starts += (place + paragraph.start for place in first)
        ends += (place + paragraph.start for place in last)
        at = paragraph.end
    letters.append(article.text[at:])
    starts += range(at, len(article.text) + 1)
    ends += (place + 1 for place in range(at, len(article.text)))
    return _folded(article, "".join(letters), tuple(starts), tuple(ends))


def _folded(article: Article, text: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> FoldedArticle:
    def carried(start: int, end: int) -> tuple[int, int]:
        return bisect_left(starts, start), bisect_left(starts, end)

    folded = replace(
        article,
        text=text,
        title=fold(article.title).text,
        paragraphs=tuple(Paragraph(*carried(p.start, p.end), p.file_start) for p in article.paragraphs),
        removed=tuple(
            Removed(start, end, piece.reason)
            for piece in article.removed
            for start, end in (carried(piece.start, piece.end),)
            if start < end
        ),
    )
    return FoldedArticle(folded, article, starts, ends)


def _joined(
    folded: Folded, length: int, is_word: Callable[[str], bool]
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A folded paragraph with its lines put together, and where its characters stand in the original."""
    text = folded.text
    starts = folded.starts if folded.starts is not None else tuple(range(length))
    ends = folded.ends if folded.ends is not None else tuple(range(1, length + 1))
    if "\n" not in text:
        return text, starts, ends
    cuts: list[tuple[int, int, str]] = []
    for match in _BROKEN_WORD.finditer(text):
        kept = "" if is_word(f"{match['head']}{match['rest']}".lower()) else "-"
        cuts.append((*match.span("gap"), kept))
    taken = {start for start, _, _ in cuts}
    cuts += [
        (*match.span(), " ")
        for match in _BROKEN_LINE.finditer(text)
        if not any(start <= match.start() < end for start, end, _ in cuts if start in taken)
    ]
    letters: list[str] = []
    first: list[int] = []
    last: list[int] = []
    at = 0
    for start, end, kept in sorted(cuts):
        letters.append(text[at:start] + kept)
        first += starts[at:start]
        last += ends[at:start]
        if kept:
            first.append(starts[start])
            last.append(ends[end - 1])
        at = end
    letters.append(text[at:])
    first += starts[at:]
    last += ends[at:]
    return "".join(letters), tuple(first), tuple(last)
