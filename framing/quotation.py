"""Stretches of text in quotation marks, whatever the marks.

Straight, curly and doubled single marks (``''``) and guillemets are paired within a paragraph; an
apostrophe is no mark. A mark without a partner is an orphan: it is reported and quotes nothing,
unless the next paragraph opens with a mark again, as quotations over several paragraphs do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from framing.article import Span

_OPENERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "''": "''"}
_MARK = re.compile(r"''|[“”„«»\"]")


class Quotation(NamedTuple):
    """A quoted stretch with its marks; `closed` is False where only the opening mark stands."""

    start: int
    end: int
    closed: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """Quotations of a text, paragraph by paragraph, in text order and without overlaps.

    >>> text = 'He said “no” and "yes.'
    >>> find_quotations(text, [Span(0, len(text))])
    [Quotation(start=8, end=12, closed=True), Quotation(start=17, end=22, closed=False)]
    """
    found: list[Quotation] = []
    for paragraph in paragraphs:
        found.extend(_in_paragraph(text, paragraph))
    return found


def _in_paragraph(text: str, paragraph: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            if mark in _OPENERS and _opens(text, match.start(), match.end(), paragraph):
                opened = (match.start(), _OPENERS[mark])
            continue
        start, closers = opened
        if mark in closers and not (mark == '"' and _opens_only(text, match, paragraph)):
            found.append(Quotation(start, match.end(), True))
            opened = None
    if opened is not None:
        found.append(Quotation(opened[0], paragraph.end, False))
    return found


def _opens(text: str, start: int, end: int, paragraph: Span) -> bool:
    """A mark opens when something but a space follows it and no letter stands right before it."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not after.isspace() and not before.isalnum()


def _opens_only(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """A straight mark after a space and before a letter cannot close."""
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return before.isspace() and after.isalnum()
