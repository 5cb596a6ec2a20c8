"""Exchanges the files of a folder so that after a crash they are the old ones or the new ones, never some of each.

The new files are written into a staging folder inside the folder itself (so that it may be a mount point) and forced
to the disk. Then a journal says which files come and which go; from that moment on the exchange is decided. Each file
is moved into its place, those that go are removed, and the journal last of all. Who finds a journal carries the
exchange to its end; who finds a staging folder without one throws it away.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

STAGING = ".framing-new-"
JOURNAL = ".framing-journal.json"
HALF_JOURNAL = ".framing-journal.half"


def is_ours_to_sweep(path: Path) -> bool:
    """Whether something is a remnant of a swap that was cut short."""
    return path.name.startswith(STAGING) or path.name in (JOURNAL, HALF_JOURNAL)


def swap(folder: Path, content: Mapping[str, bytes], *, stale: Collection[str], last: str) -> None:
    """Put files into a folder in place of those of the same names, and remove the stale ones; `last` comes last."""
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    try:
        for name, data in content.items():
            _write(staging / name, data)
        _sync_folder(staging)
        order = [*(name for name in content if name != last), *(name for name in content if name == last)]
        _commit(folder, {"staging": staging.name, "come": order, "go": sorted(stale)})
    except BaseException:
        if not (folder / JOURNAL).exists():
            shutil.rmtree(staging, ignore_errors=True)
        raise
    recover(folder)


def recover(folder: Path) -> None:
    """Carry an exchange that a journal has decided to its end, and sweep what else a crash has left."""
    journal = folder / JOURNAL
    if journal.exists():
        staging, come, go = _plan(journal)
        _exchange(folder, folder / staging, come, go)
        _sync_folder(folder)
        journal.unlink()
        _sync_folder(folder)
    for path in folder.iterdir():
        if path.name.startswith(STAGING):
            shutil.rmtree(path, ignore_errors=True)
        elif path.name == HALF_JOURNAL:
            path.unlink()


def _plan(journal: Path) -> tuple[str, list[str], list[str]]:
    """Staging folder, files that come and files that go; raises OSError where it is no journal of ours."""
    try:
        plan = json.loads(journal.read_text(encoding="utf-8"))
        staging, come, go = str(plan["staging"]), list(map(str, plan["come"])), list(map(str, plan["go"]))
    except (ValueError, TypeError, KeyError):
        raise OSError(errno.EINVAL, f"{journal.name} is damaged", str(journal)) from None
    if any(Path(name).name != name or name in ("", ".", "..") for name in (staging, *come, *go)):
        raise OSError(errno.EINVAL, f"{journal.name} names files of other folders", str(journal))
    return staging, come, go


def _exchange(folder: Path, staging: Path, come: Iterable[str], go: Iterable[str]) -> None:
    """Move each new file into its place and remove the old ones; what an earlier try has moved is done."""
    for name in come:
        with suppress(FileNotFoundError):
            (staging / name).replace(folder / name)
    for name in go:
        (folder / name).unlink(missing_ok=True)


def _commit(folder: Path, plan: Mapping[str, object]) -> None:
    """Write the journal, whole or not at all."""
    half = folder / HALF_JOURNAL
    _write(half, json.dumps(plan).encode())
    half.replace(folder / JOURNAL)
    _sync_folder(folder)


def _write(path: Path, data: bytes) -> None:
    """Write a file and force it to the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Force the names of a folder to the disk, where the system can do that."""
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(held)
    finally:
        os.close(held)
