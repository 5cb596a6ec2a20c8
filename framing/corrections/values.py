"""Whether a correction names a column that can be corrected, and a value that this column can have."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framing.corrections.record import CorrectionOutcome
from framing.extract.base import Extractor
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.read.corrections import Correction
from framing.records.columns import Column

LONGEST = 500
"""Characters of the longest text that a value can be corrected to."""
GREATEST = 1e15
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that can be used: `column` takes `value`, or the row is rejected where it is None."""

    correction: Correction
    family: str
    column: Column | None = None
    value: Any = None


class RefusedError(Exception):
    """Why a correction cannot be used, and what to do about it."""


def changes_of(
    corrections: Iterable[Correction], families: Sequence[Extractor], sides: Sides | None
) -> tuple[list[Change], list[CorrectionOutcome]]:
    """The corrections that can be used, in their order, and those that are refused whatever the articles hold."""
    tables = {family.table.name: family for family in families if family.table is not None}
    changes: list[Change] = []
    refused: list[CorrectionOutcome] = []
    for correction in corrections:
        try:
            changes.append(_change(correction, tables, sides))
        except RefusedError as refusal:
            refused.append(CorrectionOutcome(correction, "refused", str(refusal)))
    return changes, refused


def by_article(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes of each article, in their order."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.correction.article_id, []).append(change)
    return found


def _change(correction: Correction, tables: Mapping[str, Extractor], sides: Sides | None) -> Change:
    if correction.problem:
        raise RefusedError(correction.problem)
    family = tables.get(correction.table)
    if family is None or family.table is None:
        raise RefusedError(
            f"{correction.table!r} is no table whose rows can be corrected: these are {', '.join(tables)}"
        )
    if correction.action == "reject":
        return Change(correction, family.name)
    columns = {column.name: column for column in family.table.columns if column.correctable}
    if correction.column not in columns:
        can = (
            f"in {correction.table} these can: {', '.join(columns)}" if columns else "reject the mark instead"
        )
        raise RefusedError(f"{correction.column!r} is no column that can be corrected: {can}")
    column = columns[correction.column]
    return Change(correction, family.name, column, value_of(column, correction.value, sides))


def value_of(column: Column, cell: str, sides: Sides | None) -> Any:
    """The value that a cell gives a column; raises RefusedError where it can have none such.

    >>> value_of(Column(name="n", definition="", type="integer", correctable="value"), "12", None)
    12
    """
    text = " ".join(cell.split())
    if column.correctable == "side":
        if sides is None:
            raise RefusedError("no conflict pack is in use, so nobody has a side: choose one with --conflict")
        return _one_of(column, text, (*sides.ids, THIRD_PARTY, UNKNOWN))
    if not text:
        if not column.missing_means:
            raise RefusedError(f"{column.name} cannot be empty: fill the cell 'value'")
        return None if column.type in ("integer", "number") else ""
    if column.values:
        return _one_of(column, text, column.values)
    if column.type == "boolean":
        return _BOOLEANS[_one_of(column, text, tuple(_BOOLEANS))]
    if column.type in ("integer", "number"):
        return _number(column, text)
    if len(text) > LONGEST or not text.isprintable():
        raise RefusedError(f"the value is no plain text of at most {LONGEST} characters: shorten it")
    return text


def _one_of(column: Column, text: str, values: Sequence[str]) -> str:
    if text.lower() not in values:
        raise RefusedError(f"{column.name} cannot be {text[:40]!r}: it is one of {', '.join(values)}")
    return text.lower()


def _number(column: Column, text: str) -> float | int:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    whole = number.is_integer()
    if not abs(number) < GREATEST or (column.type == "integer" and not (whole and number >= 0)):
        kind = "a whole number from 0" if column.type == "integer" else "a number"
        raise RefusedError(f"{column.name} cannot be {text[:40]!r}: write {kind} in digits, without commas")
    return int(number) if whole else number
