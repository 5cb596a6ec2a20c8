"""The table that `framing group` writes: the articles with their events, in the shape of `labels.csv`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from framing.publish.tables import csv_text
from framing.read import ReadInputs
from framing.records.article import Article
from framing.records.columns import Column, Table

EVENTS = Table(
    "events",
    tuple(
        Column(name=name, definition=definition)
        for name, definition in (
            ("file", "The input file, from the folder of this table."),
            ("part", "The article's id, where the file holds several."),
            ("source", "Label of the article's source."),
            ("title", "The article's title."),
            ("published", "Time of publication, ISO 8601."),
            ("url", "Address of the article."),
            ("event", "The event: as given, else its most telling words and first day."),
        )
    ),
)


def events_text(reading: ReadInputs, out: Path) -> str:
    """The table as CSV, to be written at `out`; articles of one event stand together, the largest event first."""
    return csv_text(EVENTS, _rows(reading, out))


def _rows(reading: ReadInputs, out: Path) -> Iterator[Mapping[str, Any]]:
    in_file = Counter(article.file for article in reading.articles)
    for article in by_event(reading.articles):
        yield {
            "file": _path(reading.files[article.file], out),
            "part": article.article_id if in_file[article.file] > 1 else "",
            "source": article.source,
            "title": article.title,
            "published": article.published,
            "url": article.url,
            "event": article.event,
        }


def by_event(articles: tuple[Article, ...]) -> list[Article]:
    """The articles in order of the size of their events, then of their time."""
    size = Counter(article.event for article in articles)
    return sorted(articles, key=lambda a: (-size[a.event], a.event, a.published))


def _path(file: Path, out: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), out.parent.resolve())).as_posix()
    except ValueError:
        return file.resolve().as_posix()
