"""What the app remembers: comparisons, their texts, what was corrected by hand, and their runs.

One SQLite file, one connection, one statement at a time: requests and jobs share it behind a lock. The
files of texts and runs lie beside it, in folders named by the ids of the rows (see `folder`).
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Literal

from framing.app.rows import (
    RunState,
    StoredComparison,
    StoredEdit,
    StoredRun,
    StoredText,
    TextState,
    edit_of,
    text_of,
)
from framing.records.errors import OutputError

VERSION = 1
SCHEMA = """
CREATE TABLE comparisons (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, made TEXT NOT NULL, conflict TEXT NOT NULL DEFAULT 'auto',
    pack TEXT NOT NULL DEFAULT '', corrections TEXT NOT NULL DEFAULT ''
);
CREATE TABLE texts (
    id TEXT PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparisons ON DELETE CASCADE,
    name TEXT NOT NULL, address TEXT NOT NULL, size INTEGER NOT NULL, columns TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'waiting', reason TEXT NOT NULL DEFAULT '', remedy TEXT NOT NULL DEFAULT '',
    names TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE edits (
    text TEXT NOT NULL REFERENCES texts ON DELETE CASCADE, number INTEGER NOT NULL,
    title TEXT, source TEXT, published TEXT, updated TEXT, event TEXT, removed TEXT, PRIMARY KEY (text, number)
);
CREATE TABLE runs (
    id TEXT PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparisons ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'waiting', note TEXT NOT NULL DEFAULT '', made TEXT NOT NULL,
    ended TEXT NOT NULL DEFAULT ''
);
"""


@dataclass(frozen=True)
class Store:
    """The tables, in one file."""

    path: Path
    _connection: sqlite3.Connection = field(init=False, repr=False)
    _lock: Lock = field(init=False, repr=False, default_factory=Lock)

    def __post_init__(self) -> None:
        connection = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
        connection.row_factory = sqlite3.Row
        object.__setattr__(self, "_connection", connection)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == 0:
                connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        except sqlite3.DatabaseError as error:
            raise OutputError(str(self.path), f"cannot be used ({error})", "choose another folder") from None
        if version > VERSION:
            remedy = "update framing, or choose another folder"
            raise OutputError(str(self.path), "was written by a later version of framing", remedy)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def comparisons(self) -> list[StoredComparison]:
        """All of them, the newest first."""
        return [
            StoredComparison(*row)
            for row in self._rows("SELECT * FROM comparisons ORDER BY made DESC, rowid DESC")
        ]

    def comparison(self, name: str) -> StoredComparison | None:
        return next(
            (StoredComparison(*row) for row in self._rows("SELECT * FROM comparisons WHERE id = ?", name)),
            None,
        )

    def add_comparison(self, title: str = "") -> str:
        """The id of a new comparison."""
        name = new_id()
        self._do("INSERT INTO comparisons (id, title, made) VALUES (?, ?, ?)", name, title, now())
        return name

    def rename(self, comparison: str, title: str) -> None:
        self._do("UPDATE comparisons SET title = ? WHERE id = ?", title, comparison)

    def choose_sides(self, comparison: str, conflict: str, pack: str | None = None) -> None:
        """Set which sides a comparison goes by; `pack` replaces the one of its own."""
        self._do(
            "UPDATE comparisons SET conflict = ?, pack = coalesce(?, pack) WHERE id = ?",
            conflict,
            pack,
            comparison,
        )

    def correct(self, comparison: str, corrections: str) -> None:
        """Keep the table of corrected marks that later runs go by."""
        self._do("UPDATE comparisons SET corrections = ? WHERE id = ?", corrections, comparison)

    def delete_comparison(self, name: str) -> None:
        self._do("DELETE FROM comparisons WHERE id = ?", name)

    def texts(self, comparison: str, state: TextState | None = None) -> list[StoredText]:
        """The texts of a comparison in the order in which they came."""
        rows = self._rows("SELECT * FROM texts WHERE comparison = ? ORDER BY rowid", comparison)
        return [text_of(row) for row in rows if state in (None, row["state"])]

    def size(self, comparison: str) -> tuple[int, int]:
        """How many texts a comparison has, and how many bytes they came as."""
        (row,) = self._rows(
            "SELECT count(*), coalesce(sum(size), 0) FROM texts WHERE comparison = ?", comparison
        )
        return row[0], row[1]

    def text(self, name: str) -> StoredText | None:
        return next((text_of(row) for row in self._rows("SELECT * FROM texts WHERE id = ?", name)), None)

    def add_text(
        self,
        comparison: str,
        name: str,
        *,
        text_id: str,
        size: int = 0,
        address: str = "",
        edit: StoredEdit | None = None,
        refused: tuple[str, str] = ("", ""),
    ) -> None:
        """Add a text that waits to be read, or is refused for a reason, with a remedy.

        Its name is made distinct among those of the comparison.
        """
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            taken = {
                row["name"]
                for row in connection.execute("SELECT name FROM texts WHERE comparison = ?", [comparison])
            }
            connection.execute(
                "INSERT INTO texts (id, comparison, name, address, size, state, reason, remedy)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    text_id,
                    comparison,
                    distinct(name, taken),
                    address,
                    size,
                    "failed" if refused[0] else "waiting",
                    *refused,
                ],
            )
            if edit is not None:
                _insert_edit(connection, text_id, 0, edit)

    def map_columns(self, text: str, columns: Mapping[str, str]) -> None:
        """Let a table be read again with these columns."""
        self._do(
            "UPDATE texts SET columns = ?, state = 'waiting', reason = '', remedy = '' WHERE id = ?",
            json.dumps(dict(columns)),
            text,
        )

    def settle_text(
        self, text: str, state: TextState, reason: str = "", remedy: str = "", names: Iterable[str] = ()
    ) -> None:
        """Say what came of reading a text."""
        self._do(
            "UPDATE texts SET state = ?, reason = ?, remedy = ?, names = ? WHERE id = ?",
            state,
            reason,
            remedy,
            json.dumps(list(names)),
            text,
        )

    def delete_text(self, name: str) -> None:
        self._do("DELETE FROM texts WHERE id = ?", name)

    def edits(self, comparison: str) -> dict[tuple[str, int], StoredEdit]:
        """What is corrected, by text and number of the article in it."""
        rows = self._rows(
            "SELECT edits.* FROM edits JOIN texts ON texts.id = edits.text WHERE texts.comparison = ?",
            comparison,
        )
        return {(row["text"], row["number"]): edit_of(row) for row in rows}

    def edit(self, text: str, number: int, edit: StoredEdit) -> None:
        """Keep what is corrected in an article."""
        with self._lock, self._connection as connection:
            _insert_edit(connection, text, number, edit)

    def drop_edits(self, text: str) -> None:
        self._do("DELETE FROM edits WHERE text = ?", text)

    def runs(self, comparison: str) -> list[StoredRun]:
        """The runs of a comparison, the newest first."""
        rows = self._rows(
            "SELECT * FROM runs WHERE comparison = ? ORDER BY made DESC, rowid DESC", comparison
        )
        return [StoredRun(*row) for row in rows]

    def run(self, name: str) -> StoredRun | None:
        return next((StoredRun(*row) for row in self._rows("SELECT * FROM runs WHERE id = ?", name)), None)

    def unfinished_runs(self) -> list[StoredRun]:
        return [
            StoredRun(*row) for row in self._rows("SELECT * FROM runs WHERE state IN ('waiting', 'running')")
        ]

    def add_run(self, comparison: str) -> str:
        """The id of a new run that waits."""
        name = new_id()
        self._do("INSERT INTO runs (id, comparison, made) VALUES (?, ?, ?)", name, comparison, now())
        return name

    def begin_run(self, name: str) -> None:
        self._do("UPDATE runs SET state = 'running' WHERE id = ?", name)

    def end_run(self, name: str, state: RunState, note: str = "") -> None:
        self._do("UPDATE runs SET state = ?, note = ?, ended = ? WHERE id = ?", state, note, now(), name)

    def delete_run(self, name: str) -> None:
        self._do("DELETE FROM runs WHERE id = ?", name)

    def ids(self, table: Literal["comparisons", "texts", "runs"]) -> set[str]:
        """The ids of all rows of a table."""
        return {row["id"] for row in self._rows(f"SELECT id FROM {table}")}

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _do(self, statement: str, *values: object) -> None:
        with self._lock:
            self._connection.execute(statement, values)


def new_id() -> str:
    """A random id that is safe in an address and as the name of a folder."""
    return secrets.token_hex(8)


def now() -> str:
    """The time as it is kept: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def distinct(name: str, taken: Iterable[str]) -> str:
    """A name that none of the others has, ignoring case.

    >>> distinct("page.html", {"Page.html", "page (2).html"})
    'page (3).html'
    """
    others = {other.casefold() for other in taken}
    stem, dot, suffix = name.rpartition(".")
    stem, end = (stem, dot + suffix) if stem else (name, "")
    number, made = 1, name
    while made.casefold() in others:
        number += 1
        made = f"{stem} ({number}){end}"
    return made


def _insert_edit(connection: sqlite3.Connection, text: str, number: int, edit: StoredEdit) -> None:
    removed = None if edit.removed is None else json.dumps(edit.removed)
    connection.execute(
        "INSERT OR REPLACE INTO edits (text, number, title, source, published, updated, event, removed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [text, number, edit.title, edit.source, edit.published, edit.updated, edit.event, removed],
    )
