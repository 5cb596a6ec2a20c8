"""A number phrase with its unit: the currency sign before it, the unit behind it, the noun of a rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from framing.extract.numbers.ages import AGES_WITH_UNIT, AgeCase
from framing.extract.numbers.fractions import fraction_noun, unit_of_fraction
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.lexicon.numerals import Qualifier
from framing.lexicon.units import UnitWord
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading, bounded

_MINUS = re.compile(r"(?:\bminus\s|(?<!\w)[-−])$", re.IGNORECASE)
_EACH = ("each", "apiece")
_MILLION = 1_000_000
_ARTICLES = ("half", "a", "an", "one")
_NEVER_WITH_ARTICLE = ("share", "temperature", "multiple", "other")
"""Kinds of units that an article alone does not count: "a percent", "a degree"."""
_PLURAL_REACH = 3
_SHORTEST_PLURAL = 3
_NO_PLURALS = ("ss", "us", "is", "'s")
_QUARTERED = ("share", "other")
"""Kinds of units that "quarter" stands right before: "a quarter point"."""


class Money(NamedTuple):
    """A currency sign of the text, which the number phrases are read without."""

    start: int
    end: int
    unit: str


class UnitBehind(NamedTuple):
    """A unit behind a number, and the token behind the unit."""

    unit: UnitWord
    after: int


class PhraseCase(NamedTuple):
    """A number phrase of a text, the currency sign before it, and the unit behind it."""

    phrase: NumberPhrase
    reading: NumeralReading
    words: QuantityVocabulary
    sign: Money | None
    behind: UnitBehind | None


def _sign_of(phrase: NumberPhrase, reading: NumeralReading, money: Sequence[Money]) -> Money | None:
    """The first currency sign inside the phrase or right before its number."""
    for sign in money:
        before = sign.end <= phrase.number_start and not reading.text[sign.end : phrase.number_start].strip()
        if before or phrase.start <= sign.start < phrase.end:
            return sign
    return None


def _unit_behind(
    phrase: NumberPhrase, reading: NumeralReading, words: QuantityVocabulary
) -> UnitBehind | None:
    """The unit behind a number, an adjective between them allowed: 30 km, 1,000-kilometre, three more days."""
    at = phrase.after
    hyphen = reading.at(at) in HYPHENS and reading.glued(at)
    if hyphen or (reading.at(at) == "of" and phrase.form in ("plural", "few")):
        at += 1
    found = words.unit_at(reading, at)
    if found is None and reading.at(at) in words.classes["between_number_and_unit"]:
        found = words.unit_at(reading, at + 1)
    return None if found is None else UnitBehind(*found)


def has_sign(case: PhraseCase) -> bool:
    """A currency sign stands right before the number."""
    return case.sign is not None


def has_unit_behind(case: PhraseCase) -> bool:
    """A unit stands behind the number."""
    return case.behind is not None


def is_in_metres(case: PhraseCase) -> bool:
    """The "m" of "100m" is metres: a word of length stands beside it, or it opens a compound ("100m-high")."""
    phrase, reading, words = case.phrase, case.reading, case.words
    if phrase.abbreviation != "m" or are_millions(phrase, reading, words):
        return False
    behind, lengths = reading.at(phrase.after), words.classes["words_of_length"]
    if behind in HYPHENS and reading.glued(phrase.after):
        behind = reading.at(phrase.after + 1)
    measured = behind in ("in", "of") and reading.at(phrase.after + 1) in lengths
    before = [reading.at(phrase.first - back) for back in (1, 2)]
    return behind in lengths or measured or any(word in words.classes["length_before"] for word in before)


def are_millions(phrase: NumberPhrase, reading: NumeralReading, words: QuantityVocabulary) -> bool:
    """Whether the "m" of "2.3m" is millions: people or a plural, or what is done to people, stands behind it."""
    for at in range(phrase.after, phrase.after + _PLURAL_REACH):
        word = reading.at(at)
        if not word.isalpha() or word in words.classes["words_of_length"]:
            return False
        people = word in words.people or word in words.groups or word in words.classes["done_to_people_past"]
        if people or (
            word.endswith("s") and len(word) >= _SHORTEST_PLURAL and not word.endswith(_NO_PLURALS)
        ):
            return True
        if word in words.classes["no_noun_follows"]:
            return False
    return False


def is_range(case: PhraseCase) -> bool:
    """The number is a range."""
    return case.phrase.form == "range"


def is_plural(case: PhraseCase) -> bool:
    """The number is a plural number noun."""
    return case.phrase.form == "plural"


def is_few(case: PhraseCase) -> bool:
    """The number is a word for few."""
    return case.phrase.form == "few"


def money_by_sign(case: PhraseCase) -> Quantity | None:
    """Money, with the word of money behind it."""
    if case.sign is None:
        return None
    end, after = case.phrase.end, case.phrase.after
    if case.behind is not None and case.behind.unit.kind == "money":
        after = case.behind.after
        end = case.reading.tokens[after - 1].end
    unit = case.words.units[case.sign.unit]
    return _in_unit(case, unit, min(case.phrase.start, case.sign.start), end, after)


def in_unit_behind(case: PhraseCase) -> Quantity | None:
    """A measure in the unit behind the number."""
    if case.behind is None:
        return None
    end = case.reading.tokens[case.behind.after - 1].end
    return _in_unit(case, case.behind.unit, case.phrase.start, end, case.behind.after)


def in_metres(case: PhraseCase) -> Quantity:
    """Metres, whose "m" was read as millions."""
    phrase = case.phrase
    low, high = (None if bound is None else bound / _MILLION for bound in (phrase.low, phrase.high))
    metres = case._replace(phrase=replace(phrase, low=low, high=high))
    return _in_unit(metres, case.words.units["metre"], phrase.start, phrase.end, phrase.after)


def count(case: PhraseCase) -> Quantity:
    """A plain count; the "of" of "a pair of" is no part of it."""
    phrase, reading = case.phrase, case.reading
    last = phrase.after - 1
    end = reading.tokens[last - 1].end if reading.at(last) == "of" else phrase.end
    return Quantity(
        phrase.number_start if phrase.form == "few" else phrase.start,
        end,
        phrase.number_start,
        end,
        phrase.low,
        phrase.high,
        phrase.qualifier,
        "thing",
        "",
        "count",
    )


MEASURES: tuple[Rule[PhraseCase, Quantity], ...] = (
    Rule("currency-sign-before", "The {bridge} cost [$7bn].", money_by_sign, (has_sign,)),
    Rule("unit-behind", "The {depot} lies [12 miles] from the border.", in_unit_behind, (has_unit_behind,)),
    Rule("letter-of-metres", "The {cliff} is [100m] high.", in_metres, (is_in_metres,)),
    Rule("range", "[Two to three hundred] {farmers} came.", count, (is_range,)),
    Rule("plural-number-noun", "[Dozens] of {villagers} fled.", count, (is_plural,)),
    Rule("word-for-few", "[Several] {houses} burned.", count, (is_few,)),
    Rule("number", "[Twelve] {miners} dug.", count),
)
"""What a number phrase measures or counts, by what stands beside it."""


def case_of(
    phrase: NumberPhrase, reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> PhraseCase:
    """A number phrase with what stands beside it."""
    sign, behind = _sign_of(phrase, reading, money), _unit_behind(phrase, reading, words)
    return PhraseCase(phrase, reading, words, sign, behind)


def measure(
    phrase: NumberPhrase, reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> Quantity:
    """The quantity of a number phrase: with the unit that stands beside it, or a plain count."""
    found = first(MEASURES, case_of(phrase, reading, money, words))
    assert found is not None
    return replace(found[1], trail=(found[0], *found[1].trail))


def _in_unit(case: PhraseCase, unit: UnitWord, start: int, end: int, after: int) -> Quantity:
    """A measure, below zero where a minus stands before a temperature, as an age where "old" follows it."""
    phrase, reading = case.phrase, case.reading
    low, high = phrase.low, phrase.high
    if unit.kind == "temperature" and (minus := _MINUS.search(reading.text[: phrase.number_start])):
        start = min(start, minus.start())
        low, high = (None if bound is None else -bound for bound in (high, low))
    quantity = Quantity(
        start,
        end,
        phrase.number_start,
        phrase.end,
        low,
        high,
        phrase.qualifier,
        unit.kind,
        unit.id,
        "measure",
        _rate(reading, after, case.words),
    )
    age = first(AGES_WITH_UNIT, AgeCase(quantity, phrase, after, reading, case.words))
    return quantity if age is None else age[1].after(age[0])


def _rate(reading: NumeralReading, after: int, words: QuantityVocabulary) -> str:
    """The noun of a rate behind a unit: "a barrel", "per head", "/day", "apiece"."""
    word, noun = reading.at(after), reading.at(after + 1)
    if word in _EACH:
        return "each"
    if word in ("per", "/") and noun.isalpha():
        return noun
    return noun if word in words.classes["per"] and noun in words.classes["rate_nouns"] else ""


# -- articles for numbers ---------------------------------------------------------------------------


class UnitCount(NamedTuple):
    """So many of a unit, and the token behind it."""

    value: float
    unit: UnitWord
    after: int


@dataclass(frozen=True)
class ArticleWordCase:
    """A place of a text where an article, "one" or "half" may count a unit; `at` with its qualifier, `first` without."""

    reading: NumeralReading
    at: int
    first: int
    qualifier: Qualifier | None
    words: QuantityVocabulary

    @property
    def word(self) -> str:
        return self.reading.at(self.first)

    @cached_property
    def half_of(self) -> UnitBehind | None:
        """The unit behind "half an" or "half-"."""
        joined = self.reading.at(self.first + 1)
        if joined not in ("a", "an") and joined not in HYPHENS:
            return None
        found = self.words.unit_at(self.reading, self.first + 2)
        return None if found is None or found[0].kind == "multiple" else UnitBehind(*found)

    @cached_property
    def part_of(self) -> UnitCount | None:
        """So much of the unit behind "a third of a", "a quarter" or "quarter-"."""
        part = fraction_noun(self.reading, self.first)
        if part is None:
            return None
        found = unit_of_fraction(self.reading, part.after, self.words)
        if found is None:
            found = self.words.unit_at(self.reading, part.after + (self.reading.at(part.after) in HYPHENS))
            found = found if found is not None and found[0].kind in _QUARTERED else None
        return None if found is None else UnitCount(round(part.value, 6), *found)

    @cached_property
    def whole(self) -> UnitBehind | None:
        """The unit behind the article."""
        return self._unit(self.first + 1)

    @cached_property
    def and_a_half(self) -> int | None:
        """The token behind "and a half"."""
        return None if self.whole is None else self.reading.and_a_half(self.whole.after)

    def _unit(self, at: int) -> UnitBehind | None:
        found = self.words.unit_at(self.reading, at)
        return None if found is None or found[0].kind in _NEVER_WITH_ARTICLE else UnitBehind(*found)


def is_half(case: ArticleWordCase) -> bool:
    """The word is "half"."""
    return case.word == "half"


def is_article(case: ArticleWordCase) -> bool:
    """The word is an article or "one"."""
    return case.word in ("a", "an", "one")


def is_qualified_article(case: ArticleWordCase) -> bool:
    """The word is an article with a qualifier before it."""
    return case.word in ("a", "an") and case.qualifier is not None


def is_part_of_a_unit(case: ArticleWordCase) -> bool:
    """A fraction noun stands there, with its number or article, and a unit behind it."""
    return case.part_of is not None


def part_of_a_unit(case: ArticleWordCase) -> UnitCount | None:
    """A part of a unit."""
    return case.part_of


def half_a_unit(case: ArticleWordCase) -> UnitCount | None:
    """Half of a unit."""
    found = case.half_of
    return None if found is None else UnitCount(0.5, *found)


def one_and_a_half(case: ArticleWordCase) -> UnitCount | None:
    """One and a half of a unit."""
    if case.whole is None or case.and_a_half is None:
        return None
    return UnitCount(1.5, case.whole.unit, case.and_a_half)


def one_unit(case: ArticleWordCase) -> UnitCount | None:
    """One of a unit; "a second" may be the next."""
    found = case.whole
    return None if found is None or found.unit.id == "second" else UnitCount(1.0, *found)


ARTICLES: tuple[Rule[ArticleWordCase, UnitCount], ...] = (
    Rule(
        "part-of-a-unit",
        "The {shop} is [a quarter of a mile] away.",
        part_of_a_unit,
        (is_part_of_a_unit,),
    ),
    Rule("half-a-unit", "The {talks} lasted [half an hour].", half_a_unit, (is_half,)),
    Rule("unit-and-a-half", "They dug for [a year and a half].", one_and_a_half, (is_article,)),
    Rule("qualified-article", "The {war} lasted [more than a decade].", one_unit, (is_qualified_article,)),
)
"""Quantities whose number is an article or half."""


def articles_with_units(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """Quantities whose number is an article or half: a year and a half, over a decade, half an hour."""
    after = 0
    for at in reading.starts:
        found = _article(reading, at, words) if at >= after else None
        if found is not None:
            quantity, after = found
            yield quantity


def _article(reading: NumeralReading, at: int, words: QuantityVocabulary) -> tuple[Quantity, int] | None:
    qualifier, start = reading.qualifier(at)
    if reading.at(start) not in _ARTICLES and reading.word("unit", start) is None:
        return None
    found = first(ARTICLES, ArticleWordCase(reading, at, start, qualifier, words))
    if found is None:
        return None
    name, (value, unit, after) = found
    low, high, said = bounded(value, value, qualifier or "exact")
    end = reading.tokens[after - 1].end
    quantity = Quantity(
        reading.tokens[at].start,
        end,
        reading.tokens[start].start,
        end,
        low,
        high,
        said,
        unit.kind,
        unit.id,
        "measure",
        trail=(name,),
    )
    return quantity, after
