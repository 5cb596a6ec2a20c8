"""corrections.csv: beside the inputs or given, as people's programs save it, and as a run writes it."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest

from framing.pipeline import Options, features
from framing.publish.run import feature_files
from framing.read.corrections import read_corrections
from framing.records.errors import CorrectionsError
from tests.command import error_line, framing
from tests.corrections.conftest import BODY, LEAD, TITLE, about, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n", encoding="utf-8")
    return folder


OPTIONS = Options(conflict="russia_ukraine")


def test_the_table_beside_the_inputs_is_no_article_and_is_applied(folder: Path) -> None:
    before = features([folder], OPTIONS)
    write(
        folder / "Corrections.CSV", about(before, "attribution", 1, action="reject", by="Kim", when="today")
    )
    after = features([folder], OPTIONS)
    assert len(after.articles) == 1 and not after.skipped
    assert len(after.mentions["attribution"]) == len(before.mentions["attribution"]) - 1
    files = feature_files(after)
    (row,) = csv.DictReader(files["corrections.csv"].splitlines())
    assert (row["status"], row["by"], row["when"], row["file"], row["row"]) == (
        "applied",
        "Kim",
        "today",
        "news/Corrections.CSV",
        "2",
    )
    counted = json.loads(files["manifest.json"])["corrections"]
    assert (counted["files"], counted["applied"]) == (["news/Corrections.CSV"], 1)
    assert "corrections,status," in files["codebook.csv"]


def test_a_table_that_is_given_stands_above_the_one_beside_the_inputs(folder: Path, tmp_path: Path) -> None:
    before = features([folder], OPTIONS)
    sides = {
        place: about(before, "attribution", 1, action="correct", column="speaker_side", value=side)
        for place, side in ((folder, "russia"), (tmp_path, "ukraine"))
    }
    given = [write(place / "corrections.csv", row) for place, row in sides.items()]
    after = features([folder], Options(conflict="russia_ukraine", corrections=given[-1]))
    assert [o.status for o in after.corrections] == ["replaced", "applied"]


def test_what_a_run_writes_can_be_given_to_the_next(folder: Path, tmp_path: Path) -> None:
    before = features([folder], OPTIONS)
    rows = [
        about(before, "attribution", 1, action="correct", column="speaker_resolved", value="Olena Koval"),
        about(before, "attribution", 2, action="reject", reason="=HYPERLINK(1)"),
        about(before, "casualty", 1, action="correct", column="children", value="TRUE"),
    ]
    write(folder / "corrections.csv", *rows)
    first = feature_files(features([folder], OPTIONS))
    (folder / "corrections.csv").unlink()
    again = tmp_path / "saved.csv"
    again.write_text(first["corrections.csv"], encoding="utf-8")
    second = feature_files(features([folder], Options(conflict="russia_ukraine", corrections=again)))
    assert second["attributions.csv"] == first["attributions.csv"]
    assert second["corrections.csv"] == first["corrections.csv"].replace(
        "news/corrections.csv", f"{tmp_path.name}/saved.csv"
    )
    assert "'=HYPERLINK(1)" in first["corrections.csv"]


def test_as_a_spreadsheet_saves_it(folder: Path) -> None:
    before = features([folder], OPTIONS)
    row = about(before, "attribution", 1, action="REJECT")
    table = write(folder / "corrections.csv", row)
    header, *lines = table.read_text(encoding="utf-8").splitlines()
    cells = next(csv.reader(lines))
    text = ";".join(f'"{cell}"' for cell in cells)
    table.write_text(f"\ufeff{header.upper().replace(',', ';')}\r\n\r\n{text}\r\n;;\r\n", encoding="utf-8")
    assert [o.status for o in features([folder], OPTIONS).corrections] == ["applied"]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"article_id,table,start,end,text\n", "there is no column 'action'"),
        (b"article_id,table,start,end,text,action,side\n", "unknown column 'side'"),
        (b"\xff\xfe\x00\x00", "cannot be read as UTF-8"),
        (b"", "there is no column"),
    ],
)
def test_a_table_that_cannot_be_used_as_a_whole_says_why(tmp_path: Path, table: bytes, says: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(table)
    with pytest.raises(CorrectionsError, match=says):
        read_corrections(path)


def test_a_row_with_a_comma_out_of_quotes_is_refused_and_the_rest_applied(folder: Path) -> None:
    before = features([folder], OPTIONS)
    table = write(folder / "corrections.csv", about(before, "attribution", 1, action="reject"))
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text(
        "\n".join([lines[0], "a,attributions,1,2,so, he said,reject,,,x,y,z", lines[1]]), encoding="utf-8"
    )
    assert [o.status for o in features([folder], OPTIONS).corrections] == ["refused", "applied"]


@pytest.mark.slow
def test_a_hundred_thousand_rows_take_seconds_and_few_warnings(folder: Path) -> None:
    before = features([folder], OPTIONS)
    row = about(before, "attribution", 1, action="reject")
    lost = [row | {"start": number, "end": number + 3} for number in range(100_000)]
    write(folder / "corrections.csv", *lost, row)
    started = time.perf_counter()
    after = features([folder], OPTIONS)
    assert time.perf_counter() - started < 20
    assert [o.status for o in after.corrections].count("applied") == 1
    assert len(after.corrections) == 100_001
    assert len(after.warnings) == 21
    assert after.warnings[-1].startswith("99,980 more corrections")


def test_the_terminal_counts_corrections(folder: Path, tmp_path: Path) -> None:
    before = features([folder], OPTIONS)
    row = about(before, "attribution", 1, action="reject")
    write(tmp_path / "mine.csv", row, row | {"article_id": "b"})
    done = framing(
        "features",
        "news",
        "--corrections",
        "mine.csv",
        "--conflict",
        "russia_ukraine",
        "--out",
        "run",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "1 human correction applied, 1 not found" in done.stdout
    assert "mine.csv, row 3: no article 'b'" in done.stderr
    missing = framing("features", "news", "--corrections", "none.csv", cwd=tmp_path)
    assert missing.returncode == 2
    assert "none.csv: does not exist" in error_line(missing)
