"""The commands that write a run's folder: `compare` and `features`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import (
    AnalysisArguments,
    ChoiceArguments,
    Out,
    Paths,
    ReadingArguments,
    run_name,
    run_options,
    takes_groups,
)
from framing.cli.output import MOST_LINES, SKIPPED, plural, say

if TYPE_CHECKING:
    from framing.pipeline import Options
    from framing.results import Results


@takes_groups
def compare(
    paths: Paths,
    out: Out = None,
    *,
    choice: ChoiceArguments,
    analysis: AnalysisArguments,
    reading: ReadingArguments,
) -> None:
    """Write the comparison page and all tables."""
    from framing.pipeline import run
    from framing.publish.run import comparison_files

    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        run,
        comparison_files,
        shown="index.html",
        quiet=analysis.quiet,
    )


@takes_groups
def features(
    paths: Paths,
    out: Out = None,
    *,
    wide: Annotated[
        bool,
        typer.Option(
            "--wide", help="Also write wide.csv: every feature, and the input's own columns, as a column."
        ),
    ] = False,
    choice: ChoiceArguments,
    analysis: AnalysisArguments,
    reading: ReadingArguments,
) -> None:
    """Write the tables that need one article only."""
    from framing.pipeline import features as find
    from framing.publish.run import feature_files

    files = partial(feature_files, wide=wide)
    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        find,
        files,
        shown="articles.csv",
        quiet=analysis.quiet,
    )


def publish(
    paths: list[str],
    out: Path | None,
    options: Options,
    find: Callable[..., Results],
    files: Callable[[Results], Mapping[str, str | bytes]],
    *,
    shown: str,
    quiet: bool,
    suffix: str = "",
) -> None:
    """Find, and write the files into the folder of the run: `out`, or one named after the inputs.

    `shown` is the file to open first; with `quiet` no progress is shown; `suffix` ends the name of a folder that is not given.
    """
    from framing.corrections.record import in_words
    from framing.progress_bar import progress_bar
    from framing.publish.folder import check_target, write_folder

    target = out or Path("outputs") / f"{run_name(paths)}{suffix}"
    check_target(target, [*paths, *_files_of(options)])
    with progress_bar(not quiet) as progress:
        results = find(paths, options, progress=progress)
    write_folder(target, files(results))
    for warning in results.warnings[:MOST_LINES]:
        say(f"warning: {warning}", err=True)
    if len(results.warnings) > MOST_LINES:
        more = len(results.warnings) - MOST_LINES
        say(f"warning: {more} more, listed in {target / 'manifest.json'}", err=True)
    for item in results.skipped[:MOST_LINES]:
        row = "" if item.row is None else f", row {item.row}"
        say(f"skipped: {item.file}{row}: {item.reason}. Remedy: {item.remedy}", err=True)
    if len(results.skipped) > MOST_LINES:
        more = len(results.skipped) - MOST_LINES
        say(f"skipped: {more} more, listed in {target / 'skipped.csv'}", err=True)
    pack = results.sides.pack.id if results.sides else "none"
    say(f"{plural(len(results.articles), 'article')} of {plural(len(results.source_rows), 'source')}")
    say(f"Conflict pack: {pack} ({results.sides_chosen_by})")
    if results.corrections:
        say(in_words(results.corrections))
    say(f"Written: {target / shown}")
    if results.skipped:
        raise typer.Exit(SKIPPED)


def _files_of(options: Options) -> list[Path]:
    """The files and folders that options name, which a run reads too."""
    named = (options.corrections, options.sides_file, options.reading.labels, *options.lexicons)
    return [path for path in named if path is not None]
