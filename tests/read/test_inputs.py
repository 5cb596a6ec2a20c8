"""Which files are read, and what is said of those that cannot be."""

import subprocess
import sys
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import read
from framing.read.inputs import find_inputs

BODY = "The harbour authority closed the northern pier on Monday after divers found cracks in its piles."


def test_folders_are_read_in_order_without_labels_readme_and_hidden_files(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    aside = ("labels.csv", "sides.yaml", "README.md", "sub/readme.txt", ".DS_Store")
    for name in ("b.txt", "a.txt", "sub/c.TXT", *aside):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("file\n" if name == "labels.csv" else BODY, encoding="utf-8")
    reading = read([tmp_path], lexicons=lexicons)
    assert [article.article_id for article in reading.articles] == ["a", "b", "c"]
    assert reading.skipped == ()


def test_a_file_given_twice_is_read_once(tmp_path: Path, lexicons: Lexicons) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    assert len(read([path, tmp_path, tmp_path / "." / "a.txt"], lexicons=lexicons).articles) == 1


def test_equal_names_take_their_folder_with_them(tmp_path: Path, lexicons: Lexicons) -> None:
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "report.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "monday" / "other.txt").write_text(BODY, encoding="utf-8")
    reading = read([tmp_path / "monday", tmp_path / "tuesday"], lexicons=lexicons)
    assert [article.article_id for article in reading.articles] == [
        "other",
        "monday/report",
        "tuesday/report",
    ]
    assert [article.file for article in reading.articles] == [
        "other.txt",
        "monday/report.txt",
        "tuesday/report.txt",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n", "the file is empty"),
        ("random.txt", bytes(range(128, 256)) * 9, "is not text in UTF-8 (byte 0 does not fit)"),
        ("control.txt", b"\x01\x02\x03abc" * 50, "is binary data"),
        ("scan.txt", b"%PDF-1.7\n%\xe2\xe3", "looks like a PDF, not plain text"),
        ("word.txt", b"PK\x03\x04" + b"\x14\x00" * 40, "is damaged or incomplete"),
        ("picture.html", b"\x89PNG\r\n\x1a\n", "looks like an image (PNG), not HTML"),
        ("old.docx", b"\xd0\xcf\x11\xe0" + b"\x00" * 40, "looks like an old Word or Excel file"),
        ("text.pdf", b"Only text.", "is not a PDF"),
        ("half.pdf", b"%PDF-1.7\n%\xe2\xe3", "cannot be opened as a PDF"),
        ("advert.txt", b"Advertisement\n\nSubscribe\n", "no article text found"),
        ("table.csv", b"id,text\n", "has no rows"),
        ("half.parquet", b"PAR1\x15\x04", "is not a complete Parquet file"),
        ("page.xyz", b"Text.", ".xyz files are not read"),
        ("page", b"Text.", "a file without a suffix is not read"),
    ],
)
def test_what_cannot_be_read_is_listed_and_the_rest_is_read(
    tmp_path: Path, lexicons: Lexicons, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
    reading = read([tmp_path], lexicons=lexicons)
    assert [article.article_id for article in reading.articles] == ["good"]
    (skipped,) = reading.skipped
    assert skipped.file == name
    assert reason in skipped.reason
    assert skipped.remedy and "\n" not in skipped.remedy


def test_missing_file_and_empty_folder(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "empty").mkdir()
    reading = read([tmp_path / "none.txt", tmp_path / "empty"], lexicons=lexicons)
    assert [skipped.reason for skipped in reading.skipped] == [
        "does not exist",
        "the folder holds no articles",
    ]


def test_file_cut_amid_a_character_is_read_with_a_warning(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "cut.txt").write_bytes(f"{BODY} Jānis Bērziņš".encode()[:-1])
    reading = read([tmp_path], lexicons=lexicons)
    assert reading.articles[0].text.endswith("Bērziņ\ufffd")
    assert len(reading.warnings) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_byte_order_marks_decide_the_encoding(tmp_path: Path, lexicons: Lexicons, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode(encoding))
    assert read([tmp_path], lexicons=lexicons).articles[0].text == BODY


def test_names_of_files_are_data(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "<img src=x onerror=alert(11)>.txt").write_text(BODY, encoding="utf-8")
    (article,) = read([tmp_path], lexicons=lexicons).articles
    assert article.article_id == "<img src=x onerror=alert(11)>"


def test_a_word_and_a_line_of_any_length(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "word.txt").write_text("Officials said " + "a" * 200_000, encoding="utf-8")
    (tmp_path / "line.txt").write_text(f"{BODY} " * 3_000, encoding="utf-8")
    (tmp_path / "lines.txt").write_text("Most read\nShare\n" * 5_000 + BODY, encoding="utf-8")
    assert len(read([tmp_path], lexicons=lexicons).articles) == 3


def test_equal_stems_in_a_folder_take_their_suffix_with_them(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "pier.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "pier.md").write_text(f"# Pier shut\n\n{BODY}", encoding="utf-8")
    (tmp_path / "other.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "other.jpg").write_bytes(b"\xff\xd8\xff")
    reading = read([tmp_path], lexicons=lexicons)
    assert [article.article_id for article in reading.articles] == ["other", "pier.md", "pier.txt"]
    assert [skipped.file for skipped in reading.skipped] == ["other.jpg"]


def test_the_companion_folder_of_a_saved_page_is_no_input(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "pier.html").write_text(
        f"<h1>Pier shut</h1><p>{BODY}</p><p>{BODY} Again.</p>", encoding="utf-8"
    )
    (tmp_path / "pier_files").mkdir()
    (tmp_path / "pier_files" / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "pier_files" / "frame.html").write_text("<p>Advertisement</p>", encoding="utf-8")
    reading = read([tmp_path], lexicons=lexicons)
    assert (len(reading.articles), reading.skipped) == (1, ())


def test_an_article_of_any_length_is_refused_with_the_limit(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "long.txt").write_text("word " * 50_001, encoding="utf-8")
    (skipped,) = read([tmp_path], lexicons=lexicons).skipped
    assert "at most 50,000" in skipped.reason


def test_an_earlier_run_inside_the_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("Talks end\n\nThe talks ended on Monday.\n", encoding="utf-8")
    run = tmp_path / "outputs" / "news"
    run.mkdir(parents=True)
    for name in ("manifest.json", "articles.jsonl", "index.html", "names.csv"):
        (run / name).write_text("{}", encoding="utf-8")
    inputs, skipped, notes = find_inputs([tmp_path])
    assert [found.name for found in inputs] == ["talks.txt"]
    assert skipped == []
    assert any("earlier run" in note for note in notes)


def test_reading_text_imports_none_of_the_document_packages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from framing.lexicon import load\n"
        "from framing.read import read\n"
        "assert len(read([Path(sys.argv[1])], lexicons=load()).articles) == 1\n"
        "heavy = {'pandas', 'trafilatura', 'lxml', 'docx', 'pypdf', 'openpyxl', 'pyarrow', 'sklearn',\n"
        "         'charset_normalizer'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
