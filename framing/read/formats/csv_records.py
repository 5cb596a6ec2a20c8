"""The records of a CSV text, none of them merged with another in silence.

A quotation mark that is opened and not closed swallows the records after it, up to the next mark; one that closes
before the end of its cell shows where that happened. Such a record is reported alone, and the next line that looks like a
record of this table is where reading goes on.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_REPAIR = 200
"""Lines of one record in which a stray quotation mark at its end is looked for."""
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


class CsvRecord(NamedTuple):
    """The cells of one record; `problem` says why it cannot be read, `note` what was odd in one that can."""

    cells: list[str]
    problem: str = ""
    note: str = ""


def records_of(text: str, delimiter: str) -> Iterator[CsvRecord]:
    r"""The records of a table, the first of them its header.

    >>> [record.cells for record in records_of('id,text\n1,"two\nlines"\n', ",")]
    [['id', 'text'], ['1', 'two\nlines']]
    >>> [record.problem for record in records_of('id,text\n1,"never closed\n2,"good"\n', ",")]
    ['', 'opens a quotation mark that is never closed', '']
    """
    return _Scan(text.split("\n"), delimiter).records()


class _Scan:
    """Goes through the lines of a table, and back where a record turns out to be several."""

    def __init__(self, lines: list[str], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._at = 0
        self._width = 0
        self._shapes: set[str] = set()

    def records(self) -> Iterator[CsvRecord]:
        """The records from the first line to the last."""
        while self._at < len(self._lines):
            begin = self._at
            cells = self._strict(begin)
            if cells is None:
                yield self._damaged(begin)
                continue
            self._width = self._width or len(cells)
            if begin and len(cells) == self._width:
                self._shapes.add(_shape(cells[0]))
            if cells:
                yield CsvRecord(cells)

    def _strict(self, begin: int) -> list[str] | None:
        """The cells of the record that begins on a line, the place being behind it; None where its marks do not fit."""
        self._at = begin
        try:
            return next(csv.reader(self._feed(), delimiter=self._delimiter, strict=True), [])
        except csv.Error as error:
            if "field larger" in str(error):
                raise
            return None

    def _feed(self) -> Iterator[str]:
        while self._at < len(self._lines):
            self._at += 1
            yield self._lines[self._at - 1] + "\n"

    def _damaged(self, begin: int) -> CsvRecord:
        """The record that begins on a line and cannot be read as it stands; the place is behind what belongs to it."""
        stopped = self._at
        if self._lines[begin].strip(self._delimiter + " ") in ('"', '""'):
            self._at = begin + 1
            return CsvRecord([])
        if found := self._without_last_mark(begin):
            return found
        if stopped == begin + 1 and not self._is_open(begin):
            return self._loose(begin)
        self._at = begin + 1
        while self._at < len(self._lines) and not self._begins_record(self._at):
            self._at += 1
        lost = self._at - begin - 1
        more = f", and {lost:,} lines after it belong to no record" if lost else ""
        return CsvRecord([], f"opens a quotation mark that is never closed{more}")

    def _without_last_mark(self, begin: int) -> CsvRecord | None:
        """The record without a quotation mark too many at the end of one of its lines."""
        for last in range(begin, min(begin + MOST_REPAIR, len(self._lines))):
            line = self._lines[last].rstrip()
            if line.endswith('""'):
                lines = [*self._lines[begin:last], line[:-1]]
                scan = _Scan(lines, self._delimiter)
                cells = scan._strict(0)
                if cells is not None and len(cells) == self._width and scan._at == len(lines):
                    self._at = last + 1
                    return CsvRecord(cells, note="ends in one quotation mark too many")
        return None

    def _is_open(self, begin: int) -> bool:
        """Whether the last cell of a line is still open at its end: marks in it are odd in number."""
        return self._lines[begin].count('"') % 2 == 1

    def _loose(self, begin: int) -> CsvRecord:
        """A record of one line with marks inside a cell that are not doubled."""
        self._at = begin + 1
        cells = next(csv.reader([self._lines[begin]], delimiter=self._delimiter), [])
        if len(cells) == self._width:
            return CsvRecord(cells, note="has quotation marks inside a cell that are not doubled")
        problem = f"has quotation marks inside a cell that are not doubled, and {len(cells)} cells"
        return CsvRecord([], f"{problem} where the header has {self._width}")

    def _begins_record(self, line: int) -> bool:
        """Whether a line looks like the beginning of a record: as many cells as the header, the first one like others."""
        cells = self._strict(line)
        end, self._at = self._at, line
        if cells is None:
            return False
        known = _shape(cells[0]) in self._shapes if self._shapes else end == line + 1
        return len(cells) == self._width and known


def _shape(cell: str) -> str:
    """What a cell looks like.

    >>> _shape("art-017"), _shape("Harbour Echo")
    ('a-9', 'a a')
    """
    return _DIGITS.sub("9", _LETTERS.sub("a", cell.strip()))
