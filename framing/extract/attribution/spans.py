"""Contents as spans: their ends, and how directly they quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.records.article import Span
from framing.text.quotations import Quotation, overlapping

_TRIM = " \t\n,;:"


def trimmed(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans without spaces and commas at their ends; a closing mark keeps the comma before it."""
    result = []
    for start, end in spans:
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        if start < end:
            result.append(Span(start, end))
    return result


def directness(text: str, spans: Sequence[Span], quotations: Sequence[Quotation]) -> str:
    """`direct` where all content stands in quotation marks, `mixed` where some does, else `indirect`."""
    inside = partly = 0
    for span in spans:
        bare = _bare(text, span)
        near = overlapping(quotations, span)
        holding = [q for q in near if not q.orphan and q.span.overlaps(bare)]
        opens = text[span.start] in '“"' and any(q.orphan and q.start == span.start for q in near)
        if opens or any(q.start <= bare.start and bare.end <= q.end for q in holding):
            inside += 1
        elif holding:
            partly += 1
    if spans and inside == len(spans):
        return "direct"
    return "mixed" if inside or partly else "indirect"


def _bare(text: str, span: Span) -> Span:
    start, end = span
    while end > start + 1 and not (text[end - 1].isalnum()):
        end -= 1
    while start < end - 1 and not text[start].isalnum():
        start += 1
    return Span(start, end)
