"""Terms: what a passage is about, in a form that different wordings of one fact share.

Words are reduced to stems (Porter 2001, Snowball), numbers to figures ("a dozen" is 12), names of a
country, its people and its capital to the country, contested names to their concept, and words that
news writers use for one another (`lexicons/equivalents.yaml`) to one of them. This serves alignment
only: nothing of it is counted or shown as framing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from framing.compare.similarity import stem
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.lexicon.numerals import NumeralWords
from framing.lexicon.schema import WordList
from framing.people.countries import Country, countries_by_word
from framing.text.parse import Token
from framing.text.sentences import plain
from framing.text.spacy_adapter import stop_words

KIND = "equivalents"
WHEN = "%"
TENS = range(20, 100, 10)
LONGEST_CODE = 3
"""Letters of the longest code of a country ("UK", "UAE")."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_FIGURE = re.compile(r"\d[\d.,]*")
_FUNCTION_POS = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True)
class ClaimVocabulary:
    """Turns words into terms by the lexicons of a run; `function_words` give none.

    A term that says when begins with `WHEN`. `equivalents` are by lemma, those of a part of speech by "lemma/verb"
    and the like; those of two words by both.
    """

    equivalents: Mapping[str, str]
    names: Mapping[str, str]
    numbers: Mapping[str, int]
    function_words: frozenset[str]
    _known: dict[tuple[str, str, str], list[str]] = field(default_factory=dict, compare=False, repr=False)

    def of_tokens(self, tokens: Iterable[Token]) -> list[str]:
        """The terms of parsed words in text order."""
        kept = [
            token
            for token in tokens
            if token.pos not in _FUNCTION_POS or token.like_num or token.lower in self.numbers
        ]
        return self._joined([(token.text, token.lemma, token.pos.lower()) for token in kept])

    def of_text(self, text: str) -> list[str]:
        """The terms of a text that was not parsed, in text order."""
        return self._joined([(word, word, "") for word in _WORD.findall(text)])

    def _joined(self, words: Sequence[tuple[str, str, str]]) -> list[str]:
        """The terms of words and lemmas; two words that are one entry are one term ("take part", "air bases")."""
        found: list[str] = []
        before: list[str] = []
        previous = ""
        for word, lemma, pos in words:
            pair = self._pair(previous, word.lower(), lemma.lower())
            if previous and pair:
                found, before, previous = [*found[: len(found) - len(before)], pair], [], ""
            elif compound := self._compound(previous, word.lower()):
                found, before, previous = [*found[:-1], compound], [compound], ""
            else:
                before = self._of_word(word, lemma, pos)
                found, previous = [*found, *before], lemma.lower()
        return found

    def _compound(self, tens: str, unit: str) -> str:
        """The figure of a number in two words ("thirty-eight"), empty where they are none."""
        high, low = self.numbers.get(tens, 0), self.numbers.get(unit, 0)
        return f"#{high + low}" if high in TENS and 0 < low < 10 else ""

    def _pair(self, previous: str, word: str, lemma: str) -> str:
        """The term of two words that are one entry or one country, empty where they are none."""
        if not previous:
            return ""
        for second in (lemma, word):
            entry = self.equivalents.get(f"{previous} {second}") or self.equivalents.get(previous + second)
            if entry:
                return entry
        country = countries_by_word().get(f"{previous} {word}")
        return f"@{country.name}" if country else ""

    def _of_word(self, word: str, lemma: str, pos: str) -> list[str]:
        """The terms of one word, worked out once."""
        key = (word, lemma, pos)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._worked_out(word, lemma, pos)
        return known

    def _worked_out(self, word: str, lemma: str, pos: str) -> list[str]:
        low = plain(word).lower().removesuffix("'s")
        if _FIGURE.fullmatch(low):
            return ["#" + low.strip(".,").replace(",", "")]
        if low in self.numbers:
            return [f"#{self.numbers[low]}"]
        if country := _country(plain(word).removesuffix("'s")):
            return [f"@{country.name}"]
        if low in self.function_words:
            return []
        if low in self.names:
            return [self.names[low]]
        parts = [part for part in _WORD.findall(plain(lemma).lower()) if part not in self.function_words]
        return [self._class(part, low, pos) for part in parts]

    def _class(self, lemma: str, word: str, pos: str) -> str:
        """The entry of a word, or its stem where it has none; a word that was not parsed is known by its stem."""
        if not pos:
            return self.equivalents.get(word) or self.equivalents.get(stem(lemma), stem(lemma))
        known = self.equivalents.get(f"{lemma}/{pos}") or self.equivalents.get(lemma)
        return known or self.equivalents.get(word) or stem(lemma)


def _country(word: str) -> Country | None:
    """The country that a word in upper case stands for; a code only where all of it is in upper case."""
    bare = word.replace(".", "")
    if not word[:1].isupper() or (len(bare) <= LONGEST_CODE and not bare.isupper()):
        return None
    return countries_by_word().get(bare.lower())


def vocabulary(lexicons: Lexicons) -> ClaimVocabulary:
    """The vocabulary of some lexicons.

    >>> from framing.lexicon import load
    >>> vocabulary(load()).of_text("Two dozen Ukrainian cops died"), vocabulary(load()).of_text("24 police killed")
    (['#2', '#12', '@Ukraine', '=police', '=kill'], ['#24', '=police', '=kill'])
    >>> vocabulary(load()).of_text("Thirty-eight farmers")
    ['#38', 'farmer']
    >>> vocabulary(load()).of_text("cease fire at the air base"), vocabulary(load()).of_text("ceasefire at the airfield")
    (['=ceasefire', '=airfield'], ['=ceasefire', '=airfield'])
    >>> vocabulary(load()).of_text("Ghana will take part"), vocabulary(load()).of_text("Ghana will participate")
    (['@Ghana', '=participate'], ['@Ghana', '=participate'])
    """

    names = {
        form.lower(): f"~{concept.id}"
        for concept in lexicons.of("names", NameConcept)
        for variant in concept.variants
        for form in variant.forms
        if form.isalpha() and form.lower() not in countries_by_word()
    }
    numbers = {
        form: word.value
        for word in lexicons.of("numerals", NumeralWords)
        if word.role == "unit" or (word.role == "multiplier" and word.value < 100)
        for form in word.forms
    }
    equivalents = _equivalents(lexicons)
    return ClaimVocabulary(equivalents, names, numbers, frozenset(stop_words() - set(equivalents)))


def _equivalents(lexicons: Lexicons) -> dict[str, str]:
    """The term of each word that has an entry: of the word as listed before that of another word's stem."""
    times = lexicons.words("grammar", "times")
    known = {form: WHEN + word for word in times for form in (word, stem(word))}
    listed = [(word, f"={entry.id}") for entry in lexicons.of(KIND, WordList) for word in entry.words]
    for word, term in listed:
        known.setdefault(word, term)
    for word, term in listed:
        if " " not in word and "/" not in word:
            known.setdefault(stem(word), term)
    return known
