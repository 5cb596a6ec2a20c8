"""`labels.csv`: what the user says about the articles; it takes precedence over what the pages show.

Columns: `file, part, source, title, published, updated, byline, language, url, event`; only `file` is
required. `file` is a path from the table's folder; `part` names an article of an aggregator page by its
outlet, or a row of a table by its id. A row without a part speaks for every article of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.read.cleaning.aggregator import part_name
from framing.read.cleaning.boilerplate import bare_words
from framing.read.companion_tables import hand_rows, place_of
from framing.read.dates import is_iso
from framing.read.files import is_there
from framing.read.inputs import Input
from framing.records.article import TITLE_GAP, Article, Paragraph, Removed
from framing.records.errors import LabelsError

FIELDS = ("source", "published", "updated", "byline", "language", "url", "event")
COLUMNS = ("file", "part", "title", *FIELDS)
DATES = ("published", "updated")
LONGEST_VALUE = 1000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Label:
    """One row: the file it is about, the part of it, and the values that are not empty."""

    path: Path
    part: str
    values: Mapping[str, str]
    place: str
    row: int


def label_rows(table: Path) -> list[Label]:
    """The rows of a table of labels, whether their files are there or not.

    Raises LabelsError where the table cannot be used as a whole.
    """
    folder, place = table.parent, place_of(table)
    labels: list[Label] = []
    seen: dict[tuple[Path, str], int] = {}
    for number, values, surplus in hand_rows(table, COLUMNS, ("file",), LabelsError):
        if surplus:
            raise LabelsError(
                place, "has more cells than columns", "put values with a comma in quotes", row=number
            )
        label = _label(folder, place, number, values)
        key = (label.path, label.part.casefold())
        if key in seen:
            raise LabelsError(
                place, f"{values['file']} is labelled in row {seen[key]} too", "join the two rows", row=number
            )
        seen[key] = number
        labels.append(label)
    return labels


def read_labels(table: Path) -> tuple[list[Label], list[str]]:
    """The rows of a table of labels, and warnings. Files are named from the folder it lies in.

    Raises LabelsError where the table cannot be used as a whole.
    """
    rows = label_rows(table)
    there = [is_there(row.path) for row in rows]
    warnings = [
        f"{row.place}, row {row.row}: there is no file {row.path.name!r}"
        for row, found in zip(rows, there, strict=True)
        if not found
    ]
    return [row for row, found in zip(rows, there, strict=True) if found], warnings


def _label(folder: Path, place: str, number: int, values: Mapping[str, str]) -> Label:
    if not values["file"]:
        raise LabelsError(
            place, "the cell 'file' is empty", "name the file that the row is about", row=number
        )
    for name, value in values.items():
        if problem := _wrong_value(name, value):
            raise LabelsError(place, *problem, row=number)
    given = {key: " ".join(values[key].split()) for key in ("title", *FIELDS) if values.get(key)}
    return Label((folder / values["file"]).resolve(), values.get("part", ""), given, place, number)


def _wrong_value(name: str, value: str) -> tuple[str, str] | None:
    """What is wrong with the value of a column, and what to do about it."""
    if len(value) > LONGEST_VALUE:
        return f"{name} holds {len(value):,} characters", f"write {LONGEST_VALUE:,} at most"
    if _CONTROL.search(value):
        return f"{name} holds a control character", "write the value anew"
    if name in DATES and value and not is_iso(value):
        return f"{name} {value!r} is not an ISO date", "write it as 2025-06-01"
    if name == "language" and value and not _LANGUAGE.fullmatch(value):
        return f"language {value!r} is no code of a language", "write one such as en or uk"
    return None


def apply_labels(
    articles: Sequence[Article], paths: Mapping[str, Path], labels: Iterable[Label]
) -> tuple[list[Article], list[str]]:
    """The articles with the values of their labels, and a warning for each label without an article.

    `paths` maps `Article.file` to the file. Rows for a part take precedence over rows for its file.
    """
    result = list(articles)
    warnings: list[str] = []
    files = {file: path.resolve() for file, path in paths.items()}
    read: dict[Path, list[int]] = {path: [] for path in files.values()}
    for index, article in enumerate(result):
        read[files[article.file]].append(index)
    for label in sorted(labels, key=lambda label: bool(label.part)):
        hits = [index for index in read.get(label.path, ()) if _is_part(result[index], label.part)]
        for index in hits:
            result[index] = _labelled(result[index], label.values)
        if not hits and label.part and label.path in read:
            warnings.append(
                f"{label.place}, row {label.row}: {label.path.name} has no article {label.part!r}"
            )
    return result, warnings


def _is_part(article: Article, part: str) -> bool:
    last = article.article_id.rpartition("#")[2]
    return not part or part == article.article_id or last == part_name(part)


def _labelled(article: Article, values: Mapping[str, str]) -> Article:
    titled = with_title(article, values["title"]) if "title" in values else article
    changes: dict[str, Any] = {name: values[name] for name in FIELDS if name in values}
    return replace(titled, **changes)


def with_title(article: Article, title: str) -> Article:
    """The article under the title that the user gives.

    What was taken for the title becomes the first line of the body. Where the given title stands among
    the lines, that line is marked as its repetition and what stands before it as the head of the page.
    """
    if bare_words(title) == bare_words(article.title):
        return article
    prefix = title + TITLE_GAP
    paragraphs = tuple(
        Paragraph(p.start + len(prefix), p.end + len(prefix), p.file_start) for p in article.paragraphs
    )
    removed = [Removed(r.start + len(prefix), r.end + len(prefix), r.reason) for r in article.removed]
    text = prefix + article.text
    again = next(
        (n for n, p in enumerate(paragraphs) if bare_words(text[p.start : p.end]) == bare_words(title)), None
    )
    if again is not None:
        last = paragraphs[again]
        removed = [r for r in removed if r.start >= last.end]
        head = [Removed(p.start, p.end, "other") for p in paragraphs[:again]]
        removed = [*head, Removed(last.start, last.end, "repeated_title"), *removed]
    return replace(
        article,
        title=title,
        text=text,
        paragraphs=(Paragraph(0, len(title), None), *paragraphs),
        removed=tuple(removed),
    )


def apply_sources(
    articles: Sequence[Article], inputs: Sequence[Input], sources: Mapping[str, str]
) -> list[Article]:
    """The articles with the labels given as FILE=LABEL; FILE is a path, a name or a name without suffix.

    Raises LabelsError where FILE is none of the inputs or LABEL is empty.
    """
    result = list(articles)
    for given, label in sources.items():
        names = {i.name for i in inputs if given in (i.name, i.stem, i.path.name, str(i.path))}
        names |= {i.name for i in inputs if Path(given).resolve() == i.path.resolve()}
        if not names or not label.strip():
            problem = "the label is empty" if names else "there is no such input"
            raise LabelsError(f"--source {given}={label}", problem, "write it as --source FILE=LABEL")
        result = [replace(a, source=label.strip()) if a.file in names else a for a in result]
    return result
