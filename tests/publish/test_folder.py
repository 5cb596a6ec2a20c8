"""A run's folder is replaced all at once; nothing else is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.publish.folder import write_folder
from framing.records.errors import OutputError

RUN = {"manifest.json": "{}", "articles.csv": "a\n"}


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b", RUN)
    assert (tmp_path / "a" / "b" / "articles.csv").read_text() == "a\n"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b"]


def test_an_earlier_run_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN | {"old.csv": ""})
    write_folder(tmp_path / "run", RUN | {"new.csv": ""})
    assert sorted(p.name for p in (tmp_path / "run").iterdir()) == [
        "articles.csv",
        "manifest.json",
        "new.csv",
    ]


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.parse").write_text("mine")
    with pytest.raises(OutputError, match="holds no earlier run"):
        write_folder(tmp_path, RUN)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.parse"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        write_folder(tmp_path / "out", RUN)


def test_a_failed_write_leaves_the_earlier_run(tmp_path: Path) -> None:
    write_folder(tmp_path / "run", RUN)
    with pytest.raises(OutputError):
        write_folder(tmp_path / "run", RUN | {"no/such/folder.csv": ""})
    assert sorted(p.name for p in (tmp_path / "run").iterdir()) == ["articles.csv", "manifest.json"]
    assert [p.name for p in tmp_path.iterdir()] == ["run"]
