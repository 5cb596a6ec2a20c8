"""What a run was made from besides its articles: columns found, and the hashes of files that could change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import file_digest
from pathlib import Path

from framing.read import ReadInputs
from framing.records.article import Article
from framing.results import Provenance


def provenance_of(reading: ReadInputs, articles: Sequence[Article], named: Iterable[Path]) -> Provenance:
    """The provenance of a run over some of the articles that were read; `named` are files and folders given as options."""
    read = {article.file for article in articles}
    beside = dict.fromkeys((*reading.labels, *reading.corrections, *named))
    return Provenance(
        columns={facts.file: facts.columns for facts in reading.facts if facts.columns},
        other_inputs={
            name: digest_of(path)
            for name, path in reading.files.items()
            if name not in read and path.is_file()
        },
        beside={path.as_posix(): digest_of(path) for given in beside for path in files_in(given)},
    )


def files_in(path: Path) -> Iterator[Path]:
    """A file itself, or the lexicons of a folder, in order."""
    if path.is_dir():
        yield from sorted(path.rglob("*.yaml"))
    elif path.is_file():
        yield path


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
