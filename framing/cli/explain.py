"""The command that says why a sentence gave the rows it gave."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import AnalysisArguments, takes_groups
from framing.cli.output import say


@takes_groups
def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE|RUN", help="A sentence, or the folder of a run.", show_default=False
        ),
    ],
    mention_id: Annotated[
        str | None, typer.Argument(metavar="MENTION_ID", help="Of a run: the row to explain.")
    ] = None,
    title: Annotated[bool, typer.Option("--title", help="Read the sentence as a headline.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    lexicons: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder of lexicons that add to or replace the shipped ones."),
    ] = None,
    *,
    analysis: AnalysisArguments,
) -> None:
    """Say which rules made the rows of a sentence, and why others did not.

    framing explain "The mayor denied the report."
    """
    from framing.explanation import explain as explained
    from framing.explanation import explain_row
    from framing.pipeline import Options

    if mention_id is not None:
        found = explain_row(Path(what), mention_id)
    else:
        options = Options(
            conflict=analysis.conflict,
            sides_file=analysis.sides,
            lexicons=tuple(lexicons or ()),
            model=analysis.model,
        )
        found = explained(what, options, title=title)
    for line in (found.json() if as_json else str(found)).split("\n"):
        say(line)
