"""The tables of a run in files that keep types: Parquet, SQLite, a workbook for Excel.

The cells are those of the CSV files, but for the apostrophe that CSV puts before what looks like a formula: here it is text by its type.
The same rows give the same bytes.
"""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from framing.publish.tables import plain_cell
from framing.records.columns import Column, Table

SQL_TYPES: Final = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
"""SQLite's type by the codebook's; all others are text."""
MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its header; a longer table goes on in a further sheet."""
MOST_CHARACTERS: Final = 32_767
MOST_NAME: Final = 31
"""Characters of a cell, and of a sheet's name, that Excel takes."""
CUT: Final = " … cut: Excel takes no more, the CSV has all"
_DAY: Final = datetime(2026, 1, 1)
_MODIFIED: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Rows = Sequence[Mapping[str, Any]]


def typed(column: Column, value: Any) -> Any:
    """A value as a typed file holds it; None where the CSV's cell is empty.

    >>> typed(Column(name="n", definition="", type="integer"), 3.0), typed(Column(name="x", definition=""), "=1+1")
    (3, '=1+1')
    """
    if value is None or value == "":
        return None
    match column.type:
        case "integer":
            return int(value)
        case "number":
            return round(float(value), 6)
        case "boolean":
            return bool(value)
        case _:
            return plain_cell(value) or None


def parquet_bytes(table: Table, rows: Rows) -> bytes:
    """A table as Parquet, its columns of the types that the codebook gives."""
    import pyarrow
    import pyarrow.parquet

    types = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_()}
    schema = pyarrow.schema(
        [(column.name, types.get(column.type, pyarrow.string())) for column in table.columns]
    )
    columns = {column.name: [typed(column, row[column.name]) for row in rows] for column in table.columns}
    buffer = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns, schema=schema), buffer)
    return buffer.getvalue()


class Database:
    """A SQLite database in memory, to which tables are added."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:")

    def add(self, table: Table, rows: Rows) -> None:
        """Add a table with its rows."""
        names = ", ".join(
            f"{_quoted(column.name)} {SQL_TYPES.get(column.type, 'TEXT')}" for column in table.columns
        )
        self._connection.execute(f"CREATE TABLE {_quoted(table.name)} ({names})")
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(
            f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",
            (tuple(typed(column, row[column.name]) for column in table.columns) for row in rows),
        )

    def content(self) -> bytes:
        """The database as a file holds it; nothing can be added afterwards."""
        self._connection.commit()
        found = self._connection.serialize()
        self._connection.close()
        return found


class ExcelWorkbook:
    """A workbook, to which tables are added: a sheet a table, more where it is longer than a sheet."""

    def __init__(self) -> None:
        from openpyxl import Workbook

        self._book = Workbook(write_only=True)

    def add(self, table: Table, rows: Rows) -> None:
        """Add a table; a text is text whatever it begins with, and one too long for a cell says that it was cut."""
        for number, first in enumerate(range(0, max(1, len(rows)), MOST_ROWS), 1):
            sheet = self._book.create_sheet(sheet_name(table.name, number))
            sheet.append(list(table.names))
            for row in rows[first : first + MOST_ROWS]:
                sheet.append([self._cell(sheet, typed(c, row[c.name])) for c in table.columns])

    def content(self) -> bytes:
        """The workbook as a file holds it, with a fixed day in place of the present one."""
        buffer = io.BytesIO()
        self._book.save(buffer)
        return _timeless(buffer.getvalue())

    @staticmethod
    def _cell(sheet: Any, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(sheet, value=excel_text(value))
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell


def excel_text(text: str) -> str:
    """A text as a cell of Excel can hold it: without characters that its files cannot have, and not too long.

    >>> excel_text("a\\x01b"), len(excel_text("word " * 20_000)) == MOST_CHARACTERS
    ('ab', True)
    """
    clean = _NO_XML.sub("", text)
    return clean if len(clean) <= MOST_CHARACTERS else clean[: MOST_CHARACTERS - len(CUT)] + CUT


def sheet_name(table: str, number: int) -> str:
    """The name of a table's sheet.

    >>> sheet_name("attributions", 1), sheet_name("a_family_from_outside_with_a_long_name", 2)
    ('attributions', 'a_family_from_outside_with_a__2')
    """
    end = f"_{number}" if number > 1 else ""
    return table[: MOST_NAME - len(end)] + end


def _quoted(name: str) -> str:
    """A name as SQL takes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def _timeless(packed: bytes) -> bytes:
    """A workbook's archive without the times at which it was made."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name, data in _parts(old):
            new.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in archive.namelist():
        data = archive.read(name)
        if name == "docProps/core.xml":
            data = _MODIFIED.sub(rb"\g<1>" + _DAY.isoformat().encode() + b"Z", data)
        yield name, data


class TypedFiles:
    """The files of the forms that were asked for besides CSV, to which the tables are added one after the other."""

    def __init__(self, forms: Iterable[str]) -> None:
        wanted = tuple(forms)
        self._parquet = "parquet" in wanted
        self._database = Database() if "sqlite" in wanted else None
        self._workbook = ExcelWorkbook() if "xlsx" in wanted else None
        self._files: dict[str, bytes] = {}

    def add(self, table: Table, rows: Rows) -> None:
        """Add a table with its rows to each file."""
        if self._parquet:
            self._files[f"{table.name}.parquet"] = parquet_bytes(table, rows)
        for file in (self._database, self._workbook):
            if file is not None:
                file.add(table, rows)

    def files(self) -> dict[str, bytes]:
        """File name to content; nothing can be added afterwards."""
        if self._database is not None:
            self._files["tables.sqlite"] = self._database.content()
        if self._workbook is not None:
            self._files["tables.xlsx"] = self._workbook.content()
        return self._files
