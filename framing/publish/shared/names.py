"""Where the page names a source: labels of sources stand between two characters that no text holds.

The marks let the finished page tell a label from the same letters elsewhere ("1", "Time", "text"). They
are gone before the page is written.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from framing.compare.claims.record import Cell, Drift
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


def with_marked_labels(results: Results) -> Results:
    """The results with every label of a source marked."""
    labels = {article.source for article in results.articles}
    ledger = results.ledger
    return replace(
        results,
        articles=_marked(results.articles, labels),
        contrasts=_marked(results.contrasts, labels),
        reuse=_marked(results.reuse, labels),
        ledger=replace(ledger, cells=_marked(ledger.cells, labels), drift=_marked(ledger.drift, labels)),
    )


Row = TypeVar("Row", Article, Contrast, ReuseMention, Cell, Drift)


def _marked(rows: Iterable[Row], labels: Container[str]) -> tuple[Row, ...]:
    def marked(row: Row) -> Row:
        values = {name: getattr(row, name, None) for name in _FIELDS}
        found: dict[str, Any] = {
            name: named(value) for name, value in values.items() if value and value in labels
        }
        return replace(row, **found)

    return tuple(marked(row) for row in rows)
