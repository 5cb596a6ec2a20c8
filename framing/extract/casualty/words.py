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


@dataclass(frozen=True)
class Vocabulary:
    """What the rules look up. All keys are lower case; phrases are tuples of words."""

    triggers: Mapping[str, tuple[tuple[tuple[str, ...], CasualtyWord], ...]]
    exceptions: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    people: Mapping[str, tuple[PeopleWords, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], PeopleWords], ...]]
    causes: Mapping[str, Mapping[str, CauseWords]]
    no_persons: frozenset[str]
    place_parts: frozenset[str]

    def person(self, token: Token) -> tuple[PeopleWords, ...]:
        """The entries for a word that may stand for people, by its form and its lemma."""
        form, lemma = token.lower, token.lemma.lower()
        return self.people.get(form, ()) + (self.people.get(lemma, ()) if lemma != form else ())

    def cause(self, role: str, token: Token) -> CauseWords | None:
        """The entry of a role for a word, by its lemma and then its form."""
        words = self.causes.get(role, {})
        return words.get(token.lemma.lower()) or words.get(token.lower)


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
    forms = [(_split(form), word) for word in words for form in word.forms]
    excepted = [(_split(phrase), word.id) for word in words for phrase in word.exceptions]
    named = [(_split(form), entry) for entry in people for form in entry.forms]
    single: dict[str, list[PeopleWords]] = {}
    for form, entry in named:
        if len(form) == 1 and entry.role not in ("no_person", "place_part"):
            single.setdefault(form[0], []).append(entry)
    by_role: dict[str, dict[str, CauseWords]] = {}
    for cause in causes:
        for text in cause.forms:
            by_role.setdefault(cause.role, {}).setdefault(text.lower(), cause)
    return Vocabulary(
        _by_first(forms),
        _by_first(excepted),
        {form: tuple(entries) for form, entries in single.items()},
        _by_first((form, entry) for form, entry in named if len(form) > 1),
        by_role,
        frozenset(form[0] for form, entry in named if entry.role == "no_person"),
        frozenset(form[0] for form, entry in named if entry.role == "place_part"),
    )


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().replace("-", " - ").split())


def _by_first(
    phrases: Iterable[tuple[tuple[str, ...], T]],
) -> dict[str, tuple[tuple[tuple[str, ...], T], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, entry in phrases:
        index.setdefault(phrase[0], []).append((phrase, entry))
    return {first: tuple(sorted(group, key=lambda p: -len(p[0]))) for first, group in index.items()}
