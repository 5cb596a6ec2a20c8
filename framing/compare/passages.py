"""Passages: the sentences of a run, each with its article, its place and its words folded for comparison."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from framing.records.article import Span
from framing.records.mention import Region
from framing.text.normalise import fold
from framing.text.sentences import ParsedArticle, plain

LONGEST = 600
"""Characters of the longest passage: a sentence or two."""

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class SentencePassage:
    """One kept sentence of an article, its title included.

    `words` are its words in text order, lower-case, without invisible characters and possessive endings.
    `event` and `published` are the article's, empty where they are not known.
    """

    article_id: str
    source: str
    event: str
    published: str
    region: Region
    sentence: int
    paragraph: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def places(self) -> tuple[Span, ...]:
        """The characters of the article that each of `words` stands for."""
        return folded_words(self.text, self.start)[1]


def passages(parsed: Iterable[ParsedArticle]) -> list[SentencePassage]:
    """One passage per kept sentence, titles too, in the order of the articles and their texts."""
    result = []
    for one in parsed:
        article = one.article
        for sentence in one.sentences:
            result.append(
                SentencePassage(
                    article.article_id,
                    article.source,
                    article.event,
                    article.published,
                    sentence.region,
                    sentence.number,
                    sentence.paragraph,
                    sentence.start,
                    sentence.end,
                    sentence.text,
                    folded_words(sentence.text)[0],
                )
            )
    return result


def folded_words(text: str, offset: int = 0) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The words of a text as they are compared, and their places, moved by `offset`.

    >>> folded_words("Kyiv’s U.S.-made drones hit 1,200 targets", 10)[0]
    ('kyiv', 'u.s', 'made', 'drones', 'hit', '1,200', 'targets')
    """
    folded = fold(text)
    words, places = [], []
    for match in _WORD.finditer(plain(folded.text)):
        word = _POSSESSIVE.sub("", match.group().lower())
        span = folded.span(*match.span())
        words.append(sys.intern(word))
        places.append(Span(span.start + offset, span.end + offset))
    return tuple(words), tuple(places)
