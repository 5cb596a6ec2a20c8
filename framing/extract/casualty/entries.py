"""What each entry of a casualty's trail means: a rule by its example, the rest in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.extract.casualty.candidates import SAID_OF_OTHERS
from framing.extract.casualty.causes import FAR, HOLDERS, OF_NOUN, TIES
from framing.extract.casualty.constructions import BY_GRAMMAR
from framing.extract.casualty.constructions.arguments import (
    ACTIVE_DOERS,
    DYING,
    OBJECTS,
    SUFFERERS,
    WHOSE_LIVES,
)
from framing.extract.casualty.constructions.nouns import NOUN_DOERS, NOUN_VICTIMS
from framing.extract.casualty.constructions.states import DESCRIBED
from framing.extract.casualty.sides import DOER_SIDES, OPPONENTS, VICTIM_SIDES
from framing.extract.casualty.triggers import EXCLUSIONS, no_casualty
from framing.extract.casualty.victims import COUNTS, COUNTS_OF_WHOLE, TOLL_NUMBERS
from framing.extract.casualty.voice import FACTUALITIES, NEGATIONS, ONLY_MEANT, VOICES
from framing.extract.rules import Rule

TRIGGER = "trigger:"
"""Prefix of entries that name a word of the casualty lexicon."""

CONSTRUCTIONS: Mapping[str, tuple[Rule[Any, Any], ...]] = {
    grammar: table.rules for grammar, table in BY_GRAMMAR.items()
}
"""The tables of constructions by the grammar of the lexicon's entry."""

PARTS: Mapping[str, tuple[tuple[Rule[Any, Any], ...], ...]] = {
    "victim": (OBJECTS, DYING, SUFFERERS, WHOSE_LIVES, DESCRIBED, NOUN_VICTIMS),
    "count": (COUNTS, COUNTS_OF_WHOLE, TOLL_NUMBERS),
    "doer": (ACTIVE_DOERS, NOUN_DOERS, HOLDERS, OF_NOUN, TIES, FAR),
    "says": (VOICES,),
    "negation": (NEGATIONS,),
    "factuality": (FACTUALITIES,),
    "doer-side": (DOER_SIDES, OPPONENTS),
    "side": (VICTIM_SIDES,),
}
"""The tables of what belongs to a construction, by the prefix that their names have in a trail."""

EXCLUDING: Mapping[str, tuple[Rule[Any, Any], ...]] = {
    "no trigger": EXCLUSIONS,
    "only meant": ONLY_MEANT,
    "said of others": SAID_OF_OTHERS,
}
"""The tables of exclusions, which leave no row."""

OTHER: Mapping[str, str] = {
    "victim:itself": "the casualty word names the victims: the wounded, ten hostages",
    "victim:counted-part": "the number that counts some of them: three of the wounded",
    "victim:noun-behind": "the noun that the casualty word stands before: wounded soldiers",
    "victim:inside-object": "of an object that belongs to the casualty word: took twenty hostages",
    "victim:object-of-leaving": "the object of the verb that left them so: left a boy with burns",
    "count:sum": "the parts of the victim phrase added up",
    "count:number-of": "the number that the sentence gives to “the number of people killed”",
    "doer:by-phrase": "the noun behind “by” of the predicate",
    "doer:modified-noun": "the event that the adjective is said of: the deadly strike",
    "doer:of-casualty-before": "the doer of the casualty before it, whose noun is the subject",
    "doer:coordinated": "the doer of the coordinated predicate before it",
    "doer:coordinated-behind": "the doer of the coordinated predicate behind it",
    "status:coordinated": "a bare number: combatants or civilians like those of the predicate before it",
    "status:same-people": "a bare number: combatants or civilians like those whom the article gave the same number",
    "side:same-event": "the side of the victims of the same event elsewhere in the article",
    "doer-side:same-event": "whose deed the same event is elsewhere in the article",
}
"""What passes and constructions add to a trail without a table."""


def _examples(rules: tuple[Rule[Any, Any], ...], prefix: str = "") -> dict[str, str]:
    return {f"{prefix}{rule.name}": rule.example for rule in reversed(rules) if rule.make is not no_casualty}


ENTRIES: Mapping[str, str] = {
    **{name: example for rules in CONSTRUCTIONS.values() for name, example in _examples(rules).items()},
    **{
        name: example
        for prefix, tables in PARTS.items()
        for rules in tables
        for name, example in _examples(rules, f"{prefix}:").items()
    },
    **OTHER,
}
"""Every entry of a trail but those that name a word of the lexicon."""
