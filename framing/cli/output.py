"""What all commands print, and the codes they end with."""

from __future__ import annotations

import unicodedata

import typer

WRONG_USE = 2
SKIPPED = 3
MOST_LINES = 10


def say(line: str, *, err: bool = False) -> None:
    """Print one line; control characters are escaped."""
    typer.echo(printable(line), err=err)


def plural(number: int, noun: str) -> str:
    """A count with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: str) -> str:
    """A text of an input as a terminal may show it: nothing in it moves the cursor or turns the reading direction.

    >>> printable("a\\x1b[31m\\u202eb — Łódź")
    'a\\\\x1b[31m\\\\u202eb — Łódź'
    """
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character
