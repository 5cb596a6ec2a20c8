"""Excel workbooks (XLSX): the first sheet that holds texts, or the one asked for; values instead of formulas."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile
from framing.read.formats.columns import plain_name
from framing.read.formats.header_rows import header_at, holds_texts
from framing.read.formats.input_rows import InputRow, cell_text
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError


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
            read = [(sheet.title, [list(row) for row in _filled(sheet.values)]) for sheet in book.worksheets]
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


def _filled(rows: Iterable[Iterable[Any]]) -> Iterator[Iterable[Any]]:
    for row in rows:
        cells = list(row)
        if any(cell is not None and str(cell).strip() for cell in cells):
            yield cells
