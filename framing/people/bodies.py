"""Ministries, agencies, groups that an article names, so that "the agency" and "the group" find theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.text.sentences import ParsedArticle

REACH = 1500
"""Characters within which a body that was named is still meant."""
_CAPITAL = r"[A-Z][\w&.'’-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:of|for|and|on|&|the)[ \u00a0]){{0,2}}{_CAPITAL})*")
_DESCRIBED = re.compile(r",[ \u00a0](?:a|an|the|its)[ \u00a0]([^,.;:()“”\"]{3,80})")
_ENDS = re.compile(r"\s(?:of|for|at|in|from|with|on|to|by|that|which|who|based|known|called)\s")
_OPENS = re.compile(r"(?:The|A|An|In|On|At|By|But|And|As|If|For|From|With|After|When|While)[ \u00a0]")
_KINDS = ("institution", "media")


class Body(NamedTuple):
    """A body where a text names it; `nouns` are those of its name and of its description."""

    start: int
    name: str
    nouns: frozenset[str]


@dataclass(frozen=True)
class Bodies:
    """The bodies that an article names outside quotation marks; `types` are the types of nouns for speakers."""

    parsed: ParsedArticle
    lexicons: Lexicons
    types: Mapping[str, str]

    @cached_property
    def named(self) -> list[Body]:
        """Every body in text order."""
        return list(self._find())

    def _find(self) -> Iterator[Body]:
        text = self.parsed.article.text
        for match in _RUN.finditer(text):
            opening = _OPENS.match(match.group())
            start = match.start() + (opening.end() if opening else 0)
            name = text[start : match.end()].rstrip(".")
            words = re.findall(r"[\w-]+", name.lower())
            nouns = {word for word in words if self.types.get(word) in _KINDS}
            if len(words) < 2 or not nouns or self.parsed.inside_quotation(Span(start, match.end())):
                continue
            described = _DESCRIBED.match(text, match.end())
            last = re.findall(r"[\w-]+", _ENDS.split(described.group(1))[0].lower())[-1:] if described else []
            yield Body(start, name, frozenset({*nouns, *last}))

    def fits(self, noun: str, name: str) -> bool:
        """Whether "the company" can be the body of a name, by the nouns that the name holds."""
        held = [word for word in re.findall(r"[\w-]+", name.lower()) if self.types.get(word) in _KINDS]
        wanted = self.lexicons.words("offices", noun)
        return not held or not wanted or any(word in wanted for word in held)

    def called(self, noun: str, before: int) -> str | None:
        """The name of the only body named shortly before a place that has a noun in its description or name, or whose
        name the noun fits; None where there are two."""
        near = self._before(before)
        called = [b for b in near if noun in b.nouns]
        near = called or [b for b in near if self.fits(noun, b.name)]
        names = {body.name for body in near}
        return near[-1].name if len(names) == 1 else None

    def since(self, after: int, before: int) -> list[Body]:
        """The bodies named between two places."""
        return [body for body in self._before(before) if body.start > after]

    def _before(self, place: int) -> list[Body]:
        return [body for body in self.named if place - REACH < body.start < place]
