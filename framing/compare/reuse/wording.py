"""Whether two passages have the same wording, and where they differ.

Wording is compared word by word, in order, as Ratcliff and Metzener (1988) match patterns: the share of
words of both passages that stand in matching blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from framing.compare.passages import SentencePassage, folded_words
from framing.compare.reuse.record import Kind
from framing.records.article import Span
from framing.text.sentences import plain

NEAR = 0.7
"""Ratio of words from which on wording counts as the same."""
RUN = 12
"""Words in a row that are borrowed wording where they are half of a passage, whatever the rest of it says; and
words that agree, without which two articles have no wording in common that is not anybody's."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class PassageWords:
    """One passage, or two in a row: the characters it covers and its words."""

    span: Span
    text: str
    words: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """The characters of the article that each word stands for."""
        return folded_words(self.text, self.span.start)[1]

    def part(self, first: int, last: int) -> PassageWords:
        """The words from `first` up to, not including, `last`."""
        span = Span(self.places[first].start, self.places[last - 1].end)
        text = self.text[span.start - self.span.start : span.end - self.span.start]
        return PassageWords(span, text, self.words[first:last])


@dataclass(frozen=True)
class Match:
    """Two passages put side by side."""

    here: PassageWords
    there: PassageWords

    @cached_property
    def _matcher(self) -> SequenceMatcher[str]:
        return SequenceMatcher(None, self.here.words, self.there.words, autojunk=False)

    @cached_property
    def _in_common(self) -> int:
        """Words that both have, in whatever order."""
        return (Counter(self.here.words) & Counter(self.there.words)).total()

    def may_reach(self, ratio: float) -> bool:
        """Whether the ratio can be that high, told from the words without their order."""
        return 2 * self._in_common >= ratio * (len(self.here.words) + len(self.there.words))

    @cached_property
    def ratio(self) -> float:
        """Share of the words of both that agree in order, 0 to 1."""
        return round(self._matcher.ratio(), 4)

    @property
    def agreeing(self) -> int:
        """Words of either that agree in order."""
        return sum(block.size for block in self._matcher.get_matching_blocks())

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
        least = max(RUN, min(len(self.here.words), len(self.there.words)) / 2)
        if self._in_common < least:
            return None
        run = self._matcher.find_longest_match()
        if run.size < least:
            return None
        return Match(self.here.part(run.a, run.a + run.size), self.there.part(run.b, run.b + run.size))

    def only_here(self) -> tuple[str, ...]:
        return tuple(_phrases(self.here, [(i, j) for _, i, j, _, _ in self._changes()]))

    def only_there(self) -> tuple[str, ...]:
        return tuple(_phrases(self.there, [(i, j) for _, _, _, i, j in self._changes()]))

    def exchanged(self) -> list[tuple[int, int, int, int]]:
        """Stretches of words, first and last here and there, that do not agree; one side may be empty."""
        return [(i, j, k, m) for _, i, j, k, m in self._changes()]

    def _changes(self) -> list[tuple[str, int, int, int, int]]:
        return [change for change in self._matcher.get_opcodes() if change[0] != "equal"]


def words_of(text: str, *passages: SentencePassage) -> PassageWords:
    """One passage, or several in a row, of an article with this text, as one stretch of words."""
    span = Span(passages[0].start, passages[-1].end)
    stretch = text[span.start : span.end]
    words = passages[0].words if len(passages) == 1 else folded_words(stretch)[0]
    return PassageWords(span, stretch, words)


def normalised(text: str) -> str:
    """A passage for the test of identity: straight quotation marks, single spaces, no final stop.

    >>> normalised("“We  hold,” she said.") == normalised('"We hold," she said')
    True
    """
    return _SPACE.sub(" ", plain(text)).strip().rstrip(".").rstrip()


def _phrases(side: PassageWords, stretches: Sequence[tuple[int, int]]) -> Iterator[str]:
    for first, last in stretches:
        if first < last:
            yield " ".join(
                side.text[place.start - side.span.start : place.end - side.span.start]
                for place in side.places[first:last]
            )
