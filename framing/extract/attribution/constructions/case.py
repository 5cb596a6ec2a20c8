"""A cue in its sentence, with the facts about it that rules ask for, each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from framing.extract.attribution.candidate import Complement
from framing.extract.attribution.cues import CueUse
from framing.extract.rules import Rule
from framing.text.grammar import Clause, clause
from framing.text.parse import Token


class Content(NamedTuple):
    """What a rule takes for the content of a cue: its name, the kind of complement, the tokens in text order."""

    rule: str
    complement: Complement
    tokens: list[Token]


class CueCase:
    """One use of a cue; `heads` are the positions of all cue words of its sentence."""

    def __init__(self, use: CueUse, heads: Set[int] = frozenset()) -> None:
        self.use = use
        self.heads = heads
        self.verb = use.head
        """The first word of the cue, whatever its part of speech."""
        self.frames = frozenset(use.cue.grammar)
        self.facts: dict[str, Any] = {}

    @cached_property
    def clause(self) -> Clause:
        return clause(self.verb)

    @cached_property
    def right(self) -> list[Token]:
        """The children behind the cue's first word."""
        return [c for c in self.verb.children if c.i > self.verb.i]

    @cached_property
    def object(self) -> Token | None:
        """The first direct object."""
        return next((c for c in self.verb.children if c.dep == "dobj"), None)

    @cached_property
    def subject(self) -> Token | None:
        """The subject that hangs on the cue itself."""
        return next((c for c in self.verb.children if c.dep == "nsubj"), None)


T = TypeVar("T")


def fact(function: Callable[[CueCase], T]) -> Callable[[CueCase], T]:
    """A function of a case that is worked out once for it."""

    @wraps(function)
    def known(case: CueCase) -> T:
        if function.__qualname__ not in case.facts:
            case.facts[function.__qualname__] = function(case)
        answer: T = case.facts[function.__qualname__]
        return answer

    return known


Question = Callable[[CueCase], bool]


def construction(
    name: str,
    complement: Complement,
    example: str,
    make: Callable[[CueCase], list[Token] | None],
    *when: Question,
    needs: str = "",
) -> Rule[CueCase, Content]:
    """A rule that gives a cue its content; `needs` are complements of which the lexicon must give the cue one."""

    def content(case: CueCase) -> Content | None:
        tokens = make(case)
        return Content(name, complement, tokens) if tokens else None

    return Rule(name, example, content, when, frozenset(needs.split()))
