"""Which files the given paths mean, and what each of them is called.

A file is called by its name. Where two inputs have the same name, or the same name but for the suffix,
as many folders as tell them apart are put before it (`monday/report.txt`). The article's id is that name
without the suffix, so ids are the same on every run over the same inputs.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from framing.read.address import address_stem, as_address
from framing.read.files import NO_FILE, is_there
from framing.read.formats.kinds import SUFFIXES, stem_of, suffix_of
from framing.records.article import Skipped

LABELS_NAME = "labels.csv"
CORRECTIONS_NAME = "corrections.csv"
SIDES_NAME = "sides.yaml"
COMPANION_FILES = (LABELS_NAME, CORRECTIONS_NAME, SIDES_NAME)
"""Names of files that say something about the articles of a folder and are not articles."""
SAVED_PAGE_FOLDERS = ("_files", "-files", ".files", "_file")
"""Ends of the names of folders in which browsers put the pictures and scripts of a saved page."""
RUN_MARKS = ("manifest.json", "articles.jsonl")
"""Files that every run writes: a folder below the given one that holds them is a result, no input."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input; `name` is what tables and messages call it, `stem` the start of its articles' ids.

    `address` is empty but for what is fetched from the web.
    """

    path: Path
    name: str
    stem: str
    address: str = ""


def find_inputs(paths: Sequence[Path | str]) -> tuple[list[Input], list[Skipped], list[str]]:
    """The inputs that the paths and addresses mean, in the order given (folders sorted), those not there, warnings.

    The files of `COMPANION_FILES` and README files are no inputs, nor are the hidden files of a folder, the companions of
    a saved page and the folders of earlier runs. A file given twice is read once.
    """
    files: list[Path | str] = []
    notes: list[str] = []
    skipped: list[Skipped] = []
    seen: set[Path | str] = set()
    for given in paths:
        if address := as_address(given):
            members: list[Path | str] = [address]
        elif not is_there(Path(given)):
            skipped.append(_missing(str(given), "does not exist", "check the path and its spelling"))
            continue
        else:
            path = Path(given)
            if path.is_dir():
                members = [*_members(path, notes, skipped)]
            else:
                members = [] if _is_companion(path) else [path]
        for member in members:
            real = member.resolve() if isinstance(member, Path) else member
            if real not in seen:
                seen.add(real)
                files.append(member)
    named = _named(file for file in files if isinstance(file, Path))
    return [named[f] if isinstance(f, Path) else _address(f) for f in files], skipped, notes


def _missing(place: str, reason: str, remedy: str) -> Skipped:
    return Skipped(file=_utf8(place), reason=reason, remedy=remedy)


def _address(address: str) -> Input:
    return Input(Path(address), address, address_stem(address), address)


def _below(folder: Path, out: list[Skipped]) -> Iterator[Path]:
    """All files below a folder, sorted; folders that cannot be looked into, and what is no file, are listed as skipped."""
    paths: list[Path] = []

    def refused(error: OSError) -> None:
        reason = f"the folder cannot be read ({error.strerror})"
        out.append(_missing(str(error.filename), reason, "check its permissions"))

    for place, _, names in os.walk(folder, onerror=refused):
        paths += (Path(place, name) for name in names)
    for path in sorted(paths):
        if path.is_file():
            yield path
        elif is_there(path):
            out.append(_missing(str(path), NO_FILE, "take it away, or save its content as a file"))
        else:
            out.append(_missing(str(path), "is a link to nothing", "take it away, or give the file itself"))


def _members(folder: Path, notes: list[str], out: list[Skipped]) -> list[Path]:
    """The inputs in a folder; what is left out by itself is added to the notes, what cannot be read to `out`."""
    shown: list[Path] = []
    for path in _below(folder, out):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden:
            shown.append(path)
        elif suffix_of(path.name) in SUFFIXES:
            place = _utf8(path.as_posix())
            notes.append(f"{place}: hidden files of a folder are left out; name it to read it")
    saved = [path for path in shown if SUFFIXES.get(suffix_of(path.name)) == "html"]
    companions = {path.with_name(f"{path.stem}{end}") for path in saved for end in SAVED_PAGE_FOLDERS}
    runs = _earlier_runs(shown, folder)
    notes.extend(f"{_utf8(run.as_posix())}: an earlier run's folder is left out" for run in sorted(runs))
    left_out = companions | runs
    members = [path for path in shown if not _is_companion(path) and not left_out.intersection(path.parents)]
    if not members:
        remedy = "put articles into it, or name another folder"
        out.append(_missing(str(folder), "the folder holds no articles", remedy))
    return members


def _earlier_runs(paths: Iterable[Path], folder: Path) -> set[Path]:
    """The folders below the given one that hold what every run writes."""
    folders = {path.parent for path in paths if path.name == RUN_MARKS[0]} - {folder}
    return {run for run in folders if all((run / mark).is_file() for mark in RUN_MARKS)}


def _is_companion(path: Path) -> bool:
    return path.name.lower() in COMPANION_FILES or path.stem.lower() == "readme"


def _named(paths: Iterable[Path]) -> dict[Path, Input]:
    """Give each file the shortest end of its path that no other file shares, as a name and as a stem."""
    places = {path: PurePosixPath(path.resolve().as_posix()) for path in paths}
    beside = Counter((_rival(place), place.parent, stem_of(place.name)) for place in places.values())
    keys = {
        place: stem_of(place.name)
        if beside[_rival(place), place.parent, stem_of(place.name)] == 1
        else place.name
        for place in places.values()
    }
    depth = dict.fromkeys(places.values(), 1)
    while True:
        stems = Counter((_rival(place), _end(place, depth[place], keys[place])) for place in depth)
        clashing = [
            place
            for place in depth
            if stems[_rival(place), _end(place, depth[place], keys[place])] > 1
            and depth[place] < len(place.parts)
        ]
        if not clashing:
            break
        for place in clashing:
            depth[place] += 1
    return {
        path: Input(
            path, _utf8(_end(place, depth[place], place.name)), _utf8(_end(place, depth[place], keys[place]))
        )
        for path, place in places.items()
    }


def _rival(place: PurePosixPath) -> bool:
    """Files that no reader reads do not change how the others are called."""
    return suffix_of(place.name) in SUFFIXES


def _end(place: PurePosixPath, depth: int, last: str) -> str:
    return "/".join([*place.parts[-depth:-1], last])


def _utf8(text: str) -> str:
    """A file name as text that can be written as UTF-8, whatever bytes it is made of."""
    return text.encode("utf-8", "replace").decode("utf-8")
