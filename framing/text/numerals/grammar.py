"""The grammar of number phrases: qualifiers, numbers in digits and words, ranges, plural number nouns.

It says what the words mean, not whether they count anything: "in 2014" and "Flight 370" are number
phrases too (`framing.text.numerals.context` tells them apart).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.numerals import NumeralWords, Qualifier

KIND = "numerals"

Form = Literal["number", "range", "plural", "few", "vague", "zero"]

_FIRST = ("qualifier", "range_open", "half", "plural", "few", "unit", "article", "vague", "zero")
ANOTHER = "another"
"""The article that any number may follow."""
HYPHENS = frozenset("-‐‑–")
DENOMINATORS = ("2", "3", "4", "5", "8", "16")
"""Below the stroke of a fraction in figures, as in "2 1/2"; other figures around a stroke are dates and scores."""
NUMERATORS = frozenset(map(str, range(1, int(DENOMINATORS[-1]))))
LONGEST_GROUP = 3
GREATEST = 1e15
"""A number from here on counts nothing that a report is about, and is no numeral."""
_SEASON = 3
"""Tokens of "2021–22"."""
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:\.[^\W\d_]\.)*|[^\w\s]")


class NumeralToken(NamedTuple):
    """A word, number or mark of a text, in lower case, with its place."""

    text: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number phrase as the words say it.

    `start:end` holds it with its qualifier, `number_start` is where the number itself begins; `first` and
    `after` are the first token of the number and the token behind the phrase. A bound that is left open is
    None. `abbreviation` is the short multiplier behind digits ("m"), if any.
    """

    start: int
    end: int
    number_start: int
    first: int
    after: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    qualified: bool
    form: Form
    abbreviation: str

    @property
    def is_whole(self) -> bool:
        """Whether both bounds are whole numbers or open."""
        return all(bound is None or bound == int(bound) for bound in (self.low, self.high))


class _Core(NamedTuple):
    """A number phrase without its qualifier: bounds, the qualifier it has by itself, the next token."""

    low: float | None
    high: float | None
    qualifier: Qualifier
    after: int
    form: Form = "number"
    abbreviation: str = ""


Roles = Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], NumeralWords], ...]]]


@lru_cache(maxsize=4)
def _roles(entries: tuple[NumeralWords, ...]) -> Roles:
    """The lexicon by role and first word; each form as its token sequence, the longest first."""
    roles: dict[str, dict[str, list[tuple[tuple[str, ...], NumeralWords]]]] = {}
    for entry in entries:
        for form in entry.forms:
            words = tuple(token.text for token in tokens(form))
            roles.setdefault(entry.role, {}).setdefault(words[0], []).append((words, entry))
    return {
        role: {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in found.items()}
        for role, found in roles.items()
    }


@lru_cache(maxsize=4)
def _starters(entries: tuple[NumeralWords, ...]) -> frozenset[str]:
    """The words that a number phrase can begin with."""
    roles = _roles(entries)
    return frozenset(word for role in _FIRST for word in roles.get(role, {}))


@lru_cache(maxsize=4)
def _followers(entries: tuple[NumeralWords, ...]) -> Mapping[str, frozenset[str]]:
    """The words of which one follows a word for it to begin a number phrase, where only some will do ("a dozen")."""
    roles = _roles(entries)
    followers: dict[str, frozenset[str]] = {}
    for first in _starters(entries):
        forms = [(role, words) for role in _FIRST for words, _ in roles.get(role, {}).get(first, ())]
        alone = {role for role, words in forms if len(words) == 1}
        if first != ANOTHER and alone <= {"article"}:
            more = roles.get("multiplier", {}) if alone else ()
            followers[first] = frozenset((*more, *(words[1] for _, words in forms if len(words) > 1)))
    return followers


def tokens(text: str) -> list[NumeralToken]:
    """The words, numbers and marks of a text.

    >>> [token.text for token in tokens("Some 1,200 U.S.-led troops")]
    ['some', '1,200', 'u.s.', '-', 'led', 'troops']
    """
    return [NumeralToken(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


class NumeralReading:
    """The number phrases of one text, read left to right by recursive descent, the longest first."""

    def __init__(self, text: str, lexicons: Lexicons) -> None:
        entries = lexicons.of(KIND, NumeralWords)
        self.text = text
        self.roles = _roles(entries)
        self._starters = _starters(entries)
        self._followers = _followers(entries)
        self._words = [word.lower() for word in _TOKEN.findall(text)]
        self._numbers: dict[int, _Core | None] = {}
        self._qualifiers: dict[int, tuple[Qualifier | None, int]] = {}

    @cached_property
    def starts(self) -> list[int]:
        """The tokens that can be the first of a number phrase."""
        return [at for at in range(len(self._words)) if self.may_start(at)]

    @cached_property
    def tokens(self) -> list[NumeralToken]:
        """The words, numbers and marks of the text, with their places."""
        return tokens(self.text)

    def phrases(self) -> Iterator[NumberPhrase]:
        """All number phrases in text order, without overlaps.

        >>> from framing.lexicon import load
        >>> [(p.low, p.high) for p in NumeralReading("between 2.5 and 3 million, or dozens", load()).phrases()]
        [(2500000.0, 3000000.0), (24, None)]
        """
        at = 0
        while at < len(self._words):
            if self.is_season(at):
                at += _SEASON
                continue
            phrase = self.phrase(at) if self.may_start(at) and self._is_followed(at) else None
            if phrase is not None:
                yield phrase
            at = phrase.after if phrase is not None else at + 1

    def is_season(self, at: int) -> bool:
        """Whether a year and the last figures of the next stand here: "2021–22", "2021/22"."""
        year, mark, short = (self.at(at + more) for more in range(_SEASON))
        marked = mark == "/" or mark in HYPHENS
        if not marked or not (len(year) == 4 and len(short) == 2 and (year + short).isdecimal()):
            return False
        return int(short) == (int(year) + 1) % 100 and self.glued(at + 1) and self.glued(at + 2)

    def may_start(self, at: int) -> bool:
        """Whether a token can be the first of a number phrase."""
        word = self._words[at]
        return word in self._starters or word[0].isdecimal() or bool(fraction_sign(word))

    def _is_followed(self, at: int) -> bool:
        """Whether what stands behind a token lets it be the first of a number phrase."""
        followers = self._followers.get(self._words[at])
        return followers is None or self.at(at + 1) in followers

    def phrase(self, at: int) -> NumberPhrase | None:
        """The phrase that starts at a token."""
        qualifier, first = self.qualifier(at)
        core = self.range(first) or self.core(first)
        if core is None:
            return None
        low, high, own, after, form, abbreviation = core
        suffix = self.suffix(after)
        if suffix is not None:
            qualifier, after = qualifier or suffix[0], suffix[1]
        if own == "exact" and qualifier is not None:
            low, high, own = bounded(low, high, qualifier)
        elif own == "about" and qualifier == "up_to":
            low, own = None, "up_to"
        start, end = self.tokens[at].start, self.tokens[after - 1].end
        number_start = self.tokens[first].start
        return NumberPhrase(
            start, end, number_start, first, after, low, high, own, qualifier is not None, form, abbreviation
        )

    def qualifier(self, at: int) -> tuple[Qualifier | None, int]:
        """Qualifiers in front; the strictest of several counts ("at least some 30" is at least)."""
        if at not in self._qualifiers:
            self._qualifiers[at] = self._qualifier(at)
        return self._qualifiers[at]

    def _qualifier(self, at: int) -> tuple[Qualifier | None, int]:
        qualifier: Qualifier | None = None
        while (found := self.word("qualifier", at)) is not None:
            entry, at = found
            if qualifier is None or qualifier == "about":
                qualifier = entry.qualifier
        return qualifier, at

    def suffix(self, at: int) -> tuple[Qualifier | None, int] | None:
        """A qualifier behind the number: "12 or more", "50+"."""
        hyphen = at < len(self.tokens) and self.tokens[at].text in HYPHENS
        found = self.word("suffix", at) or self.word("suffix", at + hyphen)
        if found is not None:
            return found[0].qualifier, found[1]
        if at < len(self.tokens) and self.tokens[at].text == "+" and self.glued(at):
            return "more_than", at + 1
        return None

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
        return _Core(low, high, "about", second.after, "range", second.abbreviation) if low < high else None

    def scaled(self, first: _Core, second: _Core) -> tuple[float, float]:
        """In "two to three hundred" and "5-7bn" the multiplier belongs to both."""
        low, high = first.low or 0, second.low or 0
        at = second.after - 1
        last = self.word("multiplier", at) or (self.word("abbreviation", at) if second.abbreviation else None)
        if last is not None and low * last[0].value < high:
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
                return _Core(2 * multiplier[0].value, None, "dozens", multiplier[1], "plural")
            return _Core(None, None, "vague", few[1], "few")
        number = self.number(at)
        if number is not None:
            return number
        if (vague := self.word("vague", at)) is not None:
            return _Core(None, None, "vague", vague[1], "vague")
        if (zero := self.word("zero", at)) is not None:
            return _Core(0, 0, "exact", zero[1], "zero")
        return None

    def half(self, at: int) -> _Core | None:
        half = self.word("half", at)
        multiplier = self.word("multiplier", half[1]) if half else None
        if multiplier is None:
            return None
        value = multiplier[0].value / 2
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
        return _Core(low, None, "dozens", after, "plural")

    def number(self, at: int) -> _Core | None:
        """A number in digits or words: 24,000; two dozen; 1.5 million; one hundred and five."""
        if at not in self._numbers:
            found = self._number(at)
            self._numbers[at] = found if found is None or (found.low or 0) < GREATEST else None
        return self._numbers[at]

    def _number(self, at: int) -> _Core | None:
        unit = self.word("unit", at)
        article = self.word("article", at) if unit is None else None
        if article is not None:
            after = article[1]
            if self.word("multiplier", after) is None:
                return self.number(after) if self._words[at] == ANOTHER else None
            return self.sum(after, 1.0)
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if token.is_digits:
            value, after = self.figures(at)
            part, after = self.fraction(after)
            return self.sum(after, value + part)
        if (sign := fraction_sign(token.text)) and not self.glued(at):
            return self.sum(at + 1, sign)
        return self.sum(unit[1], float(unit[0].value)) if unit else None

    def figures(self, at: int) -> tuple[float, int]:
        """The value of figures, groups of three behind blanks taken in ("12 500"), and the token behind them."""
        after = at + 1
        if self.may_have_groups(at):
            while self.is_group(after):
                after += 1
            joined = self.at(after) in HYPHENS and self.glued(after)
            if self.at(after)[:1].isdecimal() or (after > at + 1 and joined):
                after = at + 1
        return float("".join(self._words[at:after]).replace(",", "")), after

    def may_have_groups(self, at: int) -> bool:
        """Whether figures can be the first group of a number in groups: no day of a month, no flight or room."""
        first, before = self._words[at], self.at(at - 1)
        if not first.isdecimal() or len(first) > LONGEST_GROUP or first[0] == "0" or before[:1].isdecimal():
            return False
        joined = (
            at > 0 and self.glued(at) and (before[-1:].isalnum() or before in "#/:.+" or before in HYPHENS)
        )
        return not joined and not self.ends_with("month", at) and not self.ends_with("label", at)

    def is_group(self, at: int) -> bool:
        """Whether a token is a group of three figures with one blank before it."""
        if not re.fullmatch(r"\d{3}(?:\.\d+)?", self.at(at)):
            return False
        between = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        behind = self.text[self.tokens[at].end : self.tokens[at].end + 1]
        return len(between) == 1 and between.isspace() and not behind.isalpha()

    def fraction(self, at: int) -> tuple[float, int]:
        """A fraction in figures behind a number ("2 1/2", "2-1/2", "2½"), and the token behind it; 0 where there is none."""
        if (sign := fraction_sign(self.at(at))) and self.tokens[at].start - self.tokens[at - 1].end <= 1:
            return sign, at + 1
        first = at + (self.at(at) in HYPHENS and self.glued(at))
        part, stroke, whole = (self.at(first + more) for more in range(3))
        written = part in NUMERATORS and stroke == "/" and whole in DENOMINATORS
        if not written or not (self.glued(first + 1) and self.glued(first + 2)) or self.at(first + 3) == "/":
            return 0.0, at
        return (int(part) / int(whole), first + 3) if 0 < int(part) < int(whole) else (0.0, at)

    def sum(self, at: int, current: float) -> _Core:
        """The rest of a number whose first part is read: units behind tens, multipliers, "and five"."""
        whole = 0.0
        abbreviation = ""
        from_words = at > 0 and not self.tokens[at - 1].is_digits
        while at < len(self.tokens):
            after_half = self.and_a_half(at)
            multiplier = self.multiplier(after_half or at, at)
            if multiplier is not None:
                factor, following, short = multiplier
                abbreviation = short or abbreviation
                current = (current + (0.5 if after_half else 0)) * factor
                if factor >= 1000:
                    whole, current = whole + current, 0.0
                at = following
                continue
            if after_half and current < 100:
                current, at = current + 0.5, after_half
                break
            unit = self.added_unit(at, whole + current) if from_words else None
            if unit is None:
                break
            current, at = current + unit[0], unit[1]
        value = float(f"{whole + current:.12g}")
        return _Core(value, value, "exact", at, abbreviation=abbreviation)

    def multiplier(self, at: int, figures_end: int) -> tuple[float, int, str] | None:
        """The multiplier at a place ("thousand", or "m" where figures end): its value, the place behind it, its letters."""
        found = self.word("multiplier", at)
        if found is not None:
            return found[0].value, found[1], ""
        if not self.tokens[figures_end - 1].is_digits:
            return None
        short = self.word("abbreviation", figures_end)
        return (short[0].value, short[1], self.tokens[figures_end].text) if short is not None else None

    def added_unit(self, at: int, so_far: float) -> tuple[float, int] | None:
        """The unit that is added at a place ("-five", "and five"): its value and the place behind it."""
        after_and = at + 1 if self.tokens[at].text == "and" else at
        hyphen = self.tokens[at].text in HYPHENS and self.glued(at) and self.glued(at + 1)
        unit = self.word("unit", at + 1 if hyphen else after_and)
        if unit is None or not _adds(so_far, unit[0].value, by_and=after_and > at):
            return None
        return unit[0].value, unit[1]

    def and_a_half(self, at: int) -> int | None:
        """The token behind "and a half", hyphens between the words allowed."""
        for word in ("and", "a", "half"):
            if at < len(self.tokens) and self.tokens[at].text in HYPHENS and self.glued(at):
                at += 1
            if at >= len(self.tokens) or self.tokens[at].text != word:
                return None
            at += 1
        return at

    def at(self, index: int) -> str:
        """The token at an index, empty outside the text."""
        return self._words[index] if 0 <= index < len(self._words) else ""

    def glued(self, at: int) -> bool:
        """Whether no space stands before this token."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def word(self, role: str, at: int) -> tuple[NumeralWords, int] | None:
        """The longest form of a role that starts at a token, with the token behind it."""
        forms = self.roles.get(role)
        if forms is None or at >= len(self._words):
            return None
        for words, entry in forms.get(self._words[at], ()):
            after = at + len(words)
            if len(words) == 1 or tuple(self._words[at:after]) == words:
                return entry, after
        return None

    def ends_with(self, role: str, before: int) -> bool:
        """Whether a word of this role stands right before a token, a point or comma between them allowed."""
        ends = (before, before - (before > 0 and self.tokens[before - 1].text in ".,"))
        return any(
            (found := self.word(role, ends[1] - size)) is not None and found[1] in ends
            for size in (1, 2)
            if ends[1] >= size
        )


def fraction_sign(word: str) -> float:
    """The value of a sign for a fraction; 0 for any other word.

    >>> fraction_sign("½"), fraction_sign("2"), fraction_sign("two")
    (0.5, 0.0, 0.0)
    """
    value = unicodedata.numeric(word, 0.0) if len(word) == 1 and not word.isascii() else 0.0
    return value if 0 < value < 1 else 0.0


def bounded(
    low: float | None, high: float | None, qualifier: Qualifier
) -> tuple[float | None, float | None, Qualifier]:
    """The bounds of an exact number under a qualifier.

    >>> bounded(12, 12, "at_least"), bounded(12, 12, "up_to"), bounded(12, 12, "about")
    ((12, None, 'at_least'), (None, 12, 'up_to'), (12, 12, 'about'))
    """
    if qualifier in ("at_least", "more_than"):
        return low, None, qualifier
    if qualifier == "up_to":
        return None, high, qualifier
    return low, high, qualifier


def _adds(so_far: float, unit: int, *, by_and: bool) -> bool:
    """Whether a unit goes on with a number: twenty + one, one hundred (and) five, not "five six"."""
    if so_far >= 100 and so_far % 100 == 0:
        return True
    return not by_and and 20 <= so_far % 100 <= 90 and so_far % 10 == 0 and unit < 10
