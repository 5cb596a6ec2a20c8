"""The data that the page's scripts read, anonymised: what each string becomes when names are hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from framing.publish.anonymise.labelled_texts import LabelledTexts
from framing.publish.anonymise.replacing import Replacement, replaced
from framing.publish.shared.names import bare

IDENTIFIERS = frozenset({"id", "letter", "source", "m", "k"})
"""Keys whose values name something to a script and are never shown."""
SAVED = frozenset({"e", "corrections"})
"""Keys of what a correction needs of a mark, and of the corrections of the run."""
REMOVED = "r-"
"""How the anchors of removed stretches begin."""
REMOVED_HIDDEN = "Removed text is not shown while names are hidden."

Path = tuple[str | int, ...]


def anonymised_data(data: Mapping[str, Any], texts: LabelledTexts) -> dict[str, Any]:
    """The data without the marks at labels, and what changes when names are hidden.

    Under `anonymised` stands a list of path, value with names hidden, and value with house spellings hidden too (null
    where it is the same); under `said` the same two by text, for what corrections hold: it is saved as it is,
    and anonymised only where it is shown.
    """
    plain: dict[str, Any] = _bare(data)
    changes = [
        [list(path), names, house if house != names else None]
        for path, names, house in _changes(data, (), texts)
    ]
    said = {
        versions.real: [versions.names, versions.house if versions.house != versions.names else None]
        for text in _kept(data)
        if (versions := texts.versions(text)).house != versions.real
    }
    return {**plain, "anonymised": changes, "said": said}


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return bare(value)
    if isinstance(value, Mapping):
        return {bare(key): _bare(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_bare(item) for item in value]
    return value


def _kept(value: Any, saved: bool = False) -> Iterator[str]:
    """The texts that corrections hold."""
    if isinstance(value, str):
        yield from [value] if saved else []
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _kept(item, saved or key in SAVED)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _kept(item, saved)


def _changes(value: Any, path: Path, texts: LabelledTexts) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(value, str):
        versions = texts.versions(value)
        if versions.house != versions.real:
            yield path, versions.names, versions.house
    elif isinstance(value, Mapping):
        if "t" in value and "s" in value:
            yield from _of_passage(value, path, texts)
            value = {key: item for key, item in value.items() if key not in ("t", "s")}
        for key, item in value.items():
            if key not in IDENTIFIERS and key not in SAVED:
                yield from _changes(item, (*path, bare(key)), texts)
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            yield from _changes(item, (*path, number), texts)


def _of_passage(
    passage: Mapping[str, Any], path: Path, texts: LabelledTexts
) -> Iterator[tuple[Path, Any, Any]]:
    """A passage's text, and where its bold words stand in it."""
    if str(passage.get("g", "")).startswith(REMOVED):
        yield (*path, "t"), REMOVED_HIDDEN, REMOVED_HIDDEN
        return
    found = texts.pieces(passage["t"])
    if not found.all:
        return
    yield (*path, "t"), replaced(found.real, found.names), replaced(found.real, found.all)
    yield (*path, "s"), _moved(passage["s"], found.names), _moved(passage["s"], found.all)


def _moved(spans: list[list[int]], pieces: tuple[Replacement, ...]) -> list[list[int]]:
    return [[moved(start, pieces), moved(end, pieces, end=True)] for start, end in spans]


def moved(offset: int, pieces: tuple[Replacement, ...], *, end: bool = False) -> int:
    """Where an offset of a text stands once the pieces are replaced; inside a piece, at its start or end.

    >>> pieces = (Replacement(4, 7, "Source A"),)
    >>> moved(4, pieces), moved(6, pieces, end=True), moved(9, pieces)
    (4, 12, 14)
    """
    shift = 0
    for piece in pieces:
        if offset >= piece.end:
            shift += len(piece.put) - (piece.end - piece.start)
        elif offset > piece.start or (end and offset > piece.start):
            return piece.start + shift + (len(piece.put) if end else 0)
    return offset + shift
