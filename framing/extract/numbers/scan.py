"""The quantities of a sentence, read from its words alone: numbers with their units, money, shares, times, ages.

Numbers that are part of a name, a date, a score or a list are left out here where the words show it; what
only the grammar shows is left to `framing.extract.numbers.named`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.extract.numbers.ages import age_of
from framing.extract.numbers.clock import times_of_day
from framing.extract.numbers.convert import converted
from framing.extract.numbers.fractions import shares_in_words
from framing.extract.numbers.measured import Money, articles_with_units, measure
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.lexicon import Lexicons
from framing.text.numerals.context import continues_code, is_code, is_day, is_labelled, is_year
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading, NumeralToken

_OF_ADDRESS = ("://", "www.", "@", "#")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|#)\S*")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}(?:[.)]\s|[.)]?\s*$)")
COMPOSED = ("duration", "distance", "mass")
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
    signs = list(words.symbol.finditer(text)) if any(symbol in text for symbol in words.symbols) else []
    money = [Money(m.start(), m.end(), words.symbols[m.group()].id) for m in signs]
    reading = NumeralReading(_blanked(text, signs), lexicons)
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
    return _linked(found, reading, words)


def _blanked(text: str, signs: Sequence[re.Match[str]]) -> str:
    for sign in signs:
        text = text[: sign.start()] + " " * len(sign.group()) + text[sign.end() :]
    return text


def _numbers(
    reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> Iterator[Quantity]:
    """Number phrases with their units; names, dates, years, scores and codes are left out."""
    dated = -1
    listed = _LIST_NUMBER.match(reading.text)
    for phrase in _pieces(reading, money, words):
        if phrase.form in ("vague", "zero") or (listed and phrase.start < listed.end()):
            continue
        if any(token.text in words.classes["not_stated"] for token in _inside(phrase, reading)):
            continue
        quantity = measure(phrase, reading, money, words)
        if quantity.unit:
            if continues_code(phrase, reading) and quantity.kind != "money":
                continue
        elif (age := age_of(phrase, quantity, reading, words)) is not None:
            quantity = age
        elif _is_no_quantity(phrase, reading, dated):
            if is_labelled(phrase, reading) or is_day(phrase, reading):
                dated = phrase.after
            continue
        yield quantity


def _inside(phrase: NumberPhrase, reading: NumeralReading) -> Sequence[NumeralToken]:
    return reading.tokens[phrase.first : phrase.after]


def _pieces(
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


def _is_no_quantity(phrase: NumberPhrase, reading: NumeralReading, dated: int) -> bool:
    """A code, name, date, year, score or telephone number."""
    if is_labelled(phrase, reading) or is_day(phrase, reading) or is_year(phrase, reading):
        return True
    if dated >= 0 and phrase.first == dated + 1 and _LINK.fullmatch(reading.at(dated)):
        return True
    if is_code(phrase, reading) or _is_written_as_code(phrase, reading):
        return True
    return _are_years(phrase, reading)


def _is_written_as_code(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Leading zeros, groups of digits side by side, a hyphen that no word follows: numbers to dial or to call by."""
    first, text = reading.tokens[phrase.first], reading.text
    if first.is_digits and re.match(r"0\d", first.text):
        return True
    for side in (phrase.first - 1, phrase.after):
        alone = phrase.after == phrase.first + 1 and first.is_digits
        if (
            alone
            and reading.at(side)[:1].isdecimal()
            and "," not in (reading.at(side - 1), reading.at(side + 1))
        ):
            lower = min(side, phrase.first)
            if text[reading.tokens[lower].end : reading.tokens[lower + 1].start].isspace():
                return True
    behind = text[phrase.end : phrase.end + 2]
    if behind[:1] in HYPHENS and behind[1:].isalnum():
        return not behind[1:].islower()
    if phrase.form == "range" and reading.at(phrase.first + 1) in HYPHENS and first.is_digits:
        return not reading.at(phrase.after).isalpha()
    return False


def _are_years(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether a range runs from one year to another: 2014 to 2020, 2025-26."""
    if phrase.form != "range" or phrase.low is None or not 1000 <= phrase.low < 2100:
        return False
    digits = [token.text for token in _inside(phrase, reading) if token.is_digits]
    return bool(digits) and all(len(text) == 4 and text.isdecimal() for text in digits)


def _linked(found: list[Quantity], reading: NumeralReading, words: QuantityVocabulary) -> list[Quantity]:
    """Ranges whose ends both have a unit made one; ends without a unit get that of their partner."""
    result: list[Quantity] = []
    for quantity in found:
        last = result[-1] if result else None
        between = reading.text[last.end : quantity.start] if last else ""
        if last is None or not _LINK.fullmatch(between):
            before = reading.text[: quantity.start].split()
            changed = bool(before) and before[-1].lower() in words.classes["up_or_down"]
            if last is not None and (total := _sum(last, quantity, between.strip(), words)) is not None:
                result[-1] = total
                continue
            if changed and last is not None and last.unit and _is_step(quantity, reading, words):
                quantity = quantity.with_unit_of(last)
        elif not last.unit and quantity.unit and quantity.kind != "time_of_day":
            result[-1] = last.with_unit_of(quantity)
        elif (total := _sum(last, quantity, between.strip(), words)) is not None:
            result[-1] = total
            continue
        elif last.unit and _is_bare(quantity, reading) and between.strip() != ",":
            quantity = quantity.with_unit_of(last)
        elif _makes_range(last, quantity, between.strip(), reading, words):
            result[-1] = replace(
                last,
                end=quantity.end,
                number_end=quantity.number_end,
                high=quantity.high,
                qualifier="about",
            )
            continue
        result.append(quantity)
    return result


def _sum(last: Quantity, quantity: Quantity, link: str, words: QuantityVocabulary) -> Quantity | None:
    """Two measures of one kind in falling units made one in the smaller: one hour and 20 minutes, 5ft 11in."""
    if last.kind != quantity.kind or last.kind not in COMPOSED or link not in ("", "and", ","):
        return None
    bounds = (last.low, last.high, quantity.low, quantity.high)
    big, small = words.units.get(last.unit), words.units.get(quantity.unit)
    if big is None or small is None or None in bounds or quantity.qualifier != "exact" or last.per:
        return None
    whole = converted(1, big, small)
    if not (quantity.high or 0) < whole or whole <= 1:
        return None
    low, high = (
        round((bound or 0) * whole + (part or 0), 6)
        for bound, part in ((last.low, quantity.low), (last.high, quantity.high))
    )
    return replace(
        last,
        end=quantity.end,
        number_end=quantity.end,
        low=low,
        high=high,
        unit=quantity.unit,
        rule=quantity.rule,
    )


def _is_bare(quantity: Quantity, reading: NumeralReading) -> bool:
    """A number without unit and without a noun behind it."""
    behind = reading.text[quantity.end :].lstrip(" ")
    return not quantity.unit and not behind[:1].isalpha() and behind[:1] not in HYPHENS


def _is_step(quantity: Quantity, reading: NumeralReading, words: QuantityVocabulary) -> bool:
    """A number without unit behind "up" and before what it is compared with: "up 15 since May"."""
    behind = reading.text[quantity.end :].split()
    compared = bool(behind) and behind[0].lower() in words.classes["step_from"]
    return not quantity.unit and (compared or _is_bare(quantity, reading))


def _makes_range(
    last: Quantity, quantity: Quantity, link: str, reading: NumeralReading, words: QuantityVocabulary
) -> bool:
    """Whether two quantities of one unit are the ends of a range: 5km to 7km, between 20% and 30%."""
    if last.unit != quantity.unit or not last.unit or last.low is None or quantity.low is None:
        return False
    if (last.qualifier, quantity.qualifier) != ("exact", "exact") or not last.low < quantity.low:
        return False
    before = reading.text[: last.start].lower().split()
    cue = before[-1] if before else ""
    if link == "and":
        return cue == "between"
    return link in ("to", "or", "-", "–") and cue not in words.classes["change"] | {"from", "by"}
