"""Who is who: which side of the conflict pack a noun phrase speaks, acts or stands for.

The pack lists actors (people, institutions, metonyms, media), markers (adjectives, demonyms, country
names) and places per side. A phrase belongs to the side of its first match, a listed actor before a
marker and a marker before a place. Nothing matched is "unknown": an unknown side beats a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from framing.language import plain
from framing.lexicon.conflict import ConflictPack, Side

THIRD_PARTY = "third_party"
UNKNOWN = "unknown"

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
        return entries

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._entries, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")

    def find(self, text: str) -> Iterator[ActorMatch]:
        """All forms in a text, longest first at each place, without overlaps."""
        for match in self._pattern.finditer(plain(text)):
            yield ActorMatch(match.start(), match.end(), *self._entries[match.group()])

    def of_phrase(self, text: str) -> ActorMatch | None:
        """The match that decides the side of a noun phrase, or None.

        "the head of Ukraine's delegation in Moscow" is Ukraine's: the first actor or marker decides,
        a place only where there is neither.
        """
        found = list(self.find(text))
        for kinds in (("actor", "marker"), ("place",)):
            for match in found:
                if match.kind in kinds:
                    return match
        return None

    def side_of(self, text: str) -> str:
        """The side of a noun phrase: a side's id, `third_party` or `unknown`."""
        match = self.of_phrase(text)
        return match.side if match else UNKNOWN
