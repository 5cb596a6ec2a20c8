"""Schemas of the naming lexicons: concepts with contested names, and the words that naming rules refer to."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import model_validator

from framing.lexicon.schema import Entry, Patterns, Phrases, Strict, Text

Kind = Literal["place", "name", "territory", "term", "organisation"]


class Period(Strict):
    """From the day `since` on, and up to the day before `until`; an open end is left out."""

    since: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if not (self.since or self.until) or (self.since and self.until and self.since >= self.until):
            raise ValueError("a period needs a day, and since before until")
        return self


class Variant(Strict):
    """One way to name the concept. `forms` are the strings that count as it; the first is `variant`
    in the tables unless `name` says otherwise. `signals` is what choosing it is said to signal.

    `periods` say when `guide` (a key of the entry's sources) asked for this name. `only_with` are words
    of which one has to stand in the article, where the form alone could name something else; `not_with`
    are words that must not (Odessa in an article on Texas).
    """

    forms: Phrases
    signals: Text
    name: str = ""
    guide: str = ""
    periods: tuple[Period, ...] = ()
    only_with: tuple[Text, ...] = ()
    not_with: tuple[Text, ...] = ()

    @property
    def label(self) -> str:
        return self.name or self.forms[0]

    @model_validator(mode="after")
    def _periods_need_a_guide(self) -> Variant:
        if bool(self.guide) != bool(self.periods):
            raise ValueError(f"variant {self.label!r}: guide and periods go together")
        return self


class NamingException(Strict):
    """A fixed expression in which the form does not name the concept ("chicken Kiev").

    `phrases` are found whatever their case; `patterns` are regular expressions, in the case given.
    """

    name: Text
    phrases: tuple[Text, ...] = ()
    patterns: Patterns | tuple[()] = ()

    @model_validator(mode="after")
    def _something_to_find(self) -> NamingException:
        if not self.phrases and not self.patterns:
            raise ValueError(f"exception {self.name!r} has neither phrases nor patterns")
        return self


class NameConcept(Entry):
    """A person, place, territory or event with more than one name in use.

    Forms of kind term are found whatever their case. `government` marks seats of government, whose name
    may stand for it. `only_with` are words of which one has to stand in the article.
    """

    kind: Kind
    label: Text
    conflicts: tuple[Text, ...] = ()
    variants: tuple[Variant, ...]
    exceptions: tuple[NamingException, ...] = ()
    government: bool = False
    only_with: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _guides_are_sources(self) -> NameConcept:
        for variant in self.variants:
            if variant.guide and variant.guide not in self.source:
                raise ValueError(f"variant {variant.label!r}: guide {variant.guide!r} is not in source")
        return self


class NamePatterns(Entry):
    """Patterns (Python regular expressions, ignoring case) of what stands before or between names."""

    patterns: Patterns
