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
from framing.records.errors import InputError

MOST_ACTORS = 25


def list_sides(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Starter file to write; never overwritten.")
    ] = Path("sides.yaml"),
    model: Model = None,
) -> None:
    """List the actors found, and write a starter file for --sides.

    framing sides fire/ --out sides.yaml
    """
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
    """Put the articles of a mixed corpus into events, as a table to review and to give to --labels.

    framing group articles/ --out events.csv
    """
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
    """List every word and phrase of one source against another, those that mark it first.

    framing keywords press.csv --source-column paper --group-a "The Daily"
    """
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


def kwic(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A word or phrase; a star at its end stands for any ending.")
    ],
    width: Annotated[int, typer.Option(min=5, help="Characters shown on each side.")] = 60,
    match_case: Annotated[
        bool, typer.Option("--match-case", help="Only where the case is the same.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Table of every use to write; never overwritten."),
    ] = None,
) -> None:
    """Show every use of a word in its context, and how many articles of each source have it.

    framing kwic outputs/seeds "peace talks"
    """
    from framing.compare.words.concordance import CONCORDANCE, by_source, phrase_pattern, uses_of
    from framing.publish.folder import write_new_file
    from framing.publish.tables import csv_text
    from framing.read.written_articles import written_articles

    articles = list(written_articles(run))
    uses = list(uses_of(phrase_pattern(word, match_case=match_case), articles))
    rows = [use.row(width) for use in uses]
    if out is not None:
        write_new_file(out, csv_text(CONCORDANCE, rows))
    for row in rows if out is None else rows[:MOST_LINES]:
        say(f"{row['left']:>{width}}[{row['word']}]{row['right']:<{width}}  {row['article_id']}")
    for source in by_source(uses, articles):
        if source.uses:
            with_use = f"in {source.with_use:,} of {plural(source.articles, 'article')}"
            say(f"{source.source}: {plural(source.uses, 'use')} {with_use}")
    say(f"{plural(len(uses), 'use')} in all" + (f". Written: {out}" if out else ""))


def timeline(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
    feature: Annotated[
        str | None,
        typer.Argument(metavar="FEATURE", help="A column of articles.csv or a feature of features.csv."),
    ] = None,
    group: Annotated[
        str, typer.Option("--group", metavar="NAME", help="What the feature of features.csv is of.")
    ] = "",
    word: Annotated[
        str | None,
        typer.Option("--word", metavar="WORD", help="The share of articles with a word or phrase, instead."),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="PERIOD", help="day, week, month or year.")] = "month",
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="DATE", help="Two periods: before this day, and from it on."),
    ] = None,
    together: Annotated[bool, typer.Option("--together", help="All sources as one.")] = False,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Table to write; never overwritten.")
    ] = Path("timeline.csv"),
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Picture (SVG) to write; never overwritten.")
    ] = None,
) -> None:
    """Show a feature over time, by source, with its 95 % interval, as a table and a picture.

    framing timeline outputs/press agentless_share --by week --plot agentless.svg

    framing timeline outputs/press --word war --at 2022-02-24
    """
    from framing.publish.folder import write_new_file
    from framing.publish.shared.timeline_picture import timeline_svg
    from framing.publish.tables import csv_text
    from framing.timeline import TIMELINE, dating, feature_timeline, word_timeline

    if (feature is None) == (word is None):
        raise InputError("FEATURE", "give a feature or --word, one of them", "see framing timeline --help")
    dates = dating(by, at)
    if word is not None:
        found = word_timeline(run, word, dates, together=together)
    else:
        found = feature_timeline(run, feature or "", group, dates, together=together)
    if not found.points:
        raise InputError(str(run), "has no dated article with this feature", "give dates with --labels")
    write_new_file(out, csv_text(TIMELINE, (point.row() for point in found.points)))
    for point in found.points[: MOST_LINES * 2]:
        ends = "" if point.low is None else f" [{point.low:.3f}, {point.high:.3f}]"
        say(f"{point.source}  {point.period}  {point.n:g}/{point.of:g} = {point.rate:.3f}{ends}")
    if len(found.points) > MOST_LINES * 2:
        say(f"and {len(found.points) - MOST_LINES * 2} more in {out}")
    if found.undated:
        say(f"warning: {plural(found.undated, 'article')} without a date left out", err=True)
    if plot is not None:
        named = " / ".join(part for part in (found.points[0].feature, group) if part)
        write_new_file(plot, timeline_svg(found.points, named))
    say(f"Written: {out}" + (f", {plot}" if plot else ""))
