"""Shares in words: two-thirds, a quarter of, half the, one in five, nine out of 10; in percent."""

from __future__ import annotations

from collections.abc import Iterator

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.lexicon.numerals import Qualifier
from framing.text.numerals.grammar import HYPHENS, NumeralReading, bounded

UNIT = "percent"
ROUND = (10, 100, 1000)
LARGEST_WORD = 20


def shares_in_words(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """The fractions of a text, in text order and without overlaps."""
    at = 0
    while at < len(reading.tokens):
        if not reading.may_start(at):
            at += 1
            continue
        qualifier, first = reading.qualifier(at)
        found = _half(reading, first, words) or _fraction(reading, first, words, qualifier is not None)
        found = found or _in(reading, first, words)
        if found is None:
            at += 1
            continue
        value, after = found
        yield _quantity(reading, at, first, after, round(100 * value, 4), qualifier)
        at = after


def _quantity(
    reading: NumeralReading, at: int, first: int, after: int, percent: float, qualifier: Qualifier | None
) -> Quantity:
    low, high, said = bounded(percent, percent, qualifier or "exact")
    start, number, end = reading.tokens[at].start, reading.tokens[first].start, reading.tokens[after - 1].end
    return Quantity(start, end, number, end, low, high, said, "share", UNIT, "fraction")


def _half(reading: NumeralReading, at: int, words: QuantityVocabulary) -> tuple[float, int] | None:
    """Half, where what it is half of follows, or a change by it comes before; never a half of a match."""
    if reading.at(at) != "half" or reading.at(at - 1) in ("first", "second", "other", "and", "-"):
        return None
    of = reading.at(at + 1) in words.classes["half_of"]
    by = reading.at(at - 1) in words.classes["share_by"] and reading.at(at + 1) not in ("a", "an")
    return (0.5, at + 1) if of or by else None


def _fraction(
    reading: NumeralReading, at: int, words: QuantityVocabulary, qualified: bool
) -> tuple[float, int] | None:
    """A fraction noun with its number: two-thirds, a quarter of."""
    several = reading.word("unit", at)
    if several is None and reading.at(at) != "a":
        return None
    count, after = (several[0].value, several[1]) if several else (1, at + 1)
    noun = reading.word("fraction", after + (reading.at(after) in HYPHENS))
    if noun is None:
        return None
    value, after = count / noun[0].value, noun[1]
    plural = reading.at(after - 1).endswith("s")
    if value >= 1 or plural != (count > 1):
        return None
    by = reading.at(at - 1) in words.classes["share_by"]
    return (value, after) if plural or qualified or by or reading.at(after) == "of" else None


def _in(reading: NumeralReading, at: int, words: QuantityVocabulary) -> tuple[float, int] | None:
    """One in five, 1 in 250, three in ten, nine out of 10; not "two in three days" nor "52 out of 80 drones"."""
    part = reading.number(at)
    if part is None or part.low is None:
        return None
    hyphen = reading.at(part.after) in HYPHENS
    if reading.at(part.after + hyphen) == "in":
        whole = reading.number(part.after + 1 + 2 * hyphen)
        allowed = part.low == 1 or (whole is not None and (whole.low in ROUND or _small(whole.low)))
    elif (reading.at(part.after), reading.at(part.after + 1)) == ("out", "of"):
        whole = reading.number(part.after + 2)
        allowed = whole is not None and whole.low in ROUND
    else:
        return None
    if whole is None or whole.low is None or not allowed or not part.low < whole.low:
        return None
    if reading.tokens[whole.after - 1].is_digits and 1900 <= whole.low < 2100:
        return None
    if words.unit_at(reading, whole.after) is not None:
        return None
    return part.low / whole.low, whole.after


def _small(value: float | None) -> bool:
    return value is not None and value <= LARGEST_WORD
