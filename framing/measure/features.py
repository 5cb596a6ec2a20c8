"""Evidence to feature tables: counts per article, pooled per source, and the quotients of both.

Extractors count; this module divides. A quotient over nothing is missing (None), never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from framing.extract.base import Extractor, Scope, Value
from framing.measure.core_profile import core_columns
from framing.records.article import Article
from framing.records.columns import Column, Table
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

ARTICLE_KEYS = (
    Column(
        name="article_id", definition="Stable name of the article: the file's stem, and the part of a page."
    ),
    Column(name="source", definition="Label of the article's source (an outlet), as given; never guessed."),
    Column(name="event", definition="The event the article is about, as given.", missing_means="not given"),
    Column(
        name="published",
        type="date",
        definition="Time of publication as given or printed, ISO 8601.",
        missing_means="not shown",
    ),
    Column(
        name="published_raw",
        definition="Date of publication as the input writes it.",
        missing_means="the input gives none apart from the text",
    ),
    Column(name="title", definition="The article's title.", missing_means="the page shows none", quotes=True),
    Column(name="byline", definition="Who wrote it, as printed.", missing_means="not shown"),
    Column(
        name="agency", definition="News agency that the article is credited to.", missing_means="not shown"
    ),
    Column(
        name="url", definition="Address of the article, as given.", missing_means="not given", quotes=False
    ),
    Column(name="language", definition="Language found, ISO 639-1. Only English articles are scored."),
    Column(name="file", definition="The input file."),
    Column(name="sha256", definition="SHA-256 of the input file."),
)
ARTICLE_END = (
    Column(
        name="duplicate_of",
        definition="Id of an earlier article of the run with the same or nearly the same text.",
        missing_means="no earlier article is like it",
    ),
)
SOURCE_KEYS = (
    Column(name="source", definition="Label of the source (an outlet)."),
    Column(
        name="articles",
        type="integer",
        definition="Scored articles of the source.",
        unit="articles",
        range="0 or more",
    ),
)

Row = Mapping[str, Any]


def declared(extractors: Iterable[Extractor], scope: Scope) -> tuple[Column, ...]:
    """The feature columns of a run, in the order of the extractors."""
    return tuple(
        replace(column, family=extractor.name)
        for extractor in extractors
        for column in extractor.columns(scope)
    )


def counted_rows(column: Column, mentions: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """The evidence rows that a count counts, in their order."""
    if column.rows is None:
        raise ValueError(f"{column.name} is no count of rows")
    return [mention for mention in mentions.get(column.family, ()) if column.rows(mention)]


def article_row(
    article: Article,
    parsed: ParsedArticle | None,
    mentions: Mapping[str, Sequence[Mention]],
    extractors: Iterable[Extractor],
    columns: Sequence[Column],
    scope: Scope,
) -> Row:
    """One row of `articles.csv`; the features are missing where the article was not scored."""
    counted: dict[str, Value] = {}
    if parsed is not None:
        for extractor in extractors:
            counted.update(extractor.features(mentions.get(extractor.name, ()), parsed, scope))
        counted |= {c.name: len(counted_rows(c, mentions)) for c in columns if c.rows is not None}
    keys = {column.name: getattr(article, column.name) or None for column in (*ARTICLE_KEYS, *ARTICLE_END)}
    return keys | quotients(counted, columns)


def source_rows(article_rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Rows of `sources.csv`: counts summed over a source's scored articles, then divided."""
    by_source: dict[str, list[Row]] = {}
    for row in article_rows:
        by_source.setdefault(row["source"], []).append(row)
    undivided = [column for column in columns if not column.denominator]
    result: list[Row] = []
    for source, rows in by_source.items():
        scored = [row for row in rows if row["words"] is not None]
        pooled = {column.name: _pooled(scored, column) for column in undivided} if scored else {}
        result.append({"source": source, "articles": len(scored)} | quotients(pooled, columns))
    return result


def _pooled(rows: Sequence[Row], column: Column) -> Value:
    """The sum of a count, or the mean of a weighted measure over the articles that have it."""
    if not column.weight:
        total: float = sum(row[column.name] for row in rows)
        return round(total, 6)
    having = [row for row in rows if row[column.name] is not None]
    weight: float = sum(row[column.weight] for row in having)
    weighted: float = sum(row[column.name] * row[column.weight] for row in having)
    return round(weighted / weight, 6) if weight else None


def quotients(counted: Mapping[str, Value], columns: Sequence[Column]) -> dict[str, Value]:
    """All declared columns from the counted ones.

    >>> from framing.records.columns import count, share
    >>> shares = [count("k", "", "rows"), count("n", "", "rows"), share("s", "", "k", "n")]
    >>> quotients({"k": 1, "n": 4}, shares), quotients({"k": 0, "n": 0}, shares)
    ({'k': 1, 'n': 4, 's': 0.25}, {'k': 0, 'n': 0, 's': None})
    """
    values: dict[str, Value] = {}
    for column in columns:
        if not column.denominator:
            values[column.name] = counted.get(column.name)
            continue
        numerator, denominator = counted.get(column.numerator), counted.get(column.denominator)
        if isinstance(numerator, int | float) and isinstance(denominator, int | float) and denominator:
            values[column.name] = round(numerator / denominator, 6)
        else:
            values[column.name] = None
    return values


def article_table(columns: Sequence[Column]) -> Table:
    """The table of articles: the same columns in every run."""
    return Table("articles", (*ARTICLE_KEYS, *core_columns(columns), *ARTICLE_END))


def source_table(columns: Sequence[Column]) -> Table:
    """The table of sources: the same columns in every run."""
    return Table("sources", (*SOURCE_KEYS, *core_columns(columns)))
