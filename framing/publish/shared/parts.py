"""What sentences and cells are made of: words, numbers that open their passages, and pills.

A number is the length of the list of rows it was counted from; it cannot be made in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.compare.statistics.counted_share import CountedShare
from framing.publish.shared.words import TOO_FEW


@dataclass(frozen=True, slots=True)
class Number:
    """A count with its passages: `key` names the list in the page's data."""

    count: int
    key: int


@dataclass(frozen=True, slots=True)
class Pill:
    """A short remark that stands in the place of a figure."""

    text: str


@dataclass(frozen=True, slots=True)
class Small:
    """Words in the second ink."""

    text: str


@dataclass(frozen=True, slots=True)
class Together:
    """Parts that stay on one line."""

    parts: tuple[str | Number | Small | Pill, ...]


SentencePart = str | Number | Pill | Small | Together
SentenceParts = tuple[SentencePart, ...]

FEW = Pill(TOO_FEW)
_CLOSING = (".", ",", ";", ":", "?")
_SLOT = re.compile(r"\{(\w+)\}")


def fill(template: str, **slots: SentencePart | SentenceParts) -> SentenceParts:
    """A sentence from a template; each `{slot}` becomes the part of that name.

    >>> fill("{source} gives {k}.", source="Npr.org", k=Number(4, 0))
    ('Npr.org', ' gives ', Number(count=4, key=0), '.')
    """
    parts: list[SentencePart] = []
    for number, piece in enumerate(_SLOT.split(template)):
        if number % 2 == 0:
            if piece:
                parts.append(piece)
            continue
        value = slots[piece]
        parts.extend(value if isinstance(value, tuple) else (value,))
    return tuple(parts)


def of_counts(source: str, k: Number, n: Number) -> SentenceParts:
    """A source with its two counts in brackets."""
    return (f"{source} ", Together(("(", k, " of ", n, ")")))


def listed(items: Sequence[SentenceParts], *, last: str = " and ") -> SentenceParts:
    """Parts as a list in a sentence.

    >>> "".join(str(p) for p in listed([("a",), ("b",), ("c",)]))
    'a, b and c'
    """
    parts: list[SentencePart] = []
    for number, item in enumerate(items):
        if number:
            parts.append(last if number == len(items) - 1 else ", ")
        parts.extend(item)
    return tuple(parts)


def share_cell(group: CountedShare) -> SentenceParts:
    """A share with its Wilson interval; below the minimum the remark that there are too few.

    >>> share_cell(CountedShare("B", tuple("x" * 15), tuple("x" * 25)))
    ('60\\xa0% ', Small(text='(41–77)'))
    >>> share_cell(CountedShare("A", (), tuple("xxxx")))
    (Pill(text='too few to compare'),)
    """
    if group.interval is None:
        return (FEW,)
    low, high = (round(100 * end) for end in group.interval)
    return (f"{round(100 * group.share)}\u00a0% ", Small(f"({low}–{high})"))


def tied(parts: Iterable[SentencePart]) -> SentenceParts:
    """Numbers on one line with the mark of punctuation behind them.

    >>> tied(("gives ", Number(4, 0), ". B gives ", Number(5, 1), "."))
    ('gives ', Together(parts=(Number(count=4, key=0), '.')), ' B gives ', Together(parts=(Number(count=5, key=1), '.')))
    """
    found: list[SentencePart] = []
    for part in parts:
        if isinstance(part, str) and part[:1] in _CLOSING and found and isinstance(found[-1], Number):
            found[-1] = Together((found[-1], part[:1]))
            part = part[1:]
        if part:
            found.append(part)
    return tuple(found)


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural(1124, "word"), plural(2, "party", "parties")
    ('1 article', '1,124 words', '2 parties')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def in_words(count: int) -> str:
    """A small number as a word.

    >>> in_words(9), in_words(40)
    ('nine', '40')
    """
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def joined(names: Iterable[str]) -> str:
    """Names as a list in a sentence.

    >>> joined(["A", "B", "C"])
    'A, B and C'
    """
    return "".join(str(part) for part in listed([(name,) for name in names]))


def clipped(text: str, longest: int) -> str:
    """The text on one line, cut with an ellipsis where it is longer.

    >>> clipped("the group\\n of forces", 12)
    'the group o…'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
