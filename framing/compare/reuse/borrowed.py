"""What of an article another source's article carries too, in the same wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from framing.compare.reuse.record import ReuseMention
from framing.records.article import Span, merged


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
