"""What is no plain file, and what unpacks to far more than it is, is refused in one line."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.pipeline import Options, features
from framing.read import read
from framing.read.files import has_entities
from framing.read.formats.xlsx import CellReader
from framing.records.errors import InputError

SENTENCE = "The mayor said that the rain had stopped at last."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    with pytest.raises(InputError, match="is no plain file"):
        features([tmp_path / "p.txt"], Options(spool=False))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device")
def test_a_device_is_refused() -> None:
    with pytest.raises(InputError, match="is no plain file"):
        features(["/dev/zero"], Options(spool=False))


def test_a_table_of_one_word_repeated_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    word = pyarrow.array(["x" * 1_000_000])
    column = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 500, pyarrow.int32()), word)
    parquet.write_table(pyarrow.table({"text": column}), tmp_path / "bomb.parquet")
    assert (tmp_path / "bomb.parquet").stat().st_size < 1_100_000
    with pytest.raises(InputError, match="unpacks to more than 64 MB"):
        features([tmp_path / "bomb.parquet"], Options(spool=False))
    parquet.write_table(pyarrow.table({"text": pyarrow.nulls(2_000_000)}), tmp_path / "bomb.parquet")
    with pytest.raises(InputError, match="unpacks to more than 64 MB"):
        features([tmp_path / "bomb.parquet"], Options(spool=False))


def test_a_document_with_entities_is_refused(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph("Rain fell on the town.")
    held = io.BytesIO()
    made.save(held)
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:document", b'<!DOCTYPE d [<!ENTITY t "hidden">]><w:document', 1)
            new.writestr(name, part)
    with pytest.raises(InputError, match="declares entities"):
        features([path], Options(spool=False))


def test_a_label_for_a_name_that_no_system_holds_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the rain had stopped at last. " * 5)
    (tmp_path / "labels.csv").write_text(f"file,source\n{'x' * 300}.txt,Herald\n")
    found = features([tmp_path], Options(conflict="none", spool=False))
    assert any("there is no file" in warning for warning in found.warnings)


def test_what_lies_in_a_folder_and_cannot_be_read_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lexicons: Lexicons
) -> None:
    (tmp_path / "a.txt").write_text(f"{SENTENCE} " * 5)
    for name in ("shut", "open"):
        (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / "open" / "pipe.txt")
    (tmp_path / "open" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    look = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = read([tmp_path], lexicons=lexicons)
    assert len(found.articles) == 1
    assert [(Path(item.file).name, item.reason) for item in found.skipped] == [
        ("shut", "the folder cannot be read (Permission denied)"),
        ("gone.txt", "is a link to nothing"),
        ("pipe.txt", "is no plain file (a pipe, a device or a socket)"),
    ]


def _with_sheet(path: Path, sheet: str) -> None:
    """A workbook whose only sheet is this XML."""
    openpyxl = pytest.importorskip("openpyxl")
    held = io.BytesIO()
    openpyxl.Workbook().save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))


def _text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


NAMES = f'<row r="1">{_text_cell("A1", "source")}{_text_cell("B1", "text")}</row>'
ROW = f'<row r="2">{_text_cell("A2", "Echo")}{_text_cell("B2", f"{SENTENCE} " * 5)}</row>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def test_the_size_that_a_sheet_claims_is_not_believed(tmp_path: Path, lexicons: Lexicons) -> None:
    claimed = f'<dimension ref="A1:XFD1048576"/><sheetData>{NAMES}{ROW}</sheetData>'
    _with_sheet(tmp_path / "claims.xlsx", SHEET.format(claimed))
    (article,) = read([tmp_path / "claims.xlsx"], lexicons=lexicons).articles
    assert article.source == "Echo"


FAR_ROW = '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'
FAR_COLUMNS = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 800))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (FAR_ROW, "has a sheet of more than 1,048,576 rows"),
        (FAR_COLUMNS, "has more than 10,000,000 cells"),
    ],
)
def test_a_small_workbook_of_very_much_is_refused(
    tmp_path: Path, lexicons: Lexicons, rows: str, reason: str
) -> None:
    _with_sheet(tmp_path / "bomb.xlsx", SHEET.format(f"<sheetData>{NAMES}{ROW}{rows}</sheetData>"))
    (skipped,) = read([tmp_path / "bomb.xlsx"], lexicons=lexicons).skipped
    assert skipped.reason == reason


def test_one_string_in_very_many_cells_is_refused() -> None:
    class Sheet:
        values = [("x" * 100_000,)] * 100

        def reset_dimensions(self) -> None:
            pass

    assert len(list(CellReader("a.xlsx", 1000, 10_000_000).filled(Sheet()))) == 100
    with pytest.raises(InputError, match="unpacks to far more text"):
        list(CellReader("a.xlsx", 1000, 9_999_999).filled(Sheet()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_seen_in_every_encoding_of_xml(tmp_path: Path, encoding: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        document = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY t "hidden">]><d/>'
        archive.writestr("word/document.xml", document.encode(encoding))
    assert has_entities((tmp_path / "a.docx").read_bytes())
