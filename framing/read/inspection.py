"""What would be read, before any analysis: formats, articles, sources, dates, columns, copies, problems, and the flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from framing.read import ReadInputs
from framing.read.inclusion import InclusionFlow, flow_of
from framing.records.article import Article

MOST_NAMED = 8
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class InspectedInput:
    """One input: what it was read as, how many articles it gave, and where a table has what."""

    file: str
    kind: str
    articles: int
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that can be said of inputs before they are analysed."""

    inputs: tuple[InspectedInput, ...]
    reading: ReadInputs
    flow: InclusionFlow

    @classmethod
    def of(cls, reading: ReadInputs) -> Inspection:
        """The inspection of what was read."""
        articles = Counter(article.file for article in reading.articles)
        inputs = tuple(
            InspectedInput(
                facts.file,
                facts.kind,
                articles[facts.file],
                tuple((choice.role, choice.column, choice.why) for choice in facts.columns),
            )
            for facts in reading.facts
        )
        return cls(inputs, reading, flow_of(reading.articles, reading.skipped))

    def counted(self, field: str) -> dict[str, int]:
        """How many articles have each value of a field, the most frequent first."""
        return dict(
            Counter(getattr(article, field) or "not known" for article in self.reading.articles).most_common()
        )

    @property
    def dates(self) -> tuple[str, str]:
        """The first and the last day of publication; empty where none is known."""
        days = sorted(article.published[:10] for article in self.reading.articles if article.published)
        return (days[0], days[-1]) if days else ("", "")

    @property
    def undated(self) -> list[Article]:
        return [article for article in self.reading.articles if not article.published]

    @property
    def removed(self) -> dict[str, int]:
        """How many stretches are not the article's own words, by reason; those outside of all articles too."""
        inside = Counter(piece.reason for article in self.reading.articles for piece in article.removed)
        return dict((inside + Counter(piece.reason for piece in self.reading.outside)).most_common())

    def as_json(self) -> dict[str, Any]:
        """All of it as one value."""
        first, last = self.dates
        return {
            "inputs": [
                {
                    "file": one.file,
                    "format": one.kind,
                    "articles": one.articles,
                    "columns": [
                        {"role": role, "column": column, "why": why} for role, column, why in one.columns
                    ],
                }
                for one in self.inputs
            ],
            "articles": len(self.reading.articles),
            "sources": self.counted("source"),
            "languages": self.counted("language"),
            "dates": {"first": first, "last": last, "undated": len(self.undated)},
            "copies": {a.article_id: a.duplicate_of for a in self.reading.articles if a.duplicate_of},
            "removed": self.removed,
            "warnings": list(self.reading.warnings),
            "skipped": [
                {"file": item.file, "row": item.row, "reason": item.reason, "remedy": item.remedy}
                for item in self.reading.skipped
            ],
            "flow": self.flow.as_json(),
        }

    def lines(self) -> Iterator[str]:
        """All of it as text."""
        for one in self.inputs:
            yield f"{one.file}: {one.kind}, {_plural(one.articles, 'article')}"
            for role, column, why in one.columns:
                yield f"    {role}: {column!r} ({why})"
        first, last = self.dates
        yield ""
        yield f"sources: {_named(self.counted('source'))}"
        yield f"languages: {_named(self.counted('language'))}"
        undated = self.undated
        yield (
            f"dates: {first} to {last}, {len(undated):,} undated"
            if first
            else f"dates: none of {len(undated):,}"
        )
        raw = [article.published_raw for article in undated if article.published_raw][:EXAMPLES]
        if raw:
            yield f"    not read as dates: {', '.join(map(repr, raw))} (--date-format says how they are written)"
        yield f"copies: {sum(bool(a.duplicate_of) for a in self.reading.articles):,}"
        yield f"not the articles' own words: {_named(self.removed) or 'nothing'}"
        for warning in self.reading.warnings:
            yield f"warning: {warning}"
        for item in self.reading.skipped:
            row = "" if item.row is None else f", row {item.row}"
            yield f"skipped: {item.file}{row}: {item.reason}. Remedy: {item.remedy}"
        yield ""
        yield self.flow.line


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _named(counts: dict[str, int]) -> str:
    shown = [f"{name} {number:,}" for name, number in list(counts.items())[:MOST_NAMED]]
    more = len(counts) - MOST_NAMED
    return ", ".join([*shown, f"{more:,} more"] if more > 0 else shown)
