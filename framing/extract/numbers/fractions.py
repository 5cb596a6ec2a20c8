"""Shares in words: two-thirds, a quarter of, half the, one in five, nine out of 10; in percent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.lexicon.numerals import Qualifier
from framing.lexicon.units import UnitWord
from framing.text.numerals.grammar import HYPHENS, NumeralReading, bounded

UNIT = "percent"
ROUND = (10, 100, 1000)
LARGEST_WORD = 20
YEARS = range(1900, 2100)
_OF_HALVES = ("first", "second", "other", "and", "-")
"""Words before the half of a match or a year."""


class StatedShare(NamedTuple):
    """A number or a share of one, and the token behind it."""

    value: float
    after: int


class ShareCase(NamedTuple):
    """A place of a text where a share in words may stand, its qualifier read, and the number that begins there."""

    reading: NumeralReading
    at: int
    part: StatedShare | None
    qualified: bool
    words: QuantityVocabulary

    @property
    def is_changed_by(self) -> bool:
        """Whether "by", "to" or "than" stands before it."""
        return self.reading.at(self.at - 1) in self.words.classes["share_by"]


def is_half(case: ShareCase) -> bool:
    """The word is "half", of no match and no year, and behind no "and a"."""
    before, further = case.reading.at(case.at - 1), case.reading.at(case.at - 2)
    one_more = before == "a" and further == "and"
    return case.reading.at(case.at) == "half" and before not in _OF_HALVES and not one_more


def half(case: ShareCase) -> StatedShare | None:
    """Half, where what it is half of follows, or a change by it comes before."""
    behind = case.reading.at(case.at + 1)
    of = behind in case.words.classes["half_of"]
    return StatedShare(0.5, case.at + 1) if of or (case.is_changed_by and behind not in ("a", "an")) else None


def begins_with_word(case: ShareCase) -> bool:
    """The number is a word or an article."""
    return case.reading.at(case.at) == "a" or case.reading.word("unit", case.at) is not None


def fraction(case: ShareCase) -> StatedShare | None:
    """A fraction noun with its number: two-thirds, a quarter of; of a unit ("a third of a mile") it is no share."""
    reading = case.reading
    part = fraction_noun(reading, case.at)
    if part is None or is_of_a_unit(reading, part.after, case.words):
        return None
    plural = reading.at(part.after - 1).endswith("s")
    stated = plural or case.qualified or case.is_changed_by or reading.at(part.after) == "of"
    return part if stated else None


def fraction_noun(reading: NumeralReading, at: int) -> StatedShare | None:
    """A fraction noun with the number or article before it, as a share of one."""
    several = reading.word("unit", at)
    count, after = (several[0].value, several[1]) if several else (1, at + 1)
    noun = reading.word("fraction", after + (reading.at(after) in HYPHENS))
    if noun is None:
        return None
    value, after = count / noun[0].value, noun[1]
    plural = reading.at(after - 1).endswith("s")
    return None if value >= 1 or plural != (count > 1) else StatedShare(value, after)


def is_of_a_unit(reading: NumeralReading, at: int, words: QuantityVocabulary) -> bool:
    """Whether "of a" and a unit follow, of which the fraction is a part."""
    return unit_of_fraction(reading, at, words) is not None


def unit_of_fraction(
    reading: NumeralReading, at: int, words: QuantityVocabulary
) -> tuple[UnitWord, int] | None:
    """The unit behind "of a" or "-of-a-", and the token behind it."""
    for word in (("of",), ("a", "an")):
        at += reading.at(at) in HYPHENS
        if reading.at(at) not in word:
            return None
        at += 1
    return words.unit_at(reading, at + (reading.at(at) in HYPHENS))


def one_in(case: ShareCase) -> StatedShare | None:
    """One in five, 1 in 250, three in ten; not "two in three days"."""
    reading, part = case.reading, case.part
    if part is None:
        return None
    hyphen = reading.at(part.after) in HYPHENS
    whole = reading.number(part.after + 1 + 2 * hyphen) if reading.at(part.after + hyphen) == "in" else None
    if whole is None or whole.low is None:
        return None
    few = part.value == 1 or whole.low in ROUND or whole.low <= LARGEST_WORD
    return _of_whole(case, part.value, whole.low, whole.after) if few else None


def out_of(case: ShareCase) -> StatedShare | None:
    """Nine out of 10; not "52 out of 80 drones"."""
    reading, part = case.reading, case.part
    if part is None or (reading.at(part.after), reading.at(part.after + 1)) != ("out", "of"):
        return None
    whole = reading.number(part.after + 2)
    if whole is None or whole.low not in ROUND:
        return None
    return _of_whole(case, part.value, whole.low, whole.after)


def _of_whole(case: ShareCase, part: float, whole: float, after: int) -> StatedShare | None:
    """The share of a part in a whole, which is no year and has no unit."""
    year = case.reading.tokens[after - 1].is_digits and whole in YEARS
    if not part < whole or year or case.words.unit_at(case.reading, after) is not None:
        return None
    return StatedShare(part / whole, after)


SHARES: tuple[Rule[ShareCase, StatedShare], ...] = (
    Rule("half", "[Half] of the {villages} have no road.", half, (is_half,)),
    Rule("fraction-noun", "[Two-thirds] of {voters} stayed away.", fraction, (begins_with_word,)),
    Rule("one-in", "[One in five] {pupils} walks to school.", one_in),
    Rule("out-of", "[Nine out of 10] {voters} stayed away.", out_of),
)
"""Shares in words."""


def shares_in_words(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """The fractions of a text, in text order and without overlaps."""
    after = 0
    for at in reading.starts:
        if at < after:
            continue
        qualifier, start = reading.qualifier(at)
        part = reading.number(start)
        number = None if part is None or part.low is None else StatedShare(part.low, part.after)
        found = first(SHARES, ShareCase(reading, start, number, qualifier is not None, words))
        if found is not None:
            name, (value, after) = found
            yield _quantity(reading, at, start, after, round(100 * value, 4), qualifier).after(name)


def _quantity(
    reading: NumeralReading, at: int, first: int, after: int, percent: float, qualifier: Qualifier | None
) -> Quantity:
    low, high, said = bounded(percent, percent, qualifier or "exact")
    start, number, end = reading.tokens[at].start, reading.tokens[first].start, reading.tokens[after - 1].end
    return Quantity(start, end, number, end, low, high, said, "share", UNIT, "fraction")
