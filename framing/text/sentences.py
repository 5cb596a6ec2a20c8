"""An article in sentences, some of them parsed; words counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from framing.records.article import Article, Span
from framing.records.mention import Region
from framing.text.parse import Parse, Token
from framing.text.quotations import Quotation, find_quotations, overlapping

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence; `parse` is None where no extractor needed one.

    A token's place in the article is `start + token.idx`. Sentences and paragraphs are numbered from
    1 in the title and again from 1 in the body.
    """

    number: int
    paragraph: int
    region: Region
    start: int
    end: int
    text: str
    parse: Parse | None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """The smallest span of the article that holds these tokens of its parse."""
        all_tokens = list(tokens)
        first = min(token.idx for token in all_tokens)
        last = max(token.idx + len(token.text) for token in all_tokens)
        return Span(self.start + first, self.start + last)


@dataclass(frozen=True, eq=False)
class ParsedArticle:
    """An article with its sentences in text order; `whole` is the article that this one is a part of."""

    article: Article
    sentences: tuple[Sentence, ...]
    whole: ParsedArticle | None = None

    def part(self, sentences: Iterable[Sentence]) -> ParsedArticle:
        """The article with some of its sentences only; numbers and offsets stay."""
        return ParsedArticle(self.article, tuple(sentences), self)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character of the text; raises LookupError outside all sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            raise LookupError(f"offset {offset} is in no sentence of {self.article.article_id}")
        return self.sentences[index]

    def paragraphs(self) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each kept paragraph, the title first."""
        group: list[Sentence] = []
        for sentence in self.sentences:
            if group and (sentence.region == "title", sentence.paragraph) != (
                group[-1].region == "title",
                group[-1].paragraph,
            ):
                yield tuple(group)
                group = []
            group.append(sentence)
        if group:
            yield tuple(group)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quoted stretches of title and body; of a part of an article, what stands in its sentences."""
        if self.whole is not None:
            return [
                Quotation(max(q.start, run.start), min(q.end, run.end), q.closed)
                for q in self.whole.quotations
                for run in self._runs
                if q.span.overlaps(run)
            ]
        spans = (Span(group[0].start, group[-1].end) for group in self.paragraphs())
        return find_quotations(_without_removed(self.article), spans)

    @cached_property
    def _runs(self) -> list[Span]:
        """The stretches of sentences that stood side by side in the whole article."""
        runs: list[Span] = []
        before: Sentence | None = None
        for s in self.sentences:
            if before and (before.region == "title", before.number + 1) == (s.region == "title", s.number):
                runs[-1] = Span(runs[-1].start, s.end)
            else:
                runs.append(s.span)
            before = s
        return runs

    def inside_quotation(self, span: Span) -> bool:
        """Whether a span lies wholly within quotation marks."""
        return any(q.start <= span.start and span.end <= q.end for q in overlapping(self.quotations, span))

    def without_parses(self) -> ParsedArticle:
        """The article with its sentences alone."""
        return ParsedArticle(self.article, tuple(replace(s, parse=None) for s in self.sentences))

    @cached_property
    def words(self) -> int:
        """Number of words of the body: runs of letters and digits, with inner apostrophes and hyphens."""
        return sum(count_words(s.text) for s in self.sentences if s.region != "title")


def _without_removed(article: Article) -> str:
    """The text of an article with blanks for what is removed, so that no mark there opens or closes anything."""
    text, at, parts = article.text, 0, []
    for span in sorted(article.removed, key=lambda span: span.start):
        start = max(span.start, at)
        parts += [text[at:start], " " * (span.end - start)]
        at = max(at, span.end)
    return "".join((*parts, text[at:])) if parts else text


_COUNTED = re.compile(r"\w+(?:(?:['’.,-]|\.-)\w+)*")


def count_words(text: str) -> int:
    """Number of words: runs of letters and digits that inner points, commas, apostrophes, hyphens join.

    >>> count_words("The U.S.-led talks cost $1,200 — Kyiv's claim.")
    7
    """
    return len(_COUNTED.findall(text))


def word_spans(text: str) -> list[Span]:
    """Where the words stand that `count_words` counts.

    >>> word_spans("Kyiv's claim.")
    [Span(start=0, end=6), Span(start=7, end=12)]
    """
    return [Span(*match.span()) for match in _COUNTED.finditer(text)]


def plain(text: str) -> str:
    """The text as the parser sees it: straight quotation marks and plain spaces, length unchanged.

    >>> plain("“Yes,” she said.")
    '"Yes," she said.'
    """
    return text if text.isascii() else text.translate(_PLAIN)
