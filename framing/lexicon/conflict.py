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
    `markers` are adjectives, demonyms and country names ("Ukrainian", "Ukrainians", "Ukraine"). `common_nouns`
    mean this side in reports of the conflict where no name stands ("hostages", "the occupiers"); they tell whose
    people casualties are and whose deed it was, and never choose a pack. `contested` are places that both sides
    hold for theirs: they count for the side of who speaks of them.
    """

    id: SideId
    label: Text
    markers: Phrases
    actors: tuple[Actor, ...] = ()
    places: tuple[Text, ...] = ()
    common_nouns: tuple[Text, ...] = ()
    contested: tuple[Text, ...] = ()


class ConflictPack(Strict):
    """Two or more sides, and the third parties that are often named beside them.

    Where the sides are `states`, every other country of the world is a third party without being listed. Where they
    are at `war`, what strikes the people or places of one side is the other's deed.
    """

    id: Text
    title: Text
    about: Text
    states: bool = False
    war: bool = False
    references: dict[Text, Text]
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    third_parties: Side
