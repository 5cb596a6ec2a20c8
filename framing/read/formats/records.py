"""The records in a JSON value: out of the envelope that an interface puts around them, values inside by their paths.

An envelope is known by its shape: somewhere inside stands a list of objects, or an object of objects that are alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

DEEPEST = 4
"""Levels that are looked into."""
SHOWN = (
    "name",
    "title",
    "main",
    "original",
    "rendered",
    "text",
    "value",
    "default",
    "#text",
    "uri",
    "$oid",
    "$date",
)
"""Keys under which an object has the value that is meant where one is expected."""
LEAST_ALIKE = 0.6
"""Share of the keys that the objects of an object of objects have in common."""


def records_in(value: Any) -> list[Any] | None:
    """The longest list of objects in a value; None where it is a record itself, or nothing of the kind.

    >>> records_in({"status": "ok", "response": {"results": [{"title": "Pier shut"}, {"title": "Pier open"}]}})
    [{'title': 'Pier shut'}, {'title': 'Pier open'}]
    >>> records_in({"title": "Pier shut", "tags": [{"id": 1}]}) is None
    True
    """
    if isinstance(value, list):
        return value if any(isinstance(one, dict) for one in value) else None
    if not isinstance(value, dict):
        return None
    found = [(path, rows) for path, rows in _lists(value, ()) if rows]
    if not found:
        return None
    path, rows = max(found, key=lambda pair: (len(pair[1]), -len(pair[0])))
    return rows if _weight(rows) > _own_text(value, path) else None


def _lists(value: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    if len(path) >= DEEPEST:
        return
    objects = [one for one in value.values() if isinstance(one, dict)]
    if len(objects) >= 2 and len(objects) == len(value) and _are_alike(objects):
        yield path, objects
    for key, one in value.items():
        if isinstance(one, list) and one and all(isinstance(row, dict) for row in one):
            yield (*path, key), one
        elif isinstance(one, dict):
            yield from _lists(one, (*path, key))


def _are_alike(objects: Collection[Mapping[str, Any]]) -> bool:
    keys = [set(one) for one in objects]
    shared, every = set.intersection(*keys), set.union(*keys)
    if len(every) == 1:
        return all(isinstance(value, dict) for one in objects for value in one.values())
    return len(shared) >= 2 and len(shared) >= LEAST_ALIKE * len(every)


def _weight(rows: Collection[Mapping[str, Any]]) -> int:
    """Characters of text in the records, on the whole."""
    return sum(len(one) for row in rows for one in _strings(row, DEEPEST))


def _own_text(value: Mapping[str, Any], path: tuple[str, ...]) -> int:
    """Characters of text beside the list, in the objects that hold it."""
    total = 0
    at: Any = value
    for key in (*path, None):
        if not isinstance(at, dict):
            break
        total += sum(len(one) for name, one in at.items() if name != key and isinstance(one, str))
        at = at.get(key) if key is not None else None
    return total


def _strings(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from _strings(one, depth - 1)


def unwrapped(rows: list[Any], envelopes: Collection[str]) -> list[Any]:
    """The records out of objects that each hold one under the same key.

    >>> unwrapped([{"_id": "7", "_source": {"title": "Pier shut"}}], {"_source"})
    [{'title': 'Pier shut', '_id': '7'}]
    """
    objects = [row for row in rows if isinstance(row, dict)]
    key = next(
        (k for k in envelopes if objects and all(isinstance(row.get(k), dict) for row in objects)), None
    )
    if key is None:
        return rows
    return [
        {**row[key], **{name: one for name, one in row.items() if name != key and name not in row[key]}}
        if isinstance(row, dict)
        else row
        for row in rows
    ]


def with_paths(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with the values inside its objects by their paths, besides its own.

    >>> with_paths({"source": {"name": "Gulf Courier"}})
    {'source': {'name': 'Gulf Courier'}, 'source.name': 'Gulf Courier'}
    """
    return {**record, **dict(_paths(record, "", 1))}


def _paths(record: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, Any]]:
    for key, value in record.items():
        if isinstance(value, dict) and depth < DEEPEST:
            for name, one in value.items():
                yield f"{before}{key}.{name}", one
            yield from _paths(value, f"{before}{key}.", depth + 1)


def shown_value(value: Any) -> Any:
    """The value that an object stands for, by the usual keys; anything else as it is.

    >>> shown_value({"id": None, "name": "Gulf Courier"}), shown_value("Gulf Courier")
    ('Gulf Courier', 'Gulf Courier')
    """
    if not isinstance(value, dict):
        return value
    return next((value[key] for key in SHOWN if isinstance(value.get(key), str)), value)
