"""The unit lexicon and the word classes around numbers, compiled once per lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.casualty import PeopleWords
from framing.lexicon.schema import WordList
from framing.lexicon.units import UnitWord
from framing.text.numerals.grammar import HYPHENS, NumeralReading, tokens

LONGEST_SHORT = 3
"""Forms of so few letters are told from other words by their capitals."""


class _UnitForm(NamedTuple):
    """A form of a unit as words; `written` is the form itself where capitals tell it from other words."""

    words: tuple[str, ...]
    written: str
    unit: UnitWord


@dataclass(frozen=True)
class QuantityVocabulary:
    """Unit forms by first word, signs before numbers (and their last letter, to look for first), word classes, singular nouns for people, nouns for groups."""

    units: Mapping[str, UnitWord]
    forms: Mapping[str, Sequence[_UnitForm]]
    symbol: re.Pattern[str]
    symbol_end: re.Pattern[str]
    symbols: Mapping[str, UnitWord]
    classes: Mapping[str, frozenset[str]]
    people: frozenset[str]
    groups: frozenset[str]

    def unit_at(self, reading: NumeralReading, at: int) -> tuple[UnitWord, int] | None:
        """The unit whose longest form starts at a token, with the token behind it."""
        if at >= len(reading.tokens):
            return None
        for form in self.forms.get(reading.tokens[at].text, ()):
            after = _match(reading, at, form.words)
            if after is None or not _fits(reading, at, form):
                continue
            if form.unit.beside and not _is_meant(reading, at, form.unit):
                continue
            return form.unit, after
        return None


def _match(reading: NumeralReading, at: int, words: tuple[str, ...]) -> int | None:
    """The token behind these words, which hyphens without spaces may join ("50-square-foot")."""
    for number, word in enumerate(words):
        if number and at < len(reading.tokens) and reading.tokens[at].text in HYPHENS and reading.glued(at):
            at += 1
        if at >= len(reading.tokens) or reading.tokens[at].text != word:
            return None
        at += 1
    return at


def _fits(reading: NumeralReading, at: int, form: _UnitForm) -> bool:
    """Whether a short form is written as it must be, and is no piece of a longer string."""
    first = reading.tokens[at]
    end = first.start + len(form.written)
    if form.written and reading.text[first.start : end] != form.written:
        return False
    if len(form.words) == 1 and len(first.text) == 1 and first.text.isalpha():
        behind = reading.text[first.end : first.end + 2]
        if behind[:1].isalnum() or (behind[:1] in ".'’-&" and behind[1:].isalnum()):
            return False
        return reading.glued(at) or first.text != reading.text[first.start]
    return True


def _is_meant(reading: NumeralReading, at: int, unit: UnitWord) -> bool:
    """Whether the words that an ambiguous unit asks for are there."""
    return reading.at(at - 1) in unit.behind or any(token.text in unit.beside for token in reading.tokens)


def vocabulary(lexicons: Lexicons) -> QuantityVocabulary:
    """The compiled word lists of a run's lexicons."""
    return _compiled(
        lexicons.of("units", UnitWord),
        lexicons.of("quantities", WordList),
        lexicons.of("people", PeopleWords),
    )


@lru_cache(maxsize=4)
def _compiled(
    units: tuple[UnitWord, ...], lists: tuple[WordList, ...], people: tuple[PeopleWords, ...]
) -> QuantityVocabulary:
    symbols: dict[str, UnitWord] = {}
    for unit in units:
        for written in unit.symbols:
            symbols.setdefault(written, unit)
    symbol, symbol_end = _patterns(symbols)
    more_people = frozenset(word for entry in lists if entry.id == "more_people" for word in entry.words)
    return QuantityVocabulary(
        units={unit.id: unit for unit in units},
        forms=_by_first_word(units),
        symbol=symbol,
        symbol_end=symbol_end,
        symbols=symbols,
        classes={entry.id: frozenset(entry.words) for entry in lists},
        people=_forms(people, *_PERSONS) | more_people,
        groups=_forms(people, "collective"),
    )


_PERSONS = ("noun", "kin", "child", "occupation")


def _forms(people: Iterable[PeopleWords], *roles: str) -> frozenset[str]:
    return frozenset(form.lower() for entry in people if entry.role in roles for form in entry.forms)


def _by_first_word(units: Iterable[UnitWord]) -> dict[str, list[_UnitForm]]:
    """The forms of units by their first word, the longest first, of equal ones those that ask for more."""
    forms: dict[str, list[_UnitForm]] = {}
    for unit in units:
        for form in unit.forms:
            words = tuple(token.text for token in tokens(form))
            written = form if len(form) <= LONGEST_SHORT and form != form.lower() else ""
            forms.setdefault(words[0], []).append(_UnitForm(words, written, unit))
    return {
        first: sorted(found, key=lambda form: (-len(form.words), not form.unit.beside))
        for first, found in forms.items()
    }


def _patterns(symbols: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The signs before a number, the longest first, and the last letter of each before one."""
    longest = sorted(symbols, key=len, reverse=True)
    if not longest:
        return re.compile(r"(?!)"), re.compile(r"(?!)")
    written = "|".join(rf"\b{re.escape(s)}" if s[0].isalpha() else re.escape(s) for s in longest)
    last = re.escape("".join(sorted({s[-1] for s in longest})))
    return re.compile(rf"(?:{written})(?=\s?\d)"), re.compile(rf"[{last}]\s?\d")
