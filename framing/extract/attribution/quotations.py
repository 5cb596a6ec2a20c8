"""Quotations as content: which cue a quotation belongs to, and where it goes on.

A quotation that the parse put into a cue's complement is taken whole, over all its sentences. One
beside a tag ("…," she said; He added: "…") is the tag's. One that starts a sentence after such a
quotation, with no cue of its own, goes on with it. What is left and long enough is a quotation without
a cue, and scare quotes are nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from framing.extract.attribution.draft import Draft, by_sentence
from framing.extract.attribution.speaker import after_cue
from framing.records.article import Span, merged
from framing.text.quotations import Quotation, overlapping
from framing.text.sentences import ParsedArticle, count_words

_BETWEEN = re.compile(r"[\s,;:—–-]*")
_ENDS = re.compile(r"[.!?…][\"”'’)\]]*\s")
_LEAD_IN = 120
_FLOATING_WORDS = 4
_INVITES = (",", "?", "!", "…", "-", "–", "—")


def attach(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[tuple[Quotation, Draft | None]]:
    """Give quotations to drafts, paragraph by paragraph.

    Returns the quotations left over, each with the draft whose speaker spoke last before it.
    """
    text = parsed.article.text
    quotations = [q for q in parsed.quotations if not q.orphan]
    ordered = sorted(drafts, key=lambda draft: draft.tag)
    left: list[tuple[Quotation, Draft | None]] = []
    before: Draft | None = None
    for group in parsed.paragraphs():
        paragraph = Span(group[0].start, group[-1].end)
        inside = _between(quotations, paragraph, lambda quotation: quotation.start)
        here = _between(ordered, paragraph, lambda draft: draft.tag.start)
        taken = _closed_by(text, here, inside)
        taken |= _widened(here, inside)
        taken |= _led_in(text, here, inside, taken)
        if before is not None and inside and _announced(text, before, inside[0], paragraph):
            before.content, before.quoted = [inside[0].span], True
            taken.add(inside[0])
        for quotation in inside:
            if quotation in taken:
                continue
            host = _same_clause(text, quotation, here)
            if host is not None:
                start = max(span.start for span in host.content)
                host.content = merged([*host.content, Span(start, quotation.end)])
                continue
            owner = _owner(text, quotation, here, before, paragraph)
            if owner is not None:
                owner.content = merged([*owner.content, quotation.span])
                owner.quoted = True
            elif count_words(text[slice(*quotation.span)]) >= _FLOATING_WORDS:
                earlier = _before(here, quotation.start)
                left.append((quotation, here[earlier - 1] if earlier else before))
        if here:
            before = _outermost(here)
        elif not inside:
            before = None
    return left


def _announced(text: str, draft: Draft, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation begins the paragraph after one that ends in a colon and has no content yet."""
    if draft.content or quotation.start != paragraph.start:
        return False
    return text[draft.tag.end : paragraph.start].rstrip().endswith(":")


T = TypeVar("T")


def _between(items: Sequence[T], span: Span, place: Callable[[T], int]) -> list[T]:
    """The items whose place lies in a span; items are in the order of their places."""
    return list(items[bisect_left(items, span.start, key=place) : bisect_left(items, span.end, key=place)])


def _before(drafts: Sequence[Draft], place: int) -> int:
    """How many drafts, in the order of their tags, have a tag that starts before a place."""
    return bisect_left(drafts, place, key=lambda draft: draft.tag.start)


def _last_before(quotations: Sequence[Quotation], place: int) -> Quotation | None:
    """The last quotation that ends at a place or before it."""
    at = bisect_right(quotations, place, key=lambda quotation: quotation.end)
    return quotations[at - 1] if at else None


def _around(quotations: Sequence[Quotation], tag: Span) -> Sequence[Quotation]:
    """The quotation before a tag and those that it may lead in."""
    first = bisect_right(quotations, tag.start, key=lambda quotation: quotation.end)
    last = bisect_right(quotations, tag.end + _LEAD_IN, key=lambda quotation: quotation.start)
    return quotations[max(first - 1, 0) : last]


def _closed_by(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> set[Quotation]:
    """Quotations that end in a comma, question or exclamation mark right before a tag are the tag's,
    whatever the parse took for the verb's complement. A speaker may stand behind the verb."""
    found: set[Quotation] = set()
    together = by_sentence(drafts)
    for draft in drafts:
        use = draft.use
        if use is None or use.cue.pos != "verb" or "quotation" not in use.cue.grammar:
            continue
        cue = draft.cue[0]
        near = together[draft.sentence.start]
        left = [
            s
            for s in draft.speaker
            if s.end <= cue.start and not any(s.end <= d.cue[0].start < cue.start for d in near if d.use)
        ]
        for start in (cue.start, *(s.start for s in left)):
            before = _last_before(quotations, start)
            if before is None or not _BETWEEN.fullmatch(text, before.end, start):
                continue
            if text[before.start : before.end].rstrip("\"”'’» ")[-1:] not in _INVITES or not before.closed:
                continue
            if _new_sentence(text, before, draft, start):
                draft.content = [span for span in draft.content if span.start >= start]
                continue
            if not _begins_sentence(text, before, draft):
                continue
            if start == cue.start:
                spans, head = after_cue(use)
                if head is not None:
                    draft.speaker, draft.speaker_head = spans, head
            draft.content, draft.quoted = [before.span], True
            found.add(before)
            break
    return found


def _new_sentence(text: str, quotation: Quotation, draft: Draft, start: int) -> bool:
    """Whether the tag begins a sentence of its own after a quotation that is a question or an exclamation.

    "“Who was it?” They said nothing." and "“Who was it?” they said.": the capital tells them apart, where
    the word is no name.
    """
    last = text[quotation.start : quotation.end].rstrip("\"”'’» ")[-1:]
    use = draft.use
    first = (
        next((t for t in use.sentence.parse or () if use.sentence.start + t.idx == start), None)
        if use
        else None
    )
    return last in "?!…" and first is not None and first.pos in ("PRON", "DET") and first.text[:1].isupper()


def _begins_sentence(text: str, quotation: Quotation, draft: Draft) -> bool:
    """Whether nothing of the draft's sentence stands before the quotation."""
    return not text[min(draft.sentence.start, quotation.start) : quotation.start].strip()


def _widened(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> set[Quotation]:
    """Widen contents to all of every quotation that they touch, but for one that holds the tag."""
    taken: set[Quotation] = set()
    for draft in drafts:
        for span in list(draft.content):
            for quotation in overlapping(quotations, span):
                if not quotation.span.overlaps(draft.tag):
                    draft.content = merged([*draft.content, quotation.span])
                    draft.quoted = True
                    taken.add(quotation)
    return taken


def _led_in(
    text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation], taken: set[Quotation]
) -> set[Quotation]:
    """Quotations that stand right beside the tag of a verb that quotes and has no better content."""
    found: set[Quotation] = set()
    for draft in drafts:
        use = draft.use
        if use is None or draft.quoted or "quotation" not in use.cue.grammar:
            continue
        if draft.content and draft.frame not in ("tag", "parenthesis", "rest"):
            continue
        around = _around(quotations, draft.tag)
        near = drafts[_before(drafts, draft.tag.start) : _before(drafts, draft.tag.end + _LEAD_IN)]
        beside = _beside(text, draft, [q for q in around if q not in taken and q not in found], near)
        if beside is not None:
            draft.content, draft.quoted = [_with_clause(text, draft, beside, near)], True
            found.add(beside)
    return found


def _with_clause(text: str, draft: Draft, quotation: Quotation, drafts: Sequence[Draft]) -> Span:
    """A quotation led in by *that*, with the rest of the clause that it is a part of."""
    lead = text[draft.tag.end : quotation.start]
    after = lead.find("that ")
    if after < 0 or draft.tag.end > quotation.start or not draft.sentence.span.contains(quotation.span):
        return quotation.span
    end = min([d.tag.start for d in drafts if d.tag.start > quotation.end], default=draft.sentence.end)
    end = min(end, draft.sentence.end)
    return Span(draft.tag.end + after + len("that "), max(quotation.end, end))


def _beside(
    text: str, draft: Draft, quotations: Sequence[Quotation], drafts: Sequence[Draft]
) -> Quotation | None:
    """The quotation right before the tag, or the one that the tag leads in.

    No other tag stands between, and a few words in quotation marks want a comma, a colon or *that* before
    them ("a show called “Kin”").
    """
    tag = draft.tag
    before = [q for q in quotations if q.end <= tag.start and draft.use and draft.use.head.tag != "VBG"]
    if before and _BETWEEN.fullmatch(text, before[-1].end, tag.start):
        return before[-1]
    after = next((q for q in quotations if q.start >= tag.end), None)
    if after is None or after.start - tag.end > _LEAD_IN:
        return None
    between = text[tag.end : after.start]
    if _ENDS.search(between + " ") or ";" in between:
        return None
    lead = between.rstrip()
    if any(tag.end <= d.tag.start < after.start for d in drafts if d is not draft):
        return None
    if not lead or lead.endswith((",", ":", " that")):
        return after
    return after if not draft.content and count_words(text[slice(*after.span)]) >= _FLOATING_WORDS else None


def _same_clause(text: str, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose content, behind its cue, goes on up to a quotation in lower case.

    "She said the aim was not to “win” but to “get home alive”": the parse cut the content short.
    """
    words = text[quotation.start : quotation.end].strip("\"”'’“‘«»„` ")
    if not words[:1].islower():
        return None
    for draft in reversed(drafts[: _before(drafts, quotation.start)]):
        if not draft.sentence.span.contains(quotation.span):
            return None
        if draft.use is None:
            continue
        end = max((span.end for span in draft.content), default=0)
        if draft.use.cue.pos not in ("verb", "noun") or not draft.tag.end <= end <= quotation.start:
            return None
        between = text[end : quotation.start]
        nothing_new = ";" not in between and len(between) <= _LEAD_IN and not _ENDS.search(between)
        others = any(
            end <= d.tag.start for d in drafts[_before(drafts, end) : _before(drafts, quotation.start)]
        )
        return draft if nothing_new and not others else None
    return None


def _owner(
    text: str, quotation: Quotation, drafts: Sequence[Draft], before: Draft | None, paragraph: Span
) -> Draft | None:
    """The draft that a quotation without a cue of its own goes on with.

    It does so in the tag's sentence (“…,” she said, “and …”), as a sentence of its own after any
    attribution of its paragraph, and as a whole paragraph after a paragraph that quoted.
    """
    last = next((d for d in reversed(drafts[: _before(drafts, quotation.start)]) if d.speaker), None)
    if last is None:
        alone = text[slice(*paragraph)].strip(" .") == text[slice(*quotation.span)].strip(" .")
        return before if alone and not drafts and before is not None and before.quoted else None
    gap = text[last.tag.end : quotation.start]
    if last.quoted and gap.rstrip().endswith(",") and len(gap) <= _LEAD_IN and not _ENDS.search(gap):
        return last
    if _is_sentence(text, quotation, paragraph):
        here = [
            d for d in drafts if d.sentence is last.sentence and d.tag.start < quotation.start and d.speaker
        ]
        return _outermost([d for d in here if d.quoted and d.frame not in ("noun", "as", "naming")] or here)
    return None


def _outermost(drafts: Sequence[Draft]) -> Draft:
    """The last draft that stands in no other's content."""
    last = drafts[-1]
    for draft in drafts:
        if draft.sentence is last.sentence and any(span.contains(last.tag) for span in draft.content):
            return draft
    return last


def _is_sentence(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation is all of its sentence, or of several."""
    head = text[max(paragraph.start, quotation.start - 6) : quotation.start].rstrip()
    if head and not _ENDS.search(head + " "):
        return False
    last = text[quotation.start : quotation.end].rstrip("\"”'’»")[-1:]
    tail = text[quotation.end : min(quotation.end + 2, paragraph.end)]
    return last in ".!?…" or tail[:1] in (".", "!", "?") or not tail.strip()
