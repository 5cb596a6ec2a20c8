"""Who is who: which side of the conflict pack a noun phrase speaks, acts or stands for.

The pack lists actors (people, institutions, metonyms, media), markers (adjectives, demonyms, country
names) and places per side. A phrase belongs to the side of its first match, a listed actor before a
marker and a marker before a place. Nothing matched is "unknown": an unknown side beats a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from framing.lexicon.conflict import ConflictPack, Side
from framing.people.countries import country_markers
from framing.text.normalise import fold
from framing.text.phrases import PhraseIndex
from framing.text.sentences import plain

THIRD_PARTY = "third_party"
UNKNOWN = "unknown"

REMEMBERED = 10_000
"""Phrases whose side is remembered."""
_TURNED_TO = re.compile(r"\b(?:to|for|against|towards?) (?:the )?$")
_COORDINATED = re.compile(r"(?:['’]s)?,? (?:and|or|nor) (?:the )?")

MatchKind = Literal["actor", "marker", "place"]


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """A form of the pack found in a phrase; offsets are into that phrase.

    `type` and `canonical` are those of the actor; for markers and places they are empty and the form.
    """

    start: int
    end: int
    side: str
    kind: MatchKind
    type: str
    canonical: str


@dataclass(frozen=True)
class Sides:
    """The compiled forms of one conflict pack."""

    pack: ConflictPack
    _decided: dict[str, ActorMatch | None] = field(default_factory=dict, repr=False, compare=False)
    """What decides the side of a phrase, remembered: an article names the same few again and again."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the sides in the order of the pack, without third parties and unknown."""
        return tuple(side.id for side in self.pack.sides)

    def label(self, side: str) -> str:
        """The side's name as the page prints it."""
        labels = {s.id: s.label for s in self.pack.sides}
        labels |= {THIRD_PARTY: self.pack.third_parties.label, UNKNOWN: "Unnamed or unclear"}
        return labels[side]

    @cached_property
    def _entries(self) -> dict[str, tuple[str, MatchKind, str, str]]:
        entries: dict[str, tuple[str, MatchKind, str, str]] = {}
        named: list[tuple[str, Side]] = [(side.id, side) for side in self.pack.sides]
        for side_id, side in [*named, (THIRD_PARTY, self.pack.third_parties)]:
            for actor in side.actors:
                for form in actor.forms:
                    entries.setdefault(plain(form), (side_id, "actor", actor.type, actor.canonical))
            for form in side.markers:
                entries.setdefault(plain(form), (side_id, "marker", "", form))
            for form in side.places:
                entries.setdefault(plain(form), (side_id, "place", "", form))
        if self.pack.states:
            for form in country_markers():
                entries.setdefault(plain(form), (THIRD_PARTY, "marker", "", form))
        return entries

    @cached_property
    def contested(self) -> frozenset[str]:
        """Places that both sides hold for theirs."""
        return frozenset(form for side in self.pack.sides for form in side.contested)

    @cached_property
    def _common(self) -> dict[str, str]:
        return {plain(form).lower(): side.id for side in self.pack.sides for form in side.common_nouns}

    @cached_property
    def _common_forms(self) -> PhraseIndex:
        return PhraseIndex(self._common, any_case=True)

    def of_common_noun(self, text: str) -> str:
        """The side that common nouns of a phrase mean where no name stands; unknown where they mean several."""
        folded = fold(plain(text))
        found = {self._common[form] for _, _, form in self._common_forms.find(folded.text)}
        return found.pop() if len(found) == 1 else UNKNOWN

    @cached_property
    def _forms(self) -> PhraseIndex:
        return PhraseIndex(self._entries, compounds=True)

    def find(self, text: str) -> Iterator[ActorMatch]:
        """All forms in a text, longest first at each place, without overlaps."""
        folded = fold(plain(text))
        for start, end, form in self._forms.find(folded.text):
            span = folded.span(start, end)
            yield ActorMatch(span.start, span.end, *self._entries[form])

    def of_phrase(self, text: str) -> ActorMatch | None:
        """The match that decides the side of a noun phrase, or None where two sides share it.

        "the head of Ukraine's delegation in Moscow" is Ukraine's: the first actor or marker decides,
        a place only where there is neither. What stands behind *to*, *for* or *against* is whom the
        phrase is turned to ("the US ambassador to Ukraine") and decides only where nothing else does.
        """
        if text not in self._decided:
            if len(self._decided) >= REMEMBERED:
                self._decided.clear()
            self._decided[text] = self._decides(text)
        return self._decided[text]

    def _decides(self, text: str) -> ActorMatch | None:
        found = list(self.find(text))
        own = [match for match in found if not _TURNED_TO.search(text, 0, match.start)] or found
        for kinds in (("actor", "marker"), ("place",)):
            for match in own:
                if match.kind in kinds:
                    return None if self._shared(text, match, found) else match
        return None

    @staticmethod
    def _shared(text: str, match: ActorMatch, found: Sequence[ActorMatch]) -> bool:
        """Whether a form of another side is coordinated with this one ("Ukrainian and Russian officials")."""
        return any(
            other.side != match.side
            and other.start >= match.end
            and _COORDINATED.fullmatch(text, match.end, other.start) is not None
            for other in found
        )

    @cached_property
    def _nouns(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Of each actor that is no person its side and the last words of its forms, in lower case."""
        return {
            actor.canonical: (side.id, frozenset(form.lower().split()[-1] for form in actor.forms))
            for side in self.pack.sides
            for actor in side.actors
            if actor.type != "named_person"
        }

    def nouns_of(self, canonical: str) -> frozenset[str]:
        """The nouns by which an actor is called: "military" and "army" for that of Israel."""
        return self._nouns.get(canonical, ("", frozenset(canonical.lower().split())))[1]

    def with_actor_called(self, noun: str) -> frozenset[str]:
        """The sides that have an actor which a noun calls so."""
        return frozenset(side for side, nouns in self._nouns.values() if noun in nouns)

    def side_of(self, text: str) -> str:
        """The side of a noun phrase: a side's id, `third_party` or `unknown`."""
        match = self.of_phrase(text)
        return match.side if match else UNKNOWN
