"""Options that several commands share, declared once; a command takes a group of them as one argument."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from framing.pipeline import Options
    from framing.publish.output import OutputOptions
    from framing.read import ReadOptions

COLUMN = "_column"


def _column(role: str, what: str) -> Any:
    return typer.Option(f"--{role}-column", metavar="NAME", help=f"Column of a table that holds {what}.")


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Folders, files or web addresses of articles.", show_default=False
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Folder to write to; outputs/NAME if left out."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="Another installed spaCy pipeline.")
]


@dataclass(frozen=True)
class ReadingArguments:
    """How inputs are read."""

    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Encoding of the files, where it is found wrongly."),
    ] = None
    text_column: Annotated[str | None, _column("text", "the texts")] = None
    title_column: Annotated[str | None, _column("title", "the titles")] = None
    source_column: Annotated[str | None, _column("source", "the sources")] = None
    date_column: Annotated[str | None, _column("date", "the dates of publication")] = None
    id_column: Annotated[str | None, _column("id", "the ids")] = None
    url_column: Annotated[str | None, _column("url", "the addresses")] = None
    event_column: Annotated[str | None, _column("event", "the events")] = None
    date_format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT", help="How dates are written: day-first, month-first, or such as %d.%m.%Y."
        ),
    ] = None
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Sheet of a workbook that holds the articles.")
    ] = None
    repair_encoding: Annotated[
        bool,
        typer.Option(
            "--repair-encoding", help="Put right texts whose UTF-8 was read in another encoding (â€™ for ’)."
        ),
    ] = False
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Table of labels, as `framing group` writes one."),
    ] = None

    def options(self) -> ReadOptions:
        """The options of the readers."""
        from framing.read.options import ReadOptions

        given = {f.name: getattr(self, f.name) for f in fields(self) if f.name.endswith(COLUMN)}
        columns = {name.removesuffix(COLUMN): column for name, column in given.items() if column}
        return ReadOptions(
            encoding=self.encoding or "",
            columns=columns,
            labels=self.labels,
            date_format=self.date_format or "",
            sheet=self.sheet or "",
            repair_encoding=self.repair_encoding,
        )


@dataclass(frozen=True)
class ChoiceArguments:
    """Which articles are analysed, under which names, with which lexicons."""

    source: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE=LABEL", help="Label of a file's source; may be repeated."),
    ] = None
    lexicons: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder of lexicons that add to or replace the shipped ones."),
    ] = None
    dictionary: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Dictionary of your own to count: a table of category and word, or YAML; may be repeated.",
        ),
    ] = None
    event: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only the articles labelled with this event.")
    ] = None


@dataclass(frozen=True)
class AnalysisArguments:
    """What the analysis goes by."""

    conflict: Annotated[str, typer.Option(metavar="PACK", help="Conflict pack: an id, auto, or none.")] = (
        "auto"
    )
    sides: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A conflict pack of your own, as `framing sides` starts one."),
    ] = None
    model: Model = None
    corrections: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Table of corrections, as the page saves one."),
    ] = None
    no_spool: Annotated[
        bool,
        typer.Option("--no-spool", help="Neither keep parses for the next run nor use those of runs before."),
    ] = False
    limit_seconds: Annotated[
        float,
        typer.Option(
            min=0,
            metavar="SECONDS",
            help="Processor time that an article may take in each step, for each 100,000 characters begun; 0: no limit.",
        ),
    ] = 60.0
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole error where an article fails.")] = (
        False
    )
    quiet: Quiet = False


@dataclass(frozen=True)
class OutputArguments:
    """What the run is written as."""

    to: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORM,FORM",
            help="Write the tables as parquet, xlsx or sqlite, too; CSV is always written.",
        ),
    ] = None
    excel: Annotated[
        bool, typer.Option("--excel", help="Write CSV that Excel opens without changing numbers or letters.")
    ] = False
    no_text: Annotated[
        bool,
        typer.Option(
            "--no-text",
            help="Write offsets, hashes and features, no page, and never more than ten words of a text.",
        ),
    ] = False

    def options(self, *, wide: bool = False) -> OutputOptions:
        """The options of the writer; raises OutputError for a form that cannot be written."""
        from framing.publish.output import OutputOptions, output_forms

        return OutputOptions(
            also=output_forms(self.to or ()), excel=self.excel, text=not self.no_text, wide=wide
        )


def run_options(
    reading: ReadingArguments, choice: ChoiceArguments, analysis: AnalysisArguments | None = None
) -> Options:
    """The options of a run; raises LabelsError for a --source that is not FILE=LABEL."""
    from framing.pipeline import Options

    analysis = analysis or AnalysisArguments()
    return Options(
        sources=_labels(choice.source or []),
        conflict=analysis.conflict,
        sides_file=analysis.sides,
        lexicons=(*(choice.lexicons or ()), *(choice.dictionary or ())),
        model=analysis.model,
        reading=reading.options(),
        event=choice.event or "",
        corrections=analysis.corrections,
        spool=not analysis.no_spool,
        limit_seconds=analysis.limit_seconds,
        debug=analysis.debug,
    )


def _labels(pairs: list[str]) -> dict[str, str]:
    from framing.records.errors import LabelsError

    labels = {}
    for pair in pairs:
        file, equals, label = pair.partition("=")
        if not equals or not file.strip() or not label.strip():
            raise LabelsError(f"--source {pair}", "is not FILE=LABEL", "write for example --source a.txt=BBC")
        labels[file.strip()] = label.strip()
    return labels


def takes_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take groups of options: each field of the group is an option of the command.

    >>> @takes_groups
    ... def show(paths: list[str], reading: ReadingArguments) -> None:
    ...     print(paths, reading.encoding)
    >>> list(inspect.signature(show).parameters)[:3]
    ['paths', 'encoding', 'text_column']
    >>> show(paths=["a.txt"], encoding="cp1252")
    ['a.txt'] cp1252
    """
    hints = get_type_hints(command, include_extras=True)
    parameters: list[inspect.Parameter] = []
    groups: dict[str, type[Any]] = {}
    for name, parameter in inspect.signature(command).parameters.items():
        if not is_dataclass(hints[name]):
            parameters.append(parameter.replace(annotation=hints[name]))
            continue
        groups[name] = hints[name]
        inner = get_type_hints(hints[name], include_extras=True)
        parameters += (
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=inner[field.name],
            )
            for field in fields(hints[name])
        )

    def called(**given: Any) -> None:
        for name, group in groups.items():
            own = {field.name: given.pop(field.name) for field in fields(group) if field.name in given}
            given[name] = group(**own)
        command(**given)

    ordered = sorted(parameters, key=lambda p: p.default is not inspect.Parameter.empty)
    called.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in ordered]
    )
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in ordered}
    called.__name__, called.__doc__ = command.__name__, command.__doc__
    return called


def run_name(paths: list[str]) -> str:
    """The folder name of a run without --out: that of its only input, else of the first one's folder."""
    from framing.read.address import as_address, file_name
    from framing.read.formats.kinds import stem_of

    if address := as_address(paths[0]):
        return file_name(address)
    first = Path(paths[0]).resolve()
    return stem_of(first.name) if len(paths) == 1 else first.parent.name or "comparison"
