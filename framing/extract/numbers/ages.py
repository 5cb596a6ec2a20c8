"""Ages: a 34-year-old man, aged 34, Osei, 61, said; voters under 30; children under the age of five."""

from __future__ import annotations

from dataclasses import replace

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading

OLDEST = 120
UNITS = ("year", "month", "week", "day")


def old(quantity: Quantity, after: int, reading: NumeralReading) -> Quantity:
    """The quantity as an age where "old" follows its unit."""
    at = after + (reading.at(after) in HYPHENS)
    if quantity.unit in UNITS and reading.at(at) in ("old", "olds"):
        return replace(quantity, end=reading.tokens[at].end, kind="age", per="", rule="age:old")
    return quantity


def age_of(
    phrase: NumberPhrase, quantity: Quantity, reading: NumeralReading, words: QuantityVocabulary
) -> Quantity | None:
    """The quantity as an age in years where the words beside a bare number make it one."""
    numbers = [bound for bound in (phrase.low, phrase.high) if bound is not None]
    if not numbers or not all(0 < bound < OLDEST for bound in numbers):
        return None
    rule = _rule(phrase, reading, words)
    return replace(quantity, kind="age", unit="year", rule=rule) if rule else None


def _rule(phrase: NumberPhrase, reading: NumeralReading, words: QuantityVocabulary) -> str:
    before = reading.at(phrase.first - 1)
    if before in words.classes["age_cues"]:
        return "age:aged"
    if before == "of" and reading.at(phrase.first - 2) in words.classes["age_cues"]:
        return "age:age of"
    follows = reading.at(phrase.after)
    if _stands_apart(phrase, reading, words):
        return "age:apposition"
    at = next(i for i, token in enumerate(reading.tokens) if token.start >= phrase.start)
    limit = phrase.qualifier in ("up_to", "more_than") and reading.at(at) in ("under", "over")
    return (
        "age:limit" if limit and not follows.endswith("s") and _is_people(reading.at(at - 1), words) else ""
    )


def _stands_apart(phrase: NumberPhrase, reading: NumeralReading, words: QuantityVocabulary) -> bool:
    """A number between commas behind a name or a word for a person: "Okello, 24, signed"."""
    first = phrase.first
    if reading.at(first - 1) != "," or phrase.after != first + 1 or phrase.qualified:
        return False
    if not reading.at(first).isdecimal() or reading.at(phrase.after)[:1] not in (",", ".", ";", ")"):
        return False
    token = reading.tokens[first - 2] if first >= 2 else None
    if token is None:
        return False
    return reading.text[token.start].isupper() or _is_people(token.text, words)


def _is_people(noun: str, words: QuantityVocabulary) -> bool:
    return noun in words.people or (noun.endswith("s") and noun[:-1] in words.people)
