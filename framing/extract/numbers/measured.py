"""A number phrase with its unit: the currency sign before it, the unit behind it, the noun of a rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.extract.numbers.ages import old
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.lexicon.units import UnitWord
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading, bounded

_MINUS = re.compile(r"(?:\bminus\s|(?<!\w)[-−])$", re.IGNORECASE)
_EACH = ("each", "apiece")


class Money(NamedTuple):
    """A currency sign of the text, which the number phrases are read without."""

    start: int
    end: int
    unit: str


def measure(
    phrase: NumberPhrase, reading: NumeralReading, money: Sequence[Money], words: QuantityVocabulary
) -> Quantity:
    """The quantity of a number phrase: with the unit that stands beside it, or a plain count."""
    sign = _sign(phrase, reading, money)
    behind = _unit_behind(phrase, reading, words)
    start, end, after = phrase.start, phrase.end, phrase.after
    low, high = phrase.low, phrase.high
    if sign is not None:
        start = min(start, sign.start)
        if behind is not None and behind[0].kind == "money":
            end, after = reading.tokens[behind[1] - 1].end, behind[1]
        unit, kind = sign.unit, words.units[sign.unit].kind
    elif behind is not None:
        unit, kind = behind[0].id, behind[0].kind
        end, after = reading.tokens[behind[1] - 1].end, behind[1]
    elif _is_metres(phrase, reading):
        unit, kind = "metre", "distance"
        low, high = (None if bound is None else bound / 1_000_000 for bound in (low, high))
    else:
        return _count(phrase, reading)
    if kind == "temperature" and (minus := _MINUS.search(reading.text[: phrase.number_start])):
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
        kind,
        unit,
        f"unit:{unit}",
        _rate(reading, after, words),
    )
    return old(quantity, after, reading)


def _count(phrase: NumberPhrase, reading: NumeralReading) -> Quantity:
    """A plain count; the "of" of "a pair of" is no part of it."""
    last = phrase.after - 1
    end = reading.tokens[last - 1].end if reading.at(last) == "of" else phrase.end
    start = phrase.number_start if phrase.form == "few" else phrase.start
    return Quantity(
        start,
        end,
        phrase.number_start,
        end,
        phrase.low,
        phrase.high,
        phrase.qualifier,
        "thing",
        "",
        f"count:{phrase.form}",
    )


def _sign(phrase: NumberPhrase, reading: NumeralReading, money: Sequence[Money]) -> Money | None:
    """The first currency sign inside the phrase or right before its number."""
    for sign in money:
        before = sign.end <= phrase.number_start and not reading.text[sign.end : phrase.number_start].strip()
        if before or phrase.start <= sign.start < phrase.end:
            return sign
    return None


def _unit_behind(
    phrase: NumberPhrase, reading: NumeralReading, words: QuantityVocabulary
) -> tuple[UnitWord, int] | None:
    """The unit behind a number, an adjective between them allowed: 30 km, 1,000-kilometre, three more days."""
    at = phrase.after
    hyphen = reading.at(at) in HYPHENS and reading.glued(at)
    if hyphen or (reading.at(at) == "of" and phrase.form in ("plural", "few")):
        at += 1
    found = words.unit_at(reading, at)
    if found is None and reading.at(at) in words.classes["between_number_and_unit"]:
        found = words.unit_at(reading, at + 1)
    return found


def _is_metres(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether the "m" of "100m" is metres: no currency stands before it and no plural noun behind it."""
    if phrase.abbreviation != "m":
        return False
    following = reading.at(phrase.after)
    return not (following.endswith("s") or following == "people") or len(following) < 3


def _rate(reading: NumeralReading, after: int, words: QuantityVocabulary) -> str:
    """The noun of a rate behind a unit: "a barrel", "per head", "/day", "apiece"."""
    word, noun = reading.at(after), reading.at(after + 1)
    if word in _EACH:
        return "each"
    if word in ("per", "/") and noun.isalpha():
        return noun
    return noun if word in words.classes["per"] and noun in words.classes["rate_nouns"] else ""


def articles_with_units(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """Quantities whose number is an article or half: a year and a half, over a decade, half an hour."""
    at = 0
    while at < len(reading.tokens):
        found = _article(reading, at, words) if reading.may_start(at) else None
        if found is None:
            at += 1
            continue
        quantity, at = found
        yield quantity


def _article(reading: NumeralReading, at: int, words: QuantityVocabulary) -> tuple[Quantity, int] | None:
    qualifier, first = reading.qualifier(at)
    value, noun = 1.0, first + 1
    if reading.at(first) == "half":
        article = reading.at(noun) in ("a", "an")
        if not (article or reading.at(noun) in HYPHENS):
            return None
        value, noun = 0.5, noun + 1
    elif reading.at(first) not in ("a", "an", "one"):
        return None
    unit = words.unit_at(reading, noun)
    if unit is None or unit[0].kind in ("share", "temperature", "multiple", "other"):
        return None
    after = unit[1]
    if value == 1:
        half = reading.and_a_half(after)
        if half is not None:
            value, after = 1.5, half
        elif qualifier is None or unit[0].id == "second" or reading.at(first) == "one":
            return None
    low, high, said = bounded(value, value, qualifier or "exact")
    start, number, end = (
        reading.tokens[at].start,
        reading.tokens[first].start,
        reading.tokens[after - 1].end,
    )
    rule = f"unit:{unit[0].id}"
    return Quantity(start, end, number, end, low, high, said, unit[0].kind, unit[0].id, rule), after
