"""`framing verify`: a run that is as written is good; each kind of change is found and named."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.pipeline import Options, features
from framing.publish.folder import write_folder
from framing.publish.run import feature_files
from framing.records.errors import FramingError
from framing.verify import RunCheck, verify

TEXT = "Talks end in Kyiv\n\nThe minister said the talks had ended. “We wait,” she added.\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    (folder / "in").mkdir()
    (folder / "in" / "talks.txt").write_text(TEXT, encoding="utf-8")
    results = features([folder / "in" / "talks.txt"], Options(conflict="none"))
    write_folder(folder / "run", feature_files(results))
    return folder


@pytest.fixture
def run(written: Path, tmp_path: Path) -> Path:
    shutil.copytree(written / "run", tmp_path / "run")
    return tmp_path / "run"


def wrong(checks: list[RunCheck]) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in checks if check.faults}


def test_a_run_as_written_is_good(run: Path, written: Path) -> None:
    checks = verify(run, written / "in")
    assert wrong(checks) == {}
    assert all(check.checked for check in checks)


def changed(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_a_changed_text_is_found_by_its_offsets(run: Path) -> None:
    changed(run / "articles.jsonl", lambda text: text.replace("The minister said", "The old minister said"))
    found = wrong(verify(run))
    assert found["files are as they were written"] == ("articles.jsonl was changed",)
    assert any(fault.startswith("attributions.csv") for fault in found["offsets give the text of the row"])


def test_a_changed_rate_a_lost_row_and_a_lost_file_are_found(run: Path) -> None:
    changed(run / "features.csv", lambda text: text.replace(",1,1,1\n", ",1,1,0.5\n"))
    changed(run / "articles.csv", lambda text: text.split("\n")[0] + "\n")
    found = wrong(verify(run))
    assert found["rates are n by of"]
    assert found["counts agree"][0] == "articles.csv: 1 said, 0 found"


def test_another_input_is_found(run: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT.replace("ended", "failed"), encoding="utf-8")
    (fault,) = wrong(verify(run, tmp_path))["inputs are what was read"]
    assert fault.endswith("talks.txt is another file")


def test_what_is_no_run_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"tool": "other"}), encoding="utf-8")
    with pytest.raises(FramingError, match="is no run of this program"):
        verify(tmp_path)


def test_the_command_says_what_is_wrong_and_ends_with_1(run: Path) -> None:
    command = [sys.executable, "-m", "framing", "verify", str(run)]
    good = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout.count("good: ")) == (0, 6)
    (run / "names.csv").write_text("changed\n", encoding="utf-8")
    bad = subprocess.run(command, capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert "wrong: files are as they were written: 1 of" in bad.stdout
