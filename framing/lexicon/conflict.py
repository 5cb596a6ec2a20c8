"""Schema of a conflict pack: the sides of a conflict and who speaks for each of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from framing.lexicon.schema import Entry, Phrases, Strict, Text

ActorType = Literal["named_person", "institution", "state_metonym", "media", "crowd_or_unspecified"]


SideId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


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

    Its id stands in tables and column names: lower-case letters, digits and underscores.
    `markers` are adjectives, demonyms and country names ("Ukrainian", "Ukrainians", "Ukraine").
    """

    id: SideId
    label: Text
    markers: Phrases
    actors: tuple[Actor, ...] = ()
    places: tuple[Text, ...] = ()


class ConflictPack(Strict):
    """Two or more sides, and the third parties that are often named beside them.

    Where the sides are `states`, every other country of the world is a third party without being listed.
    """

    id: Text
    title: Text
    about: Text
    states: bool = False
    references: dict[Text, Text]
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    third_parties: Side
