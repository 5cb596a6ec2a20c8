"""Files given with the texts that are not articles: labels, sides, corrections. Kept as text, parsed when used."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.app.rows import StoredEdit
from framing.lexicon.check import check_file
from framing.lexicon.conflict import ConflictPack
from framing.read.corrections import Correction, read_corrections
from framing.read.dates import is_iso
from framing.read.inputs import CORRECTIONS_NAME, SIDES_NAME
from framing.records.errors import LexiconError


def labels_in(content: bytes) -> dict[str, StoredEdit]:
    """What a table of labels says about files, by their names.

    >>> labels_in(b"file,source,published\\na.txt,The Gazette,2026-05-01\\n")["a.txt"].source
    'The Gazette'
    """
    text = content.decode("utf-8-sig", "replace")
    first = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if "," not in first else ",")
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    return {row["file"].strip(): _label(row) for row in rows if row.get("file") and not row.get("part")}


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


def _label(row: Mapping[str, str | None]) -> StoredEdit:
    def text(name: str) -> str | None:
        return (row.get(name) or "").strip() or None

    def date(name: str) -> str | None:
        value = text(name)
        return value if value and is_iso(value) else None

    return StoredEdit(
        title=text("title"),
        source=text("source"),
        event=text("event"),
        published=date("published"),
        updated=date("updated"),
    )


@contextmanager
def _as_file(name: str, content: bytes) -> Iterator[Path]:
    """A text as a temporary file, for functions that read files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path
