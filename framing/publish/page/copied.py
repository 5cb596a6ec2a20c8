"""Borrowed copy on the page: which sentences another source has nearly word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from framing.compare.reuse import ReuseMention
from framing.publish.page.marks import Layer
from framing.publish.shared.parts import joined
from framing.records.article import Span
from framing.results import Results

_RANK_COPIED = 1


def _pairs(results: Results) -> Iterator[tuple[str, Span, str]]:
    """Each stretch of shared wording: the article, its span there, the source that has it too."""
    sources = {article.article_id: article.source for article in results.articles}
    rows: Iterable[ReuseMention] = results.reuse
    for row in rows:
        if (
            row.shared == "wording"
            and not row.same_source
            and {row.article_id, row.other_article_id} <= set(sources)
        ):
            yield row.article_id, row.span, row.other_source
            yield row.other_article_id, row.other_span, sources[row.article_id]


def copied_layers(results: Results) -> dict[str, list[Layer]]:
    """By article, the stretches to be greyed, each with the sources that have it too."""
    by_span: dict[tuple[str, Span], list[str]] = {}
    for article_id, span, source in _pairs(results):
        found = by_span.setdefault((article_id, span), [])
        if source not in found:
            found.append(source)
    layers: dict[str, list[Layer]] = {}
    for (article_id, span), found in sorted(by_span.items()):
        label = Markup('<span class="bol" data-also="{}"></span>').format(joined(found))
        layer = Layer(
            start=span.start, end=span.end, rank=_RANK_COPIED, tag="span", classes="bor", before=label
        )
        layers.setdefault(article_id, []).append(layer)
    return layers


def alike(results: Results) -> dict[str, tuple[str, ...]]:
    """For each source, the sources that it shares wording with."""
    sources = {article.article_id: article.source for article in results.articles}
    found: dict[str, dict[str, None]] = {}
    for article_id, _, source in _pairs(results):
        found.setdefault(sources[article_id], {})[source] = None
    return {source: tuple(others) for source, others in found.items()}
