"""The articles of a written run, from its `articles.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from framing.records.article import Article
from framing.records.article_json import article_of
from framing.records.errors import InputError

ARTICLES: Final = "articles.jsonl"
REMEDY: Final = "give the folder of a run, as framing compare writes it"


def written_articles(folder: Path) -> Iterator[Article]:
    """The articles of a run in their order; raises InputError where the folder holds none, or was written without texts."""
    path = folder / ARTICLES
    for number, line in enumerate(text_of_run(path).split("\n"), 1):
        if not line:
            continue
        try:
            yield article_of(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise InputError(str(path), "is not a line of a run", REMEDY, row=number) from None


def text_of_run(path: Path) -> str:
    """The text of a file of a run; raises InputError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputError(str(path), "cannot be read", REMEDY) from None
