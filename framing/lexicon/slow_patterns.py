"""Regular expressions of a user's lexicon that take for ever on some texts.

Whether a pattern can is told by trying: texts made of its own words and of what its classes take, repeated, with an end
that does not fit. A pattern that needs more than `SECONDS` for one of them is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.lexicon.schema import Entry, Strict
from framing.records.time_limit import TimeLimitError, time_limit

SECONDS = 0.5
REPEATED = (40, 300)
"""Times that a piece is repeated: enough for what grows twofold with every letter, or with the fourth power of their number."""
PIECES = ("a", "a ", "word ", "1", "1,", " ", "-", "A ", "'", '"')
ENDS = ("", "\n", "!")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MOST_WORDS = 6


def slow_pattern(entry: Entry) -> str:
    """The first pattern of an entry that takes too long; empty where none does."""
    for pattern in _patterns(entry):
        try:
            with time_limit(SECONDS):
                _try(re.compile(pattern, re.IGNORECASE), pattern)
        except TimeLimitError:
            return pattern
    return ""


def _patterns(entry: object) -> Iterator[str]:
    """The patterns of an entry and of what it holds."""
    for name in type(entry).model_fields if isinstance(entry, Strict) else ():
        value = getattr(entry, name)
        if name == "patterns":
            yield from value
        elif isinstance(value, tuple):
            for part in value:
                yield from _patterns(part)


def _try(compiled: re.Pattern[str], pattern: str) -> None:
    """Search texts that are made to be hard for the pattern."""
    words = [f"{word} " for word in dict.fromkeys(_WORD.findall(pattern))][:_MOST_WORDS]
    for times in REPEATED:
        for piece in (*PIECES, *words):
            for end in ENDS:
                compiled.search(piece * times + end)
