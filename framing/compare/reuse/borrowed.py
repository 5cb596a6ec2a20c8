"""What of an article another source's article carries too, in the same wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from framing.article import Span
from framing.compare.reuse.record import ReuseMention


def borrowed_spans(rows: Iterable[ReuseMention]) -> Mapping[str, tuple[Span, ...]]:
    """By article, the stretches whose wording an article of another source shares, in text order and apart.

    Both sides of a row count: who had the wording first is not asked. Shared quotations, which are the
    speaker's wording, and statements made in other words are not borrowed.
    """
    spans: dict[str, list[Span]] = {}
    for row in rows:
        if row.shared == "wording" and not row.same_source:
            spans.setdefault(row.article_id, []).append(row.span)
            spans.setdefault(row.other_article_id, []).append(row.other_span)
    return {article_id: tuple(merged(found)) for article_id, found in sorted(spans.items())}


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in text order, those that overlap or touch made one.

    >>> merged([Span(9, 12), Span(0, 4), Span(3, 6)])
    [Span(start=0, end=6), Span(start=9, end=12)]
    """
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
