"""Text folded for matching: invisible characters left out, ligatures and accents as plain letters, with the way back.

Pasted text carries zero-width spaces, soft hyphens, marks of reading direction, ligatures, and letters split from their
accents. Names must be found in it all the same, and their offsets must be those of the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from framing.records.article import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_FOLDS = re.compile(f"[{_INVISIBLE}{''.join(_LIGATURES)}\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` give the place in the original of each of its characters."""

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """The span of the original that a non-empty span of the folded text stands for."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


def is_plain(text: str) -> bool:
    """Whether folding a text changes nothing."""
    return text.isascii() or _FOLDS.search(text) is None


def fold(text: str) -> Folded:
    r"""Fold a text for matching. An accent that has no composed letter is left out.

    >>> folded = fold("Zel\u200bensk\u200dyy con\ufb01rmed to Erdog\u0306an")
    >>> folded.text
    'Zelenskyy confirmed to Erdoğan'
    >>> folded.span(0, 9)
    Span(start=0, end=11)
    """
    if is_plain(text):
        return Folded(text, None, None)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if letters and unicodedata.combining(character):
            composed = unicodedata.normalize("NFC", letters[-1] + character)
            letters[-1] = composed if len(composed) == 1 else letters[-1]
            ends[-1] = index + 1
            continue
        for letter in _LIGATURES.get(character, character):
            letters.append(letter)
            starts.append(index)
            ends.append(index + 1)
    return Folded("".join(letters), tuple(starts), tuple(ends))
