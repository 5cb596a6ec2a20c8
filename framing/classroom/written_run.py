"""A written run as answers need it: its articles, and the program's marks as those of one more coder."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from framing.classroom.answer_file import page_digest
from framing.classroom.coder import MARKED, PROGRAM, Coder, Mark
from framing.extract.shown import Shown
from framing.read.written_articles import REMEDY, text_of_run, written_articles
from framing.records.article import Article, Span
from framing.records.errors import InputError

csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """The articles of a run by id, in order, what tells its page from others, and the program as a coder."""

    articles: dict[str, Article]
    page: str
    program: Coder


def read_run(folder: Path) -> WrittenRun:
    """Read the articles and the program's marks from the folder of a run.

    Raises InputError when the folder holds no run or its tables cannot be read.
    """
    articles = {article.article_id: article for article in written_articles(folder)}
    marks = [
        mark
        for family in MARKED
        for mark in _marks(folder / f"{family.table.name}.csv", family.shown, articles)
    ]
    program = Coder(name=PROGRAM, articles=frozenset(articles), marks=tuple(marks))
    return WrittenRun(articles, page_digest(articles.values()), program)


def _marks(path: Path, shown: Shown, articles: Container[str]) -> Iterator[Mark]:
    """The marks of one table: what its rows are about, or the rows themselves."""
    for number, row in enumerate(csv.DictReader(io.StringIO(text_of_run(path), newline="")), 1):
        try:
            whole = Span(int(row["start"]), int(row["end"]))
            pieces = _spans(*(row[column] for column in shown.focus))
            article_id = row["article_id"]
            if article_id not in articles:
                article_id = article_id.removeprefix("'")
            if article_id not in articles:
                raise ValueError(article_id)
            yield Mark(article_id, shown.letter, tuple(pieces or [whole]))
        except (ValueError, TypeError, KeyError):
            raise InputError(str(path), "is not a row of a run", REMEDY, row=number) from None


def _spans(*cells: str) -> list[Span]:
    """The spans of some cells in text order.

    >>> _spans("10:18;30:32", "", "0:9")
    [Span(start=0, end=9), Span(start=10, end=18), Span(start=30, end=32)]
    """
    pairs = (span.split(":") for cell in cells for span in cell.split(";") if span)
    return sorted(Span(int(start), int(end)) for start, end in pairs)
