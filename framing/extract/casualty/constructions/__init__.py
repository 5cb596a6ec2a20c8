"""What a casualty word says in its sentence: a table of constructions for each grammar of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from framing.extract.casualty.case import Case, Frame
from framing.extract.casualty.constructions.arguments import VerbCase
from framing.extract.casualty.constructions.nouns import EVENT_NOUN, PEOPLE_NOUN, REMAINS, TOLL, NounCase
from framing.extract.casualty.constructions.states import (
    ATTRIBUTE,
    EVENT_ADJECTIVE,
    STATE,
    EventCase,
    StateCase,
)
from framing.extract.casualty.constructions.verbs import INTRANSITIVE, LOSS, TRANSITIVE
from framing.extract.casualty.triggers import NoCasualty, Trigger
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule
from framing.lexicon.casualty import Grammar
from framing.text.numerals import Numeral


class ConstructionTable(NamedTuple):
    """The constructions of one grammar, and the case that their questions are asked of."""

    rules: tuple[Rule[Any, Frame | NoCasualty], ...]
    case: type[Case]

    def of(self, trigger: Trigger, numerals: Sequence[Numeral], vocabulary: Vocabulary) -> Case:
        """The case of a trigger."""
        return self.case(trigger, numerals, vocabulary)


BY_GRAMMAR: Mapping[Grammar, ConstructionTable] = {
    "transitive": ConstructionTable(TRANSITIVE, VerbCase),
    "intransitive": ConstructionTable(INTRANSITIVE, VerbCase),
    "loss": ConstructionTable(LOSS, VerbCase),
    "event_noun": ConstructionTable(EVENT_NOUN, NounCase),
    "people_noun": ConstructionTable(PEOPLE_NOUN, Case),
    "toll": ConstructionTable(TOLL, Case),
    "state": ConstructionTable(STATE, StateCase),
    "attribute": ConstructionTable(ATTRIBUTE, Case),
    "remains": ConstructionTable(REMAINS, Case),
    "event_adjective": ConstructionTable(EVENT_ADJECTIVE, EventCase),
}
