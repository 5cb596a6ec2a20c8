"""A claim in a few words of one of the articles, which should be clear without the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.compare.claims.statements import ClaimPassage
from framing.records.article import Span
from framing.text.parse import Token

LONGEST_GIST = 160
FEWEST_WORDS = 4
"""A clause with fewer words says little by itself."""
CLOSE = 0.7
"""Passages that carry the claim nearly as much as the best one: of these the clearest is taken."""
_OPENING = re.compile(r"^(?:and|but|as|when|which|who|although|while|because|so|if)\s+", re.IGNORECASE)
_CLOSING = re.compile(r"[\s,;]+(?:and|but|or|as|while|which|who)$", re.IGNORECASE)
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_QUOTES = {"“": "”", '"': '"'}


def gist(claim: Sequence[ClaimPassage]) -> str:
    """The claim in the words of the passage that can best stand alone of those that carry most of it."""
    most = max(passage.likeness or 0.0 for passage in claim)
    near = [passage for passage in claim if (passage.likeness or 0.0) >= CLOSE * most]
    best = max(near, key=lambda p: (_clearness(p), p.likeness or 0.0, -len(p.sentence.text)))
    words = " ".join(_words(best).split()).strip(" ,;:—–-")
    words = _balanced(_CLOSING.sub("", _OPENING.sub("", words)))
    if len(words) > LONGEST_GIST:
        words = words[:LONGEST_GIST].rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:]


def _span(passage: ClaimPassage) -> Span:
    return Span(passage.spans[0].start, passage.spans[-1].end)


def _tokens(passage: ClaimPassage, span: Span) -> list[Token]:
    """The tokens of a stretch of a sentence; none where the sentence was not parsed."""
    start = passage.sentence.start
    return [t for t in passage.sentence.parse or () if span.start <= start + t.idx < span.end]


def _clearness(passage: ClaimPassage) -> int:
    """2 where a noun is the subject, 1 where it is a pronoun or there is no telling, 0 without a subject or with
    hardly a word besides it."""
    tokens = _tokens(passage, _span(passage))
    if not tokens:
        return 1
    if sum(token.is_alpha for token in tokens) < FEWEST_WORDS:
        return 0
    first = _subject(tokens)
    return 0 if first is None else 1 if first.pos == "PRON" else 2


def _subject(tokens: Sequence[Token]) -> Token | None:
    """The subject of the clause that a stretch begins with: it stands before the first verb."""
    for token in tokens:
        if token.dep in _SUBJECTS and token.tag not in ("WDT", "WP"):
            return token
        if token.pos == "VERB" and token.dep != "amod":
            return None
    return None


def _words(passage: ClaimPassage) -> str:
    """The stretch without the "that" which ties it to a reporting word; the sentence, where the stretch has
    no subject of its own and the sentence is short."""
    span, text = _span(passage), passage.parsed.article.text
    if not _clearness(passage) and len(passage.sentence.text.strip()) <= LONGEST_GIST:
        return text[passage.sentence.start : passage.sentence.end].strip().rstrip(".")
    tokens = _tokens(passage, span)
    pieces, at = [], span.start
    for token in _ties(tokens):
        begin = passage.sentence.start + token.idx
        pieces.append(text[at:begin])
        at = begin + len(token.text)
    return "".join([*pieces, text[at : span.end]])


def _ties(tokens: Sequence[Token]) -> Iterator[Token]:
    """Each "that" which opens the stretch, or stands behind its "and": content tied to a reporting word."""
    for place, token in enumerate(tokens):
        opens = place == 0 or tokens[place - 1].dep == "cc"
        if token.lower == "that" and (token.dep == "mark" or token.pos == "SCONJ") and opens:
            yield token


def _balanced(words: str) -> str:
    """The words with no quotation mark that stands alone: one that opens is closed, one that closes is dropped.

    >>> _balanced('It would answer "in due course'), _balanced('They know it," he said')
    ('It would answer "in due course"', 'They know it, he said')
    """
    for mark, closing in _QUOTES.items():
        if mark != closing and words.count(mark) != words.count(closing):
            opened = words.rfind(mark) > words.rfind(closing)
            words = words + closing if opened else words.replace(closing, "", 1)
        if mark == closing and words.count(mark) % 2:
            at = words.rfind(mark)
            opens = at == 0 or words[at - 1].isspace()
            words = words + mark if opens else words[:at] + words[at + 1 :]
    return words
