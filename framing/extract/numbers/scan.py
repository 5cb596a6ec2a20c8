"""The quantities of a sentence, read from its words alone: numbers with their units, money, shares, times, ages.

Numbers that are part of a name, a date, a score or a list are left out here where the words show it; what
only the grammar shows is left to `framing.extract.numbers.named`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.extract.numbers.ages import AGES_WITHOUT_UNIT, AgeCase
from framing.extract.numbers.clock import times_of_day
from framing.extract.numbers.fractions import shares_in_words
from framing.extract.numbers.links import linked
from framing.extract.numbers.measured import Money, are_millions, articles_with_units, measure
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.lexicon import Lexicons
from framing.text.numerals import context
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading, NumeralToken

_ADDRESS = re.compile(r"\S*(?:://|www\.|@|#)\S*")
_OF_ADDRESS = ("://", "www.", "@", "#")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}(?:[.)]\s|[.)]?\s*$)")
_LINK = re.compile(r"\s*(?:,|(?:,\s)?(?:to|and|or)|[-–])\s*")


def quantities(text: str, lexicons: Lexicons, words: QuantityVocabulary) -> list[Quantity]:
    """All quantities of a sentence in text order, without overlaps.

    >>> from framing.lexicon import load
    >>> from framing.extract.numbers.words import vocabulary
    >>> text = "At least 12 miners dug for a year and a half, 3 km down, for $7bn."
    >>> lexicons = load()
    >>> found = quantities(text, lexicons, vocabulary(lexicons))
    >>> [(text[q.start:q.end], q.low, q.unit) for q in found]
    [('At least 12', 12.0, ''), ('a year and a half', 1.5, 'year'), ('3 km', 3.0, 'kilometre'),
     ('$7bn', 7000000000.0, 'USD')]
    """
    reading, money = read(text, lexicons, words)
    marked = any(mark in text for mark in _OF_ADDRESS)
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if marked else []
    found: list[Quantity] = []
    for quantity in (
        *times_of_day(reading, words),
        *shares_in_words(reading, words),
        *articles_with_units(reading, words),
        *_numbers(reading, money, words),
    ):
        taken = any(q.start < quantity.end and quantity.start < q.end for q in found)
        if not taken and not any(start <= quantity.start < end for start, end in addresses):
            found.append(quantity)
    found.sort(key=lambda quantity: quantity.start)
    return linked(found, reading, words)


def read(text: str, lexicons: Lexicons, words: QuantityVocabulary) -> tuple[NumeralReading, list[Money]]:
    """The number phrases of a text without its currency signs, and these."""
    held = words.symbol_end.search(text) is not None and any(symbol in text for symbol in words.symbols)
    signs = list(words.symbol.finditer(text)) if held else []
    money = [Money(m.start(), m.end(), words.symbols[m.group()].id) for m in signs]
    return NumeralReading(_blanked(text, signs), lexicons), money


def _blanked(text: str, signs: Sequence[re.Match[str]]) -> str:
    for sign in signs:
        text = text[: sign.start()] + " " * len(sign.group()) + text[sign.end() :]
    return text


# -- numbers that the words beside them make no quantities ------------------------------------------


class NumberCase(NamedTuple):
    """A number phrase in its text; `dated` is the token behind the last date or name before it, or -1."""

    phrase: NumberPhrase
    reading: NumeralReading
    words: QuantityVocabulary
    dated: int

    @property
    def inside(self) -> Sequence[NumeralToken]:
        return self.reading.tokens[self.phrase.first : self.phrase.after]


def is_vague(case: NumberCase) -> bool:
    """The word says no number: "many", "nobody"."""
    return case.phrase.form in ("vague", "zero")


def is_list_number(case: NumberCase) -> bool:
    """The number opens a line of a list."""
    listed = _LIST_NUMBER.match(case.reading.text)
    return listed is not None and case.phrase.start < listed.end()


def is_counted_elsewhere(case: NumberCase) -> bool:
    """The word stands for what is counted elsewhere: "both"."""
    return any(token.text in case.words.classes["not_stated"] for token in case.inside)


def is_labelled(case: NumberCase) -> bool:
    """A word before the number makes it a name or a date: "Flight 370", "May 16"."""
    return context.is_labelled(case.phrase, case.reading)


def is_day(case: NumberCase) -> bool:
    """A month follows."""
    return context.is_day(case.phrase, case.reading)


def is_year(case: NumberCase) -> bool:
    """The number is a year by what stands beside it."""
    return context.is_year(case.phrase, case.reading)


def goes_on_with_date(case: NumberCase) -> bool:
    """The number goes on with a date or name before it: "May 16 and 17"."""
    if case.dated < 0 or case.phrase.first != case.dated + 1:
        return False
    link, behind = case.reading.at(case.dated), case.reading.at(case.phrase.after)
    counts = link == "," and behind.isalpha() and behind not in ("and", "or", "to")
    return _LINK.fullmatch(link) is not None and not counts


def is_code(case: NumberCase) -> bool:
    """The number is a piece of a longer string: "MH17", "9/11"."""
    return context.is_code(case.phrase, case.reading)


def begins_with_zero(case: NumberCase) -> bool:
    """The number has a zero before it, as numbers to dial have."""
    first = case.inside[0]
    return first.is_digits and re.match(r"0\d", first.text) is not None


def is_group_of_digits(case: NumberCase) -> bool:
    """Groups of digits stand side by side, with blanks between them and no comma."""
    phrase = case.phrase
    alone = phrase.after == phrase.first + 1 and case.inside[0].is_digits
    return alone and any(_is_digits_beside(side, case) for side in (phrase.first - 1, phrase.after))


def has_bare_hyphen(case: NumberCase) -> bool:
    """A hyphen joins it to something that is no word: "555-0142", "M-16A"."""
    phrase, reading = case.phrase, case.reading
    behind = reading.text[phrase.end : phrase.end + 2]
    if behind[:1] in HYPHENS and behind[1:].isalnum():
        return not behind[1:].islower()
    joined = phrase.form == "range" and reading.at(phrase.first + 1) in HYPHENS and case.inside[0].is_digits
    return joined and not reading.at(phrase.after).isalpha()


def is_span_of_years(case: NumberCase) -> bool:
    """The range runs from one year to another: "2014 to 2020", "2025-26"."""
    phrase = case.phrase
    if phrase.form != "range" or phrase.low is None or not 1000 <= phrase.low < 2100:
        return False
    digits = [token.text for token in case.inside if token.is_digits]
    return bool(digits) and all(len(text) == 4 and text.isdecimal() for text in digits)


def is_metres_or_millions(case: NumberCase) -> bool:
    """The "m" behind the number may be metres or millions, and nothing beside it says which."""
    return case.phrase.abbreviation == "m" and not are_millions(case.phrase, case.reading, case.words)


def no_quantity(case: object) -> bool:
    """No row."""
    return True


NEVER: tuple[Rule[NumberCase, bool], ...] = (
    Rule("vague", "*Many* houses burned.", no_quantity, (is_vague,)),
    Rule("list-number", "*1.* Keep calm.", no_quantity, (is_list_number,)),
    Rule("counted-elsewhere", "*Both* sides agreed.", no_quantity, (is_counted_elsewhere,)),
)
"""Number phrases that are no quantities, whatever stands beside them."""

WITHOUT_UNIT: tuple[Rule[NumberCase, bool], ...] = (
    Rule("labelled", "Flight *370* landed.", no_quantity, (is_labelled,)),
    Rule("day", "They met on *3* June.", no_quantity, (is_day,)),
    Rule("year", "In *2014* the bridge was closed.", no_quantity, (is_year,)),
    Rule("date-goes-on", "They met on May 16 and *17*.", no_quantity, (goes_on_with_date,)),
    Rule("code", "On *9*/11 the towers fell.", no_quantity, (is_code,)),
    Rule("leading-zero", "Ring *0800* for help.", no_quantity, (begins_with_zero,)),
    Rule("group-of-digits", "Ring *4961 2301* for help.", no_quantity, (is_group_of_digits,)),
    Rule("bare-hyphen", "The visitors won *3-1*.", no_quantity, (has_bare_hyphen,)),
    Rule("metres-or-millions", "Output stood at *3.1m* then.", no_quantity, (is_metres_or_millions,)),
    Rule("span-of-years", "He led the party *2014 to 2020*.", no_quantity, (is_span_of_years,)),
)
"""Numbers without a unit that are names, dates, years, scores or codes by the words beside them."""


def _numbers(
    reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> Iterator[Quantity]:
    """Number phrases with their units; names, dates, years, scores and codes are left out."""
    dated = -1
    for phrase in pieces(reading, money, words):
        case = NumberCase(phrase, reading, words, dated)
        if first(NEVER, case) is not None:
            continue
        quantity = measure(phrase, reading, money, words)
        if quantity.unit:
            if quantity.kind == "money" or not context.continues_code(phrase, reading):
                yield quantity
            continue
        age = first(AGES_WITHOUT_UNIT, AgeCase(quantity, phrase, phrase.after, reading, words))
        if age is not None:
            yield age[1].after(age[0])
        elif first(WITHOUT_UNIT, case) is None:
            yield quantity
        elif is_labelled(case) or is_day(case):
            dated = phrase.after


def pieces(
    reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> Iterator[NumberPhrase]:
    """The number phrases; a step and its end ("rose $2 to $45") are two, not a range."""
    for phrase in reading.phrases():
        first = reading.number(phrase.first) if phrase.form == "range" else None
        changed = reading.at(phrase.first - 1) in words.classes["change"]
        second = reading.number(first.after + 1) if first and changed else None
        if first is None or second is None:
            yield phrase
            continue
        start = reading.tokens[first.after + 1].start
        if not any(sign.end <= start and phrase.number_start < sign.start for sign in money):
            yield phrase
            continue
        end = reading.tokens[first.after - 1].end
        step = replace(phrase, low=first.low, high=first.low, qualifier="exact", form="number")
        yield replace(step, end=end, after=first.after)
        yield replace(
            step, start=start, number_start=start, first=first.after + 1, low=second.low, high=second.low
        )


def _is_digits_beside(side: int, case: NumberCase) -> bool:
    """Whether the token at a side of a number is a number too, with only blanks between them."""
    reading = case.reading
    if not reading.at(side)[:1].isdecimal() or "," in (reading.at(side - 1), reading.at(side + 1)):
        return False
    lower = min(side, case.phrase.first)
    return reading.text[reading.tokens[lower].end : reading.tokens[lower + 1].start].isspace()
