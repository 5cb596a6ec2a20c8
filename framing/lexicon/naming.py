"""Schema of the naming lexicon: concepts with contested names."""

from __future__ import annotations

from typing import Literal

from framing.lexicon.schema import Entry, Phrases, Strict, Text


class Variant(Strict):
    """One way to name the concept. `forms` are the strings that count as it; the first is `variant`
    in the tables unless `name` says otherwise. `signals` is what choosing it is said to signal."""

    forms: Phrases
    signals: Text
    name: str = ""

    @property
    def label(self) -> str:
        return self.name or self.forms[0]


class NamingException(Strict):
    """A fixed expression in which the form does not name the concept ("chicken Kiev")."""

    name: Text
    phrases: Phrases


class NameConcept(Entry):
    """A person, place, territory or event with more than one name in use."""

    kind: Literal["place", "name", "territory", "term", "organisation"]
    label: Text
    conflicts: tuple[Text, ...] = ()
    variants: tuple[Variant, ...]
    exceptions: tuple[NamingException, ...] = ()
    government: bool = False
