"""`framing inspect`: what would be read, and the flow from the inputs to what is scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.cli import main
from framing.lexicon import Lexicons
from framing.publish.shared.flow_picture import flow_svg
from framing.read import read
from framing.read.inclusion import flow_of

TEXT = "The port authority said on Wednesday that the old pier had been closed for repairs until the summer."
GERMAN = "Die Hafenbehörde sagte am Mittwoch, dass der alte Pier bis zum Sommer für Reparaturen geschlossen sei und niemand ihn betreten dürfe."
TABLE = f"id;Quelle;Datum;Volltext\n1;Echo;13/06/2025;{TEXT}\n2;Mail;14/06/2025;{TEXT}\n3;Blatt;;{GERMAN}\n4;Echo;;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "press.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "in" / "x.sav").write_bytes(b"$FL2@(#)")
    return tmp_path / "in"


def test_the_flow_adds_up(folder: Path, lexicons: Lexicons) -> None:
    reading = read([folder], lexicons=lexicons)
    flow = flow_of(reading.articles, reading.skipped)
    names = ("found", "not read", "empty", "read", "in another language", "scored")
    assert {name: flow.number(name) for name in names} == {
        "found": 5,
        "not read": 1,
        "empty": 1,
        "read": 3,
        "in another language": 1,
        "scored": 2,
    }
    assert flow.copies == 1
    picture = flow_svg(flow)
    assert "found: 5" in picture
    assert "de: 1" in picture


def test_the_command_as_text_and_as_json(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["inspect", str(folder), "--picture", str(tmp_path / "flow.svg")])
    assert ended.value.code == 3
    shown = capsys.readouterr().out
    for piece in (
        "text: 'Volltext' (usual name)",
        "2025-06-13 to 2025-06-14, 1 undated",
        "copies: 1",
        "Remedy: export",
    ):
        assert piece in shown
    assert (tmp_path / "flow.svg").read_text(encoding="utf-8").startswith("<svg")
    with pytest.raises(SystemExit):
        main(["inspect", str(folder), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["flow"]["scored"] == 2
    assert found["inputs"][0]["columns"][0] == {"role": "text", "column": "Volltext", "why": "usual name"}
    assert found["languages"] == {"en": 2, "de": 1}
