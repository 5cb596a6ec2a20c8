"""The command line. Holds no analysis; everything heavy is imported inside the commands.

Exit codes: 0 done, warnings included; 1 unexpected failure; 2 wrong use, or nothing that can be
analysed; 3 done, but something was skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Annotated

import typer

from framing.cli.check import evaluate, lexicon_check
from framing.cli.compare import compare, features, rerun
from framing.cli.example import example
from framing.cli.explain import explain
from framing.cli.explore import group, keywords, kwic, list_sides, timeline
from framing.cli.inspect_inputs import inspect_inputs
from framing.cli.merge_answers import merge_answers
from framing.cli.output import WRONG_USE, say
from framing.cli.serve import serve
from framing.cli.spool import spool
from framing.cli.verify import verify
from framing.cli.worksheet import worksheet
from framing.records.errors import FramingError

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Compare how news sources frame the same events: who says so, who acts and who dies, "
    "what things are called.",
)


def _show_version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        say(f"framing {metadata.version('framing')}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave."),
    ] = False,
) -> None:
    """Options that stand before any command."""


app.command()(example)
app.command()(compare)
app.command()(features)
app.command()(rerun)
app.command()(worksheet)
app.command("inspect")(inspect_inputs)
app.command("sides")(list_sides)
app.command()(group)
app.command()(keywords)
app.command()(kwic)
app.command()(timeline)
app.command("merge-answers")(merge_answers)
app.command()(explain)
app.command()(evaluate)
app.command()(serve)
app.command()(spool)
app.command()(verify)

lexicon_app = typer.Typer(no_args_is_help=True, help="Work with lexicons and conflict packs.")
lexicon_app.command("check")(lexicon_check)
app.add_typer(lexicon_app, name="lexicon")


INTERRUPTED = 130
STOPPED = (
    "stopped: no file was written or changed; what has been parsed is kept (unless --no-spool was given), "
    "and the same command goes on from there"
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; a user's mistake is one line on standard error and exit code 2.

    `arguments` are those of the process where none are given. Raises SystemExit with the exit code.
    """
    try:
        app(arguments)
    except FramingError as error:
        say(f"error: {error}", err=True)
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        say(STOPPED, err=True)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
