"""The command that checks a written run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.output import say

WRONG = 1


def verify(
    run: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")],
    inputs: Annotated[
        Path | None,
        typer.Option(
            "--inputs", metavar="DIR", help="Folder with the files that were read, to compare hashes."
        ),
    ] = None,
) -> None:
    """Check a run's files, offsets, counts and rates.

    framing verify outputs/seeds --inputs seeds
    """
    from framing.verify import manifest_of, without_text
    from framing.verify import verify as checked

    checks = checked(run, inputs)
    for check in checks:
        say(check.in_words)
    if inputs is None and without_text(manifest_of(run)):
        say("not checked: offsets, for the run was written without texts; give your copies with --inputs DIR")
    if any(check.faults for check in checks):
        raise typer.Exit(WRONG)
