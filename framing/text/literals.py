"""Which of many regular expressions can match a text at all, told from the strings that they need.

A pattern such as `\bno (?:evidence|proof)\b` matches only where "evidence" or "proof" stands. To look for a few
strings costs far less than to try the pattern at each character, and most texts hold none of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

_ALIKE: Final = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"})
"""What stands for a letter of ASCII where case does not matter."""


class PatternGate:
    """Regular expressions in an order, and the strings one of which each of them needs.

    >>> gate = PatternGate([re.compile(r"\\bno (?:evidence|proof)\\b"), re.compile(r"[a-z]+ \\d+")])
    >>> gate.open("There is no proof."), gate.open("The men left.")
    ([0, 1], [1])
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._needs = [needed(pattern) for pattern in patterns]
        self.strings = frozenset().union(*(need for need in self._needs if need is not None))

    def open(self, text: str) -> list[int]:
        """The places, in the order given, of the patterns that may match somewhere in a text."""
        return self.open_for(held_in(text, self.strings))

    def open_for(self, held: Collection[str]) -> list[int]:
        """The places of the patterns that may match in a text that holds these strings of the gate's."""
        return [at for at, need in enumerate(self._needs) if need is None or not need.isdisjoint(held)]


def held_in(text: str, strings: Collection[str]) -> frozenset[str]:
    """The strings, in lower case, that stand in a text in whatever case."""
    folded = (text if text.isascii() else text.translate(_ALIKE)).lower()
    return frozenset(string for string in strings if string in folded)


def needed(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of ASCII in lower case, one of which stands in every match; None where no such string is known.

    >>> sorted(needed(re.compile(r"(?:verif(?:y|ied)|confirm(?:ed)?) by")))
    ['confirm', 'verif']
    >>> needed(re.compile(r"\\d+|word")) is None
    True
    """
    return _needed(parser.parse(pattern.pattern, pattern.flags))


def _needed(parts: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of the strings that the parts of a sequence need, those that are longest: they stand in the fewest texts."""
    found, run = [], ""
    for code, argument in parts:
        if code is codes.LITERAL and argument < 128:
            run += chr(argument).lower()
            continue
        found.append(frozenset({run} - {""}))
        run = ""
        found.append(_inside(code, argument) or frozenset())
    found.append(frozenset({run} - {""}))
    best = max(found, key=lambda strings: (min(map(len, strings), default=0), -len(strings)))
    return best or None


def _inside(code: Any, argument: Any) -> frozenset[str] | None:
    """What a group, a repetition or a choice needs."""
    if code is codes.SUBPATTERN:
        return _needed(argument[-1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0] > 0:
        return _needed(argument[-1])
    if code is codes.BRANCH:
        choices = [_needed(choice) for choice in argument[1]]
        known = [choice for choice in choices if choice is not None]
        return frozenset().union(*known) if len(known) == len(choices) else None
    return None
