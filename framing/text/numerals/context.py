"""What stands around a number phrase: whether it counts something, or is a year, a date, a name, a code."""

from __future__ import annotations

from framing.text.numerals.grammar import HYPHENS, NumberPhrase, NumeralReading

_YEARS = range(1900, 2100)
_OLD_YEARS = range(1000, 1900)


def counts(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether a phrase counts something: no ordinal, date, year, time, money, measure or name."""
    before = reading.text[max(phrase.number_start - 1, 0) : phrase.number_start]
    behind = reading.text[phrase.end : phrase.end + 1]
    if (before and before in "$£€") or (behind and behind in "%°"):
        return False
    if behind in HYPHENS and reading.text[phrase.end + 1 : phrase.end + 2].isalnum():
        return False
    if reading.word("measure", phrase.after) is not None:
        return False
    return not any(test(phrase, reading) for test in (is_code, is_labelled, is_day, is_year))


def is_code(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether the number is a piece of a longer string: MH17, 9/11, 16:30, F-16, 12th."""
    behind = reading.text[phrase.end : phrase.end + 1]
    if behind and (behind.isalpha() or behind in "/:"):
        return True
    return continues_code(phrase, reading)


def continues_code(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether letters, digits or signs before the number make it a piece of a longer string."""
    start, text = phrase.number_start, reading.text
    before = text[max(start - 1, 0) : start]
    if before and (before.isalnum() or before in "#/:."):
        return True
    return before in HYPHENS and text[max(start - 2, 0) : start - 1].isalnum()


def is_labelled(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether a word before the number makes it a name or a date: Flight 370, May 16, aged 34."""
    return reading.at(phrase.first - 1) != "," and reading.ends_with("label", phrase.first)


def is_day(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether a month follows: 2 June, 3-5 March."""
    return (
        reading.word("month", phrase.after) is not None
        and reading.text[reading.tokens[phrase.after].start].isupper()
    )


def is_year(phrase: NumberPhrase, reading: NumeralReading) -> bool:
    """Whether a bare number of four digits is a year by the word before it or by what follows."""
    text = reading.at(phrase.first)
    if phrase.after != phrase.first + 1 or len(text) != 4 or not text.isdecimal() or phrase.qualified:
        return False
    cued = reading.ends_with("year_cue", phrase.first)
    after = phrase.after
    follows = reading.text[reading.tokens[after].start] if after < len(reading.tokens) else " "
    noun = follows.isalpha() and not follows.isupper()
    if int(text) in _YEARS:
        return cued or not noun or reading.at(phrase.first - 1) == ","
    return int(text) in _OLD_YEARS and cued and not noun
