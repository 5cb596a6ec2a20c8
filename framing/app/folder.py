"""The app's folder: where the files of texts and runs lie, and that only one app works in it.

    framing.sqlite          what the app remembers (`store`)
    lock.sqlite             held by the app while it runs
    texts/ID/               the file as it came, the articles read from it, and a list of them
    runs/ID/worksheet/      what `framing worksheet` writes
    runs/ID/result/         what `framing compare` writes; it is there whole or not at all, and last

No name that comes from a browser is ever part of a path.
"""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from framing.app.store import Store
from framing.publish.folder import MANIFEST
from framing.records.errors import OutputError

CONTENT, ARTICLES, OUTSIDE, LISTED = "content", "articles.jsonl", "outside.json", "reading.json"


@dataclass(frozen=True, slots=True)
class Folder:
    """The places in the app's folder."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "framing.sqlite"

    def text(self, text: str) -> Path:
        return self.root / "texts" / text

    def run(self, run: str) -> Path:
        return self.root / "runs" / run

    def result(self, run: str) -> Path:
        return self.run(run) / "result"

    def worksheet(self, run: str) -> Path:
        return self.run(run) / "worksheet"

    def no_worksheet(self, run: str) -> Path:
        """Where it is said why a run has no worksheet."""
        return self.run(run) / "no-worksheet.txt"

    def has_result(self, run: str) -> bool:
        """Whether a run was written to its end."""
        return (self.result(run) / MANIFEST).is_file()

    def actors(self, comparison: str) -> Path:
        return self.root / "actors" / f"{comparison}.json"

    def make(self) -> None:
        """Make the folders, for their user alone; raises OutputError where that cannot be."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in ("texts", "runs", "actors"):
                (self.root / name).mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(
                str(self.root), f"cannot be written ({error.strerror})", "choose another folder with --folder"
            ) from None

    def lock(self) -> sqlite3.Connection:
        """Lock the folder until the connection is closed, or the process ends, however it ends.

        Raises OutputError where another app holds it.
        """
        connection = sqlite3.connect(self.root / "lock.sqlite", timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError:
            connection.close()
            raise OutputError(
                str(self.root),
                "is in use by another framing serve",
                "use the one that runs, end it, or give another folder with --folder",
            ) from None
        return connection

    def sweep(self, store: Store) -> None:
        """Delete what an interrupted app left: unfinished files, folders without a row."""
        for kind, kept in (("texts", store.ids("texts")), ("runs", store.ids("runs"))):
            for place in (self.root / kind).iterdir():
                if place.name not in kept:
                    shutil.rmtree(place, ignore_errors=True)
        comparisons = {f"{name}.json" for name in store.ids("comparisons")}
        for place in (self.root / "actors").iterdir():
            if place.name not in comparisons:
                place.unlink(missing_ok=True)
        for half in (self.root / "runs").glob("*/.*"):
            if half.is_dir():
                shutil.rmtree(half, ignore_errors=True)
            else:
                half.unlink(missing_ok=True)

    def forget(self, *places: Path) -> None:
        """Delete folders of texts and runs; files that are still open are deleted at the next start."""
        for place in places:
            shutil.rmtree(place, ignore_errors=True)
