"""The casualty lexicons, compiled for look-up: triggers by first word, people and causes by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from framing.lexicon import Lexicons
from framing.lexicon.casualty import CasualtyWord, CauseWords, PeopleWords
from framing.text.parse import Token

T = TypeVar("T")
Form = tuple[str, ...]
"""A form of the lexicon in lower case, word by word."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the rules look up. All keys are lower case; phrases are tuples of words."""

    triggers: Mapping[str, tuple[tuple[Form, CasualtyWord], ...]]
    exceptions: Mapping[str, tuple[tuple[Form, str], ...]]
    people: Mapping[str, tuple[PeopleWords, ...]]
    phrases: Mapping[str, tuple[tuple[Form, PeopleWords], ...]]
    causes: Mapping[str, Mapping[str, CauseWords]]
    no_persons: frozenset[str]
    place_parts: frozenset[str]
    teams: frozenset[str]

    def person(self, token: Token) -> tuple[PeopleWords, ...]:
        """The entries for a word that may stand for people, by its form and its lemma."""
        form, lemma = token.lower, token.lemma.lower()
        return self.people.get(form, ()) + (self.people.get(lemma, ()) if lemma != form else ())

    def cause(self, role: str, token: Token) -> CauseWords | None:
        """The entry of a role for a word, by its lemma and then its form."""
        words = self.causes.get(role, {})
        return words.get(token.lemma.lower()) or words.get(token.lower)

    def has_role(self, token: Token, *roles: str) -> bool:
        """Whether a word has an entry in one of these roles."""
        return any(self.cause(role, token) is not None for role in roles)

    def is_harmful(self, token: Token) -> bool:
        """Whether a noun is an event or an instrument: what people come to harm by."""
        return self.has_role(token, "event", "instrument")


def vocabulary(lexicons: Lexicons) -> Vocabulary:
    return _compiled(
        lexicons.of("casualties", CasualtyWord),
        lexicons.of("people", PeopleWords),
        lexicons.of("causes", CauseWords),
    )


@lru_cache(maxsize=4)
def _compiled(
    words: tuple[CasualtyWord, ...], people: tuple[PeopleWords, ...], causes: tuple[CauseWords, ...]
) -> Vocabulary:
    named = [(_split(form), entry) for entry in people for form in entry.forms]
    return Vocabulary(
        triggers=_by_first((_split(form), word) for word in words for form in word.forms),
        exceptions=_by_first((_split(phrase), word.id) for word in words for phrase in word.exceptions),
        people=_single(named),
        phrases=_by_first((form, entry) for form, entry in named if len(form) > 1),
        causes=_by_role(causes),
        no_persons=_first_words(named, "no_person"),
        place_parts=_first_words(named, "place_part"),
        teams=_first_words(named, "team"),
    )


def _split(phrase: str) -> Form:
    return tuple(phrase.lower().replace("-", " - ").split())


def _by_first(phrases: Iterable[tuple[Form, T]]) -> dict[str, tuple[tuple[Form, T], ...]]:
    index: dict[str, list[tuple[Form, T]]] = {}
    for phrase, entry in phrases:
        index.setdefault(phrase[0], []).append((phrase, entry))
    return {first: tuple(sorted(group, key=lambda p: -len(p[0]))) for first, group in index.items()}


def _single(named: Iterable[tuple[Form, PeopleWords]]) -> dict[str, tuple[PeopleWords, ...]]:
    index: dict[str, list[PeopleWords]] = {}
    for form, entry in named:
        if len(form) == 1 and entry.role not in ("no_person", "place_part", "team"):
            index.setdefault(form[0], []).append(entry)
    return {form: tuple(entries) for form, entries in index.items()}


def _by_role(causes: Iterable[CauseWords]) -> dict[str, dict[str, CauseWords]]:
    index: dict[str, dict[str, CauseWords]] = {}
    for cause in causes:
        for text in cause.forms:
            index.setdefault(cause.role, {}).setdefault(text.lower(), cause)
    return index


def _first_words(named: Iterable[tuple[Form, PeopleWords]], role: str) -> frozenset[str]:
    return frozenset(form[0] for form, entry in named if entry.role == role)
