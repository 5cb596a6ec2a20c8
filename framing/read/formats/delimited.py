"""CSV and TSV tables, as spreadsheet programs, R and databases write them.

The delimiter is the one that stands most often in the header; lines of title over the header are passed over. Rows with
damaged quotation marks are `csv_records`' concern.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.files import InputFile
from framing.read.formats.csv_records import CsvRecord, records_of
from framing.read.formats.header_rows import header_at, holds_texts
from framing.read.formats.input_rows import InputRow
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

DELIMITERS = ",;\t|"
LONGEST_CELL = 64_000_000
_HEAD = 200_000
"""Characters in which the header is looked for."""
_ESCAPED = re.compile(r'\\"(?![,;\t|\n]|$)')
_DOUBLED = re.compile(r'(?<=[^,;\t|\n"])""(?=[^,;\t|\n"])')
_GKG = re.compile(r"\d{14}-T?\d+\t\d{14}\t")
_GDELT = re.compile(r"\d{9,10}\t(?:\d{8}\t\d{6}\t\d{4}\t|\d{14}\t\d{14}\t)")


def read_table(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a CSV or TSV file.

    Raises InputError where it is no table, or has no column of texts.
    """
    decoded = decode_as(options, file.data, item.name)
    return articles_of_table(item, decoded.text, file.sha256, rules, options).warned(decoded.warnings)


def articles_of_table(
    item: Input, text: str, sha256: str, rules: ReadingLexicons, options: ReadOptions
) -> ReadFile:
    """The articles of a table's text.

    Raises InputError where it is no table, or has no column of texts.
    """
    csv.field_size_limit(LONGEST_CELL)
    text = text.lstrip("\n")
    _refuse_gdelt(item.name, text)
    first = text.partition("\n")[0]
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        delimiter, text = first[-1], text.partition("\n")[2]
    else:
        delimiter = delimiter_of(first)
    if _has_backslashes(text):
        text = text.replace('\\"', '""')
    text, delimiter = _from_header(text, delimiter, rules, options)
    try:
        records = list(records_of(text, delimiter))
    except csv.Error as error:
        raise InputError(item.name, f"is no CSV table ({error})", "save it again as CSV UTF-8") from None
    names = [name.strip() for name in records[0].cells] if records else []
    rows = list(_rows(records[1:], names))
    return articles_of_rows(item, sha256, names, rows, rules, options)


def is_table(text: str, rules: ReadingLexicons, options: ReadOptions) -> bool:
    """Whether a text file is a table with tabs, as Excel saves "Unicode text": its first line names the columns."""
    names = [name.strip().strip('"') for name in text.lstrip("\n").partition("\n")[0].split("\t")]
    return len(names) > 1 and all(names) and holds_texts(names, options.columns, rules.columns)


def delimiter_of(header: str) -> str:
    """The delimiter of a table by its header line, without what stands in quotation marks.

    >>> delimiter_of('id;"title, in full";text'), delimiter_of("text")
    (';', ',')
    """
    bare = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _refuse_gdelt(place: str, text: str) -> None:
    """Raise InputError for the tables of GDELT, which have no header and no texts."""
    if _GKG.match(text):
        what = "is a GDELT table (GKG, Global Knowledge Graph): no header, no texts"
    elif _GDELT.match(text):
        what = "is a GDELT table (events or mentions): no header, no texts"
    else:
        return
    raise InputError(place, what, "take the addresses from it and fetch the pages")


def _has_backslashes(text: str) -> bool:
    r"""Whether quotation marks in cells are escaped as R's write.table does, \", not doubled."""
    if '\\"' not in text:
        return False
    return len(_ESCAPED.findall(text)) > len(_DOUBLED.findall(text))


def _from_header(text: str, delimiter: str, rules: ReadingLexicons, options: ReadOptions) -> tuple[str, str]:
    """The table from its header on, and its delimiter: lines over it have none, or others."""
    lines = text[:_HEAD].split("\n")[:25]
    if header_at([_cells(lines[0], delimiter)], options.columns, rules.columns) is not None:
        return text, delimiter
    at = 0
    for line in lines[1:]:
        at = text.index("\n", at) + 1
        own = delimiter_of(line)
        cells = _cells(line, own)
        if len(cells) > 1 and header_at([cells], options.columns, rules.columns) is not None:
            named = sum(bool(cell) and len(cell) < 40 for cell in cells)
            if named == len(cells) and _known(cells, rules, options) >= 2:
                return text[at:], own
    return text, delimiter


def _known(cells: list[str], rules: ReadingLexicons, options: ReadOptions) -> int:
    """How many of some cells are names of columns."""
    return sum(header_at([[cell]], options.columns, rules.columns) is not None for cell in cells)


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _rows(records: Iterable[CsvRecord], names: list[str]) -> Iterator[InputRow]:
    number = 0
    for record in records:
        cells, problem, note = record
        if not problem and not any(cell.strip() for cell in cells):
            continue
        number += 1
        if not problem and any(cell.strip() for cell in cells[len(names) :]):
            problem = f"has {len(cells)} cells where the header has {len(names)}"
        if not note and len(cells) < len(names):
            note = f"has {len(cells)} cells where the header has {len(names)}; the others are taken as empty"
        yield InputRow(number, dict(zip(names, cells, strict=False)), problem, note)
