"""Reading: from the paths a user gives to articles, with everything that was not read and why.

    reading = read([Path("monday")], lexicons=load())

One bad file never stops the others: it is listed in `ReadInputs.skipped` with its reason and remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.lexicon import Lexicons
from framing.read.address import fetch
from framing.read.article_building import ColumnChoice, ReadFile
from framing.read.cleaning.damage import stray_quotes
from framing.read.cleaning.duplicates import distinct_ids, flag_duplicates
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import file_of, read_file
from framing.read.formats.date_columns import check_format
from framing.read.formats.kinds import NAMES, Kind, kind_of
from framing.read.formats.readers import reader_of
from framing.read.inputs import CORRECTIONS_NAME, LABELS_NAME, Input, find_inputs
from framing.read.labels import Label, apply_labels, apply_sources, read_labels
from framing.read.mojibake import mojibake
from framing.read.options import ReadOptions
from framing.records.article import Article, Outside, Skipped
from framing.records.errors import LONGEST, InputError, one_line

__all__ = ["ReadInputs", "ReadOptions", "read", "read_input", "tables_beside"]


@dataclass(frozen=True, slots=True)
class InputFacts:
    """What an input was read as, and where a table has what."""

    file: str
    kind: str
    columns: tuple[ColumnChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadInputs:
    """Everything that reading found: articles, stretches outside all articles, what was skipped, warnings.

    `files` maps `Article.file` to the file; `corrections` and `labels` are the tables of that name beside the inputs.
    """

    articles: tuple[Article, ...]
    outside: tuple[Outside, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    files: Mapping[str, Path]
    corrections: tuple[Path, ...] = ()
    labels: tuple[Path, ...] = ()
    facts: tuple[InputFacts, ...] = ()


def read(
    paths: Sequence[Path | str],
    *,
    lexicons: Lexicons,
    sources: Mapping[str, str] | None = None,
    options: ReadOptions | None = None,
) -> ReadInputs:
    """Read files, folders and addresses of articles.

    `sources` maps a file, by path or name, to its label (`--source FILE=LABEL`) and stands above
    `labels.csv`. Raises LabelsError where labels cannot be used, InputError where an option is wrong; unreadable files
    are listed, not raised.
    """
    check_format(options.date_format if options else "")
    rules = ReadingLexicons.of(lexicons)
    inputs, skipped, warnings = find_inputs(paths)
    articles: list[Article] = []
    outside: list[Outside] = []
    facts: list[InputFacts] = []
    for item in inputs:
        try:
            kind, found = _read(item, rules, options or ReadOptions())
        except InputError as error:
            skipped.append(Skipped(file=item.name, reason=error.reason, remedy=error.remedy, row=error.row))
            continue
        facts.append(InputFacts(item.name, _made(kind, found.made_by), found.columns))
        warnings += found.warnings
        articles += found.articles
        outside += found.outside
        skipped += found.skipped
    articles, notes = distinct_ids(articles)
    warnings += notes
    files = {item.name: item.path for item in inputs}
    given = [options.labels] if options and options.labels else []
    labels = tables_beside(LABELS_NAME, paths, inputs)
    for tables in (labels, given):
        articles, notes = apply_labels(articles, files, _labels(tables, warnings))
        warnings += notes
    articles = apply_sources(articles, inputs, sources or {})
    articles, notes = flag_duplicates(articles)
    warnings += [*notes, *stray_quotes(articles), *mojibake(articles)]
    return ReadInputs(
        tuple(articles),
        tuple(outside),
        tuple(skipped),
        tuple(one_line(warning, LONGEST) for warning in warnings),
        files,
        corrections=tuple(tables_beside(CORRECTIONS_NAME, paths, inputs)),
        labels=tuple(labels),
        facts=tuple(facts),
    )


def read_input(item: Input, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of one input; raises InputError where it cannot be read."""
    return _read(item, rules, options)[1]


def _read(item: Input, rules: ReadingLexicons, options: ReadOptions) -> tuple[Kind, ReadFile]:
    if item.address:
        data, suffix = fetch(item.address)
        file = file_of(data, item.name)
    else:
        file, suffix = read_file(item.path, item.name), ""
    kind = kind_of(item.name, file.data, suffix)
    return kind, reader_of(kind)(item, file, rules, options)


def _made(kind: Kind, database: str) -> str:
    """The format in words, with the database that wrote it."""
    return f"{NAMES[kind]}, export of {database}" if database else NAMES[kind]


def tables_beside(name: str, paths: Sequence[Path | str], inputs: Sequence[Input]) -> list[Path]:
    """The tables of this name, in whatever case, beside the inputs and in the folders given."""
    given = [Path(path) for path in paths if Path(path).is_dir()]
    folders = dict.fromkeys(given + [item.path.parent for item in inputs if not item.address])
    real = {folder.resolve(): folder for folder in folders}.values()
    tables = [path for folder in real for path in _listed(folder) if path.name.lower() == name]
    return [table for table in tables if table.is_file()]


def _listed(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where its files may be opened by name only."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _labels(tables: Iterable[Path], warnings: list[str]) -> list[Label]:
    labels: list[Label] = []
    for table in tables:
        rows, notes = read_labels(table)
        labels += rows
        warnings += notes
    return labels
