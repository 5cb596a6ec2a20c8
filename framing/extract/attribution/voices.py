"""Which nouns can speak: names, persons' pronouns, numbers of people, and nouns for people, bodies, documents."""

from __future__ import annotations

from collections.abc import Mapping

from framing.text.parse import Token

_PERSONS = (
    "he",
    "she",
    "they",
    "i",
    "we",
    "who",
    "him",
    "her",
    "them",
    "those",
    "these",
    "all",
    "both",
    "one",
)


def kind_of(noun: Token, types: Mapping[str, str]) -> str | None:
    """Speaker type of a head noun by the lexicon, or None."""
    return types.get(noun.lemma.lower()) or types.get(noun.lower)


def can_speak(noun: Token, types: Mapping[str, str]) -> bool:
    """Whether a noun can head the name of a speaker."""
    if noun.pos in ("PROPN", "NUM") or noun.text[:1].isupper() or noun.lower in _PERSONS:
        return True
    return kind_of(noun, types) is not None
