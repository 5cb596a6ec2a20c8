"""Only the files of a run are replaced, and after a crash they are the old ones or the new ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing.publish.folder import check_target, write_folder
from framing.publish.swap import JOURNAL, STAGING, recover
from framing.records.errors import OutputError
from tests.publish.kills import killed

RUN = {"manifest.json": "{}", "articles.csv": "a\n"}

KILLED = """
import os, pathlib, shutil, signal, sys
from framing.publish.folder import write_folder

def stopping(function):
    def called(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*given, **named)
    return called

for left in range(1, 100):
    run = pathlib.Path(sys.argv[1]) / f"{left:02}"
    write_folder(run, {"manifest.json": "{}", "articles.csv": "old", "gone.csv": "old"})
    child = os.fork()
    if not child:
        os.fsync, os.open = stopping(os.fsync), stopping(os.open)
        pathlib.Path.replace = stopping(pathlib.Path.replace)
        pathlib.Path.unlink, pathlib.Path.open = stopping(pathlib.Path.unlink), stopping(pathlib.Path.open)
        shutil.rmtree = stopping(shutil.rmtree)
        write_folder(run, {"manifest.json": "{}", "articles.csv": "new", "added.csv": "new"})
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""
"""Writes a run again and again, each in a process that ends without a word at the n-th step that touches the disk."""


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir()) if path.name != "manifest.json"}


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b", RUN)
    assert files(tmp_path / "a" / "b") == {"articles.csv": "a\n"}
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b"]


def test_the_manifest_says_whose_the_folder_is_and_lists_its_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN)
    manifest = json.loads((tmp_path / "run" / "manifest.json").read_text())
    assert (manifest["tool"], manifest["format"]) == ("framing", 1)
    assert manifest["files"] == ["articles.csv", "manifest.json"]


def test_files_of_the_earlier_run_go_and_a_persons_own_stay(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN | {"old.csv": ""})
    (tmp_path / "run" / "notes.txt").write_text("mine")
    (tmp_path / "run" / "figures").mkdir()
    write_folder(tmp_path / "run", RUN | {"new.csv": ""})
    assert sorted(p.name for p in (tmp_path / "run").iterdir()) == [
        "articles.csv",
        "figures",
        "manifest.json",
        "new.csv",
        "notes.txt",
    ]
    assert (tmp_path / "run" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "{}",
        "[]",
        "no json",
        '{"name": "an app", "files": ["thesis.docx"]}',
        '{"tool": "framing", "format": 1, "files": ["../thesis.docx"]}',
        '{"tool": "framing", "format": 99, "files": []}',
    ],
)
def test_another_folder_is_refused_and_left_alone(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)
    held = {path.name: path.read_text() for path in tmp_path.iterdir()}
    with pytest.raises(OutputError, match="no earlier run of this program"):
        write_folder(tmp_path, RUN)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == held


def test_a_run_of_a_version_that_listed_nothing_is_exchanged_by_name(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"command": "compare", "versions": {"framing": "0.1.0"}}')
    (tmp_path / "articles.csv").write_text("old")
    (tmp_path / "thesis.docx").write_text("mine")
    write_folder(tmp_path, RUN)
    assert files(tmp_path) == {"articles.csv": "a\n", "thesis.docx": "mine"}


def test_a_folder_that_holds_an_input_is_refused(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN)
    article = tmp_path / "run" / "article.txt"
    article.write_text("Rain fell.")
    for given in (article, tmp_path / "run", tmp_path / "run" / ".." / "run" / "article.txt"):
        with pytest.raises(OutputError, match="holds an input"):
            check_target(tmp_path / "run", [given])
    check_target(tmp_path / "run", [tmp_path / "other.txt"])


def test_a_file_that_no_run_has_written_is_not_written_over(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN)
    (tmp_path / "run" / "index.html").write_text("mine")
    with pytest.raises(OutputError, match=r"holds index\.html, which no run has written"):
        write_folder(tmp_path / "run", RUN | {"index.html": ""})
    assert (tmp_path / "run" / "index.html").read_text() == "mine"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        check_target(tmp_path / "out")


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "link", RUN)
    assert (tmp_path / "link").is_symlink()
    assert files(tmp_path / "real") == {"articles.csv": "a\n"}


def test_the_folder_itself_is_never_exchanged(tmp_path: Path) -> None:
    """A mount point can be written into but not renamed."""
    write_folder(tmp_path / "run", RUN)
    before = (tmp_path / "run").stat().st_ino
    write_folder(tmp_path / "run", RUN)
    assert (tmp_path / "run").stat().st_ino == before


def test_a_failed_write_leaves_the_earlier_run(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN)
    with pytest.raises(OutputError):
        write_folder(tmp_path / "run", RUN | {"no/such/folder.csv": ""})
    assert sorted(p.name for p in (tmp_path / "run").iterdir()) == ["articles.csv", "manifest.json"]
    with pytest.raises(OutputError):
        write_folder(tmp_path / "fresh", RUN | {"no/such/folder.csv": ""})
    assert [p.name for p in tmp_path.iterdir()] == ["run"]


def test_a_place_that_cannot_be_written_is_said_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*given: object, **named: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    with pytest.raises(OutputError, match="cannot be written"):
        check_target(tmp_path / "read-only" / "new")


def test_a_journal_that_names_other_folders_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    run = tmp_path / "run"
    write_folder(run, RUN)
    plan = {"staging": f"{STAGING}x", "come": [], "go": ["../thesis.docx"]}
    (run / JOURNAL).write_text(json.dumps(plan))
    with pytest.raises(OutputError, match="names files of other folders"):
        check_target(run)
    assert (tmp_path / "thesis.docx").exists()


@pytest.mark.skipif(os.name != "posix", reason="ends a process by a signal")
def test_a_kill_at_any_step_leaves_the_old_run_or_the_new_one(tmp_path: Path) -> None:
    old = {"articles.csv": "old", "gone.csv": "old"}
    new = {"added.csv": "new", "articles.csv": "new"}
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=True)
    seen = []
    for run in sorted(tmp_path.iterdir()):
        check_target(run)
        assert files(run) in (old, new), run.name
        listed = json.loads((run / "manifest.json").read_text())["files"]
        assert sorted(listed) == sorted([*files(run), "manifest.json"]), run.name
        seen.append(files(run) == new)
    assert len(seen) > 10
    assert seen == sorted(seen), "once the exchange is decided it is carried out"


def test_a_staging_folder_without_a_journal_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"{STAGING}1").mkdir()
    (tmp_path / f"{STAGING}1" / "articles.csv").write_text("half")
    recover(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="ends a process by a signal")
def test_runs_killed_in_their_midst_lose_nothing_and_leave_nothing() -> None:
    assert killed(2, seed=3) == []
