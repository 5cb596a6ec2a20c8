"""Europresse: pages with one article after another, old and new layout; known by the classes of their elements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from framing.read.cleaning.line_features import TextLine
from framing.read.dates import iso_date
from framing.read.exports.documents import Export, ExportDocument, ExportText, flat, paragraphs

Words = Mapping[str, frozenset[str]]

_NUMBER = re.compile(r".{0,60}\bnews·\d{8}·|.{0,60}·\d{8}·\w+·\w+")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright\b", re.IGNORECASE)
_ISSUE = re.compile(r",? (?:no|nº|n°)\.? ?\d+.*$", re.IGNORECASE)
_BY = re.compile(r"(?:par|by) ", re.IGNORECASE)
LONGEST_NAME = 80
"""Characters; no line of an author is longer."""


def europresse_export(page: ExportText, words: Words) -> Export | None:
    """The export, or None where the page is none of Europresse."""
    starts = page.hinted("source")
    if not starts or not page.hinted("title"):
        return None
    ends = [*starts[1:], len(page.lines)]
    return Export("Europresse", tuple(_document(page, *span) for span in zip(starts, ends, strict=True)))


def _document(page: ExportText, first: int, end: int) -> ExportDocument:
    lines = page.lines
    roles = [page.hints.get(line.start, "") for line in lines[first:end]]
    title = first + roles.index("title") if "title" in roles else first
    last = next((at for at in range(first + 1, end) if _is_end(lines[at])), end)
    body = first + roles.index("body") if "body" in roles else title + 1
    byline: Sequence[TextLine] = _with_role(page, first, end, "byline")
    if "body" not in roles and not byline and body + 1 < last and _is_name(lines[body]):
        byline, body = lines[body : body + 1], body + 1
    dates = [line.text for line in _with_role(page, first, end, "date")]
    dated = next((text for text in dates if iso_date(text)), " ".join(dates[:1]))
    return ExportDocument(
        title=flat(lines[title : title + 1]) if title > first else "",
        source=_ISSUE.sub("", flat(lines[first : first + 1])),
        published=dated,
        byline=flat(byline[:1]),
        body=paragraphs(page, lines[body:last]),
    )


def _with_role(page: ExportText, first: int, end: int, role: str) -> list[TextLine]:
    return [line for line in page.lines[first:end] if page.hints.get(line.start) == role]


def _is_end(line: TextLine) -> bool:
    return _COPYRIGHT.match(line.text) is not None or _NUMBER.match(line.text) is not None


def _is_name(line: TextLine) -> bool:
    """Whether a line over the text may be its author: short, no sentence, no heading of the page."""
    return len(line.text) <= LONGEST_NAME and not line.is_sentence and line.text[:1].isupper()
