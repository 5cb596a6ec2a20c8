"""The command line. Holds no analysis; everything heavy is imported inside the commands.

Exit codes: 0 done, warnings included; 1 unexpected failure; 2 wrong use, or nothing that can be
analysed; 3 done, but something was skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import Analysis, Choice, Model, Out, Paths, Reading, run_options, takes_groups
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.engine import Options
    from framing.results import Results

WRONG_USE = 2
SKIPPED = 3
MOST_LINES = 10
MOST_ACTORS = 25

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Compare how news sources frame the same events: who says so, who acts and who dies, "
    "what things are called.",
)
lexicon_app = typer.Typer(no_args_is_help=True, help="Work with lexicons and conflict packs.")
app.add_typer(lexicon_app, name="lexicon")


@app.command()
@takes_groups
def compare(paths: Paths, out: Out = None, *, choice: Choice, analysis: Analysis, reading: Reading) -> None:
    """Write the comparison page and all tables."""
    from framing.engine import run
    from framing.publish.run import comparison_files

    _publish(paths, out, run_options(reading, choice, analysis), run, comparison_files, shown="index.html")


@app.command()
@takes_groups
def features(paths: Paths, out: Out = None, *, choice: Choice, analysis: Analysis, reading: Reading) -> None:
    """Write the tables that need one article only."""
    from framing.engine import features as find
    from framing.publish.run import feature_files

    _publish(paths, out, run_options(reading, choice, analysis), find, feature_files, shown="articles.csv")


@app.command("sides")
def list_sides(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Starter file to write; never overwritten.")
    ] = Path("sides.yaml"),
    model: Model = None,
) -> None:
    """List the actors found, and write a starter file for --sides."""
    from framing.discover import starter_pack
    from framing.engine import actors_in
    from framing.publish.folder import write_new_file

    actors = actors_in(paths, model)
    write_new_file(out, starter_pack(actors, _run_name(paths)))
    for actor in actors[:MOST_ACTORS]:
        _say(f"{actor.mentions:5}  {actor.kind:12} {actor.name}: {actor.passages[0]}")
    if len(actors) > MOST_ACTORS:
        _say(f"and {len(actors) - MOST_ACTORS} more in {out}")
    _say(f"Written: {out}. Finish it by hand, then: framing compare … --sides {out}")


@app.command()
@takes_groups
def group(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Table to write; never overwritten.")
    ] = Path("events.csv"),
    *,
    reading: Reading,
) -> None:
    """Put the articles of a mixed corpus into events, as a table to review and to give to --labels."""
    from collections import Counter

    from framing.engine import events_in
    from framing.publish.events import by_event, events_text
    from framing.publish.folder import write_new_file

    found = events_in(paths, reading.options())
    write_new_file(out, events_text(found, out))
    sizes = Counter(article.event for article in by_event(found.articles))
    for name, size in list(sizes.items())[:MOST_LINES]:
        _say(f"{size:5}  {name}")
    if len(sizes) > MOST_LINES:
        _say(f"and {len(sizes) - MOST_LINES} more in {out}")
    _say(f"Written: {out}. Review it, then: framing compare … --labels {out} --event NAME")


@app.command()
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
    choice: Choice,
    reading: Reading,
) -> None:
    """List every word and phrase of one source against another, those that mark it first."""
    from framing.compare.contrast import OTHERS
    from framing.compare.keywords import KEYWORDS, keyword_rows
    from framing.engine import keywords_in
    from framing.publish.folder import write_new_file
    from framing.publish.tables import csv_text

    found = keywords_in(paths, run_options(reading, choice), [(group_a, group_b or OTHERS)], quoted=quoted)
    write_new_file(out, csv_text(KEYWORDS, keyword_rows(found, most=None)))
    for comparison in found:
        marking = [keyword for keyword in comparison.found if keyword.marks]
        for keyword in marking[:MOST_LINES]:
            _say(f"{keyword.n_a:6} : {keyword.n_b:<6} {keyword.phrase}")
        _say(f"{len(marking)} of {_plural(len(comparison.found), 'phrase')} mark {comparison.group_a}")
    _say(f"Written: {out}")


@app.command()
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
    """Measure the extractors against hand annotation."""
    from framing.evaluation import evaluate as measured
    from framing.evaluation import tables
    from framing.measure.error import save_record

    errors = measured(measure, gold, texts=texts, name=name)
    for error in errors:
        slots = ", ".join(f"{slot} {share:.3f}" for slot, share in error.agreement.items())
        _say(
            f"{error.measure}: precision {error.precision:.3f}, recall {error.recall:.3f}, F1 {error.f1:.3f} "
            f"on {error.measured_on}"
            + (f"; agreement of matched rows: {slots}" if slots else "")
            + (f"; false alarms on hard negatives: {error.alarms}" if error.alarms else "")
        )
    for table in tables(measure, gold, misses=misses):
        for row in table.split("\n"):
            _say(row)
    if record:
        save_record(errors)


@lexicon_app.command("check")
def lexicon_check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicon files.")],
) -> None:
    """Check lexicon files against their schema."""
    from framing.lexicon import check_file, load
    from framing.lexicon.lint import warnings
    from framing.lexicon.wording import TopicWords

    topics = load().of("topic_words", TopicWords)
    failed = False
    for path in files:
        try:
            checked = check_file(path)
        except FramingError as error:
            failed = True
            _say(f"error: {error}", err=True)
        else:
            size = len(checked.pack.sides) if checked.pack else len(checked.entries)
            _say(f"{path.name}: {checked.kind}, {size} {'sides' if checked.pack else 'entries'}, good")
            for warning in warnings(checked, topics):
                _say(f"warning: {path.name}: {warning}", err=True)
    if failed:
        raise typer.Exit(WRONG_USE)


def _publish(
    paths: list[str],
    out: Path | None,
    options: Options,
    find: Callable[[list[str], Options], Results],
    files: Callable[[Results], dict[str, str]],
    *,
    shown: str,
) -> None:
    from framing.publish.folder import check_target, write_folder

    target = out or Path("outputs") / _run_name(paths)
    check_target(target)
    results = find(paths, options)
    write_folder(target, files(results))
    for warning in results.warnings[:MOST_LINES]:
        _say(f"warning: {warning}", err=True)
    if len(results.warnings) > MOST_LINES:
        more = len(results.warnings) - MOST_LINES
        _say(f"warning: {more} more, listed in {target / 'manifest.json'}", err=True)
    for item in results.skipped[:MOST_LINES]:
        row = "" if item.row is None else f", row {item.row}"
        _say(f"skipped: {item.file}{row}: {item.reason}. Remedy: {item.remedy}", err=True)
    if len(results.skipped) > MOST_LINES:
        more = len(results.skipped) - MOST_LINES
        _say(f"skipped: {more} more, listed in {target / 'skipped.csv'}", err=True)
    pack = results.sides.pack.id if results.sides else "none"
    _say(f"{_plural(len(results.articles), 'article')} of {_plural(len(results.source_rows), 'source')}")
    _say(f"Conflict pack: {pack} ({results.sides_chosen_by})")
    _say(f"Written: {target / shown}")
    if results.skipped:
        raise typer.Exit(SKIPPED)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _run_name(paths: list[str]) -> str:
    """The folder name of a run without --out: that of its only input, else of the first one's folder."""
    from framing.read.address import as_address, file_name
    from framing.read.kinds import stem_of

    if address := as_address(paths[0]):
        return file_name(address)
    first = Path(paths[0]).resolve()
    return stem_of(first.name) if len(paths) == 1 else first.parent.name or "comparison"


def _say(line: str, *, err: bool = False) -> None:
    from framing.terminal import printable

    typer.echo(printable(line), err=err)


def main() -> None:
    """Entry point of the console script: a user's mistake is one line on standard error and exit code 2."""
    try:
        app()
    except FramingError as error:
        _say(f"error: {error}", err=True)
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
