"""Every use of a word or phrase in its context (keyword in context), and how many articles of each source have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from framing.records.article import Article, Span
from framing.records.columns import Column, Table
from framing.records.errors import InputError
from framing.text.sentences import plain

ANY_END: Final = "*"
WIDTH: Final = 60
"""Characters shown on each side."""

CONCORDANCE: Final = Table(
    "kwic",
    (
        Column(name="article_id", definition="The article."),
        Column(name="source", definition="Label of the article's source."),
        Column(name="published", type="date", definition="Time of publication.", missing_means="not shown"),
        Column(
            name="start",
            type="integer",
            definition="First character of the use, as an offset into the article's text.",
            unit="characters",
        ),
        Column(name="end", type="integer", definition="Offset behind its last character.", unit="characters"),
        Column(name="left", definition="What stands before it.", quotes=True),
        Column(name="word", definition="The use, as written."),
        Column(name="right", definition="What stands behind it.", quotes=True),
    ),
)


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """One use of the phrase in an article."""

    article: Article
    span: Span

    def row(self, width: int = WIDTH) -> Mapping[str, Any]:
        """The row of the table, with as many characters of context on each side."""
        article, (start, end) = self.article, self.span
        return {
            "article_id": article.article_id,
            "source": article.source,
            "published": article.published or None,
            "start": start,
            "end": end,
            "left": _one_line(article.text[max(0, start - width) : start]),
            "word": _one_line(article.text[start:end]),
            "right": _one_line(article.text[end : end + width]),
        }


@dataclass(frozen=True, slots=True)
class SourceUses:
    """How often a source has the phrase: uses, articles with one, articles."""

    source: str
    uses: int
    with_use: int
    articles: int


def phrase_pattern(phrase: str, *, match_case: bool = False) -> re.Pattern[str]:
    """What finds a phrase as whole words, white space of any kind between them; a star at the end stands for any ending.

    Raises InputError where it holds no word.

    >>> found = phrase_pattern("prime  minister*").findall("The Prime\\nMinisters met; subprime ministers")
    >>> [use.split() for use in found]
    [['Prime', 'Ministers']]
    """
    words = plain(phrase).removesuffix(ANY_END).split()
    if not any(character.isalnum() for word in words for character in word):
        raise InputError(repr(phrase), "holds no word", "give a word or a phrase")
    end = r"\w*" if phrase.endswith(ANY_END) else ""
    within = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){within}{end}(?!\w)", 0 if match_case else re.IGNORECASE)


def uses_of(pattern: re.Pattern[str], articles: Iterable[Article]) -> Iterator[PhraseUse]:
    """Every use in what is the articles' own, titles too, in the order of articles and text."""
    for article in articles:
        removed = [Span(start, end) for start, end, _ in sorted(article.removed)]
        for match in pattern.finditer(plain(article.text)):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in removed):
                yield PhraseUse(article, span)


def by_source(uses: Iterable[PhraseUse], articles: Iterable[Article]) -> list[SourceUses]:
    """How often each source has the phrase, in the order of the sources' first articles."""
    all_of = Counter(article.source for article in articles)
    found = list(uses)
    of_uses = Counter(use.article.source for use in found)
    with_use = Counter({use.article.article_id: use.article.source for use in found}.values())
    return [
        SourceUses(source, of_uses[source], with_use[source], number) for source, number in all_of.items()
    ]


def _one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)
