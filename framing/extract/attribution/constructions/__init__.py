"""What a cue attributes, by its grammar: tables of constructions, read top to bottom, the first that fits.

Nothing fits where the word is no cue in its sentence ("found a mine", "the talks were called off"). One table for
each kind of cue: active verbs, passives, participles that cite, cues of several words, nouns, adverbs, adjectives,
prepositions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.extract.attribution.constructions.case import Content, CueCase
from framing.extract.attribution.constructions.nouns import ADJECTIVES, ADVERBS, NOUNS, PREPOSITIONS
from framing.extract.attribution.constructions.parentheticals import AS_CLAUSES, marked_as
from framing.extract.attribution.constructions.passives import PASSIVES, asked_first
from framing.extract.attribution.constructions.verbs import (
    ACTIVE,
    CITING,
    PASSIVE_OF_SEVERAL_WORDS,
    POINTING,
    SEVERAL_WORDS,
    is_passive_with_subject,
)
from framing.extract.attribution.cues import CueUse
from framing.extract.rules import Rule, first
from framing.text.grammar import is_passive, stripped
from framing.text.parse import Token

__all__ = ["TABLES", "Content", "CueCase", "content_of", "pointed_to", "table_name", "table_of"]

Table = Sequence[Rule[CueCase, Content]]

TABLES: dict[str, Table] = {
    "active verbs": ACTIVE,
    "passives": PASSIVES,
    "as-clauses": AS_CLAUSES,
    "participles that cite": CITING,
    "participles that point to something": POINTING,
    "cues of several words": SEVERAL_WORDS,
    "passives of several words": PASSIVE_OF_SEVERAL_WORDS,
    "nouns": NOUNS,
    "adverbs": ADVERBS,
    "adjectives": ADJECTIVES,
    "prepositions": PREPOSITIONS,
}
"""All tables of constructions by what they are about."""


def table_of(case: CueCase) -> Table:
    """The constructions that a cue can have."""
    match case.use.cue.pos:
        case "verb":
            return _table_of_verb(case)
        case "noun":
            return NOUNS
        case "adverb":
            return ADVERBS
        case "adjective":
            return ADJECTIVES
        case "preposition":
            return PREPOSITIONS


def _table_of_verb(case: CueCase) -> Table:
    verb = case.verb
    if case.use.cue.rest:
        return PASSIVE_OF_SEVERAL_WORDS if is_passive_with_subject(verb) else SEVERAL_WORDS
    if is_passive(verb) or asked_first(verb):
        return AS_CLAUSES if marked_as(verb) else PASSIVES
    return CITING if "source_object" in case.frames and verb.tag == "VBG" else ACTIVE


def table_name(case: CueCase) -> str:
    """What the constructions that a cue can have are called."""
    table = table_of(case)
    return next(name for name, other in TABLES.items() if other is table)


def content_of(case: CueCase) -> Content | None:
    """The content of a cue by the first construction that fits, or None."""
    return _first(table_of(case), case)


def pointed_to(case: CueCase) -> Content | None:
    """The object of a participle as what its subject points to ("he left, *citing* the cost")."""
    return _first(POINTING, case)


def _first(table: Table, case: CueCase) -> Content | None:
    found = first(table, case, case.frames)
    if found is None:
        return None
    tokens = _trimmed(case.use, found[1].tokens)
    return found[1]._replace(tokens=tokens) if tokens else None


def _trimmed(use: CueUse, tokens: Iterable[Token]) -> list[Token]:
    """Content without the cue, without *that* at its beginning and without commas at its ends."""
    cue = {t.i for t in use.tokens}
    kept = stripped(sorted((t for t in tokens if t.i not in cue), key=lambda t: t.i))
    while kept and kept[0].lower == "that" and kept[0].dep in ("mark", "dep") and len(kept) > 1:
        kept = stripped(kept[1:])
    return kept
