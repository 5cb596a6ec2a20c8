"""Numerals: the number phrases of news prose as a lower bound, an upper bound and a qualifier.

"At least a dozen", "up to 155", "two to three hundred" and "dozens" say how many and how surely; how a
source rounds and hedges its counts is itself framing (AlShebli, Salvador Casara and Maass, Media
Coverage of War Victims, 2025). The words of the grammar are in `lexicons/numerals.yaml`; the conventions
are those of the coding scheme: a plural number noun is an open lower bound (dozens: 24 or more), "between
3 and 5" is about.

    grammar   number phrases of any kind, as the words say
    context   ordinals, dates, years, times, money, measures and names told from counts
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.lexicon import Lexicons
from framing.lexicon.numerals import Qualifier
from framing.text.numerals.context import counts
from framing.text.numerals.grammar import NumberPhrase, NumeralReading

__all__ = ["NOTHING", "NumberPhrase", "Numeral", "NumeralReading", "find_numerals", "total"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number phrase: its place in the text, with its qualifier, and what it says.

    A bound that the phrase leaves open is None. `qualifier` is `vague` where there is no number and
    `none` where nothing is counted.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: Qualifier

    def shifted(self, offset: int) -> Numeral:
        """The same numeral in a text that has `offset` more characters in front."""
        return replace(self, start=self.start + offset, end=self.end + offset)


NOTHING = Numeral(0, 0, None, None, "none")


def find_numerals(text: str, lexicons: Lexicons) -> list[Numeral]:
    """The number phrases of a text that count something, in text order and without overlaps.

    >>> from framing.lexicon import load
    >>> found = find_numerals("On May 3, at least a dozen miners and up to 155 others were hurt.", load())
    >>> [(n.low, n.high, n.qualifier) for n in found]
    [(12, None, 'at_least'), (None, 155, 'up_to')]
    """
    reading = NumeralReading(text, lexicons)
    return [
        Numeral(phrase.start, phrase.end, _whole(phrase.low), _whole(phrase.high), phrase.qualifier)
        for phrase in reading.phrases()
        if phrase.is_whole and counts(phrase, reading)
    ]


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)


def total(numerals: Sequence[Numeral]) -> Numeral:
    """The sum of what coordinated phrases count: "12 pupils and a driver" is 13.

    A bound that one part leaves open is open for the sum; the first inexact qualifier is kept. A part
    with an empty span is not written as a number ("a driver") and does not stretch the sum's span.

    >>> total([Numeral(0, 2, 12, 12, "exact"), Numeral(16, 16, 1, 1, "exact")]).low
    13
    """
    if not numerals:
        return NOTHING
    written = [n for n in numerals if n.end > n.start] or numerals
    lows = [n.low for n in numerals]
    highs = [n.high for n in numerals]
    inexact = [n.qualifier for n in numerals if n.qualifier != "exact"]
    return Numeral(
        min(n.start for n in written),
        max(n.end for n in written),
        _sum(lows),
        _sum(highs),
        inexact[0] if inexact else "exact",
    )


def _sum(bounds: Iterable[int | None]) -> int | None:
    known = list(bounds)
    return None if None in known else sum(bound for bound in known if bound is not None)
