"""Casualty nouns: the death of, three fatalities, injuries to, hostages, the death toll."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.casualty.frame import Frame, by_phrase, subject_among
from framing.extract.casualty.people import COUNTING, is_people, names_nobody, people_entries
from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.words import Vocabulary
from framing.text.grammar import (
    SUBJECTS,
    children,
    clause_root,
    is_passive,
    is_verbal,
    object_of,
    prepositions,
    subject,
)
from framing.text.numerals import Numeral
from framing.text.parse import Token

TOLL_REACH = 160
"""How many characters behind a toll its number may stand."""


def event_noun(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A noun that names what happened to people: "the deaths of 12 soldiers", "no casualties"."""
    noun, word = trigger.anchor, trigger.word
    if noun.tag not in ("NN", "NNS", "NNP", "NNPS", "VBG") or object_of(noun) is not None:
        return None
    if noun.tag == "VBG" and not children(noun, "det", "poss", "amod", "prep"):
        return None
    if noun.dep == "compound" and noun.head.i > noun.i:
        return None
    left = _left_with(trigger, vocabulary)
    if left is not None:
        return left
    victim, modifiers = _noun_victims(trigger, vocabulary)
    governor = clause_root(noun)
    if victim is None and not modifiers:
        if word.victims == "required" or not _stands_alone(noun):
            return None
        if word.kind != "unspecified_loss" and word.kind != "killed" and noun.tag == "NN":
            return None
    if word.victims == "kin" and (victim is None or victim.head.lower != "of"):
        return None
    if victim is None and word.victims == "any" and _of_something_else(trigger, vocabulary):
        return None
    if word.victims == "soldiers" and not _is_military_loss(noun, victim, vocabulary):
        return None
    doer = by_phrase(noun, vocabulary) or (_by_behind(victim) if victim is not None else None)
    link = "by_phrase"
    if doer is None and victim is not None and word.forms[0] != "death":
        doer, link = _doer_before(noun, victim, vocabulary), "subject"
    if doer is None or victim is None:
        doer, link = None, "none"
    return Frame(trigger, "nominalised", word.lemma, governor, victim, modifiers, doer, link)


def _left_with(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """Harm as the result of a verb: "the fire left a boy with burns"."""
    noun = trigger.anchor
    if trigger.word.kind != "injured" or noun.dep != "pobj" or noun.head.lower != "with":
        return None
    verb = clause_root(noun)
    victim = object_of(verb)
    resultative = vocabulary.cause("resultative_verb", verb) is not None and not is_passive(
        verb, reduced=False
    )
    if not resultative or victim is None or not is_people(victim, vocabulary, "any"):
        return None
    return Frame(trigger, "active", verb.lemma, verb, victim, doer=subject(verb), link="subject")


def people_noun(trigger: Trigger) -> Frame | None:
    """A noun that names the victims themselves: "ten hostages", "a prisoner swap"."""
    noun = trigger.anchor
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    determined = noun.dep == "compound" or children(noun, "det", "poss", "nummod", "amod")
    if noun.tag == "NN" and not determined:
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), noun)


def toll(trigger: Trigger, numerals: Sequence[Numeral]) -> Frame | None:
    """A toll ("the death toll rose to 34"); a mere "toll" needs a number."""
    noun = trigger.anchor
    if trigger.word.victims == "required" and toll_number(trigger, numerals) is None:
        return None
    return Frame(trigger, "nominalised", trigger.word.lemma, clause_root(noun))


def toll_number(trigger: Trigger, numerals: Sequence[Numeral]) -> Numeral | None:
    """The number said of a toll: behind "to", "at" or "of", so the last one of "from 25 to 34"."""
    noun = trigger.tokens[-1]
    text = noun.parse.text
    behind = [n for n in numerals if 0 < n.start - noun.idx < TOLL_REACH]
    return next(
        (n for n in behind if text[: n.start].split()[-1].lower() in ("to", "at", "of", "past")), None
    )


def _noun_victims(trigger: Trigger, vocabulary: Vocabulary) -> tuple[Token | None, tuple[Token, ...]]:
    """The victims of a noun: an of-phrase, a possessor, the subject that suffers it, or its modifiers."""
    noun, word = trigger.anchor, trigger.word
    demand = "people" if word.victims in ("soldiers", "required") else word.victims
    if (listed := subject_among(noun)) is not None and is_people(listed, vocabulary, "people"):
        return listed, ()
    for one in (noun, *noun.conjuncts):
        for preposition in children(one, "prep"):
            if preposition.i < noun.i or preposition.lower not in ("of", "to", "among", "in"):
                continue
            if preposition.lower == "to" and word.kind != "injured":
                continue
            for inside in children(preposition, "pobj"):
                if inside in trigger.tokens and children(inside, "nummod"):
                    return inside, ()
                placed = preposition.lower == "in" and not people_entries(inside, vocabulary)
                if not placed and inside not in trigger.tokens and is_people(inside, vocabulary, demand):
                    return inside, ()
    if (near := _object_behind(noun)) is not None and is_people(near, vocabulary, demand):
        return near, ()
    modifiers = tuple(
        child
        for child in noun.lefts
        if (child.dep == "nummod" and not is_year(child))
        or (child.dep in ("amod", "compound", "nmod") and _colours(child, vocabulary))
    )
    if modifiers:
        return None, modifiers
    owner = next(iter(children(noun, "poss")), None)
    if owner is not None and is_people(owner, vocabulary, "any"):
        return owner, ()
    return _sufferer(noun, word.kind, vocabulary) or _said_of(noun, vocabulary), ()


def _said_of(noun: Token, vocabulary: Vocabulary) -> Token | None:
    """Who is counted behind the verb: "losses amounted to 300 soldiers"."""
    if noun.dep not in SUBJECTS:
        return None
    for preposition, inside in prepositions(noun.head):
        if preposition.lower in ("to", "at") and is_people(inside, vocabulary, "people"):
            return inside
    return None


def _sufferer(noun: Token, kind: str, vocabulary: Vocabulary) -> Token | None:
    """The subject that has them: "the driver suffered injuries", "was treated for injuries"."""
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    by_object = noun.dep == "dobj" and vocabulary.cause("suffering_verb", verb) is not None
    if kind != "injured" and not by_object:
        return None
    by_treatment = (
        noun.dep == "pobj" and noun.head.lower in ("for", "with") and is_passive(verb, reduced=False)
    )
    if noun.dep == "pobj" and noun.head.lower == "with" and not is_verbal(verb):
        verb, by_treatment = clause_root(noun), True
    if not (by_object or by_treatment) or not is_verbal(verb):
        return None
    who = subject(verb)
    return who if who is not None and is_people(who, vocabulary, "people") else None


def _object_behind(noun: Token) -> Token | None:
    """The object of "to" or "of" right behind a noun, wherever the parse hangs the preposition."""
    if noun.i + 1 < len(noun.parse) and noun.nbor(1).lower in ("to", "of", "among"):
        return next(iter(children(noun.nbor(1), "pobj")), None)
    return None


def _colours(word: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word before a noun says whose deaths: "civilian", "Palestinian"."""
    roles = {entry.role for entry in vocabulary.person(word)} - set(COUNTING)
    if word.pos == "PROPN" and vocabulary.cause("event", word.head) is not None:
        return False
    if roles and not (word.pos == "ADJ" and "child" in roles):
        return True
    return word.text[:1].isupper() and word.i > 0


def is_year(number: Token) -> bool:
    """Whether a number is a year ("her 1998 death")."""
    return number.text.isdecimal() and len(number.text) == 4 and number.text[:2] in ("18", "19", "20")


def _of_something_else(trigger: Trigger, vocabulary: Vocabulary) -> bool:
    """Whether an of-phrase says that no people died: "the death of the mill", "the killing of the bill"."""
    for preposition, inside in prepositions(trigger.anchor):
        if preposition.lower != "of" or inside in trigger.tokens:
            continue
        if inside.pos == "NOUN" or names_nobody(inside, vocabulary) or vocabulary.cause("actor", inside):
            happened = any(vocabulary.cause(role, inside) is not None for role in ("event", "instrument"))
            return not happened and inside.lower not in vocabulary.no_persons
    return False


def _stands_alone(noun: Token) -> bool:
    """A bare singular such as "death" names no casualty; "the killing", "deaths", "no injury" do."""
    return noun.tag in ("NNS", "NNPS") or bool(children(noun, "det", "poss", "nummod"))


def _doer_before(noun: Token, victim: Token, vocabulary: Vocabulary) -> Token | None:
    """Who stands before a noun that has its victims behind it: "Israel's killing of", "the police killing of"."""
    for child in noun.lefts:
        body = vocabulary.cause("actor", child) is not None or bool(people_entries(child, vocabulary))
        if child != victim and (child.dep == "poss" or (child.dep == "compound" and body)):
            return child
    return None


def _by_behind(victim: Token) -> Token | None:
    """The by-phrase right behind the victims, wherever the parse hangs it: "the killing of X by police"."""
    for token in victim.parse[victim.i + 1 : victim.i + 4]:
        if token.lower == "by":
            return next(iter(children(token, "pobj")), None)
    return None


def _is_military_loss(noun: Token, victim: Token | None, vocabulary: Vocabulary) -> bool:
    """Whether "losses" are people: said so, or an army's, with nothing of money, votes or machines beside."""
    if victim is not None and noun.i < victim.i:
        if victim.head.lower == "to" or not is_people(victim, vocabulary, "people"):
            return False
        if children(victim, "nummod") or is_people(victim, vocabulary, "soldiers"):
            return True
        return not any(vocabulary.cause("measure_of_loss", token) for token in noun.same_root)
    if any(p.lower in ("of", "in", "for") for p, _ in prepositions(noun) if p.i > noun.i):
        return False
    words = list(noun.same_root)
    if any(vocabulary.cause("measure_of_loss", token) is not None for token in words):
        return False
    belligerent = any(vocabulary.cause("military", token) is not None for token in words if token is not noun)
    named = any(c.text[:1].isupper() for c in children(noun, "amod", "poss", "nmod", "compound"))
    return noun.tag == "NNS" and (belligerent or named)
