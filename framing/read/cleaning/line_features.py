"""The lines of a text, with the shallow features that tell running text from boilerplate.

Length, final punctuation and position separate article text from the rest of a page almost as well as
its markup does (Kohlschütter et al. 2010, WSDM); plain text offers nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

HEADLINE_MAX = 220
"""Characters; no headline is longer."""

_SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
_ABBREVIATION_END = re.compile(r"\b(?:\w\.){2,}$")
_INNER_STOP = re.compile(r"[a-z\d)”’\"'][.!?][”’\"']? +[\"“‘']?[A-Z]")
_BULLET = re.compile(r"[-•*|#·–—>]\s")
_WORD = re.compile(r"[^\W_]")
_LINE_END = re.compile("[\n\v\f\u2028\u2029]|(?<![À-ô])\x85")
"""A next-line sign behind a letter with an accent is half of a character of a text that was decoded wrongly."""


@dataclass(frozen=True)
class TextLine:
    """A non-blank line without the blanks around it; offsets into the decoded file.

    `follows` says that the line before it is not blank.
    """

    start: int
    end: int
    text: str
    follows: bool

    @cached_property
    def flat(self) -> str:
        """The text with every run of blanks as one space."""
        return " ".join(self.text.split())

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the line ends as a sentence does.

        >>> TextLine(0, 0, "The talks ended.", False).is_sentence, TextLine(0, 0, "Talks end at 3 p.m.", False).is_sentence
        (True, False)
        """
        tail = self.text[-40:]
        return bool(_SENTENCE_END.search(tail)) and not _ABBREVIATION_END.search(tail)

    @cached_property
    def is_headline(self) -> bool:
        """Whether the line could be a headline: short, no full stop at its end, at most one inside."""
        if len(self.text) > HEADLINE_MAX or not _WORD.search(self.text) or _BULLET.match(self.text):
            return False
        closed = self.is_sentence and not self.text.rstrip("\"'”’»").endswith(("?", "!", "…", "..."))
        return not closed and len(_INNER_STOP.findall(self.text)) <= 1

    @property
    def is_running_text(self) -> bool:
        """Whether the line reads as a paragraph of an article: a sentence of some length, or a very long line."""
        return len(self.text) > HEADLINE_MAX or (self.is_sentence and len(self.text) >= 60)


def split_lines(text: str) -> list[TextLine]:
    """The non-blank lines of a text, whichever character of Unicode ends them.

    >>> [(line.text, line.follows) for line in split_lines("A title\\n\\n One. \\nTwo.")]
    [('A title', False), ('One.', False), ('Two.', True)]
    >>> [line.text for line in split_lines("One.\\u2028Two.\\u2029Three.\\x85Four.\\fFive.")]
    ['One.', 'Two.', 'Three.', 'Four.', 'Five.']
    """
    lines = []
    at, blank_before = 0, True
    for raw in _LINE_END.split(text):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(TextLine(start, start + len(stripped), stripped, not blank_before))
        blank_before = not stripped
        at += len(raw) + 1
    return lines
