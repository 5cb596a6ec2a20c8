"""Who does what to whom in two sentences: the same roles, in active or passive, or the two exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from framing.text.grammar import child, doer, is_passive, noun_phrase, object_of
from framing.text.parse import Parse, Token


class RoleTerms(Protocol):
    """Turns parsed words into what different wordings share."""

    def of_tokens(self, tokens: Iterable[Token]) -> list[str]: ...


class ActRoles(NamedTuple):
    """An act by its term, and the terms of who does it and of whom or what it is done to."""

    act: str
    doer: frozenset[str]
    target: frozenset[str]


def roles_of(parse: Parse, vocabulary: RoleTerms) -> Iterator[ActRoles]:
    """The acts of a sentence of which doer and object are both named.

    >>> from framing.text.spacy_adapter import parse_of
    >>> class Lemmas:
    ...     def of_tokens(self, tokens):
    ...         return [token.lemma.lower() for token in tokens if token.is_alpha]
    >>> for text in ("Guards hit rebels.", "Rebels were hit by guards."):
    ...     print(list(roles_of(parse_of(text), Lemmas())))
    [ActRoles(act='hit', doer=frozenset({'guard'}), target=frozenset({'rebel'}))]
    [ActRoles(act='hit', doer=frozenset({'guard'}), target=frozenset({'rebel'}))]
    """
    for verb in parse:
        if verb.pos != "VERB":
            continue
        by = doer(verb)
        to = child(verb, "nsubjpass") if is_passive(verb) else object_of(verb)
        if by is None or to is None:
            continue
        sides = (frozenset(vocabulary.of_tokens(noun_phrase(noun))) for noun in (by, to))
        for act in vocabulary.of_tokens([verb]):
            yield ActRoles(act, *sides)
            break


def exchange_roles(here: Parse, there: Parse, vocabulary: RoleTerms) -> bool:
    """Whether two sentences tell of one act with doer and object exchanged ("Guards hit rebels", "Rebels hit guards")."""
    acts = list(roles_of(there, vocabulary))
    return any(
        one.act == other.act
        and bool(one.doer & other.target)
        and bool(one.target & other.doer)
        and not one.doer & other.doer
        for one in roles_of(here, vocabulary)
        for other in acts
    )
