"""Tables as CSV: UTF-8, ISO dates, decimals with a point, true/false, and nothing for what is missing.

A cell that a spreadsheet would take for a formula is written with a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from framing.records.article import REMOVED_REASONS, Article, Outside, Skipped, Span
from framing.records.columns import Column, Table
from framing.records.mention import Mention, format_spans

_FORMULA = re.compile(r"^[=+\-@\t\r].", re.DOTALL)
_NO_TEXT = (bool, int, float, tuple, type(None))
_READ_AS_ANOTHER = re.compile(
    r"[\d\s.,:/%+-]*\d[\d\s.,:/%-]*([ap]\.?m\.?)?|\d+(\.\d+)?e[+-]?\d+|true|false"
    r"|\d{1,4}[\s/-][a-z]{3,9}\.?([\s/-]\d{1,4})?|[a-z]{3,9}\.?[\s/-]\d{1,4}(,?\s\d{4})?",
    re.IGNORECASE,
)
"""Texts that Excel may take for a number, a time, a day or a truth value: 10:18, 1-2, 4 May, 007."""
_NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?$")

BYTE_ORDER_MARK = "\ufeff"

REMOVED = Table(
    "removed",
    (
        Column(
            name="article_id",
            definition="The article the stretch stands in.",
            missing_means="it lies outside every article of its file",
        ),
        Column(
            name="source",
            definition="Label of the article's source.",
            missing_means="it lies outside every article of its file",
        ),
        Column(name="reason", definition="Why it is not counted as the article.", values=REMOVED_REASONS),
        Column(
            name="start",
            type="integer",
            definition="First character, as an offset into the article's text.",
            unit="characters",
            missing_means="it lies outside every article",
        ),
        Column(
            name="end",
            type="integer",
            definition="Offset behind the last character.",
            unit="characters",
            missing_means="it lies outside every article",
        ),
        Column(
            name="file_start",
            type="integer",
            definition="First character, as an offset into the decoded input file.",
            unit="characters",
            missing_means="the text has no place in a file",
        ),
        Column(
            name="file_end",
            type="integer",
            definition="Offset behind the last character in the decoded input file.",
            unit="characters",
            missing_means="the text has no place in a file",
        ),
        Column(name="text", definition="The characters themselves.", quotes=True),
        Column(name="file", definition="The input file."),
    ),
)

SKIPPED = Table(
    "skipped",
    (
        Column(name="file", definition="The input that was not read."),
        Column(
            name="row",
            type="integer",
            definition="The row of a table that was not read.",
            missing_means="the whole file was skipped",
        ),
        Column(name="reason", definition="Why it was skipped.", quotes=False),
        Column(name="remedy", definition="What to do about it.", quotes=False),
    ),
)


def cell(value: Any) -> str:
    """One value as the text of a CSV cell.

    >>> cell(None), cell(True), cell(0.25), cell(("a", "b")), cell((Span(3, 5),)), cell("=1+1")
    ('', 'true', '0.25', 'a;b', '3:5', "'=1+1")
    """
    text = plain_cell(value)
    return _no_formula(text) if isinstance(value, str) or not isinstance(value, _NO_TEXT) else text


def plain_cell(value: Any) -> str:
    """One value as text, whatever a spreadsheet would make of it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, tuple):
        if all(isinstance(item, Span) for item in value):
            return format_spans(value)
        return ";".join(str(item) for item in value)
    return str(value)


def _no_formula(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def csv_text(table: Table, rows: Iterable[Mapping[str, Any]]) -> str:
    """A table as CSV text; every row must hold exactly the table's columns, in any order."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    names = table.names
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(row[name]) for name in names])
    return buffer.getvalue()


def excel_csv_text(table: Table, rows: Iterable[Mapping[str, Any]]) -> str:
    """A table as CSV that Excel opens as it is: marked as UTF-8, an apostrophe before text that it would change."""
    texts = [column.type not in ("integer", "number", "boolean", "date") for column in table.columns]
    names = table.names
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        cells = [cell(row[name]) for name in names]
        writer.writerow([kept(text) if is_text else text for text, is_text in zip(cells, texts, strict=True)])
    return buffer.getvalue()


def kept(text: str) -> str:
    """A text as Excel leaves it: with an apostrophe where it would take it for a number, a time or a day.

    >>> kept("10:18"), kept("007"), kept("1 May"), kept("mayor"), kept("3 were hurt"), kept("May 2025")
    ("'10:18", "'007", "'1 May", 'mayor', '3 were hurt', "'May 2025")
    """
    return f"'{text}" if _READ_AS_ANOTHER.fullmatch(text) else text


def mention_rows(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Iterator[Mapping[str, Any]]:
    """Evidence rows, with the text and the file offsets of each span."""
    names = [field.name for field in fields(mentions[0])] if mentions else []
    for mention in mentions:
        article = articles[mention.article_id]
        row = {name: getattr(mention, name) for name in names}
        row["source"] = article.source
        row["text"] = article.text[mention.start : mention.end]
        row["file_start"] = article.file_offset(mention.start)
        row["file_end"] = article.file_offset(mention.end, end=True)
        yield row


def removed_rows(articles: Iterable[Article], outside: Iterable[Outside]) -> Iterator[Mapping[str, Any]]:
    """What was not counted: inside the articles, then outside every article."""
    for article in articles:
        for start, end, reason in sorted(article.removed):
            yield {
                "article_id": article.article_id,
                "source": article.source,
                "reason": reason,
                "start": start,
                "end": end,
                "file_start": article.file_offset(start),
                "file_end": article.file_offset(end, end=True),
                "text": article.text[start:end],
                "file": article.file,
            }
    for piece in outside:
        yield {
            "article_id": None,
            "source": None,
            "reason": piece.reason,
            "start": None,
            "end": None,
            "file_start": piece.file_start,
            "file_end": piece.file_end,
            "text": piece.text,
            "file": piece.file,
        }


def skipped_rows(skipped: Iterable[Skipped]) -> Iterator[Mapping[str, Any]]:
    for item in skipped:
        yield {"file": item.file, "row": item.row, "reason": item.reason, "remedy": item.remedy}
