"""Loads `lexicons/*.yaml`: word lists are data, each entry with its source.

A file names its `kind`, which fixes the schema of its entries (`framing.lexicon.kinds`). Files of
further folders add entries; one with the id of an entry already there replaces it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from framing.lexicon.check import check_file, check_own_file
from framing.lexicon.conflict import ConflictPack
from framing.lexicon.schema import Entry, WordList
from framing.records.errors import LexiconError

E = TypeVar("E", bound=Entry)


class _Entries(tuple[E, ...]):
    """The entries of a kind, hashed once: what is compiled from them is looked up by them for every sentence."""

    _hash: int | None = None

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = super().__hash__()
        return self._hash


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All entries that a run uses, by kind, the conflict packs by id, and the hash of every file."""

    by_kind: Mapping[str, tuple[Entry, ...]]
    packs: Mapping[str, ConflictPack]
    hashes: Mapping[str, str]
    _typed: dict[tuple[str, type[Entry]], Any] = field(default_factory=dict, repr=False, compare=False)
    _words: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, kind: str, model: type[E]) -> tuple[E, ...]:
        """The entries of a kind, the same tuple each time; `model` is its schema, so that callers get typed records."""
        known: tuple[E, ...] | None = self._typed.get((kind, model))
        if known is None:
            entries = self.by_kind.get(kind, ())
            known = _Entries(entry for entry in entries if isinstance(entry, model))
            self._typed[kind, model] = known
        return known

    def words(self, kind: str, entry_id: str) -> frozenset[str]:
        """The words of one entry of a plain word list; empty where there is none."""
        known = self._words.get((kind, entry_id))
        if known is None:
            entries = self.of(kind, WordList)
            known = frozenset(word for entry in entries if entry.id == entry_id for word in entry.words)
            self._words[kind, entry_id] = known
        return known


def shipped_folder() -> Path:
    """The folder of the lexicons that come with the toolkit (in the wheel, or beside the package)."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "lexicons"
    return inside if inside.is_dir() else package.parent / "lexicons"


def load(extra: Iterable[Path] = ()) -> Lexicons:
    """Load the shipped lexicons and then the folders or files of `extra`, which add or replace entries."""
    by_kind: dict[str, dict[str, Entry]] = {}
    packs: dict[str, ConflictPack] = {}
    hashes: dict[str, str] = {}
    shipped = shipped_folder()
    for place in (shipped, *extra):
        if not place.exists():
            raise LexiconError(str(place), "does not exist", "check the path given with --lexicons")
        paths = sorted(place.rglob("*.yaml")) if place.is_dir() else [place]
        for path in paths:
            checked = check_file(path) if place == shipped else check_own_file(path)
            name = str(path.relative_to(place)) if place.is_dir() else path.name
            hashes[name if name not in hashes else str(path)] = checked.sha256
            if checked.pack is not None:
                packs[checked.pack.id] = checked.pack
            for entry in checked.entries:
                by_kind.setdefault(checked.kind, {})[entry.id] = entry
    return Lexicons({kind: tuple(found.values()) for kind, found in by_kind.items()}, packs, hashes)
