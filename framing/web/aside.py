"""What comes beside texts and is none: labels of files, sides, corrections of marks. Kept as text, read when used."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.errors import LexiconError
from framing.lexicon import check_file
from framing.lexicon.conflict import ConflictPack
from framing.read.corrections import COLUMNS, Correction, read_corrections
from framing.read.dates import is_iso
from framing.read.inputs import CORRECTIONS_NAME, SIDES_NAME
from framing.web.store import Edit


def labels_in(content: bytes) -> dict[str, Edit]:
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
    """The rows of a kept table of corrections."""
    if not text:
        return []
    with _as_file(CORRECTIONS_NAME, text.encode()) as path:
        return read_corrections(path)


def joined(earlier: str, given: bytes) -> str:
    """The table of corrections that holds the earlier ones and those given, each once; the later stand below.

    Raises CorrectionsError where what is given is no such table.
    """
    with _as_file(CORRECTIONS_NAME, given) as path:
        rows = [*corrections_of(earlier), *read_corrections(path)]
    cells = list(dict.fromkeys(tuple(_cell(row, name) for name in COLUMNS) for row in reversed(rows)))
    return _table(list(reversed(cells)))


def _cell(row: Correction, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else str(value)


def _table(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def _label(row: Mapping[str, str | None]) -> Edit:
    def text(name: str) -> str | None:
        return (row.get(name) or "").strip() or None

    def date(name: str) -> str | None:
        value = text(name)
        return value if value and is_iso(value) else None

    return Edit(
        title=text("title"),
        source=text("source"),
        event=text("event"),
        published=date("published"),
        updated=date("updated"),
    )


@contextmanager
def _as_file(name: str, content: bytes) -> Iterator[Path]:
    """A file for those who read files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path
