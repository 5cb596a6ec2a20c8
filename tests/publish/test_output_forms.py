"""Parquet, SQLite, workbook, CSV for Excel: every form gives back the cells of the CSV, with their types."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from framing.publish.output import OutputOptions
from framing.publish.run import DTYPES, FEATURE_RUN, run_files, tables
from framing.publish.tables import csv_text, excel_csv_text
from framing.publish.typed_tables import MOST_CHARACTERS, Database, ExcelWorkbook, parquet_bytes
from framing.records.columns import Column, Table
from framing.results import Results

ODD = Table(
    "odd",
    (
        Column(name="text", definition=""),
        Column(name="n", definition="", type="integer"),
        Column(name="rate", definition="", type="number"),
        Column(name="sure", definition="", type="boolean"),
        Column(name="empty", definition=""),
    ),
)
ROWS: list[dict[str, Any]] = [
    {"text": '=HYPERLINK("http://example.org")', "n": 3, "rate": 1 / 3, "sure": True, "empty": None},
    {"text": "10:18", "n": None, "rate": None, "sure": False, "empty": ""},
    {"text": "Łódź, \x0bRzeszów\nand more", "n": 0, "rate": 1.0, "sure": None, "empty": None},
]


@pytest.fixture(scope="module")
def files(fire_results: Results) -> Mapping[str, str | bytes]:
    return run_files(fire_results, FEATURE_RUN, OutputOptions(also=("parquet", "sqlite", "xlsx")))


def data(files: Mapping[str, str | bytes], name: str) -> io.BytesIO:
    content = files[name]
    assert isinstance(content, bytes)
    return io.BytesIO(content)


def frame_of_csv(files: Mapping[str, str | bytes], name: str, types: Any) -> pd.DataFrame:
    content = files[f"{name}.csv"]
    assert isinstance(content, str)
    return pd.read_csv(io.StringIO(content), keep_default_na=False, na_values=[""], dtype=types)


@pytest.mark.parametrize("name", ["articles", "features", "attributions", "numbers", "own"])
def test_pandas_reads_the_same_from_every_form(
    files: Mapping[str, str | bytes], fire_results: Results, name: str
) -> None:
    frame = tables(fire_results)[name]
    types: dict[str, Any] = {str(column): str(dtype) for column, dtype in frame.dtypes.items()}
    pd.testing.assert_frame_equal(frame_of_csv(files, name, types), frame)
    parquet = pd.read_parquet(data(files, f"{name}.parquet"))
    numeric = [name for name in types if types[name] in DTYPES.values()]
    for column in numeric:
        assert parquet[column].astype(types[column]).equals(frame[column]), column
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(data(files, "tables.sqlite").getvalue())
        from_sql = pd.read_sql(f'SELECT * FROM "{name}"', connection)
    sheet = pd.read_excel(data(files, "tables.xlsx"), sheet_name=name, keep_default_na=False, na_values=[""])
    for other in (parquet, from_sql, sheet):
        assert list(other.columns) == list(frame.columns)
        assert len(other) == len(frame)
        for column in types.keys() - set(numeric):
            expected = frame[column].fillna("").str.removeprefix("'")
            assert other[column].astype("string").fillna("").tolist() == expected.tolist(), column


def test_every_table_is_in_every_form(files: Mapping[str, str | bytes]) -> None:
    names = {name.removesuffix(".csv") for name in files if name.endswith(".csv")}
    assert {name.removesuffix(".parquet") for name in files if name.endswith(".parquet")} == names
    assert set(pd.ExcelFile(data(files, "tables.xlsx")).sheet_names) == names


def test_the_same_rows_give_the_same_bytes() -> None:
    for make in (Database, ExcelWorkbook):
        first, second = make(), make()
        for file in (first, second):
            file.add(ODD, ROWS)
        assert first.content() == second.content()
    assert parquet_bytes(ODD, ROWS) == parquet_bytes(ODD, ROWS)


def test_a_workbook_holds_no_formula_and_no_cell_that_excel_cannot_read() -> None:
    from openpyxl import load_workbook

    book = ExcelWorkbook()
    book.add(ODD, [*ROWS, {**ROWS[0], "text": "word " * 10_000}])
    sheet = load_workbook(io.BytesIO(book.content()))["odd"]
    cells = [sheet.cell(row, 1) for row in range(2, 6)]
    assert all(cell.data_type == "s" for cell in cells)
    assert cells[0].value == ROWS[0]["text"] and cells[0].quotePrefix
    assert cells[2].value == "Łódź, Rzeszów\nand more"
    assert len(cells[3].value) == MOST_CHARACTERS and cells[3].value.endswith("the CSV has all")
    assert [sheet.cell(2, column).value for column in (2, 3, 4)] == [3, 0.333333, True]


def test_csv_for_excel_keeps_what_excel_would_change() -> None:
    text = excel_csv_text(ODD, ROWS)
    assert text.startswith("\ufefftext,n,")
    assert "'10:18,,,false,\r\n" in text
    assert "'=HYPERLINK" in text
    plain, marked = (
        pd.read_csv(io.StringIO(made.removeprefix("\ufeff"))) for made in (csv_text(ODD, ROWS), text)
    )
    assert plain.n.equals(marked.n) and plain.rate.equals(marked.rate)
