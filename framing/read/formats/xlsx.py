"""Excel workbooks (XLSX): the first sheet that holds texts, or the one asked for; values instead of formulas.

A sheet of a few bytes can claim billions of cells, and one string can stand in a million of them: what the cells hold is
counted as they come, and a workbook beyond the limits is refused.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile, most_unpacked
from framing.read.formats.columns import plain_name
from framing.read.formats.header_rows import header_at, holds_texts
from framing.read.formats.input_rows import InputRow, cell_text
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

MOST_CELLS = 10_000_000
"""Cells of a workbook, empty ones before the last of a row included."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, as many as Excel has."""


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet with rows: its name, its columns, and the records below them."""

    title: str
    names: list[str]
    records: list[InputRow]
    has_texts: bool


def read_workbook(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a workbook.

    Raises InputError where it cannot be opened, or no sheet holds a table with texts.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
            cells = CellReader(item.name, MOST_CELLS, most_unpacked(len(file.data)))
            read = [(sheet.title, list(cells.filled(sheet))) for sheet in book.worksheets]
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            item.name, f"cannot be opened as a workbook ({type(error).__name__})", "save it again, or as CSV"
        ) from None
    filled = [_sheet(title, rows, rules, options) for title, rows in read if rows]
    if not filled:
        raise InputError(item.name, "has no rows", "check that the first sheet holds the articles")
    chosen = _chosen(item.name, filled, options.sheet)
    found = articles_of_rows(item, file.sha256, chosen.names, chosen.records, rules, options)
    others = [sheet.title for sheet in filled if sheet is not chosen]
    if others and not options.sheet:
        note = f"{item.name}: only the sheet {chosen.title!r} is read, not the {len(others)} others"
        return found.warned([f"{note} (--sheet names another)"])
    return found


def _sheet(title: str, rows: list[list[Any]], rules: ReadingLexicons, options: ReadOptions) -> WorkbookSheet:
    texts = [[cell_text(cell).strip() for cell in row] for row in rows]
    at = header_at(texts, options.columns, rules.columns) or 0
    names = texts[at]
    records = [
        InputRow(number, dict(zip(names, cells, strict=False)))
        for number, cells in enumerate(rows[at + 1 :], 1)
    ]
    return WorkbookSheet(title, names, records, holds_texts(names, options.columns, rules.columns))


def _chosen(place: str, sheets: list[WorkbookSheet], asked: str) -> WorkbookSheet:
    """The sheet that is asked for, else the first with a column of texts, else the first."""
    if not asked:
        return next((sheet for sheet in sheets if sheet.has_texts), sheets[0])
    for sheet in sheets:
        if asked == sheet.title or plain_name(asked) == plain_name(sheet.title):
            return sheet
    named = ", ".join(sheet.title for sheet in sheets)
    raise InputError(place, f"has no sheet {asked!r} with rows", f"its sheets are: {named}")


@dataclass(slots=True)
class CellReader:
    """Reads the cells of a workbook, so many cells and so many characters at most."""

    place: str
    cells_left: int
    characters_left: int

    def filled(self, sheet: Any) -> Iterator[list[Any]]:
        """The rows of a sheet that are not empty; its own word about its size is not asked for."""
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.values, 1):
            if number > MOST_ROWS:
                raise self._too_large(f"has a sheet of more than {MOST_ROWS:,} rows")
            if not row:
                continue
            self.cells_left -= len(row)
            if self.cells_left < 0:
                raise self._too_large(f"has more than {MOST_CELLS:,} cells")
            self.characters_left -= sum(len(cell) for cell in row if isinstance(cell, str))
            if self.characters_left < 0:
                raise self._too_large("unpacks to far more text than its size allows")
            if any(cell is not None and str(cell).strip() for cell in row):
                yield list(row)

    def _too_large(self, reason: str) -> InputError:
        return InputError(self.place, reason, "save the sheet of the articles alone, as CSV UTF-8")
