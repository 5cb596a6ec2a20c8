"""The commands that help to set a run up: actors for a pack, events of a mixed corpus, words of a source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import (
    ChoiceArguments,
    Model,
    Paths,
    ReadingArguments,
    run_name,
    run_options,
    takes_groups,
)
from framing.cli.output import MOST_LINES, plural, say

MOST_ACTORS = 25


def list_sides(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Starter file to write; never overwritten.")
    ] = Path("sides.yaml"),
    model: Model = None,
) -> None:
    """List the actors found, and write a starter file for --sides."""
    from framing.people.discover import starter_pack
    from framing.pipeline import actors_in
    from framing.publish.folder import write_new_file

    actors = actors_in(paths, model)
    write_new_file(out, starter_pack(actors, run_name(paths)))
    for actor in actors[:MOST_ACTORS]:
        say(f"{actor.mentions:5}  {actor.kind:12} {actor.name}: {actor.passages[0]}")
    if len(actors) > MOST_ACTORS:
        say(f"and {len(actors) - MOST_ACTORS} more in {out}")
    say(f"Written: {out}. Finish it by hand, then: framing compare … --sides {out}")


@takes_groups
def group(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Table to write; never overwritten.")
    ] = Path("events.csv"),
    *,
    reading: ReadingArguments,
) -> None:
    """Put the articles of a mixed corpus into events, as a table to review and to give to --labels."""
    from collections import Counter

    from framing.pipeline import events_in
    from framing.publish.events import by_event, events_text
    from framing.publish.folder import write_new_file

    found = events_in(paths, reading.options())
    write_new_file(out, events_text(found, out))
    sizes = Counter(article.event for article in by_event(found.articles))
    for name, size in list(sizes.items())[:MOST_LINES]:
        say(f"{size:5}  {name}")
    if len(sizes) > MOST_LINES:
        say(f"and {len(sizes) - MOST_LINES} more in {out}")
    say(f"Written: {out}. Review it, then: framing compare … --labels {out} --event NAME")


@takes_groups
def keywords(
    paths: Paths,
    group_a: Annotated[str, typer.Option("--group-a", metavar="SOURCE", help="Whose words are looked for.")],
    group_b: Annotated[
        str | None,
        typer.Option("--group-b", metavar="SOURCE", help="What it is compared with; all others if left out."),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Table to write; never overwritten.")
    ] = Path("keywords.csv"),
    quoted: Annotated[
        bool, typer.Option("--quoted", help="Count what stands in quotation marks as well.")
    ] = False,
    *,
    choice: ChoiceArguments,
    reading: ReadingArguments,
) -> None:
    """List every word and phrase of one source against another, those that mark it first."""
    from framing.compare.statistics.contrast_record import OTHERS
    from framing.compare.words.keywords import KEYWORDS
    from framing.pipeline import keywords_in
    from framing.publish.folder import write_new_file
    from framing.publish.tables import csv_text

    found = keywords_in(paths, run_options(reading, choice), [(group_a, group_b or OTHERS)], quoted=quoted)
    write_new_file(
        out, csv_text(KEYWORDS, (row for comparison in found for row in comparison.rows(most=None)))
    )
    for comparison in found:
        marking = [keyword for keyword in comparison.found if keyword.marks]
        for keyword in marking[:MOST_LINES]:
            say(f"{keyword.n_a:6} : {keyword.n_b:<6} {keyword.phrase}")
        say(f"{len(marking)} of {plural(len(comparison.found), 'phrase')} mark {comparison.group_a}")
    say(f"Written: {out}")
