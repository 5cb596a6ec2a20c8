"""Who holds which office in a text: "President Obama", "Olena Kravets, head of the port authority", "its spokesman, Luca Rossi".

Read off the text's own words, so that "the governor" is whoever the article calls so. Where it calls two people so,
and both have just been named, nobody is meant for sure, and nobody is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_NAME = r"(?:[A-Z][\w'’.-]*\w\.?\s)?(?:[A-Z]\.\s)?[A-Z][\w'’-]+(?:\s(?:(?:al|bin|de|van|von|der|el|la)[\s-]){0,2}[A-Z][\w'’-]+)?"
_WORDS = re.compile(r"[\w'’-]+")
_BEFORE = 40
_CLOSE = 400
"""Characters within which two holders of one office are both meant, so that neither is."""
_FORMER = frozenset(("former", "ex", "late", "then", "onetime", "deputy", "acting"))
_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "prof": "professor",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "pres": "president",
}
"""Titles as they are shortened before names."""


_ENDS_TITLE = re.compile(
    r"(?:^|\s)(?:of|for|at|in|from|with|on|to|by|as|after|before|while|when|that|which|who|whom|said|says|told)\s"
)
"""What ends the title in an apposition: a noun behind it is somebody else."""


class Holder(NamedTuple):
    """Somebody whom a text gives an office: the name, the noun, the words around it, the place."""

    name: str
    noun: str
    words: frozenset[str]
    start: int


@dataclass(frozen=True)
class Roles:
    """The offices that a text gives to people; `nouns` are the nouns for them, in lower case."""

    text: str
    nouns: Set[str]

    @cached_property
    def holders(self) -> list[Holder]:
        """All to whom the text gives an office, in text order."""
        found = [*self._before_names(), *self._behind_names(), *self._before_commas()]
        named = (holder._replace(name=self._bare(holder.name)) for holder in found)
        return sorted((h for h in named if h.name), key=lambda holder: holder.start)

    def _bare(self, name: str) -> str:
        """A name without titles before it and without the possessive; empty where it is no name."""
        words = re.sub(r"['’]s?$", "", name).split()
        while words and (self._noun(words[0].rstrip(".")) is not None or words[0].endswith(".")):
            words.pop(0)
        return " ".join(words)

    def _before_names(self) -> Iterator[Holder]:
        """“President Obama”, “spokesman Luca Rossi”, “Gov. Asa Berg”."""
        forms = sorted({*self.nouns, *_SHORT}, key=len, reverse=True)
        words = "|".join(f"[{form[0].upper()}{form[0]}]{re.escape(form[1:])}" for form in forms)
        for match in re.finditer(rf"\b(?=({words})(\.?)\s({_NAME}))", self.text):
            shortened = match[1].lower() in _SHORT
            noun = self._noun(match[1]) if shortened or not match[2] else None
            before = re.split(r"[.,;:\n]", self.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            if noun is not None:
                yield Holder(match[3], noun, _words(" ".join(before.split()[-2:])), match.start(3))

    def _behind_names(self) -> Iterator[Holder]:
        """“Olena Kravets, head of the port authority”."""
        for match in re.finditer(
            rf"\b({_NAME}),\s((?:a|an|the|its|their|his|her)\s)?([^,.;:()“”\"]{{3,80}})", self.text
        ):
            head = _ENDS_TITLE.split(match[3])[0]
            last = _WORDS.findall(head)[-1:]
            noun = self._noun(last[0]) if last else None
            if noun is not None:
                yield Holder(match[1], noun, _words(match[3]), match.start(1))

    def _before_commas(self) -> Iterator[Holder]:
        """“the region's governor, Luca Rossi,”."""
        for match in re.finditer(
            rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s([^,.;:()“”\"]{{3,60}}),\s({_NAME})[,.]", self.text
        ):
            head = re.split(r"\s(?:of|for|at|in)\s", match[1])[0]
            last = _WORDS.findall(head)[-1:]
            noun = self._noun(last[0]) if last else None
            if noun is not None:
                yield Holder(match[2], noun, _words(match[1]), match.start(2))

    def _noun(self, word: str) -> str | None:
        lower = word.lower()
        lower = _SHORT.get(lower, lower)
        return lower if lower in self.nouns else None

    def holder(self, noun: str, modifiers: Sequence[str], before: int) -> str | None:
        """The name of whoever holds an office at a place; None where nobody does, or more than one may be meant.

        `modifiers` are the words before the noun ("the *agriculture* minister"), all of which the text must give.
        """
        wanted = {word.lower() for word in modifiers}
        held = [
            h
            for h in self.holders
            if h.noun == noun and h.start < before and wanted <= h.words and not h.words & _FORMER
        ]
        by_surname = {h.name.split()[-1]: h for h in held}
        if not by_surname:
            return None
        named = sorted(((self.last_named(surname, before), surname) for surname in by_surname), reverse=True)
        if len(named) > 1 and named[0][0] - named[1][0] < _CLOSE:
            return None
        return max((h.name for h in held if h.name.split()[-1] == named[0][1]), key=len)

    def offices(self, surname: str) -> frozenset[str]:
        """The nouns of the offices that the text gives to whoever has a surname."""
        return frozenset(h.noun for h in self.holders if h.name.split()[-1] == surname)

    def last_named(self, surname: str, before: int) -> int:
        """Where a surname stands for the last time before a place; -1 where it does not."""
        places = self._places(surname)
        at = bisect_left(places, before)
        return places[at - 1] if at else -1

    def _places(self, surname: str) -> list[int]:
        return [match.start() for match in re.finditer(rf"\b{re.escape(surname)}\b", self.text)]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower().removesuffix("'s").removesuffix("’s") for word in _WORDS.findall(text))
