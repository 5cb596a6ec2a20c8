"""A casualty word in its sentence: what the tables of constructions ask about it, each fact worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from framing.extract.casualty.people import is_people
from framing.extract.casualty.triggers import NoCasualty, Trigger
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule
from framing.lexicon.casualty import CasualtyWord
from framing.text.grammar import (
    Voice,
    children,
    is_passive,
    is_verbal,
    noun_before,
    prepositions,
    subject,
    voice,
)
from framing.text.numerals import Numeral
from framing.text.parse import Token

T = TypeVar("T")
Located = tuple[str, Token]
"""A word with the name of the rule that found it."""


@dataclass(frozen=True)
class Case:
    """One reading of a casualty word with its clause, the numbers of its sentence and the lexicons."""

    trigger: Trigger
    numerals: Sequence[Numeral]
    vocabulary: Vocabulary

    @property
    def word(self) -> CasualtyWord:
        return self.trigger.word

    @property
    def anchor(self) -> Token:
        return self.trigger.anchor

    @cached_property
    def passive(self) -> bool:
        """Whether the verb is passive by an auxiliary, its own or a shared one.

        A participle that a parse hangs on a noun is often a past tense: "reported the blast killed 16 people".
        """
        return is_passive(self.anchor, reduced=False)

    @cached_property
    def voice(self) -> Voice:
        return voice(self.anchor)

    @cached_property
    def subject(self) -> Token | None:
        """The subject of the verb, its own or a shared one."""
        return subject(self.anchor)

    @cached_property
    def noun_before(self) -> Token | None:
        """The head of the noun phrase that ends right before the word."""
        return noun_before(self.anchor)

    @cached_property
    def agent(self) -> Token | None:
        """The noun of the by-phrase of the verb or of a word of its trigger."""
        agents = (by_phrase(token, self.vocabulary) for token in (self.anchor, *self.trigger.tokens))
        return next((found for found in agents if found is not None), None)

    @cached_property
    def is_counted(self) -> bool:
        """Whether a number stands right behind the word."""
        return any(numeral.start == self.trigger.offset + 1 for numeral in self.numerals)

    def is_people(self, noun: Token, demand: str = "") -> bool:
        """Whether a noun can be the victims of the word, or what `demand` says instead."""
        return is_people(noun, self.vocabulary, demand or self.word.victims)


class Doer(NamedTuple):
    """Who or what did it, and how the sentence ties it to the predicate (a key of `CAUSE_LINKS`)."""

    head: Token
    link: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One casualty predicate: its construction, and where its victims and its doer stand.

    The construction is that of the casualty word itself, not of the verb of reporting; only a by-phrase
    makes a passive with agent (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, 2025). `victim` is the head
    of the victim phrase; `modifiers` stand in for it where a noun is only counted or coloured ("three civilian
    deaths"). `doer` is the agent where the syntax itself gives it, with `link`; `governor` is the word whose
    clause is searched for a looser cause. `trail` names the rules; `by` that of the doer.
    """

    case: Case
    construction: str
    lemma: str
    governor: Token
    victim: Token | None = None
    modifiers: tuple[Token, ...] = ()
    doer: Token | None = None
    link: str = "none"
    by: str = ""
    trail: tuple[str, ...] = ()

    @property
    def trigger(self) -> Trigger:
        return self.case.trigger

    @property
    def anchor(self) -> Token:
        return self.case.trigger.anchor


Construction = Rule[Case, Frame | NoCasualty]


def entry(kind: str, found: tuple[str, object] | None) -> tuple[str, ...]:
    """The entry of a trail for what a table found."""
    return (f"{kind}:{found[0]}",) if found is not None else ()


def next_of(found: Iterable[T]) -> T | None:
    """The first of what is found."""
    return next(iter(found), None)


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
            following = noun.nbor(1) if noun.i + 1 < len(noun.parse) else noun
            misread = noun.tag == "JJ" and following.tag == "VBG" and vocabulary.is_harmful(following)
            return following if misread else noun
    for _, place in found:
        if vocabulary.cause("event", place) is None:
            for preposition, noun in prepositions(place):
                if preposition.lower == "by" and vocabulary.person(noun):
                    return noun
    return None
