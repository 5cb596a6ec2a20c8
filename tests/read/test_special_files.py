"""What is no plain file, and what unpacks to far more than it is, is refused in one line."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from framing.pipeline import Options, features
from framing.records.errors import InputError


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
