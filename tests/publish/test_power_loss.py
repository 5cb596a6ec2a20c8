"""A run written while the power fails: what the disk may hold then is the old run or the new one, once the next run has looked.

What a process writes is on the disk only once it was forced there: content by a sync of the file, names by a sync of the
folder. The steps of a swap are recorded, and after each of them the disk is made as it may then be: content that was not
synced is empty, and of the names that were not, none, all, or all but one are changed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from framing.publish.folder import check_target, write_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks up names of open files")

OLD = {"articles.csv": "old", "gone.csv": "old"}
NEW = {"added.csv": "new", "articles.csv": "new"}
Step = tuple[str, Path, Any]


class Recorder:
    """The steps that touch the disk, in order: new, content, names, move, gone."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.steps: list[Step] = []
        opened, replaced, unlinked, synced = Path.open, Path.replace, Path.unlink, os.fsync

        def open_(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:
            if "w" in mode or "x" in mode:
                self.steps.append(("new", path, None))
            return opened(path, mode, *given, **named)

        def replace(path: Path, target: Path) -> Path:
            self.steps.append(("move", path, target))
            return replaced(path, target)

        def unlink(path: Path, missing_ok: bool = False) -> None:
            self.steps.append(("gone", path, None))
            unlinked(path, missing_ok=missing_ok)

        def fsync(held: int) -> None:
            path = Path(f"/proc/self/fd/{held}").readlink()
            synced(held)
            self.steps.append(
                ("names", path, None) if path.is_dir() else ("content", path, path.read_bytes())
            )

        patch.setattr(Path, "open", open_)
        patch.setattr(Path, "replace", replace)
        patch.setattr(Path, "unlink", unlink)
        patch.setattr(os, "fsync", fsync)


@dataclass
class Disk:
    """What a disk holds for sure, and the changes of names that it may hold."""

    names: dict[Path, int]
    content: dict[int, bytes]
    live: dict[Path, int]
    waiting: list[tuple[Path | None, Path | None, int]] = field(default_factory=list)
    """Changes of names: from, to, and which file."""

    def take(self, step: Step) -> None:
        kind, path, value = step
        if kind == "new":
            number = len(self.content)
            self.content[number] = b""
            self.live[path] = number
            self.waiting.append((None, path, number))
        elif kind == "content":
            self.content[self.live[path]] = value
        elif kind == "move" and path in self.live:
            number = self.live[value] = self.live.pop(path)
            self.waiting.append((path, value, number))
        elif kind == "gone" and path in self.live:
            self.waiting.append((path, None, self.live.pop(path)))
        elif kind == "names":
            done = [
                w for w in self.waiting if any(place is not None and place.parent == path for place in w[:2])
            ]
            self.waiting = [change for change in self.waiting if change not in done]
            self.names = _changed(self.names, done)

    def outcomes(self) -> Iterator[dict[Path, bytes]]:
        """What may be found after the power has failed."""
        but_one = [self.waiting[:at] + self.waiting[at + 1 :] for at in range(len(self.waiting))]
        for changes in ([], self.waiting, *but_one):
            yield {path: self.content[number] for path, number in _changed(self.names, changes).items()}


def _changed(names: dict[Path, int], changes: list[tuple[Path | None, Path | None, int]]) -> dict[Path, int]:
    result = dict(names)
    for old, new, number in changes:
        if old is not None:
            result.pop(old, None)
        if new is not None:
            result[new] = number
    return result


def test_after_a_power_cut_at_any_step_the_run_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "run"
    write_folder(run, {"manifest.json": "{}", **OLD})
    held = {path: path.read_bytes() for path in run.iterdir()}
    with monkeypatch.context() as patch:
        steps = Recorder(patch).steps
        write_folder(run, {"manifest.json": "{}", **NEW})
    numbers = {path: number for number, path in enumerate(held)}
    disk = Disk(dict(numbers), dict(enumerate(held.values())), dict(numbers))
    found = []
    for step in [None, *steps]:
        if step is not None:
            disk.take(step)
        for outcome in disk.outcomes():
            shutil.rmtree(run)
            run.mkdir()
            for path, content in outcome.items():
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
            check_target(run)
            listed = json.loads((run / "manifest.json").read_text())["files"]
            files = {path.name: path.read_text() for path in run.iterdir() if path.name != "manifest.json"}
            assert files in (OLD, NEW), step
            assert sorted(listed) == sorted([*files, "manifest.json"]), step
            found.append(files == NEW)
    assert len(steps) > 15
    assert (found[0], found[-1]) == (False, True)
