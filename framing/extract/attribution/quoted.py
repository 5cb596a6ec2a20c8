"""Quotations as content: which cue a quotation belongs to, and where it goes on.

A quotation that the parse put into a cue's complement is taken whole, over all its sentences. One
beside a tag ("…," she said; He added: "…") is the tag's. One that starts a sentence after such a
quotation, with no cue of its own, goes on with it. What is left and long enough is a quotation without
a cue, and scare quotes are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from framing.article import Span
from framing.extract.attribution.draft import Draft, merged
from framing.language import ParsedArticle, count_words
from framing.quotation import Quotation

_BETWEEN = re.compile(r"[\s,;:—–-]*")
_ENDS = re.compile(r"[.!?…][\"”'’)\]]*\s")
_LEAD_IN = 120
_FLOATING_WORDS = 4
_TRIM = " \t\n,;:"


def whole_quotations(content: Iterable[Span], quotations: Sequence[Quotation], tag: Span) -> list[Span]:
    """Content spans widened to all of every quotation that they touch, but for one that holds the tag."""
    widened = list(content)
    for quotation in quotations:
        if quotation.orphan or quotation.span.overlaps(tag):
            continue
        if any(quotation.span.overlaps(span) for span in widened):
            widened.append(quotation.span)
    return merged(widened)


def beside(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation right before the tag, or the one that the tag leads in."""
    tag = draft.tag
    before = [q for q in quotations if q.end <= tag.start and not q.orphan]
    if before and _BETWEEN.fullmatch(text, before[-1].end, tag.start):
        return before[-1]
    after = next((q for q in quotations if q.start >= tag.end and not q.orphan), None)
    if after is None or after.start - tag.end > _LEAD_IN:
        return None
    between = text[tag.end : after.start]
    if _ENDS.search(between + " ") or ";" in between:
        return None
    lead = between.rstrip()
    if not lead or lead.endswith((",", ":", " that")) or not draft.content:
        return after
    return None


def goes_on(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation starts a sentence of its paragraph."""
    before = text[paragraph.start : quotation.start].rstrip()
    return not before or bool(_ENDS.search(before[-4:] + " ")) or before.endswith(":")


def attach(parsed: ParsedArticle, drafts: list[Draft]) -> list[tuple[Quotation, Draft | None]]:
    """Give quotations to drafts; returns those left over with the draft whose speaker spoke last."""
    text = parsed.article.text
    quotations = parsed.quotations
    for draft in drafts:
        draft.content = whole_quotations(draft.content, quotations, draft.tag)
        draft.quoted = _touches(draft, quotations)
    taken = [q for q in quotations if any(_holds(draft, q) for draft in drafts)]
    for draft in drafts:
        use = draft.use
        if use is None or draft.quoted or "quotation" not in use.cue.grammar:
            continue
        if draft.content and draft.rule.rsplit("/", 1)[-1] not in ("tag", "parenthesis"):
            continue
        near = _near(draft, quotations)
        found = beside(text, draft, [q for q in near if q not in taken])
        if found is not None:
            draft.content = [found.span]
            draft.quoted = True
            taken.append(found)
    return _continue(parsed, drafts, [q for q in quotations if q not in taken and not q.orphan])


def _near(draft: Draft, quotations: Sequence[Quotation]) -> list[Quotation]:
    tag = draft.tag
    return [q for q in quotations if q.end > tag.start - 3000 and q.start < tag.end + 200]


def _touches(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    return any(_overlaps(draft, q) for q in quotations if not q.orphan)


def _overlaps(draft: Draft, quotation: Quotation) -> bool:
    return any(quotation.span.overlaps(span) for span in draft.content)


def _holds(draft: Draft, quotation: Quotation) -> bool:
    return any(span.contains(quotation.span) for span in draft.content)


def _continue(
    parsed: ParsedArticle, drafts: list[Draft], left: list[Quotation]
) -> list[tuple[Quotation, Draft | None]]:
    """Quotations that go on with an earlier one join it; returns the others that are long enough."""
    text = parsed.article.text
    floating: list[tuple[Quotation, Draft | None]] = []
    paragraphs = [Span(group[0].start, group[-1].end) for group in parsed.paragraphs()]
    by_place = sorted((d for d in drafts), key=lambda d: d.tag.start)
    ended: Draft | None = None
    pending = list(left)
    for paragraph in paragraphs:
        inside = [d for d in by_place if paragraph.contains(d.tag)]
        here = [q for q in pending if paragraph.contains(q.span)]
        for quotation in here:
            earlier = [d for d in inside if d.tag.start < quotation.start]
            speaker = earlier[-1] if earlier else ended
            opens = goes_on(text, quotation, paragraph)
            quoted = [d for d in earlier if d.quoted]
            alone = text[paragraph.start : paragraph.end].strip(" .") == text[
                quotation.start : quotation.end
            ].strip(" .")
            if opens and quoted and _ends_sentence(text, quotation, paragraph):
                quoted[-1].content = merged([*quoted[-1].content, quotation.span])
            elif alone and not inside and ended is not None and ended.quoted:
                ended.content = merged([*ended.content, quotation.span])
            elif count_words(text[quotation.start : quotation.end]) >= _FLOATING_WORDS:
                floating.append((quotation, speaker))
        if inside:
            last = inside[-1]
            ended = last
        elif not here:
            ended = None
    return floating


def _ends_sentence(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation is all of its sentence."""
    tail = text[quotation.end : min(quotation.end + 2, paragraph.end)]
    last = text[quotation.start : quotation.end].rstrip("\"”'’»")[-1:]
    return last in ".!?…" or tail[:1] in (".", "!", "?") or not tail.strip()


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
        holding = [q for q in quotations if not q.orphan and q.span.overlaps(bare)]
        opens = text[span.start] in '“"' and any(q.orphan and q.start == span.start for q in quotations)
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
