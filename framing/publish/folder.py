"""Writes a run's folder: what may be written into, and the manifest that says which files are ours.

A folder is ours where its manifest says so and lists its files. Only those are replaced; whatever else lies there
stays. Any other folder that is not empty is refused, and so is one that holds an input. How the files are exchanged
so that a crash leaves the old or the new ones is in `framing.publish.swap`.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from framing.publish.swap import is_ours_to_sweep, recover, swap
from framing.records.errors import OutputError

MANIFEST = "manifest.json"
TOOL = "framing"
FORMAT = 1
"""Version of the shape of a run's folder."""
OTHER_FOLDER = "choose another folder with --out"


def check_target(target: Path, inputs: Iterable[Path | str] = ()) -> None:
    """Raise OutputError unless the folder is new, empty, or an earlier run's, can be written into, and holds no input.

    `inputs` are the paths of what is read. A swap that was cut short there is carried to its end first.
    """
    place = target.resolve()
    if place.exists() and not place.is_dir():
        raise OutputError(str(target), "is a file, not a folder", OTHER_FOLDER)
    _check_inputs(target, place, inputs)
    if place.is_dir():
        try:
            recover(place)
            _listed(target, place)
        except OSError as error:
            raise OutputError(str(target), f"cannot be read ({error.strerror})", OTHER_FOLDER) from None
    _check_writable(target, place)


def write_folder(target: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files of a run; those of an earlier run in the same place are exchanged when all are written.

    The manifest among them is completed: it says that the folder is ours and lists the files. Raises OutputError when
    the place cannot be written to; an earlier run stays as it was then.
    """
    check_target(target)
    place = target.resolve()
    content = {name: _bytes(text) for name, text in files.items()}
    content[MANIFEST] = _bytes(_completed(files[MANIFEST], content))
    earlier = _listed(target, place) if place.is_dir() else ()
    if earlier is None:
        earlier = tuple(content)
    _check_others(target, place, content, earlier)
    new = not place.exists()
    try:
        place.mkdir(parents=True, exist_ok=True)
        swap(place, content, stale=set(earlier) - set(content), last=MANIFEST)
    except OSError as error:
        if new:
            with suppress(OSError):
                place.rmdir()
        raise OutputError(
            str(target),
            f"cannot be written ({error.strerror})",
            "free some space, close its files in other programs, or choose another folder",
        ) from None


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


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _completed(manifest: str | bytes, content: Mapping[str, bytes]) -> str:
    """A manifest that says whose the folder is and lists its files with their hashes."""
    found: dict[str, Any] = json.loads(manifest)
    hashes = {name: sha256(data).hexdigest() for name, data in sorted(content.items()) if name != MANIFEST}
    ours = {"tool": TOOL, "format": FORMAT, **found, "files": sorted(content), "sha256": hashes}
    return json.dumps(ours, indent=1, ensure_ascii=False) + "\n"


def _listed(target: Path, place: Path) -> tuple[str, ...] | None:
    """The files that the manifest of an earlier run lists; none where the folder is empty; None where a version before
    0.2 wrote the run, which listed nothing: then only files of the names that are written now are exchanged.

    Raises OutputError where something lies there and no manifest of ours.
    """
    if all(is_ours_to_sweep(path) for path in place.iterdir()):
        return ()
    manifest = _read(place / MANIFEST)
    if manifest.get("tool") is None and _is_of_old_run(manifest):
        return None
    names = _names_in(manifest)
    if names is None:
        raise OutputError(str(target), "is not empty and holds no earlier run of this program", OTHER_FOLDER)
    return names


def _read(manifest: Path) -> dict[str, Any]:
    """What a manifest says; nothing where it is none."""
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_of_old_run(manifest: Mapping[str, Any]) -> bool:
    """Whether a version before 0.2 wrote it: it names its command and this program's version, but no tool."""
    versions = manifest.get("versions")
    return "command" in manifest and isinstance(versions, dict) and TOOL in versions


def _names_in(manifest: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The files that a manifest of ours lists, plain names only; None for any other manifest."""
    if manifest.get("tool") != TOOL or manifest.get("format") != FORMAT:
        return None
    names = manifest.get("files")
    if not isinstance(names, list) or not all(isinstance(n, str) and Path(n).name == n for n in names):
        return None
    return tuple(names)


def _check_inputs(target: Path, place: Path, inputs: Iterable[Path | str]) -> None:
    """Raise OutputError where an input is the folder or lies inside it."""
    for given in inputs:
        path = Path(given).resolve()
        if path.exists() and (path == place or place in path.parents):
            raise OutputError(str(target), f"holds an input ({given})", OTHER_FOLDER)


def _check_others(target: Path, place: Path, content: Mapping[str, bytes], earlier: Iterable[str]) -> None:
    """Raise OutputError where a file would be written over that no run has written."""
    taken = sorted(
        name for name in set(content) - set(earlier) if name != MANIFEST and os.path.lexists(place / name)
    )
    if taken:
        reason = f"holds {taken[0]}, which no run has written"
        raise OutputError(str(target), reason, f"move that file, or {OTHER_FOLDER}")


def _check_writable(target: Path, place: Path) -> None:
    """Raise OutputError where nothing can be written into the folder, or into the nearest one above it that exists."""
    nearest = next(path for path in (place, *place.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        raise OutputError(str(target), f"cannot be written ({error.strerror})", OTHER_FOLDER) from None
