"""Numbers: every quantity an article states, in comparable units, with what it counts and who is cited.

How many, how far, how much, how long, how old, at what time, what share: figures are what sources of one
event can be compared by most plainly, and how a source rounds, hedges and attributes them is framing
(AlShebli, Salvador Casara and Maass, Media Coverage of War Victims, arXiv 2510.06453, 2025). Numbers that
are names, dates, years, ordinals, scores or codes are no quantities.

    words      the unit lexicon and word classes, compiled
    scan       the quantities of a sentence, by its words
    measured   a number with its unit, currency, rate
    fractions  shares in words
    clock      times of day
    ages       ages
    links      two quantities side by side that are one, or share a unit
    named      numbers that the grammar shows to be names or pronouns
    counted    what is counted
    convert    values in one unit of their kind
    rows       from a quantity to its row
    entries    what the entries of a trail mean; `explained`: the rules tried, for framing explain
    features   the columns of an article

The trail of a row (`rule`) names its kind, how it is written, and by which rule its noun was found:
`quantity:money > currency-sign-before > counts:governor`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers.entries import ENTRIES
from framing.extract.numbers.explained import attempts
from framing.extract.numbers.features import columns
from framing.extract.numbers.record import NumberMention
from framing.extract.numbers.rows import Scene, rows_of, settled
from framing.extract.numbers.scan import quantities
from framing.extract.numbers.shown import SHOWN
from framing.extract.numbers.words import vocabulary
from framing.lexicon import Lexicons
from framing.lexicon.numerals import NumeralWords
from framing.lexicon.schema import WordList
from framing.text.parser import DIGITS
from framing.text.sentences import ParsedArticle, plain

__all__ = ["NUMBERS", "NumberMention", "extract", "triggers"]

ARTICLES = frozenset({"a", "an"})
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
ROLES = ("unit", "multiplier", "plural", "few", "half", "fraction")


def extract(parsed: ParsedArticle, context: Context) -> list[NumberMention]:
    """All quantities of an article, in text order."""
    lexicons = context.lexicons
    words = vocabulary(lexicons)
    gate = _gate(
        lexicons.of("numerals", NumeralWords), lexicons.of("quantities", WordList), frozenset(words.forms)
    )
    attributions = [m for m in context.found.get("attribution", ()) if isinstance(m, AttributionMention)]
    casualties = [m for m in context.found.get("casualty", ()) if isinstance(m, CasualtyMention)]
    numbering = Numbering(parsed, NumberMention.LETTER)
    rows: list[NumberMention] = []
    for sentence in parsed.sentences:
        if not gate.may_hold(sentence.text):
            continue
        found = quantities(plain(sentence.text), lexicons, words)
        if not found:
            continue
        here = sentence.span
        scene = Scene(
            sentence,
            [a for a in attributions if any(span.overlaps(here) for span in a.content_spans)],
            [c for c in casualties if c.span.overlaps(here)],
            words,
        )
        rows.extend(rows_of(found, scene, numbering))
    return rows


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Words and digits one of which every quantity holds: these sentences are parsed."""
    yield DIGITS
    yield from _number_words(lexicons.of("numerals", NumeralWords), lexicons.of("quantities", WordList))


def _number_words(numerals: Iterable[NumeralWords], lists: Iterable[WordList]) -> Iterator[str]:
    for entry in numerals:
        if entry.role in ROLES:
            yield from (word for form in entry.forms for word in form.lower().split() if len(word) > 2)
    for words in lists:
        if words.id in ("noon", "midnight"):
            yield from words.words


class _QuantityGate(NamedTuple):
    """What tells the sentences that can hold a quantity: a digit, a number word, or a unit behind "a"."""

    first_words: frozenset[str]
    number_word: re.Pattern[str]
    article_with_unit: re.Pattern[str]

    def may_hold(self, text: str) -> bool:
        if _DIGIT.search(text):
            return True
        words = set(_WORD.findall(text.lower()))
        if words & self.first_words and self.number_word.search(text):
            return True
        return not words.isdisjoint(ARTICLES) and self.article_with_unit.search(text) is not None


@lru_cache(maxsize=4)
def _gate(
    numerals: tuple[NumeralWords, ...], lists: tuple[WordList, ...], units: frozenset[str]
) -> _QuantityGate:
    numbers = frozenset(_number_words(numerals, lists))
    number, unit = ("|".join(sorted(map(re.escape, words))) for words in (numbers, units))
    return _QuantityGate(
        frozenset(found[0] for word in numbers if (found := _WORD.findall(word.lower()))),
        re.compile(rf"\b(?:{number})\b", re.IGNORECASE),
        re.compile(rf"\ban?\s(?:{unit})\b", re.IGNORECASE),
    )


NUMBERS = Extractor(
    name="numbers",
    table=evidence_table("numbers", NumberMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    explain=attempts,
    entries=ENTRIES,
    settled=lambda row, context: settled(row, vocabulary(context.lexicons)),
    shown=SHOWN,
)
