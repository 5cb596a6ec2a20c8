"""The cause of a casualty in its sentence: the phrase, its type, and how it is tied to the predicate.

Full responsibility stands in the subject or a by-phrase; a preposition ("in a strike") loosens it, and
"after" only gives an order in time (Entman 1991; Moreno-Medina et al. 2025).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.extract.casualty.frame import Frame
from framing.extract.casualty.people import people_entries
from framing.extract.casualty.words import Vocabulary
from framing.text.grammar import (
    RELATIVES,
    children,
    is_passive,
    is_verbal,
    left_edge,
    prepositions,
    subject,
)
from framing.text.parse import Token

AGENT_TYPES = ("actor", "event", "instrument", "none")
CAUSE_LINKS = ("subject", "by_phrase", "causal_verb", "adjunct", "after_clause", "modified_noun", "none")
LONGEST = 30
"""A cause phrase is cut after so many tokens."""


@dataclass(frozen=True)
class Cause:
    """The doer or cause: its tokens in text order, none where the sentence names no cause."""

    tokens: tuple[Token, ...]
    head: Token | None
    type: str
    link: str


NO_CAUSE = Cause((), None, "none", "none")


def cause_of(frame: Frame, victims: tuple[Token, ...], vocabulary: Vocabulary) -> Cause:
    """The cause of a frame: the doer the syntax gives, or else the nearest event tied to it."""
    head, link = frame.doer, frame.link
    if head is not None and (head.lower in ("it", "this", "that", "which") or head in victims):
        head, link = (head, link) if head not in victims else (None, "none")
    if head is None and frame.link != "subject":
        head, link = _loose_cause(frame, victims, vocabulary)
    if head is None:
        return NO_CAUSE
    tokens = (head,) if link == "modified_noun" else _phrase(head, frame)
    return Cause(tokens, head, _type(head, vocabulary), link)


def _loose_cause(
    frame: Frame, victims: tuple[Token, ...], vocabulary: Vocabulary
) -> tuple[Token | None, str]:
    """A cause outside the predicate's own arguments."""
    if frame.trigger.word.grammar == "people_noun":
        anchor = frame.trigger.anchor
        if anchor.dep == "dobj" and vocabulary.cause("holding_verb", anchor.head) is not None:
            return subject(anchor.head), "causal_verb"
        return next(
            (
                (noun, "adjunct")
                for verb in children(frame.trigger.anchor, "acl")
                for p, noun in prepositions(verb)
                if p.lower == "by"
            ),
            (None, "none"),
        )
    causal = None
    if frame.construction == "nominalised":
        causal = _causal_subject(frame.trigger.anchor, vocabulary)
        if causal in frame.trigger.tokens:
            causal = None
        if causal is not None and (_is_cause(causal, vocabulary) or causal.pos == "PROPN"):
            return causal, "causal_verb"
        for child in frame.trigger.anchor.lefts:
            if child.dep in ("compound", "amod") and _is_cause(child, vocabulary):
                return child, "modified_noun"
    own = {frame.trigger.anchor, *children(frame.trigger.anchor, "acl", "relcl")}
    own |= set(children(frame.victim, "relcl")) if frame.victim is not None else set()
    for near in _neighbourhood(frame):
        for noun, link in _tied(near, near in own, vocabulary):
            above = frame.trigger.anchor.head
            holds = above.head == noun and vocabulary.cause("sequence", above) is not None
            itself = _event_in(noun, vocabulary) in frame.trigger.tokens
            if noun not in victims and not itself and not holds:
                return noun, link
    if frame.victim is not None and frame.victim.dep == "dobj" and _strikes(frame.victim.head, vocabulary):
        return subject(frame.victim.head), "after_clause"
    for noun, link in _behind(frame, vocabulary):
        return noun, link
    if causal is not None:
        return causal, "causal_verb"
    heading = _before_colon(frame.trigger.anchor)
    if heading is not None and heading.pos in ("NOUN", "PROPN") and _is_cause(heading, vocabulary):
        return heading, "adjunct"
    return None, "none"


def _before_colon(anchor: Token) -> Token | None:
    """The event of a headline: "Earthquake: 200 dead"."""
    colon = next((token for token in anchor.parse[: anchor.i] if token.text == ":"), None)
    return colon.nbor(-1) if colon is not None and colon.i > 0 else None


def _causal_subject(noun: Token, vocabulary: Vocabulary) -> Token | None:
    """The subject of "led to such a loss", "resulted in the deaths of", "caused injuries"."""
    top = noun
    while top.dep == "conj" and top.head != top:
        top = top.head
    for verb in (top.head, top.head.head):
        role = "linking_verb" if is_passive(verb, reduced=False) else "causal_verb"
        if is_verbal(verb) and vocabulary.cause(role, verb) is not None:
            if top.head != verb and not (top.dep == "pobj" and top.head.lower in ("in", "to", "with", "for")):
                return None
            who = subject(verb)
            is_cause = who is not None and not people_entries(who, vocabulary)
            return who if is_cause else None
        if top.dep != "pobj":
            return None
    return None


def _neighbourhood(frame: Frame) -> Iterator[Token]:
    """The places to look for a cause: the trigger, its victims, the clauses above, and those beside."""
    yield frame.trigger.anchor
    if frame.victim is not None:
        yield frame.victim
        yield from frame.victim.conjuncts
    yield from children(frame.trigger.anchor, "acl", "relcl")
    if frame.victim is not None:
        yield from (clause for clause in children(frame.victim, "relcl") if clause != frame.trigger.anchor)
    if frame.governor != frame.trigger.anchor:
        yield frame.governor
    yield from frame.trigger.anchor.conjuncts
    for ancestor in frame.trigger.anchor.ancestors:
        if ancestor != frame.governor:
            yield ancestor
    for ancestor in frame.trigger.anchor.ancestors:
        yield from ancestor.conjuncts


def _tied(word: Token, own: bool, vocabulary: Vocabulary) -> Iterator[tuple[Token, str]]:
    """Causes that hang on a word by a preposition or a clause of time.

    "By" ties a cause only to the casualty word itself (`own`): "wounded men were moved by helicopter".
    """
    for preposition, noun in prepositions(word):
        if (own or preposition.lower != "by") and _ties(preposition, noun, word, vocabulary):
            sequence = vocabulary.cause("sequence", preposition) is not None
            yield noun, "after_clause" if sequence else "adjunct"
        elif preposition.lower == "at" and noun.lemma.lower() == "hand":
            for inner, doer in prepositions(noun):
                if inner.lower == "of":
                    yield doer, "adjunct"
    in_which = word.dep == "relcl" and any(noun.tag in RELATIVES for _, noun in prepositions(word))
    if in_which and _is_cause(word.head, vocabulary):
        yield word.head, "adjunct"
    for clause in (*children(word, "advcl"), *_gerunds(word)):
        if not own and clause.lower in vocabulary.triggers:
            continue
        marks = [c for c in clause.children if c.dep in ("mark", "advmod", "prep") and c.i < clause.i]
        marks += [clause.head] if clause.dep == "pcomp" else []
        sequence = any(vocabulary.cause("sequence", mark) is not None for mark in marks)
        if not sequence and not any(vocabulary.cause("adjunct", mark) is not None for mark in marks):
            continue
        cause = _cause_in_clause(clause, vocabulary)
        if cause is not None and (sequence or _is_cause(cause, vocabulary) or _strikes(clause, vocabulary)):
            yield cause, "after_clause" if sequence else "adjunct"


def _behind(frame: Frame, vocabulary: Vocabulary) -> Iterator[tuple[Token, str]]:
    """Causes further on in the sentence, for headlines and sentences that the parse breaks up."""
    parse = frame.trigger.anchor.parse
    for word in parse[frame.trigger.end :]:
        sequence = vocabulary.cause("sequence", word) is not None
        if not sequence and (word.lower == "of" or vocabulary.cause("adjunct", word) is None):
            continue
        link = "after_clause" if sequence else "adjunct"
        for noun in children(word, "pobj"):
            following = noun.nbor(1) if noun.i + 1 < len(parse) else noun
            for happened in (noun, following):
                if happened.pos == "NOUN" and vocabulary.cause("event", happened) is not None:
                    yield happened, link
                    break
        if sequence or word.lower in ("as", "when"):
            for noun in parse[word.i + 1 : word.i + 5]:
                if noun.pos in ("NOUN", "PROPN") and _is_cause(noun, vocabulary):
                    yield noun, link


def _ties(preposition: Token, noun: Token, word: Token, vocabulary: Vocabulary) -> bool:
    """Whether a preposition makes its noun a cause: events by most, instruments by those of means."""
    if preposition.lower == "of" and not is_verbal(word):
        return False
    tying = any(vocabulary.cause(role, preposition) is not None for role in ("adjunct", "sequence"))
    inside = _event_in(noun, vocabulary)
    if vocabulary.cause("event", inside) is not None or (inside != noun and _is_cause(inside, vocabulary)):
        return tying
    by_means = preposition.lower in ("by", "with", "from", "under")
    return by_means and vocabulary.cause("instrument", noun) is not None


def _event_in(noun: Token, vocabulary: Vocabulary) -> Token:
    """The event in "one of the attacks", "an exchange of gunfire", or the noun itself."""
    if noun.pos != "NUM" and vocabulary.cause("part_of_event", noun) is None:
        return noun
    inside = [o for p in children(noun, "prep") if p.lower == "of" for o in children(p, "pobj")]
    return inside[0] if inside else noun


def _strikes(clause: Token, vocabulary: Vocabulary) -> bool:
    """Whether a clause says that something strikes or goes wrong: "when the stand collapsed"."""
    harmful = any(vocabulary.cause(role, clause) is not None for role in ("deed", "mishap"))
    return harmful and not is_passive(clause, reduced=False)


def _gerunds(word: Token) -> list[Token]:
    """The clause behind a preposition: "after being hit by a car"."""
    return [verb for preposition in children(word, "prep") for verb in children(preposition, "pcomp")]


def _cause_in_clause(clause: Token, vocabulary: Vocabulary) -> Token | None:
    for preposition, noun in prepositions(clause):
        if preposition.lower == "by" and is_passive(clause, reduced=False):
            return noun
    own = children(clause, "nsubj", "nsubjpass")
    if own and own[0].tag not in ("PRP", "WP", "WDT", "EX"):
        return own[0] if own[0].dep == "nsubj" or _is_cause(own[0], vocabulary) else None
    return next((o for o in children(clause, "dobj") if _is_cause(o, vocabulary)), None)


def _is_cause(noun: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun is an event or an instrument, or a quantity of one ("an exchange of gunfire")."""
    return any(vocabulary.cause(role, noun) is not None for role in ("event", "instrument"))


def _type(phrase: Token, vocabulary: Vocabulary) -> str:
    """What a cause is by its noun: an event, an instrument, or an actor; names are actors."""
    head = _event_in(phrase, vocabulary)
    by_weapon = any(vocabulary.cause("instrument", c) is not None for c in children(head, "compound"))
    is_instrument = vocabulary.cause("instrument", head) is not None
    if vocabulary.cause("event", head) is not None and not (is_instrument and by_weapon):
        return "event"
    if is_instrument:
        return "instrument"
    if vocabulary.cause("actor", head) is not None or people_entries(head, vocabulary):
        return "actor"
    return (
        "actor"
        if head.pos in ("PROPN", "PRON", "NUM", "ADJ")
        else "event"
        if head.pos == "VERB"
        else "instrument"
    )


def _phrase(head: Token, frame: Frame) -> tuple[Token, ...]:
    """The cause phrase: the noun with everything on it but clauses and the casualty itself."""
    stop = {token.i for token in frame.trigger.tokens}
    first, last = left_edge(head), head.i
    for token in head.subtree:
        if token.i < head.i:
            continue
        above = [token, *(a for a in token.ancestors if a.i > head.i and a in head.subtree)]
        quotes_after = token.text in '"“”' and token.i > head.i and last >= head.i
        if (
            token.i in stop
            or quotes_after
            or any(a.dep in ("relcl", "acl", "advcl", "appos") or a.text in "—–" for a in above)
        ):
            break
        last = token.i
    parse = head.parse
    while last > head.i and (
        (parse[last].is_punct and parse[last].text not in ")\"'") or parse[last].pos in ("CCONJ", "ADP")
    ):
        last -= 1
    return tuple(parse[first : min(last, first + LONGEST) + 1])
