"""The command that says what would be read, before any analysis."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import ChoiceArguments, Paths, ReadingArguments, run_options, takes_groups
from framing.cli.output import SKIPPED, WRONG_USE, say


@takes_groups
def inspect_inputs(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    picture: Annotated[
        Path | None,
        typer.Option(
            "--picture", metavar="FILE", help="SVG of the inclusion flow to write; never overwritten."
        ),
    ] = None,
    *,
    choice: ChoiceArguments,
    reading: ReadingArguments,
) -> None:
    """Say what would be read: formats, articles, sources, dates, columns, copies, problems, and the inclusion flow.

    framing inspect press.csv --text-column body --picture flow.svg
    """
    import json

    from framing.pipeline import inspected
    from framing.publish.folder import write_new_file
    from framing.publish.shared.flow_picture import flow_svg

    found = inspected(paths, run_options(reading, choice))
    if as_json:
        typer.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
    else:
        for line in found.lines():
            say(line)
    if picture is not None:
        write_new_file(picture, flow_svg(found.flow))
        say(f"Written: {picture}", err=True)
    if found.reading.skipped:
        raise typer.Exit(SKIPPED if found.reading.articles else WRONG_USE)
