"""What a casualty word says in its sentence, by the grammar that the lexicon gives it."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.casualty.frame import Frame
from framing.extract.casualty.nouns import event_noun, people_noun, toll
from framing.extract.casualty.people import core
from framing.extract.casualty.states import event_adjective, state
from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.verbs import intransitive, loss, transitive
from framing.extract.casualty.words import Vocabulary
from framing.text.numerals import Numeral


def frame_of(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    """The frame of a trigger, or None where the word does not speak of casualties here."""
    frame = _by_grammar(trigger, vocabulary, numerals)
    if frame is None or frame.victim is None:
        return frame
    return None if core(frame.victim, vocabulary).lower in trigger.word.not_of else frame


def _by_grammar(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    grammar = trigger.word.grammar
    if grammar == "transitive":
        return transitive(trigger, vocabulary, numerals)
    if grammar == "loss":
        return loss(trigger, vocabulary, numerals)
    if grammar == "intransitive":
        return intransitive(trigger, vocabulary)
    if grammar == "event_noun":
        return event_noun(trigger, vocabulary)
    if grammar == "people_noun":
        return people_noun(trigger)
    if grammar == "toll":
        return toll(trigger, numerals)
    if grammar == "state":
        return state(trigger, vocabulary)
    return event_adjective(trigger, vocabulary)
