"""The long table of features: one row for each measure of an article, or of a source, that is not of the core profile.

A quotient stands in one row with what is divided (`n`) and by what (`of`); a count has no `of`, and a measure that is
neither has a `rate` only. A count of nothing and a quotient over nothing have no row, so that which rows an article has
depends on that article alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from framing.measure.core_profile import CORE
from framing.records.columns import Column, Table

_MEASURES: Final = (
    Column(
        name="feature",
        definition="The measure. Those of a conflict's sides, of contested names and of kinds have a group; "
        "`measures.csv` defines each.",
        example="attributions_by_share",
    ),
    Column(
        name="group",
        definition="What the measure is of: the id of a side, a contested name (concept, or concept / name), a kind.",
        missing_means="the measure is of the whole text",
        example="ukraine",
    ),
    Column(
        name="n",
        type="number",
        definition="The count, or the number above the line of the rate.",
        range="0 or more, but for sums of tone",
        missing_means="the measure is no count and no quotient of counts",
    ),
    Column(
        name="of",
        type="number",
        definition="The number below the line of the rate.",
        range="more than 0",
        missing_means="the measure is no quotient",
    ),
    Column(
        name="rate",
        type="number",
        definition="n by of; for a measure that is no quotient its value.",
        missing_means="the measure is a count",
    ),
)
_SOURCE: Final = Column(name="source", definition="Label of the source (an outlet), as given.")
FEATURES: Final = Table(
    "features",
    (Column(name="article_id", definition="The article."), _SOURCE, *_MEASURES),
)
SOURCE_FEATURES: Final = Table("source_features", (_SOURCE, *_MEASURES))
MEASURES: Final = Table(
    "measures",
    (
        Column(name="feature", definition="The measure, as `features.csv` names it."),
        Column(
            name="group",
            definition="The group that the definition is worded for; the other groups are measured in the same way.",
            missing_means="the measure is of the whole text",
        ),
        Column(name="definition", definition="What the measure says."),
        Column(name="unit", definition="What is counted or measured.", missing_means="no unit"),
        Column(name="numerator", definition="What stands above the line.", missing_means="no quotient"),
        Column(name="denominator", definition="What stands below the line.", missing_means="no quotient"),
        Column(name="range", definition="Values it can take.", missing_means="any"),
        Column(
            name="source",
            definition="Published source of the measure.",
            missing_means="the toolkit's own convention",
        ),
    ),
)

Row = Mapping[str, Any]


def long_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns that have rows of their own: those outside the core, but for counts that stand in such a quotient."""
    outside = [column for column in columns if column.name not in CORE]
    inside = {column.numerator for column in outside if column.denominator}
    return tuple(column for column in outside if column.name not in inside)


def long_rows(rows: Iterable[Row], columns: Sequence[Column], keys: Sequence[str]) -> Iterator[Row]:
    """The long rows of wide ones, in the order of the columns; `keys` are carried along.

    >>> from framing.records.columns import count, share
    >>> declared = [count("kites", "", "rows"), count("flown", "", "rows"), share("flown_share", "", "flown", "kites")]
    >>> [tuple(row.values()) for row in long_rows([{"id": "a", "kites": 4, "flown": 1, "flown_share": 0.25}], declared, ["id"])]
    [('a', 'kites', '', 4, None, None), ('a', 'flown_share', '', 1, 4, 0.25)]
    """
    chosen = long_columns(columns)
    for row in rows:
        carried = {key: row[key] for key in keys}
        for column in chosen:
            n, of, rate = _parts(column, row)
            if rate is not None or n:
                yield {
                    **carried,
                    "feature": feature_of(column),
                    "group": column.group or column.side,
                    "n": n,
                    "of": of,
                    "rate": rate,
                }


def measure_rows(columns: Sequence[Column]) -> Iterator[Row]:
    """The measures of the long tables, each once, with the group that its words name."""
    seen: set[str] = set()
    for column in long_columns(columns):
        name = feature_of(column)
        if name not in seen:
            seen.add(name)
            yield {
                "feature": name,
                "group": column.group or column.side,
                "definition": column.definition,
                "unit": column.unit,
                "numerator": column.numerator,
                "denominator": column.denominator,
                "range": column.allowed,
                "source": column.source,
            }


def feature_of(column: Column) -> str:
    """The name of a column's measure, without what it is of."""
    return column.feature or (column.measure if column.side else column.name)


def _parts(column: Column, row: Row) -> tuple[Any, Any, Any]:
    """What stands above and below the line, and the rate."""
    value = row.get(column.name)
    if column.denominator:
        n = row.get(column.numerator)
        if value is None or (column.group and not n):
            return None, None, None
        return n, row.get(column.denominator), value
    if column.type == "integer":
        return value, None, None
    return None, None, value
