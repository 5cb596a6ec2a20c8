"""Excel workbooks (XLSX): the first sheet that has a header and rows, values instead of formulas."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile
from framing.read.formats.rows import InputRow, articles_of_rows, cell_text
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError


def read_workbook(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a workbook.

    Raises InputError where it cannot be opened, or no sheet holds a table with texts.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
            sheets = [
                (sheet.title, [list(row) for row in _filled(sheet.values)]) for sheet in book.worksheets
            ]
    except Exception as error:
        raise InputError(
            item.name, f"cannot be opened as a workbook ({type(error).__name__})", "save it again, or as CSV"
        ) from None
    filled = [(title, rows) for title, rows in sheets if rows]
    if not filled:
        raise InputError(item.name, "has no rows", "check that the first sheet holds the articles")
    title, rows = filled[0]
    names = [cell_text(cell).strip() for cell in rows[0]]
    records = [
        InputRow(number, dict(zip(names, cells, strict=False))) for number, cells in enumerate(rows[1:], 1)
    ]
    found = articles_of_rows(item, file.sha256, names, records, rules, options)
    if len(filled) > 1:
        return found.warned(
            [f"{item.name}: only the sheet {title!r} is read, not the {len(filled) - 1} others"]
        )
    return found


def _filled(rows: Iterable[Iterable[Any]]) -> Iterator[Iterable[Any]]:
    for row in rows:
        cells = list(row)
        if any(cell is not None and str(cell).strip() for cell in cells):
            yield cells
