"""Credits: where an article says that its words come from a news agency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import Agency, CreditLine, agency_pattern, expand
from framing.records.article import Article, Span

PICTURES = "caption"
"""The reason of removed stretches whose credits are those of pictures."""


class Credit(NamedTuple):
    """The agency by its usual name, and the characters of the article that credit it."""

    agency: str
    span: Span


@dataclass(frozen=True)
class _CreditPatterns:
    names: re.Pattern[str]
    lines: tuple[re.Pattern[str], ...]
    labels: Mapping[str, str]


def credits_of(article: Article, lexicons: Lexicons) -> list[Credit]:
    """The credits of an article in text order, boilerplate included but for the captions of pictures.

    >>> from framing.records.article import Paragraph
    >>> from framing.lexicon import load
    >>> text = "Rain fell.\\n\\nReuters contributed to this report."
    >>> paragraphs = (Paragraph(0, 10, 0), Paragraph(12, 47, 12))
    >>> article = Article(article_id="x", source="x", text=text, file="", sha256="", paragraphs=paragraphs)
    >>> credits_of(article, load())
    [Credit(agency='Reuters', span=Span(start=12, end=46))]
    """
    patterns = _compiled(lexicons.of("credits", CreditLine), lexicons.of("agencies", Agency))
    pictures = [Span(r.start, r.end) for r in article.removed if r.reason == PICTURES]
    found = {
        credit.span: credit
        for paragraph in article.paragraphs
        for credit in _in_line(article.text[paragraph.start : paragraph.end], paragraph.start, patterns)
        if not any(picture.contains(credit.span) for picture in pictures)
    }
    kept: list[Credit] = []
    for span in sorted(found):
        if not kept or span.start >= kept[-1].span.end:
            kept.append(found[span])
    return kept


def _in_line(line: str, offset: int, patterns: _CreditPatterns) -> Iterator[Credit]:
    if not patterns.names.search(line):
        return
    for pattern in patterns.lines:
        for match in pattern.finditer(line):
            label = patterns.labels[match["agency"]]
            yield Credit(label, Span(offset + match.start(), offset + match.end()))


@lru_cache(maxsize=4)
def _compiled(lines: tuple[CreditLine, ...], agencies: tuple[Agency, ...]) -> _CreditPatterns:
    parts = {"agency": agency_pattern(agencies)}
    return _CreditPatterns(
        re.compile(rf"(?<!\w){parts['agency']}(?!\w)"),
        tuple(
            re.compile(expand(pattern, parts), re.IGNORECASE) for line in lines for pattern in line.patterns
        ),
        {form: agency.label for agency in agencies for form in agency.forms},
    )
