"""Phrases found in a text as whole words, by the word or mark that they begin with.

One alternation of some hundred phrases is tried at every word of a text, nearly always for nothing; a look-up of the
word costs a hundredth of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_PIECE = re.compile(r"\w+|[^\w\s]")
_IN_WORD = re.compile(r"\w")
_IN_COMPOUND = re.compile(r"[\w-]")


class PhraseIndex:
    """Phrases by their first word or mark.

    A phrase is found where no letter, digit or hyphen stands before it and none of these behind it; with
    `compounds` a hyphen may stand behind. With `any_case` capitals do not matter.

    >>> index = PhraseIndex(["Kyiv", "Security Service", "Security Service of Ukraine"], compounds=True)
    >>> text = "the Kyiv-based Security Service of Ukraine, pro-Kyiv"
    >>> [phrase for start, end, phrase in index.find(text)]
    ['Kyiv', 'Security Service of Ukraine']
    """

    def __init__(self, phrases: Iterable[str], *, any_case: bool = False, compounds: bool = False) -> None:
        self._any_case = any_case
        self._behind = _IN_WORD if compounds else _IN_COMPOUND
        by_first: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            by_first.setdefault(_PIECE.findall(phrase)[0], []).append(phrase)
        self._by_first: Mapping[str, tuple[str, ...]] = {first: tuple(of) for first, of in by_first.items()}

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Start, end and phrase of all phrases between two places, the longest at each, without overlaps."""
        end = len(text) if end is None else end
        if self._by_first.keys().isdisjoint(_PIECE.findall(self._folded(text[start:end]))):
            return
        at = start
        for piece in _PIECE.finditer(text, start, end):
            phrases = self._by_first.get(self._folded(piece.group()))
            if phrases is None or piece.start() < at:
                continue
            first = piece.start()
            if first and _IN_COMPOUND.match(text, first - 1):
                continue
            for phrase in phrases:
                last = first + len(phrase)
                if self._folded(text[first : min(last, end)]) == phrase and not self._behind.match(
                    text, last, end
                ):
                    yield first, last, phrase
                    at = last
                    break

    def _folded(self, text: str) -> str:
        return text.lower() if self._any_case else text
