"""Corrections on the page: what each mark can be corrected to, and those that are in the numbers of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from framing.corrections.applied import corrected_columns
from framing.corrections.record import CorrectionOutcome, in_words
from framing.extract import extractors
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.publish.page.about import KIND_TABLES
from framing.publish.page.choices import FORMS, Field
from framing.publish.shared import words
from framing.publish.tables import cell
from framing.read.corrections import COLUMNS
from framing.records.article import Article
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.results import Results

MOST_ROWS = 2000
"""Corrections of a run that a page holds, to be saved again with those that are made on it."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the page says of the corrections of its run: a sentence, empty where there were none."""

    said: str
    omitted: int


def corrected(outcomes: Sequence[CorrectionOutcome]) -> Corrected:
    """What became of the corrections of a run, in words."""
    omitted = len(outcomes) if len(outcomes) > MOST_ROWS else 0
    return Corrected(in_words(outcomes) if outcomes else "", omitted)


def correction_data(results: Results) -> dict[str, Any]:
    """The forms for the tables whose rows the page shows, and the corrections of the run as rows of a table."""
    rows = results.corrections if len(results.corrections) <= MOST_ROWS else ()
    return {
        "columns": COLUMNS,
        "forms": {
            table: [_field(field, column, results.sides) for field, column in fields_of(table, results.sides)]
            for table in FORMS
        },
        "tables": {KIND_TABLES[kind]: words.KIND_WORDS[kind].note for kind in KIND_TABLES}
        | {"numbers": "Figure"},
        "rows": [[_plain(getattr(row.correction, name)) for name in COLUMNS] for row in rows],
        "states": [row.status for row in rows],
        "was": [_plain(row.was) for row in rows],
    }


def correctable(
    record: Callable[[], dict[str, Any]], mention: Mention, table: str, article: Article, sides: Sides | None
) -> dict[str, Any]:
    """What the page's data holds of a row, and under `e` what a correction of it needs."""
    return record() | {"e": mark_data(mention, table, article, sides)}


def mark_data(mention: Mention, table: str, article: Article, sides: Sides | None) -> dict[str, Any]:
    """The key of a row, its values in the order of the form, and the columns that a person corrected."""
    record: dict[str, Any] = {
        "f": table,
        "b": mention.start,
        "e": mention.end,
        "x": article.text[mention.start : mention.end],
        "v": [_plain(getattr(mention, field.column)) for field, _ in fields_of(table, sides)],
    }
    hand = corrected_columns(mention.rule)
    labels = {field.column: field.label for field in FORMS[table]}
    return record | ({"h": [[name, labels.get(name, name)] for name in hand]} if hand else {})


def fields_of(table: str, sides: Sides | None) -> list[tuple[Field, Column]]:
    """The fields of a table's form with their columns; those of sides only where there are sides."""
    family = next(family for family in extractors() if family.table and family.table.name == table)
    columns = {column.name: column for column in family.table.columns} if family.table else {}
    pairs = [(field, columns[field.column]) for field in FORMS[table]]
    return [(field, column) for field, column in pairs if sides or column.correctable != "side"]


def _field(field: Field, column: Column, sides: Sides | None) -> dict[str, Any]:
    options = dict(field.options)
    if column.correctable == "side" and sides:
        options = {side: sides.label(side) for side in (*sides.ids, THIRD_PARTY, UNKNOWN)}
    kind = "choice" if options else "text" if column.type == "string" else "number"
    return {"c": field.column, "l": field.label, "t": kind, "o": [list(pair) for pair in options.items()]}


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else cell(value)
