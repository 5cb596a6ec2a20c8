"""Which files the given paths mean, and what each of them is called.

A file is called by its name. Where two inputs have the same name, or the same name but for the suffix,
as many folders as tell them apart are put before it (`monday/report.txt`). The article's id is that name
without the suffix, so ids are the same on every run over the same inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from framing.article import Skipped

LABELS_NAME = "labels.csv"
TEXT_SUFFIXES = (".txt",)


@dataclass(frozen=True, slots=True)
class Input:
    """One input file; `name` is what tables and messages call it, `stem` the start of its articles' ids."""

    path: Path
    name: str
    stem: str


def find_inputs(paths: Sequence[Path]) -> tuple[list[Input], list[Skipped]]:
    """The text files that the paths mean, in the order given (folders sorted), and those not readable.

    `labels.csv` and README files are neither, nor are the hidden files of a folder. A file given twice is
    read once.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            skipped.append(
                Skipped(
                    file=_utf8(str(path)), reason="does not exist", remedy="check the path and its spelling"
                )
            )
            continue
        members = _members(path) if path.is_dir() else [] if _is_aside(path) else [path]
        if path.is_dir() and not members:
            skipped.append(
                Skipped(
                    file=_utf8(str(path)),
                    reason="the folder holds no articles",
                    remedy="put .txt files into it, or name another folder",
                )
            )
        for member in members:
            real = member.resolve()
            if real not in seen:
                seen.add(real)
                files.append(member)
    texts = [path for path in files if path.suffix.lower() in TEXT_SUFFIXES]
    for path in files:
        if path.suffix.lower() not in TEXT_SUFFIXES:
            what = f"{path.suffix.lower()} files are" if path.suffix else "a file without a suffix is"
            skipped.append(
                Skipped(
                    file=_utf8(path.name),
                    reason=f"{what} not supported yet",
                    remedy="save the article's text as a .txt file",
                )
            )
    return _named(texts), skipped


def _members(folder: Path) -> list[Path]:
    found = []
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inner) and not _is_aside(path):
            found.append(path)
    return found


def _is_aside(path: Path) -> bool:
    return path.name.lower() == LABELS_NAME or path.stem.lower() == "readme"


def _named(paths: Iterable[Path]) -> list[Input]:
    """Give each file the shortest end of its path whose stem no other file shares."""
    resolved = [(path, PurePosixPath(path.resolve().as_posix())) for path in paths]
    depth = dict.fromkeys((pure for _, pure in resolved), 1)
    while True:
        stems = Counter(_stem(pure, depth[pure]) for _, pure in resolved)
        clashing = [
            pure
            for _, pure in resolved
            if stems[_stem(pure, depth[pure])] > 1 and depth[pure] < len(pure.parts)
        ]
        if not clashing:
            break
        for pure in clashing:
            depth[pure] += 1
    result = []
    for path, pure in resolved:
        stem = _stem(pure, depth[pure])
        name = "/".join(pure.parts[-depth[pure] :])
        result.append(Input(path, _utf8(name), _utf8(stem if stems[stem] == 1 else name)))
    return result


def _stem(path: PurePosixPath, depth: int) -> str:
    return "/".join([*path.parts[-depth:-1], path.stem])


def _utf8(text: str) -> str:
    """A file name as text that can be written as UTF-8, whatever bytes it is made of."""
    return text.encode("utf-8", "replace").decode("utf-8")
