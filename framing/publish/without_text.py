"""A run that can be shared where the texts may not: offsets, hashes and features, and no text.

What is an article's own words (`Column.quotes`) is given by its hash, and so is every other cell of more than ten words that
is not the program's own. Whoever has the texts can check the hashes (`framing verify --inputs`). Addresses of articles are
kept: they say where the texts are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from framing.records.columns import Column, Table

MOST_WORDS: Final = 10
"""Words in a row that a run without text may show of a text."""
PREFIX: Final = "sha256:"
LENGTH: Final = 16
OWN_TABLES: Final = ("codebook", "measures")
"""Tables that say what the program measures, in its own words."""
_WORD: Final = re.compile(r"[^\W_]+")
_WITHOUT_WORDS: Final = ("integer", "number", "boolean", "date", "spans")


def hidden(text: str) -> str:
    """What stands in place of a text.

    >>> hidden("The pier is shut.")
    'sha256:24747aa8774bb84c'
    """
    return f"{PREFIX}{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"


def is_long(text: str) -> bool:
    """Whether a text has more words than a run without text may show in a row.

    >>> is_long("a b c d e f g h i j"), is_long("a_b-c_d-e_f-g_h-i_j-k")
    (False, True)
    """
    return sum(1 for _ in _WORD.finditer(text)) > MOST_WORDS


def rows_without_text(table: Table, rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The rows of a table with the hashes of texts in their place."""
    if table.name in OWN_TABLES:
        yield from rows
        return
    open_columns = [column for column in table.columns if column.quotes is not False]
    open_columns = [column for column in open_columns if column.type not in _WITHOUT_WORDS]
    for row in rows:
        yield {**row, **{column.name: _cell(column, row[column.name]) for column in open_columns}}


def record_without_text(record: Mapping[str, Any]) -> dict[str, Any]:
    """An article of `articles.jsonl` with hashes in place of its texts; spans and metadata stay."""
    short = {name: _short(value) for name, value in record.items()}
    return short | {
        "title": hidden(record["title"]) if record["title"] else "",
        "summary": hidden(record["summary"]) if record["summary"] else "",
        "text": None,
        "text_hash": hidden(record["text"]),
        "url": record["url"],
        "extra": {_short(name): _short(value) for name, value in record["extra"].items()},
    }


def shown_name(name: str) -> str:
    """The name of a file or article as a run without text shows it."""
    return hidden(name) if is_long(name) else name


def names_hidden(text: str, names: Iterable[str]) -> str:
    """A text of the program's own without the names in it that are themselves long texts (a saved page is called by its
    title)."""
    for name in sorted(filter(is_long, names), key=len, reverse=True):
        text = text.replace(name, hidden(name))
    return text


def _cell(column: Column, value: Any) -> Any:
    if value is None or value == "":
        return value
    if column.quotes:
        return hidden(str(value))
    if isinstance(value, tuple):
        return tuple(_short(item) for item in value)
    if column.type == "list":
        return ";".join(_short(item) for item in str(value).split(";"))
    return _short(value)


def _short(value: Any) -> Any:
    return hidden(value) if isinstance(value, str) and is_long(value) else value
