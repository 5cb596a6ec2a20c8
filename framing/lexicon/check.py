"""Checks lexicon files: every entry against the schema of its kind, and what a careful reader would ask about it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from framing.lexicon.conflict import ConflictPack
from framing.lexicon.dictionary import KIND as DICTIONARY
from framing.lexicon.dictionary import TABLE_SUFFIXES, is_plain, plain_rows, table_rows
from framing.lexicon.document import read_yaml
from framing.lexicon.kinds import KINDS
from framing.lexicon.naming import NameConcept
from framing.lexicon.schema import Entry
from framing.lexicon.slow_patterns import slow_pattern
from framing.lexicon.wording import TopicWords, WordingEntry
from framing.records.errors import LexiconError

CONFLICT_KIND = "conflict"
REMEDY = "see docs/lexicons.md for the shape of each kind"

M = TypeVar("M", Entry, ConflictPack)


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One checked file: the entries of a kind, or a conflict pack."""

    path: Path
    kind: str
    entries: tuple[Entry, ...]
    pack: ConflictPack | None
    sha256: str


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


def check_own_file(path: Path) -> LexiconFile:
    """Check a user's lexicon file like `check_file`, and try its patterns on texts that are hard for them.

    Raises LexiconError for a pattern that takes too long.
    """
    checked = check_file(path)
    for entry in checked.entries:
        if pattern := slow_pattern(entry):
            reason = f"entry {entry.id!r}: the pattern {pattern!r} takes far too long on some texts"
            raise LexiconError(path.name, reason, "write it without a repeat inside a repeat")
    return checked


@lru_cache(maxsize=256)
def _checked(path: Path, changed: int, size: int) -> LexiconFile:
    document = _document(path)
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


def _document(path: Path) -> dict[str, Any]:
    """What a lexicon file says; a dictionary that is only categories and words, as a whole lexicon would say it."""
    if path.suffix.lower() in TABLE_SUFFIXES:
        return {"kind": DICTIONARY, "entries": table_rows(path)}
    document = read_yaml(path)
    return {"kind": DICTIONARY, "entries": plain_rows(document)} if is_plain(document) else document


def warnings(file: LexiconFile, topics: Iterable[TopicWords]) -> Iterator[str]:
    """What a careful reader would ask about the entries of one checked file, a line each.

    A word of a topic (war, civilian) says what a text is about; as a slant word it would measure the
    topic (Recasens et al. 2013). A form in two entries is counted for one of them only, or for both;
    forms that need another word beside them are told apart by it.
    """
    without = [entry.id for entry in file.entries if not entry.source]
    if without:
        yield f"no source is given for {', '.join(without)}: a paper has to say where they are from"
    topic_of = {word.lower(): entry.id for entry in topics for word in entry.words}
    seen: dict[str, str] = {}
    for entry in file.entries:
        for form in _forms(entry):
            key = form.lower() if isinstance(entry, WordingEntry) else form
            if isinstance(entry, WordingEntry) and key in topic_of:
                yield f"entry {entry.id!r}: {form!r} is a word of the topic {topic_of[key]}, not of slant"
            if key in seen and seen[key] != entry.id:
                yield f"entry {entry.id!r}: {form!r} stands in entry {seen[key]!r} too"
            seen.setdefault(key, entry.id)


def _forms(entry: Entry) -> Iterator[str]:
    if isinstance(entry, WordingEntry):
        yield from entry.forms
    elif isinstance(entry, NameConcept) and not entry.only_with:
        for variant in entry.variants:
            yield from () if variant.only_with else variant.forms


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
