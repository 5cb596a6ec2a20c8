"""CSV and TSV tables, as spreadsheet programs and databases write them.

The delimiter is the one that stands most often in the header. A quotation mark that is opened and never
closed would swallow the rest of the table: that row is reported, with how many lines it took along.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode
from framing.read.files import InputFile
from framing.read.formats.rows import InputRow, articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

DELIMITERS = ",;\t|"
LONGEST_CELL = 64_000_000
_END = "\x1eend of table"


def read_table(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a CSV or TSV file.

    Raises InputError where it is no table, or has no column of texts.
    """
    decoded = decode(file.data, item.name, options.encoding)
    csv.field_size_limit(LONGEST_CELL)
    text = decoded.text.lstrip("\n")
    first = text.partition("\n")[0]
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        delimiter, text = first[-1], text.partition("\n")[2]
    else:
        delimiter = delimiter_of(first)
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=delimiter)
    try:
        names = [name.strip() for name in next(reader)]
        rows = list(_rows(reader, names))
    except csv.Error as error:
        raise InputError(item.name, f"is no CSV table ({error})", "save it again as CSV UTF-8") from None
    found = articles_of_rows(item, file.sha256, names, rows, rules, options)
    return found.warned(decoded.warnings)


def delimiter_of(header: str) -> str:
    """The delimiter of a table by its header line, without what stands in quotation marks.

    >>> delimiter_of('id;"title, in full";text'), delimiter_of("text")
    (';', ',')
    """
    bare = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[InputRow]:
    number = 0
    for cells in reader:
        if cells == [_END]:
            return
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if cells[-1].endswith(_END):
            lines = cells[-1].count("\n")
            yield InputRow(
                number, problem=f"opens a quotation mark that is never closed ({lines:,} lines lost)"
            )
        elif any(cell.strip() for cell in cells[len(names) :]):
            problem = f"has {len(cells)} cells where the header has {len(names)}"
            yield InputRow(number, problem=problem)
        else:
            yield InputRow(number, dict(zip(names, cells, strict=False)))
