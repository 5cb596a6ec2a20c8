"""Casualty words that describe: dead, missing, the wounded, "left 30 injured", the deadly strike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.case import Case, Frame, Located, entry, subject_among
from framing.extract.casualty.triggers import NoCasualty, no_casualty
from framing.extract.rules import Rule, first
from framing.text.grammar import PASSIVE, child, children, clause_root, is_passive, is_verbal, subject
from framing.text.parse import Token

PREDICATED = ("acomp", "oprd", "attr", "advcl", "advmod", "xcomp", "ccomp", "dobj", "conj")
"""Labels of an adjective that a verb says of its subject: was dead, went missing, escaped unhurt."""
LEFT_REACH = 14
"""How many tokens before a state the verb may stand that leaves people in it."""


@dataclass(frozen=True)
class StateCase(Case):
    """A word for the state of victims: of whom it is said."""

    @cached_property
    def described(self) -> Located | None:
        """Of whom the state is said; a noun right before it is nearer than the subject."""
        return first(DESCRIBED, self)


# -- of whom a state is said ------------------------------------------------------------------------


def nearer_noun(case: Case) -> Token | None:
    """The noun right before the word, where it is nearer than what the clause gives."""
    beside, given = case.noun_before, _by_clause(case)
    return beside if beside is not None and (given is None or beside.i > given.i) else None


def is_said_by_verb(case: Case) -> bool:
    """A verb says the state of its subject."""
    return case.anchor.dep in PREDICATED and is_verbal(case.anchor.head)


def by_clause(case: Case) -> Token | None:
    """The subject of the verb, or the noun before."""
    return _by_clause(case)


def _by_clause(case: Case) -> Token | None:
    state = case.anchor
    own = child(state, "nsubj") if state.dep == "ccomp" else None
    if own is not None and own.i < state.i:
        return own
    if state.dep in PREDICATED and is_verbal(state.head):
        return _counted_before_verb(state.head, case) or subject(state.head)
    return state.head if state.dep in ("amod", "acl") and state.head.i < state.i else None


def _counted_before_verb(verb: Token, case: Case) -> Token | None:
    """People counted behind "and" right before a verb that has no subject: "from the mud and 30 people are missing"."""
    if verb.dep != "conj" or verb.i == 0 or any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    noun = verb.nbor(-1)
    opens = noun.left_edge.i - 1
    counted = bool(children(noun, "nummod")) and opens >= 0 and verb.parse[opens].dep == "cc"
    return noun if counted and case.is_people(noun, "people") else None


DESCRIBED: tuple[Rule[StateCase, Token], ...] = (
    Rule("noun-before", "Bomb hits market, [two] *missing*", nearer_noun),
    Rule("subject", "[Twelve men] are *dead*.", by_clause, (is_said_by_verb,)),
    Rule("described-noun", "[Boys] *missing* since Friday were named.", by_clause),
)
"""Of whom a state is said."""


# -- questions and what the rules make, for states and for participles -------------------------------


def is_attributive(token: Token) -> bool:
    return token.dep in ("amod", "compound") and token.head.i > token.i


def is_nominal(token: Token) -> bool:
    """Whether an adjective or participle stands as a noun: "the wounded", "the number of dead"."""
    if token.tag == "VBG" or children(token, "dobj", "auxpass"):
        return False
    counted = token.dep == "pobj" and token.head.lower == "of" and token.head.head.pos in ("NOUN", "NUM")
    return counted or bool(children(token, "det", "poss"))


def is_before_noun(case: Case) -> bool:
    """The word stands before a noun as an adjective."""
    return is_attributive(case.anchor)


def stands_as_noun(case: Case) -> bool:
    """The word stands as a noun, behind an article or counted."""
    return is_nominal(case.anchor)


def governs_object(case: Case) -> bool:
    """The word is a verb in -ing with an object: "missing the point"."""
    return case.anchor.tag == "VBG" and bool(children(case.anchor, "dobj"))


def describes_no_people(case: StateCase) -> bool:
    """It is said of nobody."""
    return case.described is None or not case.is_people(case.described[1], "people")


def is_said_not_to_be(case: StateCase) -> bool:
    """A name is said not to be in the state: "Cole is not dead"."""
    name = case.described is not None and case.described[1].pos == "PROPN"
    return name and bool(children(case.anchor.head, "neg"))


def result_of_verb(case: Case) -> Frame | None:
    """A state as the result of a verb ("left 30 injured"): active, and the lemma is that of the verb."""
    victim, verb = _counted_right_before(case) or case.noun_before, _verb_that_leaves(case)
    if victim is None or verb is None or is_passive(verb) or not case.is_people(victim):
        return None
    return left_by(case, verb, victim, "noun-before")


def _counted_right_before(case: Case) -> Token | None:
    """The number right before the word: "58 dead and over 130 injured"."""
    number = next((n for n in case.numerals if n.end == case.anchor.idx - 1), None)
    return (
        None if number is None else [t for t in case.anchor.parse if number.start <= t.idx < number.end][-1]
    )


def left_by(case: Case, verb: Token, victim: Token, where: str) -> Frame:
    """The frame of a verb that leaves people in a state."""
    doer = subject(verb)
    return Frame(
        case,
        "active",
        verb.lemma,
        verb,
        victim,
        doer=doer,
        link="subject",
        by="subject",
        trail=(f"victim:{where}",),
    )


def before_noun(case: Case) -> Frame | None:
    """A participle or adjective before its noun: "wounded soldiers", "abducted children"."""
    noun, word = case.anchor.head, case.word
    if not case.is_people(noun, "people" if word.victims == "any" else word.victims):
        return None
    if case.anchor.tag == "VBG" and word.grammar == "transitive":
        return None
    return Frame(case, "other", word.lemma, clause_root(noun), noun, trail=("victim:noun-behind",))


def as_noun(case: Case) -> Frame:
    """The word itself names the victims, or counts some of them: "three of the wounded"."""
    return _of_itself(case, counted_part(case.anchor))


def as_noun_or_subject(case: Case) -> Frame:
    """The same; of "was among the dead" the subject is meant."""
    who = subject_among(case.anchor)
    return _of_itself(case, counted_part(case.anchor) if who is None else who)


def _of_itself(case: Case, victim: Token) -> Frame:
    where = (
        "itself" if victim is case.anchor else "counted-part" if victim.pos == "NUM" else "subject-of-among"
    )
    trail = (f"victim:{where}",)
    return Frame(case, "other", case.word.lemma, clause_root(case.anchor), victim, trail=trail)


def predicated(case: StateCase) -> Frame | None:
    """A state that is said of people."""
    if case.described is None:
        return None
    trail = entry("victim", case.described)
    return Frame(case, "other", case.word.lemma, clause_root(case.anchor), case.described[1], trail=trail)


def counted_part(noun: Token) -> Token:
    """The number in "three of the wounded", or the noun itself."""
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos == "NUM":
        return noun.head.head
    return noun


def _verb_that_leaves(case: Case) -> Token | None:
    """The verb before the victims that leaves them in the state."""
    state, victim = case.anchor, case.noun_before
    if victim is None or children(state, *PASSIVE):
        return None
    edge = victim.left_edge.i
    for at in range(state.i - 1, max(state.i - LEFT_REACH, -1), -1):
        verb = state.parse[at]
        if not is_verbal(verb):
            continue
        if verb.i <= edge and case.vocabulary.cause("resultative_verb", verb) is not None:
            return verb
        if verb.i < edge and verb.dep not in ("oprd", "amod", "acl"):
            return None
    return None


def is_there(case: Case) -> bool:
    """The word is all that a "there are" says."""
    verb = case.anchor.head
    above = verb if case.anchor.dep != "conj" else verb.head
    there = any(c.dep == "expl" for v in (verb, above) for c in v.children)
    return (
        there and case.anchor.dep in ("acomp", "attr", "conj", "oprd") and not children(case.anchor, "nsubj")
    )


def as_noun_itself(case: Case) -> Frame:
    """The word names the victims."""
    return _of_itself(case, case.anchor)


STATE: tuple[Rule[StateCase, Frame | NoCasualty], ...] = (
    Rule("result-of-verb", "{The blast} left [thirty miners] *dead*.", result_of_verb),
    Rule("before-noun", "Divers found [two *dead* boys].", before_noun, (is_before_noun,)),
    Rule("before-no-people", "They removed the *dead* trees.", no_casualty, (is_before_noun,)),
    Rule("state-as-noun", "[A nurse] was among the *dead*.", as_noun_or_subject, (stands_as_noun,)),
    Rule("there-are", "There were [*dead*] and missing.", as_noun_itself, (is_there,)),
    Rule("governs-object", "Voters are *missing* the point.", no_casualty, (governs_object,)),
    Rule("said-of-no-people", "The engine is *dead*.", no_casualty, (describes_no_people,)),
    Rule("said-not-to-be", "Anna Cole is not *dead*.", no_casualty, (is_said_not_to_be,)),
    Rule("predicate-adjective", "[Twelve men] are *dead*.", predicated),
)
"""An adjective said of victims (dead, missing)."""


ATTRIBUTE: tuple[Rule[Case, Frame | NoCasualty], ...] = (
    Rule("before-noun", "They honoured the *fallen* [soldiers].", before_noun, (is_before_noun,)),
    Rule("state-as-noun", "They honoured [the *fallen*].", as_noun, (stands_as_noun,)),
    Rule("no-attribute", "Prices have *fallen*.", no_casualty),
)
"""A participle or adjective that says so only before a noun, or as a noun itself (fallen)."""


# -- adjectives of events ---------------------------------------------------------------------------


@dataclass(frozen=True)
class EventCase(Case):
    """An adjective of an event: the event is its cause; nobody is counted."""

    @cached_property
    def event(self) -> Token:
        """The noun that the adjective is said of."""
        adjective = self.anchor
        noun = adjective.head.head if adjective.dep == "conj" else adjective.head
        if adjective.dep in ("acomp", "attr") and is_verbal(noun):
            return subject(noun) or noun
        return noun


def is_of_event(case: EventCase) -> bool:
    """The noun is a harmful event."""
    words = (case.event, *children(case.event, "compound"))
    return _is_noun(case) and any(case.vocabulary.cause("event", word) for word in words)


def is_of_time(case: EventCase) -> bool:
    """The adjective is a superlative of a time: "the deadliest day"."""
    superlative = case.anchor.tag in ("JJS", "RBS")
    return _is_noun(case) and superlative and case.event.lemma.lower() in case.vocabulary.no_persons


def _is_noun(case: EventCase) -> bool:
    return case.event.pos in ("NOUN", "PROPN")


def deadly(case: EventCase) -> Frame:
    """The event as the doer."""
    return Frame(
        case,
        "other",
        case.word.lemma,
        clause_root(case.event),
        doer=case.event,
        link="modified_noun",
        by="modified-noun",
    )


EVENT_ADJECTIVE: tuple[Rule[EventCase, Frame | NoCasualty], ...] = (
    Rule("event-adjective", "The *deadly* {attack} shook the town.", deadly, (is_of_event,)),
    Rule("time-adjective", "It was the *deadliest* {day} since May.", deadly, (is_of_time,)),
    Rule("of-no-event", "It was a *deadly* silence.", no_casualty),
)
"""An adjective of what happened (deadly strike)."""
