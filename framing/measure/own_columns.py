"""What an input table says of its articles in columns of its own: in long form, and joined to the wide table.

No measure of ours is made of them; they are carried so that a study's own variables stand beside the features.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from framing.measure.features import ARTICLE_END, ARTICLE_KEYS
from framing.records.article import Article
from framing.records.columns import Column, ColumnType, Table

OWN: Final = Table(
    "own",
    (
        Column(name="article_id", definition="The article."),
        Column(name="column", definition="The column of the input table.", example="desk"),
        Column(name="value", definition="What stands there."),
        Column(
            name="type",
            definition="What all values of the column are; a string where they differ.",
            values=("integer", "number", "boolean", "string"),
        ),
    ),
)
_TYPES: Final[tuple[tuple[ColumnType, re.Pattern[str]], ...]] = (
    ("integer", re.compile(r"[+-]?(0|[1-9]\d{0,17})")),
    ("number", re.compile(r"[+-]?\d+\.\d+|[+-]?(0|[1-9]\d{0,17})")),
    ("boolean", re.compile(r"true|false", re.IGNORECASE)),
)
_UNSAFE = re.compile(r"\W+")

Row = Mapping[str, Any]


def own_rows(articles: Sequence[Article]) -> Iterator[Row]:
    """A row for each cell of the input's own columns that is not empty."""
    types = own_types(articles)
    for article in articles:
        for name, value in article.extra:
            if value:
                yield {
                    "article_id": article.article_id,
                    "column": name,
                    "value": value,
                    "type": types[name],
                }


def own_types(articles: Iterable[Article]) -> dict[str, ColumnType]:
    """The type of each column of the input's own, by its name: what every value of it can be read as.

    >>> own_types([]), type_of(["1", "-20"]), type_of(["1", "0.5"]), type_of(["true", "False"]), type_of(["007", "1"])
    ({}, 'integer', 'number', 'boolean', 'string')
    """
    values: dict[str, list[str]] = {}
    for article in articles:
        for name, value in article.extra:
            values.setdefault(name, []).append(value)
    return {name: type_of(found) for name, found in values.items()}


def type_of(values: Iterable[str]) -> ColumnType:
    """What all of some values can be read as; a leading nought makes a string, since it would be lost."""
    given = [value for value in values if value]
    for name, pattern in _TYPES:
        if given and all(map(pattern.fullmatch, given)):
            return name
    return "string"


def wide_table(
    columns: Sequence[Column], rows: Iterable[Row], articles: Sequence[Article]
) -> tuple[Table, Iterator[Row]]:
    """Every feature as a column, behind it the further columns of the input. Its columns depend on the run."""
    table = Table("wide", (*ARTICLE_KEYS, *columns, *ARTICLE_END))
    types = own_types(articles)
    names = _names(types, table.names)
    further = (
        Column(
            name=name,
            definition=f"Column “{given}” of the input table, carried along.",
            type=types[given],
            missing_means="the input has no such cell",
        )
        for given, name in names.items()
    )
    nothing: Row = dict.fromkeys(names.values())
    carried = (
        {**row, **nothing, **{names[given]: value or None for given, value in article.extra}}
        for row, article in zip(rows, articles, strict=True)
    )
    return Table(table.name, (*table.columns, *further)), carried


def _names(given: Iterable[str], taken: Sequence[str]) -> dict[str, str]:
    """A name for each column of the input's own that no other column of the table has."""
    names: dict[str, str] = {}
    for own in given:
        name = _UNSAFE.sub("_", own).strip("_") or "column"
        while name in taken or name in names.values():
            name = f"input_{name}"
        names[own] = name
    return names
