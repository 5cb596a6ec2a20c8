"""Reading: from the paths a user gives to articles, with everything that was not read and why.

    reading = read([Path("monday")], lexicons=load())

One bad file never stops the others: it is listed in `Reading.skipped` with its reason and remedy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.article import Article, Outside, Skipped
from framing.errors import InputError
from framing.lexicon import Lexicons
from framing.read.inputs import find_inputs
from framing.read.labels import Label, apply_labels, apply_sources, read_labels
from framing.read.plaintext import articles_of
from framing.read.rules import Rules
from framing.read.textfile import read_text

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that reading found: articles, stretches outside all articles, what was skipped, warnings."""

    articles: tuple[Article, ...]
    outside: tuple[Outside, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]


def read(paths: Sequence[Path], *, lexicons: Lexicons, sources: Mapping[str, str] | None = None) -> Reading:
    """Read files and folders of articles.

    `sources` maps a file, by path or name, to its label (`--source FILE=LABEL`) and stands above
    `labels.csv`. Raises LabelsError where labels cannot be used; unreadable files are listed, not raised.
    """
    rules = Rules.of(lexicons)
    inputs, skipped = find_inputs(paths)
    articles: list[Article] = []
    outside: list[Outside] = []
    warnings: list[str] = []
    for item in inputs:
        try:
            decoded = read_text(item.path, item.name)
            found = articles_of(item, decoded, rules)
        except InputError as error:
            skipped.append(Skipped(file=item.name, reason=error.reason, remedy=error.remedy))
            continue
        warnings += decoded.warnings
        articles += found.articles
        outside += found.outside
    folders = dict.fromkeys([path for path in paths if path.is_dir()] + [item.path.parent for item in inputs])
    labels: list[Label] = []
    for folder in {folder.resolve(): folder for folder in folders}.values():
        rows, notes = read_labels(folder)
        labels += rows
        warnings += notes
    articles, notes = apply_labels(articles, {item.name: item.path for item in inputs}, labels)
    warnings += notes
    articles = apply_sources(articles, inputs, sources or {})
    return Reading(tuple(articles), tuple(outside), tuple(skipped), tuple(warnings))
