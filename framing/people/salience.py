"""Whom a sentence goes on about: the person that a pronoun or "the minister" takes up, by syntax and recency.

The subject of a clause above comes first ("Kim showed a video that *he* claimed …"), then the only subject before in the
sentence, then the subjects of the sentences before, those of main clauses first. People in quoted words are not taken up
from outside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.people.persons import (
    ELSEWHERE,
    MAIN,
    Gender,
    PersonMention,
    Persons,
    agreeing,
    of_sentences,
)
from framing.text.grammar import SUBJECTS, child
from framing.text.parse import Token

_CLOSES = re.compile(r"[,.?!…][\"”’']+\s*$")
_SENTENCES = 4
"""Sentences before, within which a subject is taken up."""
_NAMED = 3
"""Sentences within which the only person named is taken up, whatever the grammar."""


@dataclass(frozen=True)
class Salience:
    """The people of an article by how near at hand they are at a place of it."""

    persons: Persons

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.persons.parsed.sentences]

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self._starts, place) - 1

    def above(self, word: Token, start: int, gender: Gender) -> PersonMention | None:
        """The person who is the subject of a clause above a word that stands at a place."""
        here = start - word.idx
        own = word.head
        for verb in own.ancestors:
            who = child(verb, *SUBJECTS)
            if who is None or who.i >= word.i or who is word:
                continue
            found = self._at(here + who.left_edge.idx, here + who.idx + len(who.text))
            if found:
                fits = agreeing(found, self.persons, gender)
                return fits[-1] if fits else None
        return None

    def _at(self, start: int, end: int) -> list[PersonMention]:
        """The subjects between two places."""
        number = self.sentence_of(start)
        return [
            m
            for m in self.persons.mentions
            if m.sentence == number and start <= m.start and m.end <= end and m.rank != ELSEWHERE
        ]

    def topic(self, start: int, gender: Gender) -> PersonMention | None:
        """The person whom the words before a place are about; None where two may be meant."""
        number = self.sentence_of(start)
        here = [m for m in self._said_outside(number, start) if m.rank != ELSEWHERE]
        subjects = agreeing(here, self.persons, gender)
        if len({m.name for m in subjects}) == 1:
            return subjects[-1]
        for back in range(1, _SENTENCES + 1):
            fits = agreeing(self._of(number - back, number - back), self.persons, gender)
            subjects = [m for m in fits if m.rank != ELSEWHERE]
            if subjects:
                foremost = _foremost(subjects)
                aside = (
                    foremost is not None and foremost.rank != MAIN and self._is_about_another(number - back)
                )
                return None if aside else foremost
        return None

    def _is_about_another(self, number: int) -> bool:
        """Whether the main subject of a sentence has a name of several words that nothing tells from a person's.

        "Elon Brandt attacked the law after President Dube had defended it. *He* …": it may be either.
        """
        sentence = self.persons.parsed.sentences[number]
        parse = sentence.parse
        root = next((t for t in parse or () if t.dep == "ROOT"), None)
        who = child(root, *SUBJECTS) if root is not None else None
        if who is None or who.tag != "NNP" or child(who, "det", "poss") is not None:
            return False
        if any(m.start <= sentence.start + who.idx < m.end for m in self._of(number, number)):
            return False
        return (
            any(c.dep == "compound" and c.tag == "NNP" and c.is_title for c in who.children) and who.is_title
        )

    def _said_outside(self, number: int, start: int) -> list[PersonMention]:
        """The mentions of a sentence before a place in it, but none in words whose closing mark stands right before."""
        sentence = self.persons.parsed.sentences[number]
        if _CLOSES.search(sentence.text, 0, start - sentence.start) is not None:
            return []
        return [m for m in self._of(number, number) if m.start < start]

    def only_one(self, start: int, gender: Gender) -> PersonMention | None:
        """The only person named in the last sentences before a place."""
        number = self.sentence_of(start)
        near = [m for m in self._of(number - _NAMED, number) if m.start < start]
        fits = agreeing(near, self.persons, gender)
        if not fits or len({m.name for m in fits}) > 1:
            return None
        return None if fits[-1].rank != MAIN and self._is_about_another(fits[-1].sentence) else fits[-1]

    def _of(self, first: int, last: int) -> Sequence[PersonMention]:
        return of_sentences(self.persons.mentions, first, last)


def _foremost(subjects: Sequence[PersonMention]) -> PersonMention | None:
    """Of the subjects of one sentence the last of a main clause, else the only one."""
    main = [m for m in subjects if m.rank == MAIN]
    if main:
        return main[-1]
    return subjects[-1] if len({m.name for m in subjects}) == 1 else None
