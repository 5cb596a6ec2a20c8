"""Every article of a run has an id of its own; what is given twice is made distinct and reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.read.cleaning.duplicates import shorten
from framing.read.formats.rows import rows_named
from framing.records.article import Article


def distinct_ids(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """The articles with distinct ids, and a warning for each id that occurred more than once.

    The first article keeps the id, the others take `-2`, `-3` … behind it, never one that is taken.
    """
    holders: dict[str, list[Article]] = {}
    for article in articles:
        holders.setdefault(article.article_id, []).append(article)
    taken = set(holders)
    following = dict.fromkeys(holders, 1)
    result: list[Article] = []
    for article in articles:
        name = article.article_id
        following[name] += 1
        if following[name] > 2:
            number = following[name] - 1
            while f"{name}-{number}" in taken:
                number += 1
            following[name] = number + 1
            article = replace(article, article_id=f"{name}-{number}")
            taken.add(article.article_id)
        result.append(article)
    return result, [_warning(name, found) for name, found in holders.items() if len(found) > 1]


def _warning(name: str, articles: Sequence[Article]) -> str:
    files = list(dict.fromkeys(article.file for article in articles))
    rows = [article.row for article in articles if article.row is not None]
    where = rows_named(rows) if len(files) == 1 and rows else ", ".join(files[:5])
    again = "the later ones are numbered"
    return f"{files[0]}: id {shorten(name, 60)!r} occurs {len(articles)} times ({where}); {again}"
