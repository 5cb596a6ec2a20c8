"""labels.csv and --source."""

from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import ReadInputs, read
from framing.records.errors import LabelsError
from tests.read.test_aggregator import page

BODY = "The harbour authority closed the northern pier on Monday after divers found cracks in its piles."
SECOND = "The ferries will leave from the southern pier until June, the shipping line said in a statement."


def read_with(
    folder: Path, labels: str, lexicons: Lexicons, sources: dict[str, str] | None = None
) -> ReadInputs:
    (folder / "a.txt").write_text(f"Pier closed\n\n{BODY}", encoding="utf-8")
    (folder / "page.txt").write_text(page(), encoding="utf-8")
    (folder / "labels.csv").write_text(labels, encoding="utf-8")
    return read([folder], lexicons=lexicons, sources=sources or {})


def test_values_stand_above_what_was_found(tmp_path: Path, lexicons: Lexicons) -> None:
    labels = (
        "file,part,source,published,url,event\n"
        "a.txt,,Gulf Courier,2024-05-06,https://example.org/1,pier\n"
        "page.txt,,,,,pier\n"
        "page.txt,Isle Radio,Radio of the Isles,,,fuel\n"
    )
    articles = {article.article_id: article for article in read_with(tmp_path, labels, lexicons).articles}
    first = articles["a"]
    assert (first.source, first.published, first.url) == (
        "Gulf Courier",
        "2024-05-06",
        "https://example.org/1",
    )
    assert articles["page#northport.example"].event == "pier"
    assert articles["page#isle-radio"].source == "Radio of the Isles"
    assert articles["page#isle-radio"].event == "fuel"


def test_table_of_a_spreadsheet(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_with(tmp_path, "\ufefffile;source\na.txt;Gulf Courier\n", lexicons)
    assert reading.articles[0].source == "Gulf Courier"
    assert reading.skipped == ()


def test_rows_without_a_file_or_a_part_are_warned_of(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_with(tmp_path, "file,part,source\nb.txt,,B\npage.txt,Nobody,C\n", lexicons)
    assert [warning.split(": ", 1)[1] for warning in reading.warnings] == [
        "there is no file 'b.txt'",
        "page.txt has no article 'Nobody'",
    ]


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ("name,source\na.txt,A\n", "unknown column 'name'"),
        ("source,event\nA,pier\n", "there is no column 'file'"),
        ("file,source\na.txt,A\na.txt,B\n", "a.txt is labelled in row 2 too"),
        ("file,source\n,A\n", "the cell 'file' is empty"),
        ("file,published\na.txt,6 May\n", "published '6 May' is not an ISO date"),
        ("file,source\na.txt,A,B\n", "has more cells than columns"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(
    tmp_path: Path, lexicons: Lexicons, labels: str, message: str
) -> None:
    with pytest.raises(LabelsError, match=message):
        read_with(tmp_path, labels, lexicons)


def test_title_of_a_text_without_one(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "b.txt").write_text(BODY + "\n" + SECOND, encoding="utf-8")
    reading = read_with(tmp_path, "file,title\nb.txt,Cracked pier closed\n", lexicons)
    article = next(article for article in reading.articles if article.article_id == "b")
    assert article.text == f"Cracked pier closed\n\n{BODY}\n{SECOND}"
    assert article.paragraphs[0].file_start is None
    assert article.paragraphs[1].file_start == 0
    assert article.text[article.paragraphs[2].start : article.paragraphs[2].end] == SECOND


def test_title_that_stands_further_down(tmp_path: Path, lexicons: Lexicons) -> None:
    text = f"Harbour news\nCracked pier closed in Riga\n{BODY}"
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    reading = read_with(tmp_path, "file,title\nb.txt,Cracked pier closed in Riga\n", lexicons)
    article = next(article for article in reading.articles if article.article_id == "b")
    assert [article.text[s.start : s.end] for _, pieces in article.kept() for s in pieces] == [
        "Cracked pier closed in Riga",
        BODY,
    ]


def test_source_option_stands_above_the_table(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_with(tmp_path, "file,source\na.txt,A\n", lexicons, {"a.txt": "B"})
    assert reading.articles[0].source == "B"


@pytest.mark.parametrize("sources", [{"c.txt": "C"}, {"a.txt": " "}])
def test_source_option_must_name_an_input_and_a_label(
    tmp_path: Path, lexicons: Lexicons, sources: dict[str, str]
) -> None:
    with pytest.raises(LabelsError, match="--source"):
        read_with(tmp_path, "file\n", lexicons, sources)
