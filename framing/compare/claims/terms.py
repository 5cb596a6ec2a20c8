"""Terms: what a passage is about, in a form that different wordings of one fact share.

Words are reduced to stems (Porter 2001, Snowball), numbers to figures ("a dozen" is 12), names of a
country, its people and its capital to the country, contested names to their concept, and words that
news writers use for one another (`lexicons/equivalents.yaml`) to one of them. This serves alignment
only: nothing of it is counted or shown as framing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from framing.countries import countries_by_word
from framing.language import plain
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.lexicon.schema import WordList
from framing.numerals import find_numerals

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "equivalents"
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_FIGURE = re.compile(r"\d[\d.,]*")
_FUNCTION_POS = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True)
class Vocabulary:
    """Turns words into terms, by the lexicons of a run."""

    shared: Mapping[str, str]
    names: Mapping[str, str]
    function_words: frozenset[str]
    lexicons: Lexicons

    def of_tokens(self, tokens: Iterable[Token]) -> list[str]:
        """The terms of parsed words in text order, function words left out."""
        found = []
        for token in tokens:
            if token.pos_ not in _FUNCTION_POS or token.like_num:
                found += self._of_word(token.text, token.lemma_)
        return found

    def of_text(self, text: str) -> list[str]:
        """The terms of a text that was not parsed."""
        return [term for word in _WORD.findall(text) for term in self._of_word(word, word)]

    def _of_word(self, word: str, lemma: str) -> list[str]:
        low = plain(word).lower().removesuffix("'s")
        if not any(map(str.isalnum, low)) or low in self.function_words:
            return []
        if low in self.names:
            return [self.names[low]]
        if (country := countries_by_word().get(low)) and word[:1].isupper():
            return [f"@{country.name}"]
        if number := self._number(low):
            return [number]
        stems = [_stem(part) for part in _WORD.findall(plain(lemma).lower()) if part not in self.function_words]
        return [self.shared.get(stem, stem) for stem in stems]

    def _number(self, word: str) -> str:
        if _FIGURE.fullmatch(word):
            return "#" + word.strip(".,").replace(",", "")
        return _number_word(word, self.lexicons) if word.isalpha() else ""


@lru_cache(maxsize=4096)
def _number_word(word: str, lexicons: Lexicons) -> str:
    found = find_numerals(f"{word} people", lexicons)
    return f"#{found[0].low}" if found and found[0].low is not None and found[0].low == found[0].high else ""


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=4)
def vocabulary(lexicons: Lexicons) -> Vocabulary:
    """The vocabulary of some lexicons."""
    shared: dict[str, str] = {}
    for entry in lexicons.of(KIND, WordList):
        for word in entry.words:
            shared.setdefault(_stem(word), f"={entry.id}")
    names = {
        form.lower(): f"~{concept.id}"
        for concept in lexicons.of("names", NameConcept)
        for variant in concept.variants
        for form in variant.forms
        if " " not in form and form.lower() not in countries_by_word()
    }
    return Vocabulary(shared, names, lexicons.words("grammar", "function_words"), lexicons)
