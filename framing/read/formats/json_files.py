"""JSON (records in an array or in an interface's envelope, or one record) and JSON Lines, whatever the suffix says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.files import InputFile
from framing.read.formats.input_rows import InputRow
from framing.read.formats.records import records_in, unwrapped, with_paths
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError


def read_json(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a JSON file.

    Raises InputError where it is not JSON, or no record has a column of texts.
    """
    decoded = decode_as(options, file.data, item.name)
    rows = list(_rows(decoded.text, rules.columns.get("envelope", ())))
    if all(row.problem for row in rows):
        problem = rows[0].problem if rows else "is empty"
        raise InputError(
            item.name, f"is not JSON: row 1 {problem}", "give one JSON object a line, or an array"
        )
    names = list(dict.fromkeys(name for row in rows for name in row.cells))
    return articles_of_rows(item, file.sha256, names, rows, rules, options).warned(decoded.warnings)


def _rows(text: str, envelopes: Sequence[str]) -> Iterator[InputRow]:
    whole = _whole(text) if text.lstrip()[:1] in ("[", "{") else None
    records = records_in(whole)
    if records is not None:
        yield from (_row(number, value) for number, value in enumerate(unwrapped(records, envelopes), 1))
    else:
        yield from _lines(text)


def _lines(text: str) -> Iterator[InputRow]:
    first = True
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line, object_pairs_hook=_record)
        except RecursionError:
            yield InputRow(number, problem="is nested too deeply")
        except ValueError as error:
            if first and (whole := _whole(text)) is not None:
                yield _row(1, whole)
                return
            yield InputRow(number, problem=f"is broken JSON ({error})")
        else:
            yield _row(number, value)
        first = False


def _whole(text: str) -> Any:
    """The value that the whole file is; None where it is not one."""
    try:
        return json.loads(text, object_pairs_hook=_record)
    except (ValueError, RecursionError):
        return None


def _row(number: int, value: Any) -> InputRow:
    if isinstance(value, _DuplicateKey):
        return InputRow(number, problem=f"has the key {value.key!r} twice")
    if not isinstance(value, dict):
        what = "null" if value is None else "an array" if isinstance(value, list) else "a single value"
        return InputRow(number, problem=f"is {what}, not an object")
    return InputRow(number, with_paths(value))


class _DuplicateKey:
    """Stands for an object in which a key occurs twice, so that the row is reported instead of losing a value."""

    def __init__(self, key: str) -> None:
        self.key = key


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _DuplicateKey:
    record: dict[str, Any] = {}
    for key, value in pairs:
        if key in record:
            return _DuplicateKey(key)
        record[key] = value
    return record
