"""Quotations as content: which cue a quotation belongs to, and where it goes on.

A quotation that the parse put into a cue's complement is taken whole, over all its sentences. One
beside a tag ("…," she said; He added: "…") is the tag's. One that starts a sentence after such a
quotation, with no cue of its own, goes on with it. What is left and long enough is a quotation without
a cue, and scare quotes are nobody's. Printed conversations give their turns to their speakers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from framing.extract.attribution.candidate import Candidate, Complement, by_sentence, token_spans
from framing.extract.attribution.speakers import after_cue
from framing.people.speaker_nouns import SpeakerWords
from framing.records.article import Span, merged
from framing.text.grammar import child, doer, noun_phrase
from framing.text.parse import Token
from framing.text.quotations import Quotation, overlapping
from framing.text.sentences import ParsedArticle, Sentence, count_words

_BETWEEN = re.compile(r"[\s,;:—–-]*")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s")
_LEAD_IN = 120
_FLOATING_WORDS = 4
_INVITES = (",", "?", "!", "…", "-", "–", "—")
_PERSONS = ("he", "she", "they")
_LABEL = re.compile(
    r"(?:From |[–—-] ?)?((?:[A-Z][\w.'’-]*)(?:[ \u00a0](?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){0,5})"
    r"(?: ?[(\[][^)\]\n]{1,60}[)\]])?(:)\s+(?=\S)"
)
_SAYS = re.compile(r"[^\W\d_]{2,}")
_SIGNATURE = re.compile(
    r"\s*[–—―-]{1,2}\s*((?:[A-Z][\w.'’-]*)(?:[ \u00a0](?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){1,5})"
    r"(?:,[^\n.!?“”\"]{2,100})?\s*(?=\n|$)"
)
_COLON = re.compile(r"[\"”’']*\s*:\s*")
_NAMING: tuple[Complement, ...] = ("noun_phrase", "role", "name")
_LEAST_TURNS = 3
_LEAST_NAME = 2
_OPENS = ("“", '"', "''", "«", "„", "‘")
T = TypeVar("T")


# -- giving quotations to cues ----------------------------------------------------------------------


class _ParagraphQuotations:
    """The candidates and quotations of one paragraph while quotations are given to cues.

    `now` holds the candidates in the order of their tags; a step replaces the ones it changes.
    """

    def __init__(
        self, text: str, span: Span, candidates: Sequence[Candidate], quotations: Sequence[Quotation]
    ) -> None:
        self.text = text
        self.span = span
        self.now = list(candidates)
        self.quotations = quotations
        self.taken: set[Quotation] = set()

    def before(self, place: int) -> int:
        """How many candidates have a tag that starts before a place."""
        return bisect_left(self.now, place, key=lambda candidate: candidate.tag.start)

    def give(
        self, number: int, spans: Sequence[Span], entry: str, quotation: Quotation, **slots: Any
    ) -> None:
        """Make a quotation part of a candidate's content."""
        self.now[number] = self.now[number].with_content(spans, entry, quoted=True, **slots)
        self.taken.add(quotation)


def attach(
    parsed: ParsedArticle, candidates: Sequence[Candidate]
) -> tuple[list[Candidate], list[tuple[Quotation, Candidate | None]]]:
    """Candidates with the quotations that are theirs, and the quotations left over.

    Each of these comes with the candidate whose speaker spoke last before it. Goes paragraph by paragraph.
    """
    text = parsed.article.text
    quotations = [q for q in parsed.quotations if not q.orphan]
    ordered = sorted(candidates, key=lambda candidate: candidate.tag)
    result: list[Candidate] = []
    left: list[tuple[Quotation, Candidate | None]] = []
    before: int | None = None
    for group in parsed.paragraphs():
        span = Span(group[0].start, group[-1].end)
        here = _ParagraphQuotations(
            text,
            span,
            _between(ordered, span, lambda candidate: candidate.tag.start),
            _between(quotations, span, lambda quotation: quotation.start),
        )
        _close_before_tags(here)
        _complete(here)
        _lead_in(here)
        _behind_colon(here)
        if before is not None and here.quotations and _is_announced(here, result[before]):
            opening = here.quotations[0]
            announced = merged([*result[before].content, opening.span])
            result[before] = result[before].with_content(announced, "quotation-announced", quoted=True)
            here.taken.add(opening)
        for quotation in here.quotations:
            if quotation not in here.taken:
                left += _go_on(here, quotation, result, before)
        if here.now:
            before = len(result) + _outermost(here.now, range(len(here.now)))
        elif not here.quotations:
            before = None
        result += here.now
    return result, left


def _go_on(
    here: _ParagraphQuotations, quotation: Quotation, result: list[Candidate], before: int | None
) -> Iterator[tuple[Quotation, Candidate | None]]:
    """Give a quotation without a cue of its own to whom it goes on with; yield it where there is nobody."""
    host = _interrupted(here, quotation)
    if host is not None:
        content = here.now[host].content
        here.give(host, merged([*content, quotation.span]), "quotation-continues", quotation)
        return
    host = _in_same_clause(here, quotation)
    if host is not None:
        content = here.now[host].content
        start = max(span.start for span in content)
        here.now[host] = here.now[host].with_content(
            merged([*content, Span(start, quotation.end)]), "quotation-in-clause"
        )
        return
    owner = _owner(here, quotation)
    if owner is not None:
        content = here.now[owner].content
        here.give(owner, merged([*content, quotation.span]), "quotation-continues", quotation)
    elif before is not None and _is_alone(here, quotation) and result[before].quoted:
        last = result[before]
        result[before] = last.with_content(
            merged([*last.content, quotation.span]), "quotation-continues", quoted=True
        )
    elif count_words(here.text[slice(*quotation.span)]) >= _FLOATING_WORDS:
        earlier = here.before(quotation.start)
        spoke = here.now[earlier - 1] if earlier else result[before] if before is not None else None
        yield quotation, spoke


def _is_announced(here: _ParagraphQuotations, candidate: Candidate) -> bool:
    """Whether a quotation begins the paragraph after one that ends in a colon, right behind a tag's content or with none."""
    if here.quotations[0].start != here.span.start:
        return False
    end = max(span.end for span in (candidate.tag, *candidate.content))
    between = here.text[end : here.span.start].rstrip()
    return between == ":" if candidate.content else between.endswith(":")


def _between(items: Sequence[T], span: Span, place: Callable[[T], int]) -> list[T]:
    """The items whose place lies in a span; items are in the order of their places."""
    return list(items[bisect_left(items, span.start, key=place) : bisect_left(items, span.end, key=place)])


def _close_before_tags(here: _ParagraphQuotations) -> None:
    """Quotations that end in a comma, question or exclamation mark right before a tag are the tag's,
    whatever the parse took for the verb's complement. A speaker may stand behind the verb."""
    together = by_sentence(here.now)
    for number, candidate in enumerate(here.now):
        use = candidate.use
        if use is None or use.cue.pos != "verb" or "quotation" not in use.cue.grammar:
            continue
        for start in _tag_starts(candidate, together[candidate.sentence.start]):
            quotation = _closed_before(here, start)
            if quotation is None:
                continue
            if _is_new_sentence(here.text, quotation, candidate, start):
                kept = [span for span in candidate.content if span.start >= start]
                here.now[number] = candidate.with_content(kept, "cut:at-its-own-sentence")
                continue
            if not _begins_sentence(here.text, quotation, candidate):
                continue
            behind = after_cue(use) if start == candidate.cue[0].start else None
            if behind is not None:
                trail = (*candidate.trail, f"speaker:{behind.rule}")
                here.now[number] = replace(
                    candidate, speaker=tuple(behind.spans), speaker_head=behind.head, trail=trail
                )
            slots = {"complement": "quotation"} if candidate.complement in _NAMING else {}
            here.give(number, [quotation.span], "quotation-before-tag", quotation, **slots)
            break


def _tag_starts(candidate: Candidate, together: Sequence[Candidate]) -> list[int]:
    """Where a tag may begin: at its cue, at its speaker before the cue with no other cue between, or at whoever
    quotes the speaker ("“…,” the agency quoted him as saying")."""
    cue = candidate.cue[0]
    return [
        cue.start,
        *_quoter(candidate),
        *(
            s.start
            for s in candidate.speaker
            if s.end <= cue.start
            and not any(s.end <= other.cue[0].start < cue.start for other in together if other.use)
        ),
    ]


def _quoter(candidate: Candidate) -> Iterator[int]:
    """Where the noun stands that quotes the speaker of a cue behind *as*."""
    verb = candidate.use.head if candidate.use else None
    if verb is not None and verb.dep == "pcomp" and verb.head.lower == "as":
        who = child(verb.head.head, "nsubj")
        if who is not None:
            yield candidate.sentence.start + who.left_edge.idx


def _closed_before(here: _ParagraphQuotations, start: int) -> Quotation | None:
    """The closed quotation right before a place whose end invites a tag."""
    at = bisect_right(here.quotations, start, key=lambda quotation: quotation.end)
    if not at:
        return None
    quotation = here.quotations[at - 1]
    invites = _last_character(here.text, quotation) in _INVITES
    beside = _BETWEEN.fullmatch(here.text, quotation.end, start) is not None
    return quotation if beside and invites and quotation.closed else None


def _last_character(text: str, quotation: Quotation) -> str:
    return text[quotation.start : quotation.end].rstrip("\"”’'» ")[-1:]


def _is_new_sentence(text: str, quotation: Quotation, candidate: Candidate, start: int) -> bool:
    """Whether the tag begins a sentence of its own after a quotation that is a question or an exclamation.

    "“Who was it?” They said nothing." and "“Who was it?” they said.": the capital tells them apart, where
    the word is no name.
    """
    if _last_character(text, quotation) not in "?!…":
        return False
    sentence = candidate.sentence
    first = next((t for t in sentence.parse or () if sentence.start + t.idx == start), None)
    return first is not None and first.pos in ("PRON", "DET") and first.text[:1].isupper()


def _begins_sentence(text: str, quotation: Quotation, candidate: Candidate) -> bool:
    """Whether nothing of the candidate's sentence stands before the quotation."""
    return not text[min(candidate.sentence.start, quotation.start) : quotation.start].strip()


def _complete(here: _ParagraphQuotations) -> None:
    """Widen contents to all of every quotation that they touch, but for one that holds the tag."""
    for number, candidate in enumerate(here.now):
        for span in candidate.content:
            for quotation in overlapping(here.quotations, span):
                if not quotation.span.overlaps(candidate.tag):
                    content = merged([*here.now[number].content, quotation.span])
                    here.give(number, content, "quotation-completed", quotation)


def _lead_in(here: _ParagraphQuotations) -> None:
    """Quotations that stand right beside the tag of a verb that quotes and has no better content."""
    found: set[Quotation] = set()
    for number, candidate in enumerate(here.now):
        use = candidate.use
        if use is None or candidate.quoted or "quotation" not in use.cue.grammar:
            continue
        if candidate.content and candidate.complement != "set_off":
            continue
        free = [q for q in _around(here, candidate.tag) if q not in here.taken and q not in found]
        near = here.now[here.before(candidate.tag.start) : here.before(candidate.tag.end + _LEAD_IN)]
        beside = _beside(here.text, candidate, free, near)
        if beside is not None:
            span = _with_clause(here.text, candidate, beside, near)
            here.now[number] = candidate.with_content([span], "quotation-beside-tag", quoted=True)
            found.add(beside)
    here.taken |= found


def _behind_colon(here: _ParagraphQuotations) -> None:
    """Quotations behind the colon that ends what somebody said: "He apologised for the delay: “I was late.”"."""
    for quotation in here.quotations:
        if quotation in here.taken:
            continue
        for number in range(here.before(quotation.start)):
            candidate = here.now[number]
            end = max((span.end for span in (*candidate.content, candidate.tag)), default=0)
            said = bool(candidate.content and candidate.speaker and candidate.use)
            if said and end <= quotation.start and _COLON.fullmatch(here.text, end, quotation.start):
                here.give(
                    number, merged([*candidate.content, quotation.span]), "quotation-behind-colon", quotation
                )
                break


def _around(here: _ParagraphQuotations, tag: Span) -> Sequence[Quotation]:
    """The quotation before a tag and those that it may lead in."""
    first = bisect_right(here.quotations, tag.start, key=lambda quotation: quotation.end)
    last = bisect_right(here.quotations, tag.end + _LEAD_IN, key=lambda quotation: quotation.start)
    return here.quotations[max(first - 1, 0) : last]


def _with_clause(text: str, candidate: Candidate, quotation: Quotation, near: Sequence[Candidate]) -> Span:
    """A quotation led in by *that*, with the rest of the clause that it is a part of."""
    tag = candidate.tag
    after = text[tag.end : quotation.start].find("that ")
    if after < 0 or tag.end > quotation.start or not candidate.sentence.span.contains(quotation.span):
        return quotation.span
    end = min([c.tag.start for c in near if c.tag.start > quotation.end], default=candidate.sentence.end)
    end = min(end, candidate.sentence.end)
    return Span(tag.end + after + len("that "), max(quotation.end, end))


def _beside(
    text: str, candidate: Candidate, quotations: Sequence[Quotation], near: Sequence[Candidate]
) -> Quotation | None:
    """The quotation right before the tag, or the one that the tag leads in."""
    tag, use = candidate.tag, candidate.use
    before = [q for q in quotations if q.end <= tag.start and use and use.head.tag != "VBG"]
    if before and _BETWEEN.fullmatch(text, before[-1].end, tag.start):
        return before[-1]
    after = next((q for q in quotations if q.start >= tag.end), None)
    if after is None or after.start - tag.end > _LEAD_IN:
        return None
    other = any(tag.end <= c.tag.start < after.start for c in near if c is not candidate)
    return None if other or not _leads_in(text, candidate, after) else after


def _leads_in(text: str, candidate: Candidate, quotation: Quotation) -> bool:
    """Whether what stands between a tag and a quotation leads it in.

    A few words in quotation marks want a comma, a colon or *that* before them ("a show called “Kin”").
    """
    between = text[candidate.tag.end : quotation.start]
    if _ENDS.search(between + " ") or ";" in between:
        return False
    lead = between.rstrip()
    if not lead or lead.endswith((",", ":", " that")):
        return True
    return not candidate.content and count_words(text[slice(*quotation.span)]) >= _FLOATING_WORDS


def _interrupted(here: _ParagraphQuotations, quotation: Quotation) -> int | None:
    """The candidate whose quotation broke off with a comma earlier in the sentence, where this one goes on in lower
    case behind a comma: "“It is late,” she wrote in a letter explaining why, “but not too late.”"."""
    words = here.text[quotation.start : quotation.end].strip("\"”'’“‘«»„` ")
    if not words[:1].islower() or not here.text[: quotation.start].rstrip().endswith(","):
        return None
    for number in range(here.before(quotation.start)):
        candidate = here.now[number]
        broken = (
            span
            for span in candidate.content
            if span.end <= candidate.tag.start
            and here.text[span.start : span.end].rstrip("”\"'’")[-1:] == ","
        )
        if candidate.quoted and candidate.sentence.span.contains(quotation.span) and any(broken):
            return number
    return None


def _in_same_clause(here: _ParagraphQuotations, quotation: Quotation) -> int | None:
    """The candidate whose content, behind its cue, goes on up to a quotation in lower case.

    "She said the aim was not to “win” but to “get home alive”": the parse cut the content short.
    """
    words = here.text[quotation.start : quotation.end].strip("\"”'’“‘«»„` ")
    if not words[:1].islower():
        return None
    for number in range(here.before(quotation.start) - 1, -1, -1):
        candidate = here.now[number]
        if not candidate.sentence.span.contains(quotation.span):
            return None
        if candidate.use is not None:
            return number if _reaches(here, candidate, quotation) else None
    return None


def _reaches(here: _ParagraphQuotations, candidate: Candidate, quotation: Quotation) -> bool:
    """Whether nothing new begins between a content and a quotation behind it."""
    end = max((span.end for span in candidate.content), default=0)
    pos = candidate.use.cue.pos if candidate.use else ""
    if pos not in ("verb", "noun") or not candidate.tag.end <= end <= quotation.start:
        return False
    between = here.text[end : quotation.start]
    nothing_new = ";" not in between and len(between) <= _LEAD_IN and not _ENDS.search(between)
    others = here.now[here.before(end) : here.before(quotation.start)]
    return nothing_new and not any(end <= other.tag.start for other in others)


def _owner(here: _ParagraphQuotations, quotation: Quotation) -> int | None:
    """The candidate of the paragraph that a quotation without a cue of its own goes on with.

    It does so in the tag's sentence (“…,” she said, “and …”), and as a sentence of its own after any
    attribution of its paragraph.
    """
    last = _last_with_speaker(here, quotation)
    if last is None:
        return None
    candidate = here.now[last]
    gap = here.text[candidate.tag.end : quotation.start]
    if candidate.quoted and gap.rstrip().endswith(",") and len(gap) <= _LEAD_IN and not _ENDS.search(gap):
        return last
    if not _is_sentence(here.text, quotation, here.span):
        return None
    same = [
        number
        for number, other in enumerate(here.now)
        if other.sentence is candidate.sentence and other.tag.start < quotation.start and other.speaker
    ]
    best = [n for n in same if here.now[n].quoted and here.now[n].complement not in _NAMING]
    return _outermost(here.now, best or same)


def _last_with_speaker(here: _ParagraphQuotations, quotation: Quotation) -> int | None:
    numbers = range(here.before(quotation.start) - 1, -1, -1)
    return next((number for number in numbers if here.now[number].speaker), None)


def _is_alone(here: _ParagraphQuotations, quotation: Quotation) -> bool:
    """Whether a quotation is its whole paragraph, after one that quoted."""
    if here.now:
        return False
    return here.text[slice(*here.span)].strip(" .") == here.text[slice(*quotation.span)].strip(" .")


def _outermost(candidates: Sequence[Candidate], numbers: Sequence[int]) -> int:
    """Of some candidates the last, or the one of its sentence whose content holds its tag."""
    last = candidates[numbers[-1]]
    for number in numbers:
        candidate = candidates[number]
        if candidate.sentence is last.sentence and any(s.contains(last.tag) for s in candidate.content):
            return number
    return numbers[-1]


def _is_sentence(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation is all of its sentence, or of several."""
    head = text[max(paragraph.start, quotation.start - 6) : quotation.start].rstrip()
    if head and not _ENDS.search(head + " "):
        return False
    last = text[quotation.start : quotation.end].rstrip("\"”'’»")[-1:]
    tail = text[quotation.end : min(quotation.end + 2, paragraph.end)]
    return last in ".!?…" or tail[:1] in (".", "!", "?") or not tail.strip()


# -- quotations without a cue -----------------------------------------------------------------------


def without_cue(
    parsed: ParsedArticle, floating: Sequence[tuple[Quotation, Candidate | None]], words: SpeakerWords
) -> Iterator[Candidate]:
    """Quoted fragments without a cue: spoken by the subject of the sentence that they are a part of, or,
    where the sentence's verb stands in them, by whoever spoke before.

    A quotation that begins in upper case may be a title or a slogan and is left alone.
    """
    for quotation, before in floating:
        sentence = parsed.sentence_at(quotation.start)
        quoted = parsed.article.text[slice(*quotation.span)].strip("\"“”'‘’«»„ ")
        if sentence.parse is None or not quoted[:1].islower():
            continue
        root = next((t for t in sentence.parse if t.dep == "ROOT"), None)
        if root is None or quotation.start <= sentence.start + root.idx < quotation.end:
            if before is not None and before.speaker:
                yield _cueless(sentence, quotation, "speaker:carried-over", carried=True)
            continue
        who = _subject_outside(sentence, root, quotation, words)
        if who is not None:
            spans = tuple(token_spans(sentence, noun_phrase(who))[:1])
            yield _cueless(sentence, quotation, "speaker:sentence-subject", speaker=spans, speaker_head=who)


def _cueless(sentence: Sentence, quotation: Quotation, entry: str, **slots: Any) -> Candidate:
    return Candidate(
        sentence=sentence,
        use=None,
        complement="quotation",
        content=(quotation.span,),
        trail=("quotation-without-cue", entry),
        **slots,
    )


def _subject_outside(
    sentence: Sentence, root: Token, quotation: Quotation, words: SpeakerWords
) -> Token | None:
    """The subject of a sentence, where it stands outside a quotation and can speak: a name, a person's pronoun, or
    a noun for people, bodies, documents."""
    who = doer(root) or child(root, "nsubjpass")
    if who is None or quotation.start <= sentence.start + who.idx < quotation.end:
        return None
    if who.pos == "PROPN" or who.lower in _PERSONS:
        return who
    listed = who.lemma.lower() in words.types or who.lower in words.types
    return who if who.pos == "NOUN" and listed else None


def signed(parsed: ParsedArticle) -> Iterator[Candidate]:
    """Quotations signed by a name behind a dash, as in lists of reactions: “It was long overdue.” – Nadia Berg."""
    text = parsed.article.text
    for quotation in parsed.quotations:
        match = _SIGNATURE.match(text, quotation.end) if not quotation.orphan else None
        sentence = parsed.sentence_at(quotation.start)
        if match is None or sentence.region == "title" or not _opens_paragraph(text, quotation):
            continue
        yield Candidate(
            sentence=sentence,
            use=None,
            complement="quotation",
            content=(quotation.span,),
            trail=("quotation-signed", "speaker:signature"),
            speaker=(Span(*match.span(1)),),
            quoted=True,
        )


def _opens_paragraph(text: str, quotation: Quotation) -> bool:
    """Whether nothing but a list mark stands before a quotation in its line."""
    return not text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start].strip(" -•*\t")


# -- printed conversations --------------------------------------------------------------------------


def turns(parsed: ParsedArticle, verbs: Container[str] = ()) -> list[Candidate]:
    """Every turn of a printed conversation: its speaker, its colon, and what is said.

    "KRAVETS: We waited. / REPORTER: For how long?": a name before a colon opens a turn where the same text has
    other turns, or where the turn is quoted as a whole ("From Mayor Kravets: “We waited.”"). One paragraph
    with a colon alone is mostly a heading ("Weather: more rain"), and "Q" and "A" name nobody. One of the `verbs` of
    reporting before the name is no part of it ("Continued Kravets: “We waited.”").
    """
    found = list(_labelled(parsed, verbs))
    text = parsed.article.text
    labels = Counter(text[slice(*candidate.speaker[0])] for candidate in found)
    talks = len(found) >= _LEAST_TURNS and max(labels.values()) > 1
    kept = []
    for candidate in found:
        label, words = text[slice(*candidate.speaker[0])], text[slice(*candidate.content[0])]
        quoted = words.startswith(_OPENS) and words.rstrip(".")[-1:] in "”\"'»’"
        returns = labels[label] > 1 or len(label.split()) > 1 or label.isupper()
        if (talks and returns) or quoted:
            kept.append(candidate)
    return kept


def _labelled(parsed: ParsedArticle, verbs: Container[str]) -> Iterator[Candidate]:
    for group in parsed.paragraphs():
        if group[0].region == "title":
            continue
        start, end = group[0].start, group[-1].end
        match = _LABEL.match(parsed.article.text, start, end)
        said = match is not None and _SAYS.search(parsed.article.text, match.end(), end) is not None
        if match is not None and said and len(match.group(1)) > _LEAST_NAME:
            first, _, name = match.group(1).partition(" ")
            begins = match.end(1) - len(name) if name and first.lower() in verbs else match.start(1)
            yield Candidate(
                sentence=group[0],
                use=None,
                complement="turn",
                content=(Span(match.end(), end),),
                trail=("turn-of-conversation", "speaker:before-colon"),
                speaker=(Span(begins, match.end(1)),),
                mark=Span(*match.span(2)),
            )
