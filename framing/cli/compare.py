"""The commands that write a run's folder: `compare`, `features` and `rerun`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import (
    AnalysisArguments,
    ChoiceArguments,
    Out,
    OutputArguments,
    Paths,
    Quiet,
    ReadingArguments,
    run_name,
    run_options,
    takes_groups,
)
from framing.cli.output import MOST_LINES, SKIPPED, plural, say

DIFFERENT = 1
"""Exit code of a rerun that gave other files."""

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
    output: OutputArguments,
) -> None:
    """Write the comparison page and all tables.

    framing compare articles/ --out run
    """
    from framing.pipeline import run
    from framing.publish.run import COMPARISON_RUN, run_files

    wanted = output.options()
    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        run,
        lambda results: run_files(results, COMPARISON_RUN, wanted),
        shown="index.html" if wanted.text else "articles.csv",
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
    output: OutputArguments,
) -> None:
    """Write the tables that need one article only.

    framing features press.csv --text-column body --source-column paper --to xlsx
    """
    from framing.pipeline import features as find
    from framing.publish.run import FEATURE_RUN, run_files

    wanted = output.options(wide=wide)
    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        find,
        lambda results: run_files(results, FEATURE_RUN, wanted),
        shown="articles.csv",
        quiet=analysis.quiet,
    )


def rerun(
    manifest: Annotated[Path, typer.Argument(metavar="MANIFEST", help="manifest.json of a run.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Folder to write to; that of the run with -again if left out."
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make a run again, and say which files are the same byte for byte.

    framing rerun outputs/seeds/manifest.json

    The inputs are checked first: where one is not what was read, nothing is run. Paths count from the present folder.
    """
    from framing import pipeline
    from framing.publish.run import COMPARISON_RUN, run_files
    from framing.rerun import rerun_of

    again = rerun_of(manifest)
    for line in again.other_versions:
        say(f"warning: {line}", err=True)
    folder = (manifest if manifest.is_dir() else manifest.parent).resolve()
    target = out or folder.with_name(f"{folder.name}-again")
    find = pipeline.run if again.kind == COMPARISON_RUN else pipeline.features
    found_and_written(
        list(again.paths),
        target,
        again.options,
        find,
        lambda results: run_files(results, again.kind, again.output),
        quiet=quiet,
    )
    different = again.different(target)
    for name in different[:MOST_LINES]:
        say(f"different: {name}")
    if len(different) > MOST_LINES:
        say(f"different: {len(different) - MOST_LINES} more")
    same = len(again.hashes) - len(different)
    say(f"{same} of {plural(len(again.hashes), 'file')} the same byte for byte. Written: {target}")
    if different:
        raise typer.Exit(DIFFERENT)


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
    """Find, and write the files into the folder of the run: `out`, or one named after the inputs; then say what was done.

    `shown` is the file to open first; with `quiet` no progress is shown; `suffix` ends the name of a folder that is not given.
    """
    target = out or Path("outputs") / f"{run_name(paths)}{suffix}"
    results = found_and_written(paths, target, options, find, files, quiet=quiet)
    _tell(results, target, shown)
    if results.skipped:
        raise typer.Exit(SKIPPED)


def found_and_written(
    paths: list[str],
    target: Path,
    options: Options,
    find: Callable[..., Results],
    files: Callable[[Results], Mapping[str, str | bytes]],
    *,
    quiet: bool,
) -> Results:
    """Find, and write the files into a folder."""
    from framing.progress_bar import progress_bar
    from framing.publish.folder import check_target, write_folder

    check_target(target, [*paths, *options.files])
    with progress_bar(not quiet) as progress:
        results = find(paths, options, progress=progress)
    write_folder(target, files(results))
    return results


def _tell(results: Results, target: Path, shown: str) -> None:
    """Say what was read, skipped and written."""
    from framing.corrections.record import in_words

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
