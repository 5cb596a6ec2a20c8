"""Loads and checks `lexicons/*.yaml`: word lists are data, each entry with its source.

A file names its `kind`, which fixes the schema of its entries (`framing.lexicon.kinds`). Files of
further folders add entries; one with the id of an entry already there replaces it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from framing.lexicon.conflict import ConflictPack
from framing.lexicon.document import read_yaml
from framing.lexicon.kinds import KINDS
from framing.lexicon.schema import Entry, WordList
from framing.records.errors import LexiconError

E = TypeVar("E", bound=Entry)

CONFLICT_KIND = "conflict"
REMEDY = "see docs/lexicons.md for the shape of each kind"


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One checked file: the entries of a kind, or a conflict pack."""

    path: Path
    kind: str
    entries: tuple[Entry, ...]
    pack: ConflictPack | None
    sha256: str


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


def check_file(path: Path) -> LexiconFile:
    """Read one lexicon file and check every entry against the schema of its kind.

    A file that has not changed since it was last checked in this process is not read again.

    Raises LexiconError with the file, the entry and what is wrong with it.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise LexiconError(
            path.name, f"cannot be read ({error.strerror})", "check the path and its permissions"
        ) from None
    return _checked(path.resolve(), stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=256)
def _checked(path: Path, changed: int, size: int) -> LexiconFile:
    document = read_yaml(path)
    kind = document.get("kind")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    if kind == CONFLICT_KIND:
        pack = _validated(path, ConflictPack, {k: v for k, v in document.items() if k != "kind"}, "pack")
        _check_references(path, document, (*pack.sides, pack.third_parties))
        return LexiconFile(path, CONFLICT_KIND, (), pack, sha256)
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        known = ", ".join(sorted([*KINDS, CONFLICT_KIND]))
        raise LexiconError(path.name, f"kind {kind!r} is not one of {known}", REMEDY)
    unknown = sorted(set(document) - {"kind", "about", "references", "entries"})
    if unknown:
        raise LexiconError(path.name, f"unknown key {unknown[0]!r}", REMEDY)
    rows = document.get("entries")
    if not isinstance(rows, list) or not rows:
        raise LexiconError(path.name, "'entries' is not a list of entries", REMEDY)
    entries = tuple(
        _validated(path, model, row, f"entry {number} ({_entry_name(row)})")
        for number, row in enumerate(rows, 1)
    )
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(path.name, f"entry {entry.id!r} stands twice", "join the two entries")
        seen.add(entry.id)
    _check_references(path, document, entries)
    return LexiconFile(path, kind or "", entries, None, sha256)


def load(extra: Iterable[Path] = ()) -> Lexicons:
    """Load the shipped lexicons and then the folders or files of `extra`, which add or replace entries."""
    by_kind: dict[str, dict[str, Entry]] = {}
    packs: dict[str, ConflictPack] = {}
    hashes: dict[str, str] = {}
    for place in (shipped_folder(), *extra):
        if not place.exists():
            raise LexiconError(str(place), "does not exist", "check the path given with --lexicons")
        paths = sorted(place.rglob("*.yaml")) if place.is_dir() else [place]
        for path in paths:
            checked = check_file(path)
            name = str(path.relative_to(place)) if place.is_dir() else path.name
            hashes[name if name not in hashes else str(path)] = checked.sha256
            if checked.pack is not None:
                packs[checked.pack.id] = checked.pack
            for entry in checked.entries:
                by_kind.setdefault(checked.kind, {})[entry.id] = entry
    return Lexicons({kind: tuple(found.values()) for kind, found in by_kind.items()}, packs, hashes)


M = TypeVar("M", Entry, ConflictPack)


def _validated(path: Path, model: type[M], row: Any, where: str) -> M:
    try:
        return model.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LexiconError(path.name, f"{where}: {place}: {first['msg']}", REMEDY) from None


def _entry_name(row: Any) -> str:
    return str(row.get("id", "no id")) if isinstance(row, dict) else "not a mapping"


def _check_references(path: Path, document: dict[str, Any], entries: Iterable[Entry]) -> None:
    references = document.get("references")
    known = set(references) if isinstance(references, dict) else set()
    for entry in entries:
        for key in entry.source:
            if key not in known:
                raise LexiconError(
                    path.name, f"entry {entry.id!r} cites {key!r}", "add it to the file's 'references'"
                )
