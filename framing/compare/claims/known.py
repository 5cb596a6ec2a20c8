"""What an article could have known: whether a claim that is not there was left out, or not yet out.

Missing is not omitted: only an article published after the first one that states a claim can be said to
leave it out. Dates without a time tell nothing about articles of the same day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from functools import lru_cache

from framing.compare.claims.record import Known
from framing.records.article import Article


def known_to(article: Article, stating: Iterable[Article]) -> Known:
    """Whether an article could have known a claim that it does not state, given those that do.

    >>> def dated(published):
    ...     return Article(article_id=published, source="s", text="", file="", sha256="", paragraphs=(),
    ...                    published=published)
    >>> known = [dated("2025-06-01"), dated("2025-06-02")]
    >>> [known_to(dated(day), known) for day in ("2025-05-31", "2025-06-01", "2025-06-02", "")]
    ['no', 'unknown', 'yes', 'unknown']
    """
    spans = [_span(other.published) for other in stating]
    own = _span(article.published)
    known = [span for span in spans if span is not None]
    if own is None or not known:
        return "unknown"
    if own[0] > min(last for _, last in known):
        return "yes"
    if len(known) == len(spans) and own[1] < min(first for first, _ in known):
        return "no"
    return "unknown"


@lru_cache(maxsize=4096)
def _span(published: str) -> tuple[datetime, datetime] | None:
    """The first and last moment that a date of publication can mean; None where there is none."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if len(published) > len("2025-06-01"):
        return moment, moment
    return moment, datetime.combine(moment.date(), time.max, UTC)
