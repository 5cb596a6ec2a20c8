"""Warnings about texts that were read but look damaged."""

from __future__ import annotations

from collections.abc import Iterable

from framing.records.article import Article

LEAST = 5
"""Paragraphs with a stray quotation mark, from which on an article is reported."""
SHARE = 0.2


def stray_quotes(articles: Iterable[Article]) -> list[str]:
    """A warning for each article in whose paragraphs quotation marks are opened and not closed."""
    return [
        f"{article.article_id}: {number} paragraphs open a quotation that is not closed; "
        "what is inside quotation marks is uncertain there"
        for article in articles
        if (number := _unclosed(article)) >= max(LEAST, SHARE * len(article.paragraphs))
    ]


def _unclosed(article: Article) -> int:
    """Paragraphs with an odd number of straight marks, or that open more curly marks than they close.

    A quotation over several paragraphs opens each of them and is closed in the last: that is no damage.
    """
    number = 0
    pieces = [article.text[p.start : p.end] for p in article.paragraphs]
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        straight = piece.count('"') % 2 == 1 and not following.startswith('"')
        curly = piece.count("“") > piece.count("”") and not following.startswith("“")
        number += straight or curly
    return number
