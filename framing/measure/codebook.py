"""The codebook: one row per column of every table, generated from the declarations.

Measured precision and recall come from the record of `framing evaluate`; where there is none, the
codebook says "not measured".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from framing.extract.base import Extractor
from framing.measure.error import MeasuredError, by_column, by_table
from framing.measure.examples import example_of
from framing.records.columns import Column, Table
from framing.records.mention import MENTION_COLUMNS

NOT_MEASURED = "not measured"
NOTHING_SEEN: Final[Mapping[tuple[str, str], str]] = {}

CODEBOOK = Table(
    "codebook",
    (
        Column(name="table", definition="The table, without .csv.", example="attributions"),
        Column(name="column", definition="The column.", example="cue_class"),
        Column(name="definition", example="Class of the cue.", definition="What the column says."),
        Column(
            name="type",
            example="integer",
            definition="string, integer, number, boolean, date, spans (start:end joined by ;) or list (joined by ;).",
        ),
        Column(
            name="unit",
            example="mentions",
            definition="What is counted or measured.",
            missing_means="no unit",
        ),
        Column(
            name="numerator",
            example="harm_agentless",
            definition="Column above the line of a quotient.",
            missing_means="no quotient",
        ),
        Column(
            name="denominator",
            example="harm",
            definition="Column below the line of a quotient.",
            missing_means="no quotient",
        ),
        Column(
            name="range",
            example="0 to 1",
            definition="Values it can take; a closed list is joined by |.",
            missing_means="free text",
        ),
        Column(
            name="missing_means",
            example="harm is 0",
            definition="What an empty cell means.",
            missing_means="never empty",
        ),
        Column(name="example", example="ukraine", definition="A value.", missing_means="none given"),
        Column(
            name="source",
            example="Hutto and Gilbert 2014, Proceedings of ICWSM 8:216-225",
            definition="Published source of the measure.",
            missing_means="the toolkit's own convention",
        ),
        Column(
            name="measured_precision",
            example="0.79",
            definition="Precision of the column's extractor on the gold set, or “not measured”.",
            range="0 to 1, or not measured",
        ),
        Column(
            name="measured_recall",
            example="0.57",
            definition="Recall of the column's extractor on the gold set, or “not measured”.",
            range="0 to 1, or not measured",
        ),
        Column(
            name="measured_on",
            example="seed articles, used in development; 85 attributions in 3 articles",
            definition="Name and size of the gold set.",
            missing_means="not measured",
        ),
    ),
)


def codebook_rows(
    tables: Iterable[Table],
    record: Sequence[MeasuredError],
    families: Iterable[Extractor] = (),
    seen: Mapping[tuple[str, str], str] = NOTHING_SEEN,
) -> Iterator[Mapping[str, Any]]:
    """Rows of `codebook.csv`. `seen` are values of the run, by table and column, for columns that have no example; `record` is the measured error: of single columns, of tables, and so of the features
    that count a table's rows. Names, ids and places of rows are given, not measured."""
    columns, rows = by_column(record), by_table(record)
    of_family = {family.name: family.table.name for family in families if family.table is not None}
    for table in tables:
        for column in table.columns:
            counted = of_family.get(column.family, table.name)
            error = columns.get((table.name, column.name)) or rows.get(counted)
            if column in MENTION_COLUMNS:
                error = None
            yield {
                "table": table.name,
                "column": column.name,
                "definition": column.definition,
                "type": column.type,
                "unit": column.unit,
                "numerator": column.numerator,
                "denominator": column.denominator,
                "range": column.allowed,
                "missing_means": column.missing_means,
                "example": column.example
                or example_of(table.name, column.name)
                or seen.get((table.name, column.name), ""),
                "source": column.source,
                "measured_precision": NOT_MEASURED if error is None else error.precision,
                "measured_recall": NOT_MEASURED if error is None else error.recall,
                "measured_on": None if error is None else error.measured_on,
            }
