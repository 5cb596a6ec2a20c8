"""Schema of a conflict pack: the sides of a conflict and who speaks for each of them."""

from __future__ import annotations

from typing import Literal

from framing.lexicon.schema import Entry, Phrases, Strict, Text

ActorType = Literal["named_person", "institution", "state_metonym", "media", "crowd_or_unspecified"]


class Actor(Strict):
    """Somebody, or something, that can speak or act for a side; the first form is its canonical name."""

    type: ActorType
    forms: Phrases
    name: str = ""

    @property
    def canonical(self) -> str:
        return self.name or self.forms[0]


class Side(Entry):
    """One side: its label on the page, the words that tie something to it, its actors, its places.

    `markers` are adjectives, demonyms and country names ("Ukrainian", "Ukrainians", "Ukraine").
    """

    label: Text
    markers: Phrases
    actors: tuple[Actor, ...] = ()
    places: tuple[Text, ...] = ()


class ConflictPack(Strict):
    """Two or more sides, and the third parties that are often named beside them."""

    id: Text
    title: Text
    about: Text
    references: dict[Text, Text]
    sides: tuple[Side, ...]
    third_parties: Side
