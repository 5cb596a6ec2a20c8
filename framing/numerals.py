"""Numerals: the number phrases of news prose as a lower bound, an upper bound and a qualifier.

"At least a dozen", "up to 155", "two to three hundred" and "dozens" say how many and how surely; how a
source rounds and hedges its counts is itself framing (AlShebli, Salvador Casara and Maass, Media
Coverage of War Victims, 2025). Ordinals, dates, years, times, money and measures are not counts.
The words of the grammar are in `lexicons/numerals.yaml`; the conventions are those of the coding
scheme: a plural number noun is an open lower bound (dozens: 24 or more), "between 3 and 5" is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.numerals import NumeralWords, Qualifier

KIND = "numerals"

_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:\.[^\W\d_]\.)*|[^\w\s]")
_HYPHENS = frozenset("-‐‑–")
_YEARS = range(1900, 2100)


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
    return _Parser(text, _grammar(lexicons.of(KIND, NumeralWords))).all()


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


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()


class _Grammar(NamedTuple):
    """The lexicon by role; each role maps the token sequence of a form to its entry."""

    roles: Mapping[str, Mapping[tuple[str, ...], NumeralWords]]
    longest: int


@lru_cache(maxsize=4)
def _grammar(entries: tuple[NumeralWords, ...]) -> _Grammar:
    roles: dict[str, dict[tuple[str, ...], NumeralWords]] = {}
    longest = 1
    for entry in entries:
        for form in entry.forms:
            words = tuple(token.text for token in _tokens(form))
            roles.setdefault(entry.role, {})[words] = entry
            longest = max(longest, len(words))
    return _Grammar(roles, longest)


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


class _Core(NamedTuple):
    """A number phrase without its qualifier: bounds, the qualifier it has by itself, the next token."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    after: int


class _Parser:
    """Recursive descent over the tokens of one text, left to right, longest phrase first."""

    def __init__(self, text: str, grammar: _Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.tokens = _tokens(text)

    def all(self) -> list[Numeral]:
        found = []
        at = 0
        while at < len(self.tokens):
            numeral, after = self.numeral(at)
            if numeral is not None:
                found.append(numeral)
            at = max(after, at + 1)
        return found

    def numeral(self, at: int) -> tuple[Numeral | None, int]:
        """The phrase that starts at a token, and the token behind what was read."""
        qualifier, first = self.qualifier(at)
        core = self.range(first) or self.core(first)
        if core is None:
            return None, at + 1
        low, high, own, after = core
        hyphen = after < len(self.tokens) and self.tokens[after].text in _HYPHENS
        if (suffix := self.word("suffix", after + hyphen)) is not None:
            qualifier, after = qualifier or suffix[0].qualifier, suffix[1]
        elif after < len(self.tokens) and self.tokens[after].text == "+" and self.glued(after):
            qualifier, after = qualifier or "more_than", after + 1
        if not self.counts(first, after, qualified=qualifier is not None):
            return None, after
        if own == "exact" and qualifier is not None:
            low, high, own = _bounded(low, high, qualifier)
        elif own == "about" and qualifier == "up_to":
            low, own = None, "up_to"
        return Numeral(self.tokens[at].start, self.tokens[after - 1].end, low, high, own), after

    def qualifier(self, at: int) -> tuple[Qualifier | None, int]:
        """Qualifiers in front; the strictest of several counts ("at least some 30" is at least)."""
        qualifier: Qualifier | None = None
        while (found := self.word("qualifier", at)) is not None:
            entry, at = found
            if qualifier is None or qualifier == "about":
                qualifier = entry.qualifier
        return qualifier, at

    def range(self, at: int) -> _Core | None:
        """A number between two bounds: "between 3 and 5", "three to five", "3-5"."""
        opener = self.word("range_open", at)
        if opener is None and at and self.tokens[at - 1].text == "from":
            return None
        first = self.number(opener[1] if opener else at)
        if first is None:
            return None
        link = self.word("range_link" if opener else "range_plain", first.after)
        if link is None:
            return None
        second = self.number(link[1])
        if second is None or first.low is None or second.low is None:
            return None
        low, high = self.scaled(first, second)
        return _Core(low, high, "about", second.after) if low < high else None

    def scaled(self, first: _Core, second: _Core) -> tuple[int, int]:
        """In "two to three hundred" the multiplier belongs to both."""
        low, high = first.low or 0, second.low or 0
        last = self.word("multiplier", second.after - 1)
        if last is not None and low < 100 and high >= 100:
            low *= last[0].value
        return low, high

    def core(self, at: int) -> _Core | None:
        """A number, a plural number noun, a vague quantity or nobody."""
        if (half := self.half(at)) is not None:
            return half
        if (plural := self.plural(at)) is not None:
            return plural
        if (few := self.word("few", at)) is not None:
            multiplier = self.word("multiplier", few[1])
            if multiplier is not None:
                return _Core(2 * multiplier[0].value, None, "dozens", multiplier[1])
            return _Core(None, None, "vague", few[1])
        number = self.number(at)
        if number is not None:
            return number
        for role, core in (("vague", (None, None, "vague")), ("zero", (0, 0, "exact"))):
            if (found := self.word(role, at)) is not None:
                low, high, qualifier = core
                return _Core(low, high, qualifier, found[1])  # type: ignore[arg-type]
        return None

    def half(self, at: int) -> _Core | None:
        half = self.word("half", at)
        multiplier = self.word("multiplier", half[1]) if half else None
        if multiplier is None:
            return None
        value = multiplier[0].value // 2
        return _Core(value, value, "exact", multiplier[1])

    def plural(self, at: int) -> _Core | None:
        """A plural number noun ("dozens", "hundreds of thousands"): the least it can mean, nothing above it."""
        plural = self.word("plural", at)
        if plural is None:
            return None
        low, after = plural[0].value, plural[1]
        while after < len(self.tokens) and self.tokens[after].text == "of":
            more = self.word("plural", after + 1)
            if more is None:
                break
            low, after = low * more[0].value // 2, more[1]
        return _Core(low, None, "dozens", after)

    def number(self, at: int) -> _Core | None:
        """A number in digits or words: 24,000; two dozen; 1.5 million; one hundred and five."""
        unit = self.word("unit", at)
        article = self.word("article", at) if unit is None else None
        if article is not None:
            after = article[1]
            if self.word("multiplier", after) is None:
                return self.number(after) if self.tokens[at].text == "another" else None
            return self.sum(after, 1.0)
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if token.is_digits:
            return self.sum(at + 1, float(token.text.replace(",", "")))
        return self.sum(unit[1], float(unit[0].value)) if unit else None

    def sum(self, at: int, current: float) -> _Core | None:
        """The rest of a number whose first part is read: units behind tens, multipliers, "and five"."""
        whole = 0.0
        from_words = at > 0 and not self.tokens[at - 1].is_digits
        while at < len(self.tokens):
            after_half = self.and_a_half(at)
            multiplier = self.word("multiplier", after_half or at)
            if multiplier is None and self.tokens[at - 1].is_digits:
                multiplier = self.word("abbreviation", at)
            if multiplier is not None:
                current = (current + (0.5 if after_half else 0)) * multiplier[0].value
                if multiplier[0].value >= 1000:
                    whole, current = whole + current, 0.0
                at = multiplier[1]
                continue
            after_and = at + 1 if self.tokens[at].text == "and" else at
            hyphen = self.tokens[at].text in _HYPHENS and self.glued(at) and self.glued(at + 1)
            unit = self.word("unit", at + 1 if hyphen else after_and) if from_words else None
            if unit is None or not _adds(whole + current, unit[0].value, by_and=after_and > at):
                break
            current += unit[0].value
            at = unit[1]
        value = whole + current
        return _Core(int(value), int(value), "exact", at) if value == int(value) else None

    def and_a_half(self, at: int) -> int | None:
        words = [token.text for token in self.tokens[at : at + 3]]
        return at + 3 if words == ["and", "a", "half"] else None

    def counts(self, first: int, after: int, *, qualified: bool) -> bool:
        """Whether a phrase counts something: no ordinal, date, year, time, money, measure or name."""
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        before, behind = self.text[max(start - 1, 0) : start], self.text[end : end + 1]
        if before and (before.isalnum() or before in "$£€#/:."):
            return False
        if behind and (behind.isalpha() or behind in "/%:°"):
            return False
        if behind in _HYPHENS and self.text[end + 1 : end + 2].isalnum():
            return False
        if before in _HYPHENS and self.text[max(start - 2, 0) : start - 1].isalnum():
            return False
        if self.word("measure", after) is not None:
            return False
        if self.tokens[first - 1].text != "," and self.ends_with("label", first):
            return False
        token = self.tokens[first]
        bare_year = after == first + 1 and token.text.isdecimal() and int(token.text) in _YEARS
        return not bare_year or qualified or not self.is_year(first, after)

    def is_year(self, first: int, after: int) -> bool:
        if first and (self.ends_with("year_cue", first) or self.tokens[first - 1].text == ","):
            return True
        follows = self.text[self.tokens[after].start] if after < len(self.tokens) else " "
        return not follows.isalpha() or follows.isupper()

    def ends_with(self, role: str, before: int) -> bool:
        """Whether a word of this role stands right before a token, a point or comma between them allowed."""
        before -= before > 0 and self.tokens[before - 1].text in ".,"
        return any(
            before >= size
            and tuple(token.text for token in self.tokens[before - size : before]) in self.grammar.roles[role]
            for size in (1, 2)
        )

    def glued(self, at: int) -> bool:
        """Whether no space stands before this token."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def word(self, role: str, at: int) -> tuple[NumeralWords, int] | None:
        """The longest form of a role that starts at a token, with the token behind it."""
        forms = self.grammar.roles.get(role, {})
        for size in range(min(self.grammar.longest, len(self.tokens) - at), 0, -1):
            entry = forms.get(tuple(token.text for token in self.tokens[at : at + size]))
            if entry is not None:
                return entry, at + size
        return None


def _adds(so_far: float, unit: int, *, by_and: bool) -> bool:
    """Whether a unit goes on with a number: twenty + one, one hundred (and) five, not "five six"."""
    if so_far >= 100 and so_far % 100 == 0:
        return True
    return not by_and and 20 <= so_far % 100 <= 90 and so_far % 10 == 0 and unit < 10


def _bounded(
    low: int | None, high: int | None, qualifier: Qualifier
) -> tuple[int | None, int | None, Qualifier]:
    if qualifier in ("at_least", "more_than"):
        return low, None, qualifier
    if qualifier == "up_to":
        return None, high, qualifier
    return low, high, qualifier
