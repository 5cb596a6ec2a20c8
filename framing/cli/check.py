"""The commands that check: extractors against hand annotation, lexicon files against their schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.output import WRONG_USE, say
from framing.records.errors import FramingError


def evaluate(
    measure: Annotated[
        str, typer.Argument(metavar="MEASURE", help="What to measure: all, or one of the measures.")
    ],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder or file of the hand annotation.")],
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="DIR", help="Folder of the annotated texts.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of the gold set in the record.")] = None,
    record: Annotated[
        bool, typer.Option("--record", help="Write the figures into the package, for codebook and page.")
    ] = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="Count what is missed and wrongly found, by phenomenon.")
    ] = False,
) -> None:
    """Measure the extractors against hand annotation.

    framing evaluate attribution gold.jsonl --misses
    """
    from framing.evaluation import evaluate as measured
    from framing.evaluation import tables
    from framing.measure.error import save_record

    errors = measured(measure, gold, texts=texts, name=name)
    for error in errors:
        slots = ", ".join(f"{slot} {share:.3f}" for slot, share in error.agreement.items())
        say(
            f"{error.measure}: precision {error.precision:.3f}, recall {error.recall:.3f}, F1 {error.f1:.3f} "
            f"on {error.measured_on}"
            + (f"; agreement of matched rows: {slots}" if slots else "")
            + (f"; false alarms on hard negatives: {error.alarms}" if error.alarms else "")
        )
    for table in tables(measure, gold, misses=misses):
        for row in table.split("\n"):
            say(row)
    if record:
        save_record(errors)


def lexicon_check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicon files.")],
) -> None:
    """Check lexicon files against their schema.

    framing lexicon check mine/cues.yaml
    """
    from framing.lexicon import load
    from framing.lexicon.check import check_own_file, warnings
    from framing.lexicon.wording import TopicWords

    topics = load().of("topic_words", TopicWords)
    failed = False
    for path in files:
        try:
            checked = check_own_file(path)
        except FramingError as error:
            failed = True
            say(f"error: {error}", err=True)
        else:
            size = len(checked.pack.sides) if checked.pack else len(checked.entries)
            say(f"{path.name}: {checked.kind}, {size} {'sides' if checked.pack else 'entries'}, good")
            for warning in warnings(checked, topics):
                say(f"warning: {path.name}: {warning}", err=True)
    if failed:
        raise typer.Exit(WRONG_USE)
