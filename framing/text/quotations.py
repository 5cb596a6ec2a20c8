"""Stretches of text in quotation marks, whatever the marks.

Straight, curly and doubled single marks (``''``), guillemets and British single marks are paired
within a paragraph. An apostrophe is no mark. A quotation that goes on in the next paragraph has no
closing mark; there the next paragraph opens with a mark again (New Hart's Rules, 9.2.3) and the last
one closes. Any other mark without a partner is an orphan: it is reported and quotes nothing, so that
a stray mark never swallows an article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.records.article import Span

_CLOSERS = {
    "“": ("”", '"', "“"),
    "”": ("”",),
    "„": ("“", "”", "‟"),
    "«": ("»",),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''",),
    "‘‘": ("’’",),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = ("‘", "'")
_ONLY_OPEN = ("‘", "„", "«", "``", "‘‘")
_MARK = re.compile(r"(?<=[^\s'])'(?=''(?!'))|''|``|‘‘|’’|[“”„‟«»\"‘’']")
_ENDS_SENTENCE = re.compile(r"[.!?…]['’)\]]*\s*$")


class Quotation(NamedTuple):
    """A quoted stretch with its marks.

    `closed` is False where only the opening mark stands: the stretch is then the rest of the paragraph
    if the quotation goes on in the next one, and nothing but the mark if it is an orphan.
    """

    start: int
    end: int
    closed: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def orphan(self) -> bool:
        """Whether this is a mark without a partner, which quotes nothing."""
        return not self.closed and self.end - self.start <= 2


class _QuotationMark(NamedTuple):
    start: int
    end: int
    text: str
    can_open: bool
    can_close: bool


class _FoundQuotations(NamedTuple):
    quotations: list[Quotation]
    leading: str
    last_open: _QuotationMark | None


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """Quotations of a text in text order and without overlaps; the marks in one another are not listed.

    >>> text = 'He said “no” and "yes.'
    >>> find_quotations(text, [Span(0, len(text))])
    [Quotation(start=8, end=12, closed=True), Quotation(start=17, end=18, closed=False)]
    """
    spans = list(paragraphs)
    found = [_in_paragraph(text, span) for span in spans]
    continues = _continuing(text, spans, found)
    result: list[Quotation] = []
    for span, (quotations, _, last_open), goes_on in zip(spans, found, continues, strict=True):
        result.extend(quotations)
        if last_open is not None and goes_on:
            result[-1] = Quotation(last_open.start, span.end, False)
    return result


def overlapping(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """The quotations, of a list in text order without overlaps, that share a character with a span."""
    first = bisect_right(quotations, span.start, key=lambda q: q.end)
    return quotations[first : bisect_left(quotations, span.end, key=lambda q: q.start)]


def _continuing(text: str, spans: Sequence[Span], found: Sequence[_FoundQuotations]) -> list[bool]:
    """For each paragraph whether its unclosed mark opens a quotation that a later paragraph closes.

    The next paragraph has to begin with the same mark and to close it, or to go on in its turn.
    """
    goes_on = [False] * len(spans)
    for index in range(len(spans) - 2, -1, -1):
        opened, following = found[index].last_open, found[index + 1]
        if opened is None or following.leading != opened.text:
            continue
        first = following.last_open
        closes = first is None or first.start > spans[index + 1].start + 1
        ends = _ENDS_SENTENCE.search(text, max(opened.end, spans[index].end - 8), spans[index].end)
        goes_on[index] = bool(ends) and (closes or goes_on[index + 1])
    return goes_on


def _in_paragraph(text: str, paragraph: Span) -> _FoundQuotations:
    """The quotations and orphans of one paragraph, its leading mark, and its last one if that is an orphan."""
    marks = [_mark(text, match, paragraph) for match in _MARK.finditer(text, *paragraph)]
    last_closer = {mark.text: number for number, mark in enumerate(marks) if mark.can_close}
    quotations: list[Quotation] = []
    last_open: _QuotationMark | None = None
    at = 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if not mark.can_open:
            continue
        single = mark.text in _SINGLE
        closer = _closer(text, marks, at, mark, last_closer)
        if closer is not None:
            quotations.append(Quotation(mark.start, marks[closer].end, True))
            at, last_open = closer + 1, None
        elif not single:
            quotations.append(Quotation(mark.start, mark.end, False))
            last_open = mark
    head = text[paragraph.start : paragraph.start + 2]
    leading = next((m for m in ("``", "''", "‘‘") if head == m), head[:1])
    return _FoundQuotations(quotations, leading, last_open)


def _mark(text: str, match: re.Match[str], paragraph: Span) -> _QuotationMark:
    """A mark and what it can be, from the characters beside it.

    An opening mark is followed by something but a space and has no letter or figure before it; a
    straight mark closes unless a space stands before it and a word behind it. A single mark closes
    only where no letter follows.
    """
    start, end, mark = match.start(), match.end(), match.group()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    decade = mark in _SINGLE and _decade(text, end)
    return _QuotationMark(
        start, end, mark, _can_open(mark, before, after) and not decade, _can_close(mark, before, after)
    )


def _can_open(mark: str, before: str, after: str) -> bool:
    """Whether a mark between two characters may open a quotation."""
    if mark not in _CLOSERS or after.isspace() or before.isalnum():
        return False
    if mark == "'":
        return before.isspace() or before in "([—–-/"
    return mark != "”" or (before.isspace() and after.isalnum())


def _can_close(mark: str, before: str, after: str) -> bool:
    """Whether a mark between two characters may close a quotation."""
    if mark in _ONLY_OPEN:
        return False
    if mark in ("'", "’", "''", "’’"):
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or after.isspace()


def _decade(text: str, at: int) -> bool:
    """Whether a figure follows, as in '90s."""
    return at < len(text) and text[at].isdigit()


def _closer(
    text: str, marks: Sequence[_QuotationMark], at: int, opened: _QuotationMark, last_closer: dict[str, int]
) -> int | None:
    """Number of the mark that closes `opened`, or None.

    The search stops at a mark that opens another quotation of the same kind: the first was an orphan.
    A single mark after s and before a space may be a genitive; it closes only if nothing better comes.
    """
    closers = _CLOSERS[opened.text]
    last = max((last_closer.get(mark, -1) for mark in closers), default=-1)
    single = opened.text in _SINGLE
    doubtful: int | None = None
    for number in range(at, last + 1):
        mark = marks[number]
        if mark.text in closers and mark.can_close and _may_close(text, opened, mark):
            if not single:
                return number
            if mark.start - opened.end < 2:
                return None
            if not _may_be_genitive(text, mark):
                return number
            doubtful = number if doubtful is None else doubtful
        elif _opens_another(mark, opened, single):
            break
    return doubtful


def _may_close(text: str, opened: _QuotationMark, mark: _QuotationMark) -> bool:
    """Whether a mark closes another; one of opening that stands for one of closing only behind a point."""
    slip = opened.text == mark.text == "“"
    return not slip or (text[mark.start - 1] in ".,?!…" and not mark.can_open)


def _may_be_genitive(text: str, mark: _QuotationMark) -> bool:
    """Whether a single mark stands behind a letter and before a word."""
    return text[mark.start - 1].isalnum() and text[mark.end : mark.end + 2].strip().isalpha()


def _opens_another(mark: _QuotationMark, opened: _QuotationMark, single: bool) -> bool:
    """Whether a mark opens a quotation that no quotation of this kind goes over."""
    if mark.text == opened.text and mark.can_open:
        return True
    return single and mark.text not in (*_SINGLE, "’")
