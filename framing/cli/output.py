"""What all commands print, and the codes they end with."""

from __future__ import annotations

import typer

WRONG_USE = 2
SKIPPED = 3
MOST_LINES = 10


def say(line: str, *, err: bool = False) -> None:
    """Print one line; what a terminal could take for a command is made harmless."""
    from framing.cli.terminal import printable

    typer.echo(printable(line), err=err)


def plural(number: int, noun: str) -> str:
    """A count with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
