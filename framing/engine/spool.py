"""The spool: parses kept from one run to the next, so that a second run of the same texts parses nothing.

A file of SQLite in the user's cache folder, or in the folder that `$FRAMING_SPOOL` names (an empty name: nowhere).
A text is found by a digest of it and of the model; the text itself is not kept, lemmas of its words are. The file can be
read by its owner only, holds at most `MOST_BYTES` (the oldest go first), and is nothing to rely on: where it cannot be
read or written a run goes on without it, and what is damaged or of another make is set aside.

What is read from it is plain numbers and names, each checked against the text it is for; nothing in it is ever run.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import numpy as np

from framing.engine.packed_parse import highest_label, labels_of, packed_parse, unpacked_parse
from framing.text.parse import Columns

PLACE: Final = "FRAMING_SPOOL"
NAME: Final = "parses.sqlite"
ASIDE: Final = ".damaged"
JOURNAL: Final = "-journal"
MOST_BYTES: Final = 1_000_000_000
"""Bytes; the parses of about 60,000 articles."""
LET_GO: Final = 0.1
"""Share of the entries, the oldest, that go where the file is too large."""
OURS: Final = 0x46724D67
"""The mark in the head of the file by which it is known."""
TABLES: Final = (
    "CREATE TABLE kept (number INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB)",
    "CREATE TABLE labels (number INTEGER PRIMARY KEY, label TEXT UNIQUE)",
)
PATIENCE: Final = 20.0
"""Seconds to wait for another process that writes."""
MOST_ASKED: Final = 500
"""Entries that are asked for at a time."""

T = TypeVar("T")


class DamagedSpoolError(Exception):
    """A file that is no spool, or one that holds what no run has written."""


class Contents(NamedTuple):
    """What `framing spool` shows."""

    entries: int
    size: int


def spool_path() -> Path | None:
    """Where the spool is; None where it is switched off."""
    import platformdirs

    named = os.environ.get(PLACE)
    if named is not None:
        return Path(named) / NAME if named else None
    return Path(platformdirs.user_cache_dir("framing", appauthor=False)) / NAME


@contextmanager
def opened_spool(wanted: bool = True) -> Iterator[Spool | None]:
    """The user's spool while it is in use; None where it is not wanted, or switched off."""
    path = spool_path() if wanted else None
    spool = Spool(path) if path else None
    try:
        yield spool
    finally:
        if spool:
            spool.close()


def contents(path: Path) -> Contents:
    """How many entries a spool has and how many bytes its files take; none where there is no usable file."""
    size = sum(part.stat().st_size for part in _parts(path))
    if not path.is_file():
        return Contents(0, size)
    spool = Spool(path)
    try:
        return Contents(spool.entries(), size)
    finally:
        spool.close()


def clear_spool(path: Path) -> None:
    """Delete a spool, and what was set aside; raises OSError where that is not possible."""
    for part in _parts(path):
        part.unlink()


def _parts(path: Path) -> list[Path]:
    """The files of a spool that are there: its own, its journal, and what was set aside."""
    parts = [path, *(path.with_name(path.name + ending) for ending in (JOURNAL, ASIDE))]
    return [part for part in parts if part.is_file()]


class Spool:
    """An open spool. `warnings` are for the user: what was set aside."""

    def __init__(self, path: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self.path = path
        self.warnings: list[str] = []
        self._most_bytes = most_bytes
        self._read_only = False
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = _opened(path)
            self._read_labels(self._connection)
        except (sqlite3.Error, OSError, DamagedSpoolError) as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def entries(self) -> int:
        """How many parses and cut texts it holds."""
        return self._read(lambda db: int(db.execute("SELECT count(*) FROM kept").fetchone()[0]), 0)

    def parses(self, model: str, texts: Collection[str]) -> Mapping[str, Columns]:
        """The parses that are kept, by text."""
        return self._found(f"parse\0{model}", texts, self._columns)

    def bounds(self, model: str, texts: Collection[str]) -> Mapping[str, list[tuple[int, int]]]:
        """The bounds of the sentences that are kept, by text."""
        return self._found(f"bounds\0{model}", texts, lambda db, text, packed: _bounds(text, packed))

    def keep_parses(self, model: str, parses: Iterable[Columns]) -> None:
        """Keep parses."""
        self._write(
            lambda db: _put(
                db, f"parse\0{model}", ((parse.text, self._packed(db, parse)) for parse in parses)
            )
        )

    def keep_bounds(self, model: str, bounds: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> None:
        """Keep the bounds of the sentences of texts."""
        packed = ((text, np.array(spans, "<u4").tobytes()) for text, spans in bounds)
        self._write(lambda db: _put(db, f"bounds\0{model}", packed))

    # -- the file -----------------------------------------------------------------------------------

    def _read(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What a piece of work on the file gives; where the file is not usable, it is done without from then on."""
        if self._connection is not None:
            try:
                return work(self._connection)
            except (sqlite3.Error, DamagedSpoolError) as error:
                self._give_up(error)
        return otherwise

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do a piece of work in one transaction; where the file cannot be written it is only read from then on."""
        if self._connection is None or self._read_only:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            work(self._connection)
            self._bound(self._connection)
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError:
            self._read_only = True
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._read(self._read_labels, None)
        except (sqlite3.Error, DamagedSpoolError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without the file; one that is damaged or of another make is set aside."""
        self.close()
        if isinstance(error, (sqlite3.OperationalError, OSError)):
            return
        aside = self.path.with_name(self.path.name + ASIDE)
        with suppress(OSError):
            self.path.replace(aside)
            self.path.with_name(self.path.name + JOURNAL).unlink(missing_ok=True)
        self.warnings.append(
            f"{self.path}: the spool of parses cannot be used ({error}); it is set aside as {aside.name}, and the "
            "next run begins a new one"
        )

    def _bound(self, db: sqlite3.Connection) -> None:
        """Delete the oldest entries where the file is too large."""
        pages = _pragma(db, "page_count") - _pragma(db, "freelist_count")
        if pages * _pragma(db, "page_size") <= self._most_bytes:
            return
        first, last = db.execute("SELECT min(number), max(number) FROM kept").fetchone()
        db.execute("DELETE FROM kept WHERE number <= ?", [first + int((last - first) * LET_GO)])

    def _read_labels(self, db: sqlite3.Connection) -> None:
        rows = dict(db.execute("SELECT number, label FROM labels ORDER BY number").fetchall())
        if list(rows) != list(range(1, len(rows) + 1)) or not all(
            isinstance(name, str) for name in rows.values()
        ):
            raise DamagedSpoolError("its labels are not numbered")
        self._names = ["", *rows.values()]
        self._numbers = {label: number for number, label in rows.items()}

    # -- entries ------------------------------------------------------------------------------------

    def _found(
        self, kind: str, texts: Collection[str], unpacked: Callable[[sqlite3.Connection, str, bytes], T]
    ) -> Mapping[str, T]:
        def work(db: sqlite3.Connection) -> dict[str, T]:
            by_key = {_key(kind, text): text for text in texts}
            found: dict[str, T] = {}
            for keys in _some(by_key, MOST_ASKED):
                places = ",".join("?" * len(keys))
                rows = db.execute(f"SELECT key, value FROM kept WHERE key IN ({places})", keys)
                for key, value in rows.fetchall():
                    try:
                        found[by_key[key]] = unpacked(db, by_key[key], value)
                    except (ValueError, TypeError):
                        raise DamagedSpoolError("an entry is no parse") from None
            return found

        return self._read(work, {})

    def _packed(self, db: sqlite3.Connection, parse: Columns) -> bytes | None:
        """A parse as bytes, its labels numbered; None where it is not kept."""
        if new := labels_of(parse) - self._numbers.keys():
            rows = [(number, label) for number, label in enumerate(sorted(new), len(self._numbers) + 1)]
            db.executemany("INSERT OR IGNORE INTO labels (number, label) VALUES (?, ?)", rows)
            self._read_labels(db)
        return packed_parse(parse, self._numbers)

    def _columns(self, db: sqlite3.Connection, text: str, packed: bytes) -> Columns:
        """The parse of a text; raises ValueError where the bytes are none of it."""
        if highest_label(packed) >= len(self._names):
            self._read_labels(db)
        return unpacked_parse(text, packed, self._names)


def _opened(path: Path) -> sqlite3.Connection:
    """The file of a spool, made where there is none; raises DamagedSpoolError where it is something else."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA synchronous = OFF")
        if not _schema(db):
            db.execute("BEGIN IMMEDIATE")
            if not _schema(db):
                db.execute(f"PRAGMA application_id = {OURS}")
                for table in TABLES:
                    db.execute(table)
            db.execute("COMMIT")
        if _pragma(db, "application_id") != OURS or _schema(db) != sorted(TABLES):
            raise DamagedSpoolError("it is none of this version")
    except BaseException:
        db.close()
        raise
    return db


def _schema(db: sqlite3.Connection) -> list[str]:
    return sorted(str(sql) for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def _put(db: sqlite3.Connection, kind: str, entries: Iterable[tuple[str, bytes | None]]) -> None:
    rows = ((_key(kind, text), value) for text, value in entries if value is not None)
    db.executemany("INSERT OR REPLACE INTO kept (key, value) VALUES (?, ?)", rows)


def _key(kind: str, text: str) -> bytes:
    return blake2b(f"{kind}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _bounds(text: str, packed: bytes) -> list[tuple[int, int]]:
    """The bounds of the sentences of a text; raises ValueError where the bytes are none of it."""
    flat = np.frombuffer(packed, "<u4").tolist()
    if len(flat) % 2 or flat != sorted(flat) or (flat and flat[-1] > len(text)):
        raise ValueError("no bounds of this text")
    return list(zip(flat[::2], flat[1::2], strict=True))


def _some(items: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
