"""Schema of the numeral lexicon: the words of number phrases, by the part they play in the grammar."""

from __future__ import annotations

from typing import Literal

from framing.lexicon.schema import Entry, Phrases

Qualifier = Literal["exact", "at_least", "more_than", "up_to", "about", "dozens", "none", "vague"]


class NumeralWords(Entry):
    """Words that play one part in a number phrase; only the fields of that part are set.

    `unit`        a number below a hundred; `value` (twelve = 12)
    `multiplier`  multiplies what stands before it; `value` (thousand = 1000)
    `abbreviation`  a multiplier that only stands behind digits; `value` (m = 1000000)
    `plural`      a plural number noun, an open lower bound; `value` is the least it can mean (dozens = 24)
    `few`         before a multiplier the same as its plural, alone vague (several)
    `vague`       a quantity without a number (many)
    `zero`        nobody or none
    `half`        half of the multiplier that follows
    `fraction`    a part; `value` is how many make the whole (third = 3)
    `article`     one, if a multiplier follows (a hundred)
    `qualifier`   stands before a number and bounds it; `qualifier`
    `suffix`      stands behind a number and bounds it; `qualifier` (or more)
    `range_open`, `range_link`  between … and …; a link without an opener is in `range_plain` (3 to 5)
    `measure`     a noun that makes the number before it a measure, not a count (miles)
    `label`       a word that makes the number behind it a name or a date (Flight, May)
    `month`       a month's name; a number before it is a day
    `year_cue`    a word behind which a bare number from 1900 to 2099 is a year (since)
    """

    role: Literal[
        "unit",
        "multiplier",
        "abbreviation",
        "plural",
        "few",
        "vague",
        "zero",
        "half",
        "fraction",
        "article",
        "qualifier",
        "suffix",
        "range_open",
        "range_link",
        "range_plain",
        "measure",
        "label",
        "month",
        "year_cue",
    ]
    forms: Phrases
    value: int = 0
    qualifier: Qualifier | None = None
