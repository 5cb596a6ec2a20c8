"""Finding what is to be replaced in a text, whatever patterns it was found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.publish.anonymise.name_patterns import ARTICLE, exact
from framing.text.literals import PatternGate

ELLIPSIS = "…"
SHORTEST_REST = 4


class PatternPseudonym(NamedTuple):
    """A pattern and what is put in the place of what it finds, or of its group `name` where it has one."""

    pattern: str
    put: str


class Replacement(NamedTuple):
    """A stretch of a text and what stands in its place when names are hidden."""

    start: int
    end: int
    put: str

    def moved(self, by: int) -> Replacement:
        return Replacement(self.start + by, self.end + by, self.put)


class TextAnonymiser:
    """Finds names, each with what is put in its place, wherever they stand as words, and what patterns find.

    A pattern's group `name` is what is replaced where it has one. Of a text that was cut with an ellipsis the
    start of a name is replaced too.

    >>> anonymiser = TextAnonymiser([("NPR", "Source A")], [PatternPseudonym("(?:told )(?P<name>Time)", "Source B")])
    >>> anonymiser.anonymised("The NPR host and Time: he told Time.")
    'Source A host and Time: he told Source B.'
    """

    def __init__(self, names: Iterable[tuple[str, str]], patterns: Iterable[PatternPseudonym] = ()) -> None:
        self.names = tuple(dict(sorted(names, key=lambda pair: -len(pair[0]))).items())
        self.patterns = tuple(dict.fromkeys(patterns))
        found = [f"(?P<n{number}>{exact(name)})" for number, (name, _) in enumerate(self.names)]
        self._names = re.compile(rf"(?<!\w){ARTICLE}(?:{'|'.join(found) or '(?!)'})(?!\w)")
        self._patterns = tuple((re.compile(pattern.pattern), pattern.put) for pattern in self.patterns)
        self._gate = PatternGate((self._names, *(pattern for pattern, _ in self._patterns)))

    def pieces(self, text: str) -> list[Replacement]:
        """What is replaced in a text, in order and without overlaps; of two that overlap the longer one."""
        found = [*self._found(text), *self._cut(text)]
        return without_overlaps(found) if found else []

    def anonymised(self, text: str) -> str:
        """The text with its pseudonyms."""
        return replaced(text, self.pieces(text))

    def _found(self, text: str) -> Iterable[Replacement]:
        for place in self._gate.open(text):
            if place == 0:
                for match in self._names.finditer(text):
                    yield Replacement(*match.span(), self.names[int(str(match.lastgroup)[1:])][1])
                continue
            pattern, put = self._patterns[place - 1]
            group = "name" if "name" in pattern.groupindex else 0
            for match in pattern.finditer(text):
                yield Replacement(*match.span(group), put)

    def _cut(self, text: str) -> Iterable[Replacement]:
        for match in re.finditer(ELLIPSIS, text) if ELLIPSIS in text else ():
            end = match.start()
            for name, put in self.names:
                for length in range(min(len(name) - 1, end), SHORTEST_REST - 1, -1):
                    start = end - length
                    if text.startswith(name[:length], start) and not text[start - 1 : start].isalnum():
                        yield Replacement(start, end, put)
                        break


def without_overlaps(pieces: Iterable[Replacement]) -> list[Replacement]:
    """What is replaced, in order; of those that overlap the longest.

    >>> without_overlaps([Replacement(0, 3, "A"), Replacement(2, 9, "B"), Replacement(9, 10, "C")])
    [Replacement(start=2, end=9, put='B'), Replacement(start=9, end=10, put='C')]
    """
    kept: list[Replacement] = []
    for piece in sorted(pieces, key=lambda p: (p.start - p.end, p.start)):
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept)


def replaced(text: str, pieces: Sequence[Replacement]) -> str:
    """The text with each piece replaced.

    >>> replaced("NPR said", [Replacement(0, 3, "Source A")])
    'Source A said'
    """
    parts, at = [], 0
    for piece in pieces:
        parts += [text[at : piece.start], piece.put]
        at = piece.end
    return "".join([*parts, text[at:]])
