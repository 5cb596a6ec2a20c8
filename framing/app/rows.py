"""The rows of the store as records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

TextState = Literal["waiting", "read", "failed"]
RunState = Literal["waiting", "running", "finished", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class StoredComparison:
    """Texts that are compared. `conflict` is a pack's id, `auto`, `none` or `own`; `own` is the YAML in `pack`.

    `corrections` is the table of marks corrected by hand on the page, as text.
    """

    id: str
    title: str
    made: str
    conflict: str
    pack: str
    corrections: str


@dataclass(frozen=True, slots=True)
class StoredText:
    """A file, pasted text or address. `names` are the columns of a table that the user has to map."""

    id: str
    comparison: str
    name: str
    address: str
    size: int
    columns: Mapping[str, str]
    state: TextState
    reason: str
    remedy: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEdit:
    """What is corrected in an article by hand; None is "as it was read".

    `removed` are stretches [start, end, reason] of the text as it was read.
    """

    title: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    event: str | None = None
    removed: tuple[tuple[int, int, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One run of a comparison; `note` says why it failed."""

    id: str
    comparison: str
    state: RunState
    note: str
    made: str
    ended: str


def text_of(row: sqlite3.Row) -> StoredText:
    """The text of a row of `texts`."""
    values: dict[str, Any] = dict(row)
    values["columns"] = json.loads(values["columns"])
    values["names"] = tuple(json.loads(values["names"]))
    return StoredText(**values)


def edit_of(row: sqlite3.Row) -> StoredEdit:
    """What a row of `edits` corrects."""
    values = {name: row[name] for name in ("title", "source", "published", "updated", "event")}
    removed = None if row["removed"] is None else tuple((s, e, r) for s, e, r in json.loads(row["removed"]))
    return StoredEdit(**values, removed=removed)
