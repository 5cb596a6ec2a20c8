"""Tables that people write or mend in a spreadsheet beside the inputs: labels, corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from framing.read.formats.delimited import LONGEST_CELL, delimiter_of
from framing.records.errors import FramingError


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
        text = table.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise error(place, "does not exist", "check the path and its spelling") from None
    except (OSError, UnicodeDecodeError):
        raise error(place, "cannot be read as UTF-8 text", "save it as CSV UTF-8") from None
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text.split("\n", 1)[0]))
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        unknown = [name for name in names if name not in columns]
        missing = [name for name in required if name not in names]
        if unknown or missing:
            problem = f"unknown column {unknown[0]!r}" if unknown else f"there is no column {missing[0]!r}"
            raise error(place, problem, f"the columns are {', '.join(columns)}")
        for number, row in enumerate(reader, 2):
            cells = [cell.strip() for cell in row]
            if any(cells):
                filled = dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
                yield HandRow(number, filled, any(cells[len(names) :]))
    except csv.Error as problem:
        raise error(place, f"is no CSV table ({problem})", "save it again as CSV UTF-8") from None
