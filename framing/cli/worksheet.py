"""The command that makes a worksheet for a class, and the teacher's key."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from framing.cli.compare import publish
from framing.cli.options import (
    AnalysisArguments,
    ChoiceArguments,
    Out,
    Paths,
    ReadingArguments,
    run_options,
    takes_groups,
)


class WorksheetFormat(StrEnum):
    """The formats of a worksheet."""

    html = "html"
    docx = "docx"
    pdf = "pdf"
    qti = "qti"
    csv = "csv"


@takes_groups
def worksheet(
    paths: Paths,
    out: Out = None,
    formats: Annotated[
        list[WorksheetFormat] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="html, docx or pdf (questions, organiser, glossary); qti or csv (quiz). May be repeated; "
            "html if left out.",
        ),
    ] = None,
    *,
    choice: ChoiceArguments,
    analysis: AnalysisArguments,
    reading: ReadingArguments,
) -> None:
    """Write a worksheet on one event: a student's copy without answers and a teacher's key with them.

    framing worksheet fire/ --format pdf
    """
    from framing.pipeline import run
    from framing.publish.worksheet.formats import worksheet_files

    wanted = [one.value for one in formats or [WorksheetFormat.html]]
    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        run,
        partial(worksheet_files, formats=wanted),
        quiet=analysis.quiet,
        suffix="-worksheet",
        shown="",
    )
