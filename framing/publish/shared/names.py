"""What articles and sources are called; on the page labels of sources stand between two characters that no text holds.

The marks let the finished page tell a label from the same letters elsewhere ("1", "Time", "text"). They
are gone before the page is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from framing.compare.claims.record import Cell, Drift
from framing.compare.findings import Finding
from framing.compare.reuse import ReuseMention
from framing.compare.statistics.contrast_record import Contrast
from framing.records.article import Article
from framing.results import Results

OPEN, CLOSE = "\ufdd0", "\ufdd1"
SHORTEST = "Source A"
"""What stands in the place of a label when names are hidden."""
_FIELDS = ("source", "other_source", "source_a", "source_b")
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")


def named(label: str) -> str:
    """A label of a source, marked as such."""
    return f"{OPEN}{_MARKS.sub('', label)}{CLOSE}"


def bare(text: str) -> str:
    """The text without the marks.

    >>> bare(named("Npr.org") + " (2)")
    'Npr.org (2)'
    """
    return _MARKS.sub("", text)


def article_names(articles: Sequence[Article]) -> list[str]:
    """What each article is called: its source, numbered where a source has several.

    >>> from types import SimpleNamespace as Made
    >>> article_names([Made(source="Npr.org"), Made(source="Dw.com"), Made(source="Npr.org")])
    ['Npr.org (1)', 'Dw.com', 'Npr.org (2)']
    """
    total = Counter(article.source for article in articles)
    seen: Counter[str] = Counter()
    names = []
    for article in articles:
        seen[article.source] += 1
        many = total[article.source] > 1
        names.append(f"{article.source} ({seen[article.source]})" if many else article.source)
    return names


@dataclass(frozen=True, slots=True)
class SourceNames:
    """What the compared articles and their sources are called."""

    by_article: Mapping[str, str]
    by_source: Mapping[str, str]

    def of(self, article_id: str) -> str:
        """The name of an article."""
        return self.by_article[article_id]

    def source(self, label: str) -> str:
        """The label of a source as it is shown."""
        return self.by_source[label]


def source_names(results: Results) -> SourceNames:
    """The names of the compared articles of a run, whose labels may be marked."""
    compared = [a for a in results.readable if a.article_id not in results.set_aside]
    return SourceNames(
        dict(zip((a.article_id for a in compared), article_names(compared), strict=True)),
        {results.parsed[a.article_id].article.source: a.source for a in compared},
    )


def with_marked_labels(results: Results) -> Results:
    """The results with every label of a source marked."""
    labels = {article.source for article in results.articles}
    ledger = results.ledger
    return replace(
        results,
        articles=_marked(results.articles, labels),
        contrasts=_marked(results.contrasts, labels),
        reuse=_marked(results.reuse, labels),
        findings=_marked(results.findings, labels),
        ledger=replace(ledger, cells=_marked(ledger.cells, labels), drift=_marked(ledger.drift, labels)),
    )


Row = TypeVar("Row", Article, Contrast, ReuseMention, Cell, Drift, Finding)


def _marked(rows: Iterable[Row], labels: Container[str]) -> tuple[Row, ...]:
    def marked(row: Row) -> Row:
        values = {name: getattr(row, name, None) for name in _FIELDS}
        found: dict[str, Any] = {
            name: named(value) for name, value in values.items() if value and value in labels
        }
        return replace(row, **found)

    return tuple(marked(row) for row in rows)
