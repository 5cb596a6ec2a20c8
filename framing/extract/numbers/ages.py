"""Ages: a 34-year-old man, aged 34, Osei, 61, said; voters under 30; children under the age of five."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule
from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading

OLDEST = 120
UNITS = ("year", "month", "week", "day")


class AgeCase(NamedTuple):
    """A quantity that may be an age; `after` is the token behind it."""

    quantity: Quantity
    phrase: NumberPhrase
    after: int
    reading: NumeralReading
    words: QuantityVocabulary

    @property
    def before(self) -> str:
        """The word before the number."""
        return self.reading.at(self.phrase.first - 1)

    @property
    def old(self) -> int:
        """Where "old" stands behind the unit, a hyphen between them allowed."""
        return self.after + (self.reading.at(self.after) in HYPHENS)


def has_old_behind_unit(case: AgeCase) -> bool:
    """The unit is one of age, and "old" stands behind it."""
    return case.quantity.unit in UNITS and case.reading.at(case.old) in ("old", "olds")


def age_in_unit(case: AgeCase) -> Quantity:
    """The age in its own unit, with "old"."""
    end = case.reading.tokens[case.old].end
    return replace(case.quantity, end=end, kind="age", per="", form="age_before_noun")


def is_possible_age(case: AgeCase) -> bool:
    """The number is between 0 and 120."""
    numbers = [bound for bound in (case.phrase.low, case.phrase.high) if bound is not None]
    return bool(numbers) and all(0 < bound < OLDEST for bound in numbers)


def is_behind_aged(case: AgeCase) -> bool:
    """A word such as "aged" stands before the number."""
    return case.before in case.words.classes["age_cues"]


def is_behind_age_of(case: AgeCase) -> bool:
    """ "Age of" stands before the number."""
    return case.before == "of" and case.reading.at(case.phrase.first - 2) in case.words.classes["age_cues"]


def stands_apart(case: AgeCase) -> bool:
    """The number stands between commas behind a name or a word for a person: "Okello, 24, signed"."""
    phrase, reading = case.phrase, case.reading
    at = phrase.first
    if case.before != "," or at < 2 or phrase.after != at + 1 or phrase.qualified:
        return False
    if not reading.at(at).isdecimal() or reading.at(phrase.after)[:1] not in (",", ".", ";", ")"):
        return False
    token = reading.tokens[at - 2]
    return reading.text[token.start].isupper() or _is_people(token.text, case.words)


def is_limit(case: AgeCase) -> bool:
    """ "Under" or "over" stands between a word for people and the number, and no plural behind it."""
    phrase, reading = case.phrase, case.reading
    at = next(i for i, token in enumerate(reading.tokens) if token.start >= phrase.start)
    limit = phrase.qualifier in ("up_to", "more_than") and reading.at(at) in ("under", "over")
    plural = reading.at(phrase.after).endswith("s")
    return limit and not plural and _is_people(reading.at(at - 1), case.words)


def is_of_youngest(case: AgeCase) -> bool:
    """The number is said of the youngest or oldest: "the youngest was 14", "the oldest 81"."""
    phrase, reading = case.phrase, case.reading
    nearest = phrase.first - 1 - (case.before in case.words.classes["age_verbs"])
    behind = reading.at(phrase.after)
    ends = not behind.isalpha() or behind in case.words.classes["behind_age"]
    return ends and reading.at(nearest) in case.words.classes["ranked_by_age"]


def age_in_years(case: AgeCase) -> Quantity:
    """The age in years."""
    return replace(case.quantity, kind="age", unit="year", form="measure")


AGES_WITH_UNIT: tuple[Rule[AgeCase, Quantity], ...] = (
    Rule("old-behind-unit", "A [34-year-old] {man} was held.", age_in_unit, (has_old_behind_unit,)),
)
"""Measures that are ages."""

AGES_WITHOUT_UNIT: tuple[Rule[AgeCase, Quantity], ...] = (
    Rule("behind-aged", "{Okello}, aged [24], signed.", age_in_years, (is_possible_age, is_behind_aged)),
    Rule(
        "behind-age-of",
        "{Okello} left at the age of [24].",
        age_in_years,
        (is_possible_age, is_behind_age_of),
    ),
    Rule(
        "age-in-apposition",
        "{Okello}, [24], signed a contract.",
        age_in_years,
        (is_possible_age, stands_apart),
    ),
    Rule("age-of-youngest", "The youngest was [14].", age_in_years, (is_possible_age, is_of_youngest)),
    Rule("age-limit", "The tax hits {workers} under [30].", age_in_years, (is_possible_age, is_limit)),
)
"""Bare numbers that the words beside them make an age in years."""


def _is_people(noun: str, words: QuantityVocabulary) -> bool:
    return noun in words.people or (noun.endswith("s") and noun[:-1] in words.people)
