"""A value of every column, for the codebook: taken from a run over made-up articles by `python -m docs.column_examples`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

PLACE: Final = Path(__file__).resolve().parent.parent / "column_examples.json"
LONGEST: Final = 60
MOST_WORDS: Final = 10
"""Words of an example: a table without texts shows no more of a text in a row."""

_WORD = re.compile(r"[^\W_]+")


@cache
def column_examples() -> Mapping[str, Mapping[str, str]]:
    """By table and column, a value as its cell holds it; none before they are made."""
    if not PLACE.exists():
        return {}
    found: dict[str, dict[str, str]] = json.loads(PLACE.read_text(encoding="utf-8"))
    return found


def example_of(table: str, column: str) -> str:
    """A value of a column; empty where none is known, as for families from outside."""
    return column_examples().get(table, {}).get(column, "")


def shortened(value: str) -> str:
    """A value as the codebook shows it.

    >>> shortened("The pier\\n\\nis shut"), shortened("long " * 11), len(shortened("longer" * 30))
    ('The pier is shut', 'long long long long long long long long long long…', 60)
    """
    line = " ".join(value.split())
    words = [match.start() for match in _WORD.finditer(line)]
    end = words[MOST_WORDS] if len(words) > MOST_WORDS else len(line)
    if end == len(line) <= LONGEST:
        return line
    return f"{line[: min(end, LONGEST - 1)].rstrip()}…"
