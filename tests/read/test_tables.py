"""Tables of articles: CSV, Excel, JSON and Parquet; columns, bad rows, headlines alone."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

from framing.lexicon import Lexicons
from framing.read import ReadInputs, ReadOptions, read
from framing.records.article import Article
from tests.read.conftest import kept_text

TEXT = "The harbour authority closed the northern pier on Monday, officials said.\nIt will open in June."
OTHER = "Ferries will leave from the southern pier until June, the shipping line announced on Sunday."
RECORDS: list[dict[str, Any]] = [
    {
        "id": "a1",
        "source": "Gulf Courier",
        "title": "Pier shut",
        "date": "2024-05-03",
        "text": TEXT,
        "desk": "news",
    },
    {"id": "a2", "source": "Isle Radio", "title": "", "date": "4 May 2024", "text": OTHER, "desk": "sea"},
]


def read_one(folder: Path, lexicons: Lexicons, name: str, data: str | bytes, **columns: str) -> ReadInputs:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read([path], lexicons=lexicons, options=ReadOptions(columns=columns))


def csv_of(records: list[dict[str, Any]], delimiter: str = ",") -> str:
    def cell(value: Any) -> str:
        return '"' + str(value).replace('"', '""') + '"'

    rows = [list(records[0]), *(list(record.values()) for record in records)]
    return "\r\n".join(delimiter.join(map(cell, row)) for row in rows) + "\r\n"


def check(articles: tuple[Article, ...]) -> None:
    """The articles are those of `RECORDS`."""
    first, second = articles
    assert (first.article_id, first.source, first.title) == ("a1", "Gulf Courier", "Pier shut")
    assert first.text == f"Pier shut\n\n{TEXT}"
    assert [paragraph.file_start for paragraph in first.paragraphs] == [None, 0, TEXT.index("It will")]
    assert first.published == "2024-05-03"
    assert (second.title, second.text, second.published) == ("", OTHER, "2024-05-04")
    assert [article.row for article in articles] == [1, 2]
    assert [article.extra for article in articles] == [(("desk", "news"),), (("desk", "sea"),)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", csv_of(RECORDS)),
        ("semicolons.csv", "\ufeff" + csv_of(RECORDS, ";")),
        ("named.csv", "sep=;\n" + csv_of(RECORDS, ";")),
        ("t.tsv", csv_of(RECORDS, "\t")),
        ("t.jsonl", "\n".join(map(json.dumps, RECORDS))),
        ("array.jsonl", json.dumps(RECORDS)),
        ("t.json", json.dumps(RECORDS, indent=1)),
        ("lines.json", "\n".join(map(json.dumps, RECORDS))),
    ],
)
def test_every_kind_gives_the_same_articles(tmp_path: Path, lexicons: Lexicons, name: str, data: str) -> None:
    reading = read_one(tmp_path, lexicons, name, data)
    check(reading.articles)
    assert (reading.skipped, reading.warnings) == ((), ())


def test_excel(tmp_path: Path, lexicons: Lexicons) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(list(RECORDS[0]))
    for record in RECORDS:
        cells = dict(record) | ({"date": datetime(2024, 5, 4)} if record["id"] == "a2" else {})
        sheet.append(list(cells.values()))
        sheet.append([None, None])
    book.save(tmp_path / "t.xlsx")
    reading = read([tmp_path / "t.xlsx"], lexicons=lexicons)
    first, second = reading.articles
    assert (first.text, second.published) == (f"Pier shut\n\n{TEXT}", "2024-05-04T00:00:00")


def test_parquet(tmp_path: Path, lexicons: Lexicons) -> None:
    parquet.write_table(pyarrow.Table.from_pylist(RECORDS), tmp_path / "t.parquet")
    check(read([tmp_path / "t.parquet"], lexicons=lexicons).articles)


def test_parquet_of_paragraphs_and_of_numbers(tmp_path: Path, lexicons: Lexicons) -> None:
    columns = {"text": [TEXT.split("\n")], "source": pyarrow.array(["Courier"]).dictionary_encode()}
    parquet.write_table(pyarrow.table(columns), tmp_path / "t.parquet")
    (article,) = read([tmp_path / "t.parquet"], lexicons=lexicons).articles
    assert (article.text, article.source) == (TEXT, "Courier")
    parquet.write_table(pyarrow.table({"text": [1.5]}), tmp_path / "n.parquet")
    (skipped,) = read([tmp_path / "n.parquet"], lexicons=lexicons).skipped
    assert skipped.reason == "column 'text' is of type double, not text"


def test_parquet_without_its_package_says_how_to_get_it(
    tmp_path: Path, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet.write_table(pyarrow.Table.from_pylist(RECORDS), tmp_path / "t.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (skipped,) = read([tmp_path / "t.parquet"], lexicons=lexicons).skipped
    assert "pip install framing[parquet]" in skipped.remedy


def test_columns_that_are_asked_for(tmp_path: Path, lexicons: Lexicons) -> None:
    data = csv_of([{"Key No": "7", "Blatt": "Courier", "Lead": "x", "Haupttext": TEXT}])
    asked = {"text": "haupttext", "source": "Blatt", "id": "Key No"}
    (article,) = read_one(tmp_path, lexicons, "t.csv", data, **asked).articles
    assert (article.article_id, article.source, article.text) == ("7", "Courier", TEXT)
    assert article.extra == (("Lead", "x"),)


def test_columns_that_are_not_there(tmp_path: Path, lexicons: Lexicons) -> None:
    data = csv_of([{"a": "1", "b": TEXT}])
    (skipped,) = read_one(tmp_path, lexicons, "t.csv", data).skipped
    assert "a, b" in skipped.reason and "--text-column" in skipped.remedy
    (skipped,) = read_one(tmp_path, lexicons, "t.csv", data, text="c").skipped
    assert skipped.reason == "has no column 'c'"


def test_rows_without_text_are_skipped_and_the_word_nan_is_none(tmp_path: Path, lexicons: Lexicons) -> None:
    records = [RECORDS[0] | {"text": text, "source": "Nan News"} for text in ("NaN", "", "None", "nan", TEXT)]
    reading = read_one(tmp_path, lexicons, "t.csv", csv_of(records))
    assert [skipped.row for skipped in reading.skipped] == [1, 2, 3, 4]
    assert [article.source for article in reading.articles] == ["Nan News"]


def test_headlines_alone_are_read_as_such(tmp_path: Path, lexicons: Lexicons) -> None:
    records = [{"id": n, "source": f"S{n}", "title": f"Pier {n} shut by harbour", "text": ""} for n in (1, 2)]
    reading = read_one(tmp_path, lexicons, "t.jsonl", "\n".join(map(json.dumps, records)))
    assert [article.text for article in reading.articles] == [
        "Pier 1 shut by harbour",
        "Pier 2 shut by harbour",
    ]
    assert "only the headlines" in reading.warnings[0]


def test_broken_lines_are_reported_by_number(tmp_path: Path, lexicons: Lexicons) -> None:
    good = json.dumps(RECORDS[0])
    lines = [
        good,
        '{"id": "x", "text": "open',
        "",
        "[1, 2]",
        "null",
        '{"id": 1, "id": 2, "text": "x"}',
        '{"text": {}}',
    ]
    reading = read_one(tmp_path, lexicons, "t.jsonl", "\n".join(lines))
    assert len(reading.articles) == 1
    assert [skipped.row for skipped in reading.skipped] == [2, 4, 5, 6, 7]
    assert [skipped.reason.split(" (")[0] for skipped in reading.skipped] == [
        "is broken JSON",
        "is an array, not an object",
        "is null, not an object",
        "has the key 'id' twice",
        "its text is an object, not text",
    ]


def test_odd_values_are_said(tmp_path: Path, lexicons: Lexicons) -> None:
    lines = [
        f'{{"text": "{OTHER}", "date": NaN, "source": null}}',
        f'{{"text": "{OTHER} \\ud800", "date": "soon", "source": "B"}}',
    ]
    reading = read_one(tmp_path, lexicons, "t.jsonl", "\n".join(lines))
    assert [article.source for article in reading.articles] == ["t", "B"]
    assert [article.article_id for article in reading.articles] == ["t#1", "t#2"]
    assert reading.articles[1].text.endswith("\ufffd")
    assert [warning.partition(": ")[0] for warning in reading.warnings[:4]] == [
        "t.jsonl, row 1",
        "t.jsonl, row 1",
        "t.jsonl, row 2",
        "t.jsonl, row 2",
    ]


def test_a_line_separator_inside_a_text_ends_no_record(tmp_path: Path, lexicons: Lexicons) -> None:
    line = json.dumps({"text": f"{OTHER}\u2028{OTHER}"}, ensure_ascii=False)
    assert len(read_one(tmp_path, lexicons, "t.jsonl", line).articles) == 1


def test_a_quotation_mark_that_is_never_closed_is_reported(tmp_path: Path, lexicons: Lexicons) -> None:
    data = f'id,text\n1,{OTHER.replace(",", "")}\n2,"An open text\n3,next\n'
    reading = read_one(tmp_path, lexicons, "t.csv", data)
    assert len(reading.articles) == 1
    assert "quotation mark that is never closed" in reading.skipped[0].reason


def test_too_many_cells_are_reported(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_one(tmp_path, lexicons, "t.csv", f"id,text\n1,a,b\n2,{OTHER.replace(',', '')}\n")
    assert [skipped.reason for skipped in reading.skipped] == ["has 3 cells where the header has 2"]


def test_equal_ids_are_made_distinct_and_reported(tmp_path: Path, lexicons: Lexicons) -> None:
    records = [{"id": "1", "text": f"{OTHER} {word}"} for word in ("One.", "Two.", "Three.")]
    reading = read_one(
        tmp_path, lexicons, "t.jsonl", "\n".join(map(json.dumps, [*records, {"id": "1-2", "text": TEXT}]))
    )
    assert [article.article_id for article in reading.articles] == ["1", "1-3", "1-4", "1-2"]
    assert "id '1' occurs 3 times (rows 1, 2, 3)" in " ".join(reading.warnings)


def test_first_lines_of_cells_are_no_titles_and_boilerplate_is_marked(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    data = json.dumps([{"text": f"Pier shut\nAdvertisement\n{OTHER}"}])
    (article,) = read_one(tmp_path, lexicons, "t.json", data).articles
    assert (article.title, kept_text(article)) == ("", ["Pier shut", OTHER])


def test_names_that_look_like_paths_or_formulas_stay_data(tmp_path: Path, lexicons: Lexicons) -> None:
    data = json.dumps([{"id": "../../x", "source": "=1+1", "text": TEXT}])
    (article,) = read_one(tmp_path, lexicons, "t.json", data).articles
    assert (article.article_id, article.source) == ("../../x", "=1+1")


def test_labels_may_name_a_row_by_its_id(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "labels.csv").write_text("file,part,event\nt.csv,a2,pier\n", encoding="utf-8")
    reading = read_one(tmp_path, lexicons, "t.csv", csv_of(RECORDS))
    assert [article.event for article in reading.articles] == ["", "pier"]
