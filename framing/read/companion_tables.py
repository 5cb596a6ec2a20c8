"""Tables that people write or mend in a spreadsheet beside the inputs: labels, corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from framing.read.formats.delimited import LONGEST_CELL, delimiter_of
from framing.records.errors import FramingError
from framing.records.plain_file import plain_bytes

MOST_BYTES = 200_000_000
SAVE_AGAIN = "save it again as CSV UTF-8"


class HandRow(NamedTuple):
    """One row: its number in the file, where the header is 1, its cells, and whether it has cells too many."""

    number: int
    cells: Mapping[str, str]
    surplus: bool


def place_of(table: Path) -> str:
    """What messages call such a table: its name, with its folder."""
    return f"{table.parent.name}/{table.name}" if table.parent.name else table.name


def hand_rows(
    table: Path, columns: Collection[str], required: Collection[str], error: type[FramingError]
) -> Iterator[HandRow]:
    """The rows that are not empty; commas, semicolons or tabs, any case of the header, with or without BOM.

    Raises `error` where the table cannot be used as a whole.
    """
    place = place_of(table)
    try:
        text = plain_bytes(table, place, MOST_BYTES, error).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise error(place, "cannot be read as UTF-8 text", "save it as CSV UTF-8") from None
    csv.field_size_limit(LONGEST_CELL)
    delimiter = delimiter_of(text.split("\n", 1)[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if problem := _wrong_columns(names, columns, required):
            raise error(place, problem, f"the columns are {', '.join(columns)}")
        for row in reader:
            number += 1
            cells = [cell.strip() for cell in row]
            if any(cells):
                filled = dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
                yield HandRow(number, filled, any(cells[len(names) :]))
    except csv.Error as damage:
        reason = f"a quotation mark stands where none can ({damage})"
        raise error(place, reason, f"double it inside a cell, or {SAVE_AGAIN}", row=number + 1) from None


def _wrong_columns(names: list[str], columns: Collection[str], required: Collection[str]) -> str:
    """What is wrong with a header; nothing where it is good."""
    for number, name in enumerate(names):
        if name not in columns:
            return f"unknown column {name[:40]!r}"
        if name in names[:number]:
            return f"column {name!r} stands twice"
    return next((f"there is no column {name!r}" for name in required if name not in names), "")
