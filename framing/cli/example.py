"""The command for a first try: an event to compare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.output import say
from framing.example import NAME, SIDES, copy_to


def example(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Folder to write; never overwritten.")
    ] = Path(NAME),
) -> None:
    """Write a made-up event to try: five articles on a fire, with labels and sides.

    framing example
    """
    copy_to(folder)
    say(f"Written: {folder}. Try it: framing compare {folder} --sides {folder / SIDES}")
