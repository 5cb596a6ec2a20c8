"""Tables and JSON as researchers have them: columns found, joined or refused, dates by the column as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from framing.lexicon import Lexicons
from framing.read import ReadInputs, ReadOptions, read
from framing.records.errors import InputError
from tests.read.conftest import kept_text

TEXT = "The port authority said on Wednesday that the old pier had been closed for repairs. " * 4
OTHER = "Repairs will take four months, the authority told the council on Friday evening. " * 4


def read_as(
    tmp_path: Path, lexicons: Lexicons, name: str, data: str | bytes, options: ReadOptions | None = None
) -> ReadInputs:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return read([path], lexicons=lexicons, options=options)


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_german_names_of_columns(tmp_path: Path, lexicons: Lexicons) -> None:
    table = f"Quelle;Datum;Titel;Volltext\nHafenblatt;5. März 2026;Pier shut;{TEXT}\n"
    (article,) = read_as(tmp_path, lexicons, "t.csv", table).articles
    assert (article.source, article.published, article.published_raw, article.title) == (
        "Hafenblatt",
        "2026-03-05",
        "5. März 2026",
        "Pier shut",
    )


@pytest.mark.parametrize(
    ("dates", "expected", "said"),
    [
        (("04/06/2025", "13/06/2025"), ["2025-06-04", "2025-06-13"], ""),
        (("04/06/2025", "06/13/2025"), ["2025-04-06", "2025-06-13"], ""),
        (("04/06/2025", "05/06/2025"), ["", ""], "--date-format"),
        (("13/06/2025", "06/14/2025"), ["2025-06-13", "2025-06-14"], "--date-format"),
        (("45812", "45813"), ["2025-06-04", "2025-06-05"], ""),
        (("1749032100", "1749032101"), ["2025-06-04T10:15:00+00:00", "2025-06-04T10:15:01+00:00"], ""),
        (("4 juin 2025", "5 de junio de 2025"), ["2025-06-04", "2025-06-05"], ""),
        (("04-Jun-25", "20250605"), ["2025-06-04", "2025-06-05"], ""),
    ],
)
def test_dates_by_the_column_as_a_whole(
    tmp_path: Path, lexicons: Lexicons, dates: tuple[str, str], expected: list[str], said: str
) -> None:
    rows = "".join(
        f'{n},Echo,{day},"{text}"\n' for n, (day, text) in enumerate(zip(dates, (TEXT, OTHER), strict=True))
    )
    reading = read_as(tmp_path, lexicons, "t.csv", f"id,source,date,text\n{rows}")
    assert [article.published for article in reading.articles] == expected
    assert [article.published_raw for article in reading.articles] == list(dates)
    assert ("--date-format" in " ".join(reading.warnings)) == bool(said)


def test_the_user_says_how_dates_are_written(tmp_path: Path, lexicons: Lexicons) -> None:
    table = f"source,date,text\nEcho,04/06/2025,{TEXT}\n"
    for wanted, day in (
        ("day-first", "2025-06-04"),
        ("month-first", "2025-04-06"),
        ("%m/%d/%Y", "2025-04-06"),
    ):
        options = ReadOptions(date_format=wanted)
        (article,) = read_as(tmp_path, lexicons, "t.csv", table, options).articles
        assert article.published == day
    with pytest.raises(InputError, match="--date-format"):
        read_as(tmp_path, lexicons, "t.csv", table, ReadOptions(date_format="german"))


def test_quotation_marks_escaped_by_backslashes(tmp_path: Path, lexicons: Lexicons) -> None:
    table = (
        f'"doc_id","text","outlet"\n"a","She said: \\"It is shut.\\" {TEXT}","Echo"\n"b","{OTHER}","Mail"\n'
    )
    first, second = read_as(tmp_path, lexicons, "t.csv", table).articles
    assert 'She said: "It is shut."' in first.text
    assert (first.source, second.source) == ("Echo", "Mail")


def test_unicode_text_of_excel_and_lines_over_the_header(tmp_path: Path, lexicons: Lexicons) -> None:
    table = f"Sample of March\n\nsource\ttitle\ttext\nEcho\tPier shut\t{TEXT}\n"
    (article,) = read_as(tmp_path, lexicons, "t.csv", table.encode("utf-16")).articles
    assert (article.source, article.title) == ("Echo", "Pier shut")
    (same,) = read_as(tmp_path, lexicons, "t.txt", table.partition("\n\n")[2].encode("utf-16")).articles
    assert (same.source, same.title) == ("Echo", "Pier shut")


def test_a_cell_that_excel_cut_is_said(tmp_path: Path, lexicons: Lexicons) -> None:
    long = (TEXT * 400)[:32_767]
    reading = read_as(tmp_path, lexicons, "t.csv", f"source,text\nEcho,{long}\n")
    assert "32,767" in reading.warnings[0]


def test_sheets_title_rows_and_columns_of_paragraphs(tmp_path: Path, lexicons: Lexicons) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        {
            "Codebook": [["Variable", "Meaning"], ["V1", "Outlet"]],
            "Data": [
                ["Drawn in March"],
                [],
                ["Outlet", "Headline", "Paragraph 1", "Paragraph 2"],
                ["Echo", "Pier shut", TEXT, OTHER],
            ],
            "Pilot": [["Outlet", "Text"], ["Mail", OTHER]],
        },
    )
    reading = read([path], lexicons=lexicons)
    (article,) = reading.articles
    assert (article.source, article.title) == ("Echo", "Pier shut")
    assert kept_text(article)[1:] == [TEXT.strip(), OTHER.strip()]
    assert "--sheet" in " ".join(reading.warnings)
    (pilot,) = read([path], lexicons=lexicons, options=ReadOptions(sheet="pilot")).articles
    assert pilot.source == "Mail"
    refused = read([path], lexicons=lexicons, options=ReadOptions(sheet="Notes"))
    assert "Codebook, Data, Pilot" in refused.skipped[0].remedy


def test_sentences_are_joined_by_their_document(tmp_path: Path, lexicons: Lexicons) -> None:
    sentences = [s.strip() + "." for s in f"{TEXT}{OTHER}".split(".") if s.strip()]
    rows = "".join(f'{"ab"[n >= 4]},{n},Echo,"{s}"\n' for n, s in enumerate(sentences))
    reading = read_as(tmp_path, lexicons, "t.csv", f"doc_id,sentence_id,outlet,sentence\n{rows}")
    assert [article.article_id for article in reading.articles] == ["a", "b"]
    assert reading.articles[0].text == TEXT.strip()
    assert "joined" in reading.warnings[0]
    alone = read_as(tmp_path, lexicons, "u.csv", f"n,x,outlet,sentence\n{rows}")
    assert "one sentence or paragraph a row" in alone.skipped[0].reason
    words = read_as(tmp_path, lexicons, "w.csv", "doc_id,sentence,token_id,token\na,1,1,The\na,1,2,port\n")
    assert not words.articles


def test_tables_without_texts(tmp_path: Path, lexicons: Lexicons) -> None:
    addresses = read_as(tmp_path, lexicons, "a.csv", "url,outlet\nhttps://news.example/1,Echo\n")
    assert "addresses and no texts" in addresses.skipped[0].reason
    titles = read_as(
        tmp_path, lexicons, "b.csv", "title,url\nPier shut after inspection,https://news.example/1\n"
    )
    assert [article.title for article in titles.articles] == ["Pier shut after inspection"]
    assert "titles and addresses and no texts" in titles.warnings[0]
    hidden = read_as(tmp_path, lexicons, "c.csv", f"outlet,Meldung\nEcho,{TEXT}\n")
    assert "'Meldung'" in hidden.skipped[0].remedy


def test_html_inside_a_cell(tmp_path: Path, lexicons: Lexicons) -> None:
    cell = f"<p>{TEXT}</p><figure>Photo</figure><p>Tom &amp; Co. said: “{OTHER}”</p>"
    (article,) = read_as(tmp_path, lexicons, "t.jsonl", json.dumps({"source": "Echo", "text": cell})).articles
    assert "<" not in article.text
    assert "Tom & Co. said" in article.text
    assert article.paragraphs[0].file_start is None


@pytest.mark.parametrize(
    "value",
    [
        {"status": "ok", "articles": [{"source": {"id": None, "name": "Echo"}, "title": "Pier shut - Echo", "publishedAt": "2026-03-05T10:00:00Z", "author": "Nora Lind", "content": TEXT}]},
        {"response": {"status": "ok", "results": [{"webTitle": "Pier shut", "webPublicationDate": "2026-03-05T10:00:00Z", "fields": {"bodyText": TEXT, "byline": "Nora Lind", "publication": "Echo"}, "source": "Echo"}]}},
        {"articles": {"totalResults": 1, "results": [{"title": "Pier shut", "body": TEXT, "dateTime": "2026-03-05T10:00:00Z", "source": {"uri": "echo.example", "title": "Echo"}, "authors": [{"name": "Nora Lind"}]}]}},
        {"hits": {"hits": [{"_id": "7", "_source": {"title": "Pier shut", "text": TEXT, "outlet": "Echo", "date": "2026-03-05", "byline": "Nora Lind"}}]}},
        {"response": {"docs": [{"headline": {"main": "Pier shut", "kicker": None}, "byline": {"original": "Nora Lind"}, "pub_date": "2026-03-05T10:00:00+0000", "source": "Echo", "lead_paragraph": TEXT}]}},
    ],
)  # fmt: skip
def test_envelopes_of_interfaces(tmp_path: Path, lexicons: Lexicons, value: object) -> None:
    (article,) = read_as(tmp_path, lexicons, "answer.json", json.dumps(value)).articles
    assert (article.title, article.source, article.byline) == ("Pier shut", "Echo", "Nora Lind")
    assert article.published.startswith("2026-03-05")
    assert article.text.endswith(TEXT.strip()) or article.text.endswith(TEXT)


def test_records_under_their_addresses(tmp_path: Path, lexicons: Lexicons) -> None:
    value = {
        f"e{n}": {
            "info": {"title": f"Pier {n}", "body": text, "date": "2026-03-05", "source": {"title": "Echo"}}
        }
        for n, text in enumerate((TEXT, OTHER))
    }
    articles = read_as(tmp_path, lexicons, "answer.json", json.dumps(value)).articles
    assert [(a.title, a.source) for a in articles] == [("Pier 0", "Echo"), ("Pier 1", "Echo")]


def test_a_text_cut_by_its_interface_and_a_path_as_column(tmp_path: Path, lexicons: Lexicons) -> None:
    cut = {"source": "Echo", "content": TEXT.strip() + " The mayor sa… [+319 chars]"}
    reading = read_as(tmp_path, lexicons, "a.json", json.dumps([cut]))
    assert "cut it" in reading.warnings[0]
    assert kept_text(reading.articles[0])[0].endswith("The mayor sa")
    deep = [{"outlet": "Echo", "story": {"parts": {"whole": TEXT}}}]
    options = ReadOptions(columns={"text": "story.parts.whole"})
    (article,) = read_as(tmp_path, lexicons, "b.json", json.dumps(deep), options).articles
    assert article.text == TEXT.strip()


def test_tables_of_gdelt_are_refused_by_name(tmp_path: Path, lexicons: Lexicons) -> None:
    row = "\t".join(
        ["20260305101500-1", "20260305101500", "1", "echo.example", "https://echo.example/a", *[""] * 20]
    )
    assert "GDELT" in read_as(tmp_path, lexicons, "a.gkg.csv", row + "\n").skipped[0].reason
