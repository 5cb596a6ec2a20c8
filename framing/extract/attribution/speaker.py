"""Who a cue attributes to: the noun phrase in the cue's sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.article import Span
from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.draft import merged, token_spans
from framing.extract.clause import child, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_MOST_WORDS = 30


def speaker_of(use: CueUse, content: list[Token]) -> tuple[list[Span], Token | None]:
    """Spans and head of the speaker's noun phrase; a relative pronoun comes with its antecedent.

    Empty where the sentence names nobody.
    """
    inside = {t.i for t in content}
    head = _head(use, inside)
    if head is None or head.i in inside or head in use.tokens:
        return [], None
    if head.tag_ in ("WP", "WDT") or head.lower_ in ("that", "who", "which"):
        antecedent = _antecedent(head)
        if antecedent is None or antecedent.i in inside:
            return [], None
        return merged([*_spans(use, antecedent), *token_spans(use.sentence, [head])]), antecedent
    if head.pos_ not in _NOMINAL and head.tag_ not in ("VBG", "NN"):
        return [], None
    return _spans(use, head), head


def _spans(use: CueUse, head: Token) -> list[Span]:
    cue = {t.i for t in use.tokens}
    tokens = [t for t in noun_phrase(head) if t.i not in cue][:_MOST_WORDS]
    return token_spans(use.sentence, tokens)[:1]


def _antecedent(pronoun: Token) -> Token | None:
    at = pronoun
    for _ in range(6):
        if at.dep_ == "relcl":
            return at.head
        if at.head is at:
            return None
        at = at.head
    return None


def _head(use: CueUse, inside: set[int]) -> Token | None:
    match use.cue.pos:
        case "verb":
            return _of_verb(use, inside)
        case "noun":
            return _of_noun(use.head, inside)
        case "adjective":
            return (
                subject(use.head.head)
                if use.head.dep_ in ("acomp", "attr", "conj", "oprd")
                else subject(use.head)
            )
        case "preposition":
            return _of_preposition(use)
        case "adverb":
            return None


def _of_verb(use: CueUse, inside: set[int]) -> Token | None:
    verb = use.head
    if "source_object" in use.cue.grammar and verb.tag_ == "VBG":
        return child(verb, "dobj")
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and (quoted := child(verb.head.head, "dobj")) is not None
    ):
        return quoted
    found = subject(verb)
    if found is not None and found.i not in inside:
        return found
    if found is None and is_passive(verb):
        return None
    return _inverted(use, inside)


def _inverted(use: CueUse, inside: set[int]) -> Token | None:
    """A speaker behind its cue that the parse took for an object (“…,” warned Kim)."""
    for c in use.head.children:
        if (
            c.i > use.last.i
            and c.dep_ in ("dobj", "attr", "npadvmod", "dep", "oprd", "appos")
            and c.i not in inside
        ):
            return c if c.pos_ in ("PROPN", "NOUN", "PRON") else None
    return None


def _of_noun(noun: Token, inside: set[int]) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep_ == "prep" and c.lower_ in ("by", "from", "of"):
            who = child(c, "pobj")
            if who is not None and who.i not in inside:
                return who
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and not is_passive(verb):
        return subject(verb)
    return None


def _of_preposition(use: CueUse) -> Token | None:
    for c in use.last.children:
        if c.dep_ == "pobj":
            return c
    return next((c for c in use.last.children if c.dep_ == "pcomp"), None)
