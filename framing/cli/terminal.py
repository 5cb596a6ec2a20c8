"""Text from inputs as a terminal may show it: nothing that moves the cursor or turns the reading direction."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """The text with control characters and invisible directions written out.

    >>> printable("a\\x1b[31m\\u202eb — Łódź")
    'a\\\\x1b[31m\\\\u202eb — Łódź'
    """
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character
