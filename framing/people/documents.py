"""Whose a document is: "the lawmakers said in a statement", "a letter signed by the nurses", "the union's report"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.text.grammar import child, doer
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle

_CHANNELS = ("in", "through", "via")
_MADE_BY = ("by", "from")


class Authored(NamedTuple):
    """A document where a text tells whose it is: its noun, and the head of the author's noun phrase."""

    start: int
    noun: str
    author: Token
    sentence: int


@dataclass(frozen=True)
class Documents:
    """The documents of an article whose authors it names; `types` are the types of nouns for speakers."""

    parsed: ParsedArticle
    lexicons: Lexicons
    types: Mapping[str, str]

    def author(self, noun: str, before: int) -> Authored | None:
        """The document of a noun that was named last before a place, with its author."""
        return next((d for d in reversed(self._authored) if d.noun == noun and d.start < before), None)

    @cached_property
    def _authored(self) -> list[Authored]:
        return sorted(self._find(), key=lambda d: d.start)

    def _find(self) -> Iterator[Authored]:
        making = self.lexicons.words("grammar", "making_documents")
        for number, sentence in enumerate(self.parsed.sentences):
            for token in sentence.parse or ():
                noun = token.lemma.lower()
                if token.pos != "NOUN" or self.types.get(noun) != "document":
                    continue
                author = _author_of(token, making)
                if author is not None and self._may_write(author):
                    yield Authored(sentence.start + token.idx, noun, author, number)

    def _may_write(self, author: Token) -> bool:
        """Whether a noun names somebody who can write: a name, or a noun for people or bodies."""
        kind = self.types.get(author.lemma.lower())
        return author.pos == "PROPN" or (author.pos == "NOUN" and kind is not None and kind != "document")


def _author_of(document: Token, making: frozenset[str]) -> Token | None:
    """The author of a document: its owner, whoever signed or sent it, whoever spoke in it or put it out."""
    owner = child(document, "poss")
    if owner is not None:
        return owner
    for phrase in document.children:
        if phrase.dep in ("prep", "agent") and phrase.lower in _MADE_BY:
            return child(phrase, "pobj")
        if phrase.dep == "acl" and (agent := _maker(phrase, making)) is not None:
            return agent
    above = document.head
    if document.dep == "pobj" and above.lower in _CHANNELS and above.head.pos == "VERB":
        return doer(above.head)
    if document.dep == "dobj" and above.lemma.lower() in making:
        return doer(above)
    return None


def _maker(verb: Token, making: frozenset[str]) -> Token | None:
    """Whoever signed, wrote or sent it: the agent of a participle behind it, or of one coordinated with that."""
    for one in (verb, *(c for c in verb.children if c.dep == "conj")):
        by = child(one, "agent")
        who = child(by, "pobj") if by is not None else None
        if who is not None and one.lemma.lower() in making:
            return who
    return None
