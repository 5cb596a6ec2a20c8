"""Corrections on the page: what each mark can be corrected to, and those that are in the numbers of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framing.corrections.record import CorrectionOutcome, in_words
from framing.extract.base import Extractor, shown_families
from framing.extract.shown import CorrectionField
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.publish.tables import cell
from framing.read.corrections import COLUMNS
from framing.records.article import Article
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.results import Results

MOST_ROWS = 2000
"""Corrections of a run that a page holds, to be saved again with those that are made on it."""


@dataclass(frozen=True, slots=True)
class CorrectionSummary:
    """What the page says of the corrections of its run: a sentence, empty where there were none."""

    said: str
    omitted: int


def corrected(outcomes: Sequence[CorrectionOutcome]) -> CorrectionSummary:
    """What became of the corrections of a run, in words."""
    omitted = len(outcomes) if len(outcomes) > MOST_ROWS else 0
    return CorrectionSummary(in_words(outcomes) if outcomes else "", omitted)


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """The form for the rows of one table: its fields with their columns, and what a row is called."""

    heading: str
    fields: tuple[tuple[CorrectionField, Column], ...]
    labels: Mapping[str, str]


def correction_forms(families: Iterable[Extractor], sides: Sides | None) -> dict[str, CorrectionForm]:
    """The form of each table whose rows the page shows; fields of sides only where there are sides."""
    forms = {}
    for _, table, shown in shown_families(families):
        columns = {column.name: column for column in table.columns}
        fields = [(field, columns[field.column]) for field in shown.fields]
        forms[table.name] = CorrectionForm(
            shown.heading,
            tuple((field, column) for field, column in fields if sides or column.correctable != "side"),
            {field.column: field.label for field in shown.fields},
        )
    return forms


def correction_data(results: Results, forms: Mapping[str, CorrectionForm]) -> dict[str, Any]:
    """The forms for the tables whose rows the page shows, and the corrections of the run as rows of a table."""
    rows = results.corrections if len(results.corrections) <= MOST_ROWS else ()
    return {
        "columns": COLUMNS,
        "forms": {
            table: [_field(field, column, results.sides) for field, column in form.fields]
            for table, form in forms.items()
        },
        "tables": {table: form.heading for table, form in forms.items()},
        "rows": [[_plain(getattr(row.correction, name)) for name in COLUMNS] for row in rows],
        "states": [row.status for row in rows],
        "was": [_plain(row.was) for row in rows],
    }


def correctable(
    record: Callable[[], dict[str, Any]],
    mention: Mention,
    table: str,
    article: Article,
    form: CorrectionForm,
    hand: Sequence[str] = (),
) -> dict[str, Any]:
    """What the page's data holds of a row, and under `e` what a correction of it needs: the key of the row, its
    values in the order of the form, and the columns that a person corrected (`hand`)."""
    found: dict[str, Any] = {
        "f": table,
        "b": mention.start,
        "e": mention.end,
        "x": article.text[mention.start : mention.end],
        "v": [_plain(getattr(mention, field.column)) for field, _ in form.fields],
    }
    if hand:
        found["h"] = [[name, form.labels.get(name, name)] for name in hand]
    return record() | {"e": found}


def _field(field: CorrectionField, column: Column, sides: Sides | None) -> dict[str, Any]:
    options = dict(field.options)
    if column.correctable == "side" and sides:
        options = {side: sides.label(side) for side in (*sides.ids, THIRD_PARTY, UNKNOWN)}
    kind = "choice" if options else "text" if column.type == "string" else "number"
    return {"c": field.column, "l": field.label, "t": kind, "o": [list(pair) for pair in options.items()]}


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else cell(value)
