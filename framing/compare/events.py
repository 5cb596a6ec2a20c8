"""Which articles can be compared: those on an event that at least two sources write about."""

from __future__ import annotations

from collections.abc import Iterable

from framing.article import Article


def left_out(articles: Iterable[Article]) -> frozenset[str]:
    """Ids of articles on an event that only one source covers, where other events have several sources.

    An article without an event label belongs with the others that have none. Where no event has two
    sources, nothing is left out.

    >>> def article(name, event):
    ...     return Article(article_id=name, source=name, event=event, text="", file="", sha256="", paragraphs=())
    >>> sorted(left_out([article("a", "talks"), article("b", "talks"), article("c", "budget")]))
    ['c']
    >>> sorted(left_out([article("a", "talks"), article("c", "budget")]))
    []
    """
    all_articles = list(articles)
    sources: dict[str, set[str]] = {}
    for article in all_articles:
        sources.setdefault(article.event, set()).add(article.source)
    if not any(len(covering) > 1 for covering in sources.values()):
        return frozenset()
    return frozenset(a.article_id for a in all_articles if len(sources[a.event]) == 1)
