"""Numerals: what a number phrase says, how surely, and what is no count at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon import load
from framing.text.numerals import NOTHING, Numeral, find_numerals, total

LEXICONS = load()
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))


def in_words(number: int, *, british: bool) -> str:
    """A positive number in English words, with "and" before tens and units where British."""
    for value, name in SCALES:
        if number >= value:
            head, rest = divmod(number, value)
            joint = " and " if british and 0 < rest < 100 else " "
            tail = joint + in_words(rest, british=british) if rest else ""
            return f"{in_words(head, british=british)} {name}{tail}"
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")


def found(text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(text[n.start : n.end], n.low, n.high, n.qualifier) for n in find_numerals(text, LEXICONS)]


@given(st.integers(1, 999_999_999), st.booleans())
def test_numbers_in_words_read_as_written(number: int, british: bool) -> None:
    words = in_words(number, british=british)
    assert found(f"They counted {words} pilgrims.") == [(words, number, number, "exact")]


@given(st.integers(2, 10_000_000))
def test_numbers_in_digits_read_as_written(number: int) -> None:
    assert found(f"They counted {number:,} pilgrims.") == [(f"{number:,}", number, number, "exact")]


@given(st.integers(2, 100_000), st.sampled_from(["at least", "more than", "up to", "about"]))
def test_a_qualifier_opens_the_bound_it_should(number: int, words: str) -> None:
    ((text, low, high, qualifier),) = found(f"The blast hurt {words} {number:,} people.")
    assert text == f"{words} {number:,}"
    assert qualifier == words.replace(" ", "_")
    assert (low is None) == (words == "up to")
    assert (high is None) == (words in ("at least", "more than"))


@given(st.text(max_size=80))
def test_any_text_is_read_in_order_and_inside_its_bounds(text: str) -> None:
    end = 0
    for numeral in find_numerals(text, LEXICONS):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize(
    ("phrase", "low", "high", "qualifier"),
    [
        ("a dozen", 12, 12, "exact"),
        ("two dozen", 24, 24, "exact"),
        ("half a million", 500_000, 500_000, "exact"),
        ("1.5 million", 1_500_000, 1_500_000, "exact"),
        ("two and a half million", 2_500_000, 2_500_000, "exact"),
        ("a pair of", 2, 2, "exact"),
        ("dozens", 24, None, "dozens"),
        ("scores", 40, None, "dozens"),
        ("several hundred", 200, None, "dozens"),
        ("hundreds of thousands", 200_000, None, "dozens"),
        ("tens of thousands", 20_000, None, "dozens"),
        ("at least a dozen", 12, None, "at_least"),
        ("no fewer than 40", 40, None, "at_least"),
        ("12 or more", 12, None, "at_least"),
        ("over 200", 200, None, "more_than"),
        ("as many as 155", None, 155, "up_to"),
        ("no more than five", None, 5, "up_to"),
        ("some 50,000", 50_000, 50_000, "about"),
        ("an estimated 1,200", 1_200, 1_200, "about"),
        ("between 3 and 5", 3, 5, "about"),
        ("two to three hundred", 200, 300, "about"),
        ("two or three", 2, 3, "about"),
        ("3-5", 3, 5, "about"),
        ("several", None, None, "vague"),
        ("a large number of", None, None, "vague"),
        ("no", 0, 0, "exact"),
    ],
)
def test_phrases(phrase: str, low: int | None, high: int | None, qualifier: str) -> None:
    assert found(f"He saw {phrase} people.") == [(phrase, low, high, qualifier)]


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old boy",
        "the 620-mile front",
        "It cost $7 billion.",
        "at 12.50pm",
        "at 16:30",
        "on May 16, 2025",
        "in 2014",
        "the 12th patrol",
        "an M113 carrier",
        "Flight 370 vanished",
        "a 5-4 ruling",
        "a rise of 40 percent",
        "three hours later",
        "roughly 20 km away",
        "aged 34",
        "the 9/11 attacks",
    ],
)
def test_dates_money_measures_and_names_count_nothing(text: str) -> None:
    assert found(text) == []


def test_a_bare_year_is_told_from_a_count() -> None:
    assert found("The flood killed 2000 people.")[0][1] == 2000
    assert found("Since 2000, the dam has held.") == []


def test_a_sum_keeps_open_bounds_and_the_first_hedge() -> None:
    pupils, driver = Numeral(0, 9, 12, None, "at_least"), Numeral(24, 24, 1, 1, "exact")
    assert total([pupils, driver]) == Numeral(0, 9, 13, None, "at_least")
    assert total([]) == NOTHING
