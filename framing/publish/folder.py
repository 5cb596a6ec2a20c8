"""Writes a run's folder all at once: beside the old one, then in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from framing.records.errors import OutputError

MANIFEST = "manifest.json"


def check_target(target: Path) -> None:
    """Raise OutputError unless the folder is new, empty, or holds an earlier run."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(str(target), "is a file, not a folder", "choose another folder with --out")
    if any(target.iterdir()) and not (target / MANIFEST).is_file():
        raise OutputError(
            str(target), "is not empty and holds no earlier run", "choose another folder with --out"
        )


def write_folder(target: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files of a run; an earlier run in the same place is replaced only when all are written.

    Raises OutputError when the place cannot be written to; an earlier run stays as it was then.
    """
    check_target(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise OutputError(
            str(target), f"cannot be written ({error.strerror})", "choose another folder with --out"
        ) from None
    try:
        for name, content in files.items():
            held = content.encode("utf-8") if isinstance(content, str) else content
            (fresh / name).write_bytes(held)
        fresh.chmod(0o777 & ~_umask())
        _swap(fresh, target)
    except OSError as error:
        raise OutputError(
            str(target),
            f"cannot be written ({error.strerror})",
            "free some space, close its files in other programs, or choose another folder",
        ) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_new_file(path: Path, text: str) -> None:
    """Write one file that must not exist yet; raises OutputError when it does or cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise OutputError(str(path), "exists already", "choose another name with --out") from None
    except OSError as error:
        raise OutputError(
            str(path), f"cannot be written ({error.strerror})", "choose another name with --out"
        ) from None


def _swap(fresh: Path, target: Path) -> None:
    old = fresh.with_name(f"{fresh.name}-old")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
