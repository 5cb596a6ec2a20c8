"""The record of a casualty predicate: its construction, and where its victims and its doer stand.

The construction is that of the casualty word itself, not of the verb of reporting; only a by-phrase
makes a passive with agent (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, 2025).
"""

from __future__ import annotations

from dataclasses import dataclass

from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.words import Vocabulary
from framing.text.grammar import (
    children,
    is_verbal,
    prepositions,
    subject,
)
from framing.text.parse import Token

CONSTRUCTIONS = (
    "active",
    "passive_with_agent",
    "passive_agentless",
    "intransitive",
    "nominalised",
    "other",
)


@dataclass(frozen=True)
class Frame:
    """One casualty predicate.

    `victim` is the head of the victim phrase; `modifiers` stand in for it where a noun is only counted or
    coloured ("three civilian deaths"). `doer` is the agent where the syntax itself gives it, with `link`;
    `governor` is the word whose clause is searched for a looser cause.
    """

    trigger: Trigger
    construction: str
    lemma: str
    governor: Token
    victim: Token | None = None
    modifiers: tuple[Token, ...] = ()
    doer: Token | None = None
    link: str = "none"


def subject_among(noun: Token) -> Token | None:
    """Who the dead are: the subject of "a nurse was among those killed"."""
    if noun.dep != "pobj" or noun.head.lower != "among" or not is_verbal(noun.head.head):
        return None
    if children(noun, "nummod"):
        return None
    who = subject(noun.head.head)
    return who if who is not None and who.lower not in ("it", "this", "that") else None


def by_phrase(verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The noun of a by-phrase, also behind a place ("shot in the back by an officer").

    What is done by somebody there is another deed ("killed in a raid by troops"), and a day is no doer.
    """
    found = list(prepositions(verb))
    for preposition, noun in found:
        if preposition.lower == "by" and noun.lower not in vocabulary.no_persons:
            return noun
    for _, place in found:
        if vocabulary.cause("event", place) is None:
            for preposition, noun in prepositions(place):
                if preposition.lower == "by" and vocabulary.person(noun):
                    return noun
    return None
