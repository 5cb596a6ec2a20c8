"""The command that pools what a class marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.output import MOST_LINES, SKIPPED, plural, say
from framing.records.errors import AnswersError, OutputError


def merge_answers(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of the run whose page was marked.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files that the page saved, or folders of them.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder to write to; RUN-answers if left out.")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="Call students by what they typed, not Student 1, 2, 3.")
    ] = False,
) -> None:
    """Pool the marks and replies of a class: agreement, passages to talk about, a page to project.

    framing merge-answers outputs/fire marks/
    """
    from framing.classroom import read_run
    from framing.classroom.pool import pool
    from framing.publish.classroom import answer_files
    from framing.publish.folder import check_target, write_folder

    target = out or run.resolve().with_name(f"{run.resolve().name}-answers")
    if target.resolve() == run.resolve():
        raise OutputError(str(target), "is the run itself", "choose another folder with --out")
    check_target(target, [run, *files])
    found = read_run(run)
    pooled = pool(files, found, names=names)
    for file in pooled.replaced[:MOST_LINES]:
        say(f"warning: {file}: a later save of the same answers is there too, and counts", err=True)
    for item in pooled.skipped[:MOST_LINES]:
        say(f"skipped: {item.file}: {item.reason}. Remedy: {item.remedy}", err=True)
    if len(pooled.skipped) > MOST_LINES:
        say(f"skipped: {len(pooled.skipped) - MOST_LINES} more", err=True)
    if not pooled.coders:
        raise AnswersError(
            ", ".join(map(str, files[:MOST_LINES])),
            "no file of answers to this run",
            "give the files that the page saved",
        )
    write_folder(target, answer_files(found, pooled, named=names))
    say(f"{plural(len(pooled.coders), 'student')}")
    say(f"Written: {target / 'index.html'}")
    if pooled.skipped:
        raise typer.Exit(SKIPPED)
