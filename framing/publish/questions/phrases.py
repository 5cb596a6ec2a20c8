"""The small words of questions and answers: lists, counts, quoted words, kinds of loss."""

from __future__ import annotations

import re

from framing.publish.shared.parts import clipped, in_words, joined

__all__ = ["clipped", "hurt", "in_words", "joined", "quoted", "several", "somebody"]

_HURT = {
    "killed": "killed",
    "injured": "hurt",
    "missing": "missing",
    "captured": "taken or held",
    "unspecified_loss": "killed or hurt",
}
LONGEST_QUOTED = 90
_LEADING = re.compile(r"^[“”\"'‘’\s]+|[“”\"'‘’\s]+$")


def quoted(words: str, longest: int = LONGEST_QUOTED) -> str:
    """Words of a text in quotation marks, on one line, without marks of their own at the ends.

    >>> quoted(' "at least\\n 12" ')
    '“at least 12”'
    """
    return f"“{clipped(_LEADING.sub('', words), longest)}”"


def hurt(kind: str) -> str:
    """What a casualty row says happened to people: killed, hurt …"""
    return _HURT[kind]


def several(count: int, noun: str) -> str:
    """A small count in words with its noun.

    >>> several(1, "text"), several(3, "text")
    ('one text', 'three texts')
    """
    return f"{in_words(count)} {noun if count == 1 else noun + 's'}"


def somebody(speaker: str) -> str:
    """A speaker as written, or that nobody is named."""
    return quoted(speaker) if speaker else "somebody who is not named"
