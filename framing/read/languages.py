"""Which language a text is in.

A text with enough function words of a language is in it; otherwise the likeliest of the listed languages
by py3langid (Lui & Baldwin 2012, langid.py, ACL), which foreign names and numbers can lead astray.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import py3langid

from framing.lexicon import Lexicons
from framing.lexicon.languages import WrittenLanguage

SAMPLE = 4000
"""Characters from which a language is told."""
FUNCTION_WORD_SHARE = 0.12
"""Share of words from which function words decide; English news has about 0.4, other languages below 0.1."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST_WORD = 40
"""Letters; what is longer is not a word."""


@dataclass(frozen=True)
class Languages:
    """The languages to choose from, and the function words of those that have them listed."""

    codes: frozenset[str]
    function_words: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Languages:
        entries = lexicons.of("languages", WrittenLanguage)
        return cls(
            frozenset(entry.id for entry in entries),
            {entry.id: frozenset(entry.function_words) for entry in entries if entry.function_words},
        )

    def identify(self, text: str) -> str:
        """The ISO 639-1 code of a text's language; empty where it has no words.

        >>> english = Languages(frozenset({"en", "de"}), {"en": frozenset({"the", "was", "to"})})
        >>> english.identify("Erdoğan was ready to meet the Łódź delegation."), english.identify("42 — 17")
        ('en', '')
        """
        sample = text[:SAMPLE]
        visible = sample if sample.isascii() else "".join(filter(_is_visible, sample))
        words = [
            word for word in _WORD.findall(unicodedata.normalize("NFC", visible)) if len(word) <= LONGEST_WORD
        ]
        if not words:
            return ""
        lower = [word.lower() for word in words]
        for code, listed in self.function_words.items():
            if sum(map(listed.__contains__, lower)) >= FUNCTION_WORD_SHARE * len(words):
                return code
        ranked = [str(code) for code, _ in py3langid.rank(" ".join(words))]
        return next((code for code in ranked if code in self.codes), ranked[0])


@lru_cache(maxsize=4096)
def _is_visible(character: str) -> bool:
    return unicodedata.category(character) != "Cf"
