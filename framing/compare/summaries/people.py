"""Whether two speakers are the same, told from names, offices and sides.

"The defence secretary" is Kim where the article calls Kim so; a spokesman is not the minister. Speakers are
different only where both are known: where it is not certain, the answer is "unsure".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from framing.compare.claims.terms import ClaimVocabulary
from framing.extract.attribution.record import AttributionMention
from framing.lexicon import Lexicons
from framing.lexicon.schema import WordList
from framing.people.sides import THIRD_PARTY, UNKNOWN
from framing.text.normalise import fold
from framing.text.sentences import plain

Relation = Literal["same", "different", "unsure"]
KIND, SPOKESPERSON = "roles", "spokesperson"
ALIKE = 0.75
"""Least likeness of two spellings of one surname."""
_BODIES = ("institution", "state_metonym", "media")
_RUN = 6
"""Words before a surname that may be given names and titles."""


class ArticleSpeakers:
    """The speakers of one article as it describes them."""

    def __init__(
        self, text: str, rows: Sequence[AttributionMention], lexicons: Lexicons, vocabulary: ClaimVocabulary
    ) -> None:
        self._text = plain(text)
        self._rows = rows
        self._vocabulary = vocabulary
        self._roles = {
            entry.id: re.compile(rf"\b(?:{'|'.join(map(re.escape, entry.words))})s?\b", re.IGNORECASE)
            for entry in lexicons.of(KIND, WordList)
        }

    def relation(self, one: AttributionMention, other: AttributionMention) -> Relation:
        """Whether two speakers are the same, surely different, or neither can be told."""
        names = [_name(row) for row in (one, other)]
        if not all(names):
            return "unsure"
        words = [self.words(row) for row in (one, other)]
        if names[0] == names[1] or (words[0] and words[0] == words[1]):
            return "same"
        persons = [self._is_named(row) for row in (one, other)]
        if all(persons):
            return "same" if _alike(names[0], names[1]) else "different"
        if _apart(one.speaker_side, other.speaker_side):
            return "different"
        if any(persons):
            person, described = (one, other) if persons[0] else (other, one)
            return self._person_and(person, described)
        return self._described(one, other)

    def words(self, row: AttributionMention) -> frozenset[str]:
        """The terms of a speaker as written and as resolved."""
        return frozenset(self._vocabulary.of_text(f"{row.speaker_text} {row.speaker_resolved}"))

    def _is_named(self, row: AttributionMention) -> bool:
        last = _name(row).split()[-1]
        return row.speaker_type == "named_person" and last[:1].isupper() and not self._roles_in(last)

    def _roles_in(self, phrase: str) -> frozenset[str]:
        return frozenset(role for role, pattern in self._roles.items() if pattern.search(phrase))

    def _person_and(self, person: AttributionMention, described: AttributionMention) -> Relation:
        """A named person against a speaker without a name."""
        surname = _name(person).split()[-1]
        if surname in plain(described.speaker_text):
            return "unsure"
        about = self._about(person)
        known = self._own(frozenset(self._vocabulary.of_text(about)))
        wanted = self._own(self.words(described))
        if described.speaker_type in _BODIES:
            return "same" if known & wanted else _of_one_state(person, described)
        roles, known_roles = self._roles_in(described.speaker_text), self._roles_in(about)
        if roles & known_roles:
            return "same"
        if known_roles and (SPOKESPERSON in roles or (roles and not known & wanted)):
            return "different"
        return "different" if self._is_of_another(described, surname) else "unsure"

    def _is_of_another(self, described: AttributionMention, surname: str) -> bool:
        """Whether the article gives an office to somebody with another name."""
        roles, wanted = self._roles_in(described.speaker_text), self.words(described)
        return any(
            roles and roles <= self._roles_in(about) and wanted <= set(self._vocabulary.of_text(about))
            for name, about in self._persons.items()
            if name.split()[-1] != surname
        )

    def _described(self, one: AttributionMention, other: AttributionMention) -> Relation:
        """Two speakers of whom neither is a named person."""
        words = [self._own(self.words(row)) for row in (one, other)]
        if any(row.speaker_type in _BODIES for row in (one, other)):
            return "same" if words[0] & words[1] else _of_one_state(one, other)
        if words[0] <= words[1] or words[1] <= words[0]:
            return "same"
        roles = [self._roles_in(row.speaker_text) for row in (one, other)]
        return "different" if all(roles) and not roles[0] & roles[1] and not words[0] & words[1] else "unsure"

    @staticmethod
    def _own(terms: frozenset[str]) -> frozenset[str]:
        """Terms without the names of countries."""
        return frozenset(term for term in terms if not term.startswith("@"))

    @cached_property
    def _persons(self) -> dict[str, str]:
        return {_name(row): self._about(row) for row in self._rows if _name(row) and self._is_named(row)}

    def _about(self, person: AttributionMention) -> str:
        """What an article calls a person: titles and descriptions beside the name, as one text."""
        name = _name(person)
        found = [f"{row.speaker_text} {name}" for row in (person, *self._rows) if _name(row) == name]
        surname = re.escape(name.split()[-1])
        before = re.compile(
            rf"((?:[\w'.-]+ ){{0,{_RUN}}}){surname}\b(?:, ((?:the|an?|[A-Z'])[^,.;]{{0,80}}))?"
        )
        for match in before.finditer(self._text):
            run: list[str] = []
            for word in reversed(match.group(1).split()):
                titled = bool(run) and bool(self._roles_in(run[-1]))
                if not (word[:1].isupper() or self._roles_in(word) or titled):
                    break
                run.append(word)
            found += [*run, match.group(2) or ""]
        return " ".join(found)


def _name(row: AttributionMention) -> str:
    return fold(plain(row.speaker_resolved)).text.strip()


def _alike(one: str, other: str) -> bool:
    """Whether two names can be one person's: a surname, spelled a little differently at most."""
    mine, yours = one.lower().split(), other.lower().split()
    if mine[-1] in yours or yours[-1] in mine:
        return True
    return SequenceMatcher(None, mine[-1], yours[-1], autojunk=False).ratio() >= ALIKE


def _apart(one: str, other: str) -> bool:
    """Whether two sides are known and differ."""
    return bool(one and other) and UNKNOWN not in (one, other) and one != other


def _of_one_state(one: AttributionMention, other: AttributionMention) -> Relation:
    """A government called by its country or capital is whoever speaks for it."""
    metonym = "state_metonym" in (one.speaker_type, other.speaker_type)
    side = one.speaker_side
    known = side and side not in (UNKNOWN, THIRD_PARTY)
    return "same" if metonym and known and side == other.speaker_side else "unsure"
