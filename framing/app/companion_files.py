"""Files given with the texts that are not articles: labels, sides, corrections. Kept as text, parsed when used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.app.rows import StoredEdit
from framing.lexicon.check import check_file
from framing.lexicon.conflict import ConflictPack
from framing.read.corrections import Correction, read_corrections
from framing.read.inputs import CORRECTIONS_NAME, LABELS_NAME, SIDES_NAME
from framing.read.labels import label_rows
from framing.records.errors import LexiconError


def labels_in(content: bytes) -> dict[str, StoredEdit]:
    """What a table of labels says about files, by their names; raises LabelsError where it cannot be used.

    >>> labels_in(b"file,source,published\\na.txt,The Gazette,2026-05-01\\n")["a.txt"].source
    'The Gazette'
    """
    with _as_file(LABELS_NAME, content) as path:
        return {row.path.name: _edit(row.values) for row in label_rows(path) if not row.part}


def pack_of(text: str) -> ConflictPack:
    """The conflict pack in a text; raises LexiconError where there is none."""
    with _as_file(SIDES_NAME, text.encode()) as path:
        pack = check_file(path).pack
    if pack is None:
        raise LexiconError(SIDES_NAME, "is not a conflict pack", "see docs/lexicons.md")
    return pack


def corrections_of(text: str) -> list[Correction]:
    """The rows of a table of corrections; raises CorrectionsError where it is none."""
    if not text:
        return []
    with _as_file(CORRECTIONS_NAME, text.encode()) as path:
        return read_corrections(path)


def _edit(values: Mapping[str, str]) -> StoredEdit:
    return StoredEdit(
        title=values.get("title"),
        source=values.get("source"),
        event=values.get("event"),
        published=values.get("published"),
        updated=values.get("updated"),
    )


@contextmanager
def _as_file(name: str, content: bytes) -> Iterator[Path]:
    """A text as a temporary file, for functions that read files; messages call its folder "upload"."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "upload" / name
        path.parent.mkdir()
        path.write_bytes(content)
        yield path
