"""Borrowed copy on the page: which sentences another source has nearly word for word, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from markupsafe import Markup

from framing.compare.reuse import ReuseMention
from framing.measure.own_words import own_mentions
from framing.publish.page.marks import Layer
from framing.publish.shared.parts import joined
from framing.records.article import Span
from framing.records.mention import Mention
from framing.results import Results

_RANK_COPIED = 1


class _Shown(Protocol):
    @property
    def mention(self) -> Mention: ...


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


def borrowed_rows(results: Results, shown: Iterable[_Shown]) -> frozenset[str]:
    """Ids of the rows that stand in borrowed sentences."""
    by_article: dict[str, list[Mention]] = {}
    for item in shown:
        by_article.setdefault(item.mention.article_id, []).append(item.mention)
    gone: set[str] = set()
    spans: Mapping[str, tuple[Span, ...]] = results.borrowed
    for article_id, rows in by_article.items():
        if spans.get(article_id):
            kept = own_mentions(results.parsed[article_id], {"": rows}, spans[article_id])[""]
            gone |= {row.mention_id for row in rows} - {row.mention_id for row in kept}
    return frozenset(gone)
