"""Whether two passages have the same wording, and where they differ.

Wording is compared word by word, in order, as Ratcliff and Metzener (1988) match patterns: the share of
words of both passages that stand in matching blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from framing.article import Span
from framing.compare.passages import Passage
from framing.compare.reuse.record import Kind
from framing.language import plain

NEAR = 0.7
"""Ratio of words from which on wording counts as the same."""
RUN = 12
"""Words in a row that are borrowed wording where they are half of a passage, whatever the rest of it says."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Words:
    """One passage, or two in a row: its words with their places, and the characters it covers."""

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    text: str

    def part(self, first: int, last: int) -> Words:
        """The words from `first` up to, not including, `last`."""
        start, end = self.places[first].start, self.places[last - 1].end
        text = self.text[start - self.span.start : end - self.span.start]
        return Words(Span(start, end), self.words[first:last], self.places[first:last], text)


@dataclass(frozen=True)
class Match:
    """Two passages put side by side."""

    here: Words
    there: Words

    @cached_property
    def _matcher(self) -> SequenceMatcher[str]:
        return SequenceMatcher(None, self.here.words, self.there.words, autojunk=False)

    def may_reach(self, ratio: float) -> bool:
        """Whether the ratio can be that high, told from the words without their order."""
        matcher = self._matcher
        return matcher.real_quick_ratio() >= ratio and matcher.quick_ratio() >= ratio

    @cached_property
    def ratio(self) -> float:
        """Share of the words of both that agree in order, 0 to 1."""
        return round(self._matcher.ratio(), 4)

    @property
    def kind(self) -> Kind:
        """The kind of this match, taken for granted that both say the same."""
        if normalised(self.here.text) == normalised(self.there.text):
            return "verbatim"
        return "near_verbatim" if self.ratio >= NEAR else "paraphrase"

    def same(self) -> Iterator[tuple[int, int]]:
        """Numbers of the words, here and there, that agree."""
        for block in self._matcher.get_matching_blocks():
            yield from zip(
                range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True
            )

    def longest_run(self) -> Match | None:
        """The longest stretch that both share word for word, None where it is too short or a small part of both."""
        run = self._matcher.find_longest_match()
        if run.size < RUN or 2 * run.size < min(len(self.here.words), len(self.there.words)):
            return None
        return Match(self.here.part(run.a, run.a + run.size), self.there.part(run.b, run.b + run.size))

    def only_here(self) -> tuple[str, ...]:
        return tuple(_phrases(self.here, [(i, j) for _, i, j, _, _ in self._changes()]))

    def only_there(self) -> tuple[str, ...]:
        return tuple(_phrases(self.there, [(i, j) for _, _, _, i, j in self._changes()]))

    def _changes(self) -> list[tuple[str, int, int, int, int]]:
        return [change for change in self._matcher.get_opcodes() if change[0] != "equal"]


def words_of(text: str, *passages: Passage) -> Words:
    """One passage, or several in a row, of an article with this text, as one stretch of words."""
    span = Span(passages[0].start, passages[-1].end)
    return Words(
        span,
        tuple(word for passage in passages for word in passage.words),
        tuple(place for passage in passages for place in passage.places),
        text[span.start : span.end],
    )


def normalised(text: str) -> str:
    """A passage for the test of identity: straight quotation marks, single spaces, no final stop.

    >>> normalised("“We  hold,” she said.") == normalised('"We hold," she said')
    True
    """
    return _SPACE.sub(" ", plain(text)).strip().rstrip(".").rstrip()


def _phrases(side: Words, stretches: Sequence[tuple[int, int]]) -> Iterator[str]:
    for first, last in stretches:
        if first < last:
            yield " ".join(
                side.text[place.start - side.span.start : place.end - side.span.start]
                for place in side.places[first:last]
            )
