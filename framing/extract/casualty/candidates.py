"""The casualty statements of a sentence: each trigger by its construction, with its victims and its cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.extract.casualty.case import Frame
from framing.extract.casualty.causes import Cause, cause_of
from framing.extract.casualty.constructions import BY_GRAMMAR
from framing.extract.casualty.people import core
from framing.extract.casualty.triggers import NoCasualty, Trigger, find_triggers, no_casualty
from framing.extract.casualty.victims import Victims, victims_of
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.casualty.voice import ONLY_MEANT, OWN_VOICE, Voice
from framing.extract.rules import Rule, first
from framing.lexicon import Lexicons
from framing.people.sides import UNKNOWN
from framing.text.numerals import Numeral, find_numerals
from framing.text.parse import Parse, Token
from framing.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class KnownSide:
    """A side and whether words of the sentence give it."""

    side: str
    explicit: bool


NO_SIDE = KnownSide(UNKNOWN, False)


@dataclass(frozen=True, slots=True)
class CasualtyCandidate:
    """One predicate with its victims and its cause, on its way to a row.

    `continues` is true where it goes on with the one before; `siblings` are the frames of its sentence.
    """

    sentence: Sentence
    frame: Frame
    siblings: Sequence[Frame]
    victims: Victims
    cause: Cause
    trail: tuple[str, ...]
    continues: bool = False
    voice: Voice = OWN_VOICE
    negated: bool = False
    factuality: str = "asserted"
    victim_side: KnownSide = NO_SIDE
    doer_side: KnownSide = NO_SIDE

    @property
    def vocabulary(self) -> Vocabulary:
        return self.frame.case.vocabulary

    @property
    def trigger(self) -> Trigger:
        return self.frame.case.trigger

    @property
    def kind(self) -> str:
        return "none_reported" if self.negated else self.trigger.word.kind

    @property
    def count(self) -> Numeral:
        return Numeral(0, 0, 0, 0, "exact") if self.negated else self.victims.count

    @property
    def count_text(self) -> str:
        """The number phrase as written; empty where only the grammar says how many."""
        numeral = self.victims.count
        if numeral.end <= numeral.start or numeral.qualifier == "none":
            return ""
        return self.sentence.text[numeral.start : numeral.end]


# -- what excludes a construction -------------------------------------------------------------------


class TriggerReading(NamedTuple):
    """A construction of a trigger, and the tokens of the triggers before it in the sentence."""

    frame: Frame
    used: frozenset[int]


def is_not_of_these(reading: TriggerReading) -> bool:
    """The victims are a noun of which the word says something else: "captured delegates"."""
    case, victim = reading.frame.case, reading.frame.victim
    return victim is not None and core(victim, case.vocabulary).lower in case.word.not_of


def names_same_event(reading: TriggerReading) -> bool:
    """The noun only says how a casualty before it came about: "succumbed to his injuries"."""
    frame = reading.frame
    behind = frame.construction == "nominalised" and frame.anchor.dep == "pobj"
    return behind and frame.anchor.head.head.i in reading.used


SAID_OF_OTHERS: tuple[Rule[TriggerReading, NoCasualty], ...] = (
    Rule("not-of-these", "She *captured* 212 delegates.", no_casualty, (is_not_of_these,)),
    Rule("same-event", "He died of his *injuries*.", no_casualty, (names_same_event,)),
)
"""Constructions that speak of no casualty, or of one that was told already."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one reading of a trigger: the rule that decided, and its frame where it gives one."""

    trigger: Trigger
    rule: str
    frame: Frame | None


def decisions(parse: Parse, lexicons: Lexicons, vocabulary: Vocabulary) -> Iterator[Decision]:
    """What becomes of every trigger of a sentence, in text order; no token is in two triggers."""
    numerals: list[Numeral] | None = None
    used: set[int] = set()
    for readings in find_triggers(parse, vocabulary):
        if numerals is None:
            numerals = find_numerals(parse.text, lexicons)
        for trigger in readings:
            if any(token.i in used for token in trigger.tokens):
                continue
            decision = _decision(trigger, numerals, vocabulary, frozenset(used))
            yield decision
            if decision.frame is not None:
                used.update(token.i for token in trigger.tokens)
                break


def _decision(
    trigger: Trigger, numerals: Sequence[Numeral], vocabulary: Vocabulary, used: frozenset[int]
) -> Decision:
    table = BY_GRAMMAR[trigger.word.grammar]
    case = table.of(trigger, numerals, vocabulary)
    if (meant := first(ONLY_MEANT, case)) is not None:
        return Decision(trigger, meant[0], None)
    found = first(table.rules, case)
    if found is None or isinstance(found[1], NoCasualty):
        return Decision(trigger, "" if found is None else found[0], None)
    other = first(SAID_OF_OTHERS, TriggerReading(found[1], used))
    return Decision(trigger, found[0], found[1]) if other is None else Decision(trigger, other[0], None)


def candidates_of(sentence: Sentence, lexicons: Lexicons, vocabulary: Vocabulary) -> list[CasualtyCandidate]:
    """The casualty statements of a parsed sentence, in text order."""
    if sentence.parse is None:
        return []
    found = decisions(sentence.parse, lexicons, vocabulary)
    made = [(decision.rule, decision.frame) for decision in found if decision.frame is not None]
    made = [(rule, frame) for rule, frame in made if not _is_denied_of_same(frame, made)]
    frames = tuple(frame for _, frame in made)
    triggers = [token for frame in frames for token in frame.trigger.tokens]
    return [_candidate(sentence, rule, frame, frames, triggers) for rule, frame in made]


def _is_denied_of_same(frame: Frame, made: Sequence[tuple[str, Frame]]) -> bool:
    """Whether a noun for people only says of whom another predicate is denied: "not a single hostage was hurt"."""
    if frame.case.word.grammar != "people_noun" or frame.victim is None:
        return False
    other = any(f is not frame and f.victim is frame.victim for _, f in made)
    return other and any(c.lower in ("no", "not") for c in frame.victim.subtree if c.i < frame.victim.i)


def _candidate(
    sentence: Sentence, rule: str, frame: Frame, frames: Sequence[Frame], triggers: Sequence[Token]
) -> CasualtyCandidate:
    victims = victims_of(frame, triggers)
    cause = cause_of(frame, victims.tokens)
    trail = (f"trigger:{frame.case.word.id}", rule, *frame.trail, *victims.trail, *cause.trail)
    return CasualtyCandidate(sentence, frame, frames, victims, cause, trail)
