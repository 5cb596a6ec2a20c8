"""Casualty words that describe: dead, missing, the wounded, "left 30 injured", the deadly strike."""

from __future__ import annotations

from framing.extract.casualty.frame import Frame, subject_among
from framing.extract.casualty.people import is_people
from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.words import Vocabulary
from framing.text.grammar import (
    PASSIVE,
    children,
    clause_root,
    is_passive,
    is_verbal,
    noun_before,
    subject,
)
from framing.text.parse import Token

PREDICATED = ("acomp", "oprd", "attr", "advcl", "advmod", "xcomp", "ccomp", "dobj", "conj")
"""Labels of an adjective that a verb says of its subject: was dead, went missing, escaped unhurt."""


def state(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """An adjective said of victims: "12 dead", "went missing", "among the dead"."""
    state, word = trigger.anchor, trigger.word
    left = resultative(trigger, vocabulary)
    if left is not None:
        return left
    demand = "people"
    if is_attributive(state):
        return described(trigger, state.head, vocabulary)
    governor = clause_root(state)
    if is_nominal(state):
        return Frame(trigger, "other", word.lemma, governor, subject_among(state) or counted_part(state))
    victim = None
    if state.tag == "VBG" and children(state, "dobj"):
        return None
    if state.dep in PREDICATED and is_verbal(state.head):
        victim = subject(state.head)
    elif state.dep in ("amod", "acl") and state.head.i < state.i:
        victim = state.head
    beside = noun_before(state)
    victim = beside if beside is not None and (victim is None or beside.i > victim.i) else victim
    if victim is None or not is_people(victim, vocabulary, demand):
        return None
    if victim.pos == "PROPN" and children(state.head, "neg"):
        return None
    return Frame(trigger, "other", word.lemma, governor, victim)


def event_adjective(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """An adjective of an event ("the deadly strike"): the event is its cause; nobody is counted."""
    adjective = trigger.anchor
    noun = adjective.head.head if adjective.dep == "conj" else adjective.head
    if adjective.dep in ("acomp", "attr") and is_verbal(noun):
        noun = subject(noun) or noun
    of_time = adjective.tag in ("JJS", "RBS") and noun.lemma.lower() in vocabulary.no_persons
    happened = any(vocabulary.cause("event", word) for word in (noun, *children(noun, "compound")))
    if noun.pos not in ("NOUN", "PROPN") or not (of_time or happened):
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), doer=noun, link="modified_noun")


def described(trigger: Trigger, noun: Token, vocabulary: Vocabulary) -> Frame | None:
    """A participle or adjective before its noun: "wounded soldiers", "abducted children"."""
    if not is_people(noun, vocabulary, "people" if trigger.word.victims == "any" else trigger.word.victims):
        return None
    if trigger.anchor.tag == "VBG" and trigger.word.grammar == "transitive":
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), noun)


def resultative(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A state as the result of a verb ("left 30 injured"): active, and the lemma is that of the verb."""
    state = trigger.anchor
    victim = noun_before(state)
    if victim is None or children(state, *PASSIVE):
        return None
    for at in range(state.i - 1, max(state.i - 14, -1), -1):
        verb = state.parse[at]
        if not is_verbal(verb):
            continue
        if verb.i > victim.left_edge.i or vocabulary.cause("resultative_verb", verb) is None:
            if verb.i < victim.left_edge.i and verb.dep not in ("oprd", "amod", "acl"):
                return None
            continue
        if is_passive(verb, reduced=False) or not is_people(victim, vocabulary, trigger.word.victims):
            return None
        return Frame(trigger, "active", verb.lemma, verb, victim, doer=subject(verb), link="subject")
    return None


def is_attributive(token: Token) -> bool:
    return token.dep in ("amod", "compound") and token.head.i > token.i


def is_nominal(token: Token) -> bool:
    """Whether an adjective or participle stands as a noun: "the wounded", "the number of dead"."""
    counted = token.dep == "pobj" and token.head.lower == "of" and token.head.head.pos in ("NOUN", "NUM")
    if token.tag == "VBG":
        return False
    return (counted or bool(children(token, "det", "poss"))) and not children(token, "dobj", "auxpass")


def counted_part(noun: Token) -> Token:
    """The number in "three of the wounded", or the noun itself."""
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos == "NUM":
        return noun.head.head
    return noun
