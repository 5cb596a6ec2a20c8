"""A value of every column, for the codebook: taken from a run over made-up articles by `python -m docs.column_examples`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

PLACE: Final = Path(__file__).resolve().parent.parent / "column_examples.json"
LONGEST: Final = 60


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

    >>> shortened("The pier\\n\\nis shut"), len(shortened("long " * 30))
    ('The pier is shut', 60)
    """
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
