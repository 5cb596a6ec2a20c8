"""From the rows of any table to articles: one row, one article; bad rows are listed and the rest is read.

The text cell is the text: its first line is never taken for a title, and offsets count within the cell.
Rows are counted from 1 without the header; of JSON Lines, lines are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from framing.read.article_building import (
    ArticleBuilder,
    ColumnChoice,
    InputMetadata,
    ReadFile,
    Title,
    has_own_words,
)
from framing.read.cleaning.line_features import split_lines
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import has_surrogates, normalised
from framing.read.exports.recognition import several_articles
from framing.read.formats.columns import ColumnMap, plain_name
from framing.read.formats.date_columns import DateColumn
from framing.read.formats.input_rows import InputRow, cell_text
from framing.read.formats.markup import is_markup, text_of_markup
from framing.read.formats.records import shown_value
from framing.read.formats.text_columns import JOINED, table_of
from framing.read.inputs import Input
from framing.read.mojibake import repaired
from framing.read.options import ReadOptions
from framing.records.article import Article, Skipped
from framing.records.errors import InputError

LONGEST_KEY = 1000
"""Characters; a longer cell of a further column is no key to join by and is left out."""
LEAST_TEXT = 120
"""Characters; a shorter text with nothing but boilerplate in it is no article."""
SHOWN_ROWS = 10
"""Rows that a warning names."""
CUT_CELLS = (32_766, 32_767)
"""Characters that Excel leaves of a text that is longer than its cells."""
DATES = ("date", "updated")
_CUT = re.compile(r"\[\+[\d,]{1,9} (?:chars|characters)\]\s*$")
FILL = "fill the cell or take the row away"


class RowWarnings:
    """Warnings about rows, one line a kind, with the first rows of each."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._rows: dict[str, list[int]] = {}

    def add(self, message: str, row: int) -> None:
        self._rows.setdefault(message, []).append(row)

    def lines(self) -> list[str]:
        """The warnings, each naming at most `SHOWN_ROWS` rows."""
        return [f"{self._place}, {rows_named(rows)}: {message}" for message, rows in self._rows.items()]


def rows_named(rows: Sequence[int]) -> str:
    """Rows for a message.

    >>> rows_named([7]), rows_named([1, 2]), rows_named(range(1, 31))
    ('row 7', 'rows 1, 2', 'rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 20 more')
    """
    shown = ", ".join(map(str, rows[:SHOWN_ROWS]))
    more = f" and {len(rows) - SHOWN_ROWS} more" if len(rows) > SHOWN_ROWS else ""
    return f"row{'s' if len(rows) > 1 else ''} {shown}{more}"


def articles_of_rows(
    item: Input,
    sha256: str,
    names: Sequence[str],
    rows: Iterable[InputRow],
    rules: ReadingLexicons,
    options: ReadOptions,
) -> ReadFile:
    """The articles of a table with the columns `names`.

    Raises InputError where its columns cannot be told or no row can be read.
    """
    table = table_of(names, list(rows), options.columns, rules.columns, item.name)
    dates = {
        role: DateColumn.of((row.cells.get(name) for row in table.rows), options.date_format)
        for role, name in table.columns.roles.items()
        if role in DATES
    }
    found = _TableReader(item, sha256, table.columns, rules, dates, options.repair_encoding).read(
        list(table.rows)
    )
    found = replace(found, columns=tuple(_choices(table.columns.roles, options)))
    return found.warned(f"{item.name}: {note}" for note in table.warnings)


def _choices(roles: Mapping[str, str], options: ReadOptions) -> Iterator[ColumnChoice]:
    for role, name in roles.items():
        if name:
            why = (
                "asked for" if role in options.columns else "put together" if name == JOINED else "usual name"
            )
            yield ColumnChoice(role, name, why)


@dataclass(frozen=True)
class _TableReader:
    item: Input
    sha256: str
    columns: ColumnMap
    rules: ReadingLexicons
    dates: Mapping[str, DateColumn]
    repair: bool

    def read(self, rows: list[InputRow]) -> ReadFile:
        notes = RowWarnings(self.item.name)
        skipped: list[Skipped] = []
        articles: list[Article] = []
        headlines = "title" in self.columns.roles and not any(self._has_text(row) for row in rows)
        in_cells = bool(self.columns.roles["text"])
        for row in rows:
            try:
                articles.append(self._article(row, notes, headlines=headlines))
            except InputError as error:
                skipped.append(
                    Skipped(file=self.item.name, row=row.number, reason=error.reason, remedy=error.remedy)
                )
        if not rows:
            raise InputError(self.item.name, "has no rows", "check that the table holds articles")
        warnings = notes.lines()
        for role, column in self.dates.items():
            if column.problem:
                warnings.append(
                    f"{self.item.name}: the dates of {self.columns.roles[role]!r} {column.problem}"
                )
        if headlines and articles and in_cells:
            warnings.append(f"{self.item.name}: no row has a text; only the headlines are read")
        return ReadFile(tuple(articles), (), tuple(skipped), tuple(warnings))

    def _has_text(self, row: InputRow) -> bool:
        name = self.columns.roles["text"]
        value = row.cells.get(name) if name else ""
        return not isinstance(value, str) or not self._is_missing(value)

    def _article(self, row: InputRow, notes: RowWarnings, *, headlines: bool) -> Article:
        if row.problem:
            raise self._bad(row.problem, "mend the row")
        if row.note:
            notes.add(row.note, row.number)
        cells = {role: row.cells.get(name) for role, name in self.columns.roles.items() if name}
        text, placed = self._cell(self._text(cells.get("text")), notes, row.number)
        title = " ".join(self._plain(cells, "title").split())
        if not text and not (headlines and title):
            column = self.columns.roles["text"]
            raise self._bad(f"has no text in column {column!r}", FILL)
        source = " ".join(self._plain(cells, "source").split())
        if not source:
            notes.add(f"no source is given; labelled {self.item.stem!r}", row.number)
        title = without_source(title, source)
        article_id = " ".join(self._plain(cells, "id").split())
        given = InputMetadata(
            source=source,
            byline=self._plain(cells, "byline"),
            published=self._date(cells, "date", notes, row.number),
            published_raw=cell_text(cells.get("date")).strip(),
            updated=self._date(cells, "updated", notes, row.number),
            url=self._plain(cells, "url"),
            event=self._plain(cells, "event"),
            row=row.number,
            extra=tuple(self._extra(row, notes)),
        )
        builder = ArticleBuilder(self.item, text, self.sha256, self.rules, placed=placed, given=given)
        lines = split_lines(text)
        if seen := several_articles(lines, self.rules.exports, self.rules.boilerplate):
            raise self._bad(f"its text is many articles ({seen})", "give one article a row")
        article = builder.article(
            article_id or f"{self.item.stem}#{row.number}", Title(title) if title else None, lines
        )
        if text and not has_own_words(article):
            if len(text) < LEAST_TEXT:
                raise self._bad("holds no article text", FILL)
            article = replace(article, removed=())
            notes.add("the whole text reads like boilerplate of a page; it is kept", row.number)
        return article

    def _cell(self, text: str, notes: RowWarnings, row: int) -> tuple[str, bool]:
        """The text of a cell without what no text holds, HTML parsed, and whether offsets into it are those of the cell."""
        if has_surrogates(text):
            notes.add("halves of characters (surrogates) are shown as \ufffd", row)
        text = self._repaired(normalised(text))
        if "\x00" in text:
            text = text.replace("\x00", "")
            notes.add("NUL characters were taken out", row)
        if len(text) in CUT_CELLS:
            notes.add(
                "the text is as long as a cell of Excel can be (32,767 characters): it was cut there", row
            )
        if _CUT.search(text[-60:]):
            notes.add("the interface that gave the text cut it (“[+… chars]”)", row)
        if not is_markup(text):
            return text, True
        notes.add("the text is HTML; it is read as a page shows it", row)
        return text_of_markup(text), False

    def _repaired(self, text: str) -> str:
        return repaired(text) if self.repair else text

    def _bad(self, reason: str, remedy: str) -> InputError:
        return InputError(self.item.name, reason, remedy)

    def _text(self, value: Any) -> str:
        """The text cell: a string, or a list of paragraphs."""
        if isinstance(value, list) and all(isinstance(piece, str) for piece in value):
            value = "\n".join(value)
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return ""
        if not isinstance(value, str):
            raise self._bad(f"its text is {_what(value)}, not text", "give the text as a string")
        return "" if self._is_missing(value) else value

    def _plain(self, cells: Mapping[str, Any], role: str) -> str:
        value = cells.get(role)
        if isinstance(value, list) and role == "byline":
            value = ", ".join(name for name in map(shown_value, value) if isinstance(name, str))
        value = shown_value(value)
        if isinstance(value, list | dict):
            raise self._bad(f"its {role} is {_what(value)}, not text", f"give the {role} as a string")
        text = self._repaired(normalised(cell_text(value)).replace("\x00", "")).strip()
        return "" if self._is_missing(text) else text

    def _date(self, cells: Mapping[str, Any], role: str, notes: RowWarnings, row: int) -> str:
        value = shown_value(cells.get(role))
        if not isinstance(value, date | datetime):
            text = self._plain(cells, role)
            value = value if isinstance(value, int | float) and text else text
        if value == "":
            if isinstance(cells.get(role), float):
                notes.add(f"{self.columns.roles[role]} is not a date; left empty", row)
            return ""
        column = self.dates[role]
        iso = column.iso(value)
        if not iso and not column.problem:
            notes.add(f"{self.columns.roles[role]} is not a full date; left empty", row)
        return iso

    def _extra(self, row: InputRow, notes: RowWarnings) -> Iterator[tuple[str, str]]:
        for name in self.columns.extra:
            value = normalised(cell_text(row.cells.get(name)))
            if len(value) > LONGEST_KEY:
                notes.add(
                    f"column {name!r} holds more than {LONGEST_KEY:,} characters; not carried along",
                    row.number,
                )
                value = ""
            yield name, value

    def _is_missing(self, text: str) -> bool:
        return not text.strip() or (len(text) < 20 and plain_name(text) in self.rules.missing)


def without_source(title: str, source: str) -> str:
    """A title without the outlet's name behind it, as interfaces add it.

    >>> without_source("Pier shut - Gulf Courier", "Gulf Courier"), without_source("Pier shut - at last", "Gulf Courier")
    ('Pier shut', 'Pier shut - at last')
    """
    head, mark, name = title.rpartition(" - ")
    return head if mark and source and name.casefold() == source.casefold() else title


def _what(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), f"of type {type(value).__name__}")
