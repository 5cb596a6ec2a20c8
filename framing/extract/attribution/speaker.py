"""Who a cue attributes to: the noun phrase in the cue's sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framing.article import Span
from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.draft import Draft, merged, token_spans
from framing.extract.clause import DATES, child, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_MOST_WORDS = 30
_MISREAD = ("dobj", "attr", "npadvmod", "dep", "oprd", "appos")
_INSIDE_PHRASE = ("compound", "det", "amod", "poss", "nummod", "nmod", "quantmod", "predet", "advmod")
_LOOSE = (
    "noun",
    "evidence",
    "gerund",
    "source-object",
    "of",
    "about",
    "on",
    "with",
    "for",
    "over",
    "against",
)


def speaker_of(use: CueUse, content: list[Token], support: frozenset[str]) -> tuple[list[Span], Token | None]:
    """Spans and head of the speaker's noun phrase; a relative pronoun comes with its antecedent.

    `support` are verbs whose subject speaks the noun that is their object ("issued a warning"). Empty
    where the sentence names nobody.
    """
    inside = {t.i for t in content}
    head = _head(use, inside, support)
    if head is None or head in use.tokens:
        return [], None
    if head.tag_ in ("WP", "WDT") or head.lower_ in ("that", "who", "which"):
        antecedent = _antecedent(head)
        if antecedent is None or antecedent.i in inside or head.i in inside:
            return [], None
        return merged([*_spans(use, antecedent), *token_spans(use.sentence, [head])]), antecedent
    if head.pos_ not in _NOMINAL and head.tag_ not in ("VBG", "NN", "JJS", "JJR", "RBS", "RBR"):
        return [], None
    return _spans(use, head), head


def plausible(draft: Draft, types: Mapping[str, str]) -> bool:
    """Whether the speaker can be one where the content is only a noun phrase.

    "The minister highlighted the danger" attributes, "the incident highlighted the danger" does not;
    with a that-clause or a quotation anything may speak. An `evidence` frame wants a document. What
    somebody would announce, did not disclose or met to discuss has not been said, and a generic "you"
    says nothing.
    """
    frame, head, use = draft.frame, draft.speaker_head, draft.use
    if head is not None and head.lower_ == "you":
        return False
    if use is None or frame not in _LOOSE:
        return True
    if head is None or _unrealised(use.head):
        return False
    if use.cue.cue_class == "neutral" and use.head.dep_ == "acl" and use.cue.pos == "verb":
        return False
    kind = types.get(head.lemma_.lower()) or types.get(head.lower_)
    if frame == "evidence":
        return kind == "document"
    if frame == "source-object":
        return kind != "document"
    return head.pos_ in ("PROPN", "PRON") or head.text[:1].isupper() or kind is not None


def _unrealised(verb: Token) -> bool:
    """Whether a verb names a speech act that is intended, possible or denied, not one that was made."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return True
    purpose = verb.dep_ in ("advcl", "acl", "relcl") and verb.tag_ == "VB"
    return purpose and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


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


def _head(use: CueUse, inside: set[int], support: frozenset[str]) -> Token | None:
    match use.cue.pos:
        case "verb":
            return _of_verb(use, inside)
        case "noun":
            return _of_noun(use.head, inside, support)
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
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and "evidence" not in use.cue.grammar:
        issuer = subject(verb.head.head) if verb.head.dep_ == "dobj" else None
        if issuer is not None:
            return issuer
    found = subject(verb)
    if found is not None and found.i not in inside:
        return found
    if found is None and is_passive(verb):
        return None
    return _inverted(use, inside) or _before(verb, inside)


def _inverted(use: CueUse, inside: set[int]) -> Token | None:
    """A speaker behind its cue that the parse took for an object (“…,” warned Kim)."""
    for c in use.head.children:
        if c.i > use.last.i and c.dep_ in _MISREAD and c.i not in inside:
            return c if c.pos_ in ("PROPN", "NOUN", "PRON") and c.text not in DATES else None
    return None


def after_cue(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right behind a cue after a quotation (“…,” said Kim)."""
    at = use.last.i + 1
    doc = use.head.doc
    if at >= len(doc) or doc[at].pos_ not in (*_NOMINAL, "DET"):
        return [], None
    head = doc[at]
    while head.dep_ in _INSIDE_PHRASE and head.head.i > head.i:
        head = head.head
    return (_spans(use, head), head) if head.pos_ in ("PROPN", "NOUN", "PRON") else ([], None)


def speaker_before(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right before a cue, where the parse sees another subject."""
    head = _before(use.head, set()) or _before(use.head.head, set())
    return (_spans(use, head), head) if head is not None else ([], None)


def _before(verb: Token, inside: set[int]) -> Token | None:
    """The noun phrase right before a finite verb that the parse left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    at = verb.i - 1
    while at >= 0 and (verb.doc[at].pos_ in ("ADV", "AUX") or verb.doc[at].text in DATES):
        at -= 1
    if at < 0 or verb.doc[at].pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    head = verb.doc[at]
    while head.dep_ in (*_INSIDE_PHRASE, "pobj", "prep") and head.head.i < verb.i and head.head is not head:
        if head.head.pos_ not in ("PROPN", "NOUN", "PRON", "ADP"):
            break
        head = head.head
    first = head.left_edge.i
    if at in inside and (first == 0 or verb.doc[first - 1].text != ","):
        return None
    return head if head.pos_ in ("PROPN", "NOUN", "PRON") and head.lower_ not in ("it", "there") else None


def _of_noun(noun: Token, inside: set[int], support: frozenset[str]) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep_ == "prep" and c.lower_ in ("by", "from", "of"):
            who = child(c, "pobj")
            if who is not None and who.i not in inside:
                return who
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in support and not is_passive(verb):
        return subject(verb)
    return None


def _of_preposition(use: CueUse) -> Token | None:
    for c in use.last.children:
        if c.dep_ == "pobj":
            return c
    return next((c for c in use.last.children if c.dep_ == "pcomp"), None)
