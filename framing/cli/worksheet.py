"""The command that makes a worksheet for a class, and the teacher's key."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from framing.cli.compare import publish
from framing.cli.options import Analysis, Choice, Out, Paths, Reading, run_options, takes_groups


class Format(StrEnum):
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
        list[Format] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="html, docx or pdf (questions, organiser, glossary); qti or csv (quiz). May be repeated; "
            "html if left out.",
        ),
    ] = None,
    *,
    choice: Choice,
    analysis: Analysis,
    reading: Reading,
) -> None:
    """Write a worksheet on one event: a student's copy without answers and a teacher's key with them."""
    from framing.pipeline import run
    from framing.publish.worksheet.formats import worksheet_files

    wanted = [one.value for one in formats or [Format.html]]
    publish(
        paths,
        out,
        run_options(reading, choice, analysis),
        run,
        partial(worksheet_files, formats=wanted),
        suffix="-worksheet",
        shown="",
    )
