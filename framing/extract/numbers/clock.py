"""Times of day: 4 p.m., 16:30, 0430 GMT, 10 o'clock, noon. Their value is in hours since midnight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.text.numerals.grammar import NumeralReading

UNIT = "hour_of_day"
HOURS = 24
HALF_DAY = 12
NOON = 12.0


@lru_cache(maxsize=4)
def _pattern(
    am: frozenset[str],
    pm: frozenset[str],
    zones: frozenset[str],
    noon: frozenset[str],
    midnight: frozenset[str],
) -> re.Pattern[str]:
    def any_of(words: frozenset[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    return re.compile(
        rf"(?<![\w:.,/$£€-])(?:"
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?(?:(?P<am>{any_of(am)})|(?P<pm>{any_of(pm)}))(?!\w)(?:\s(?:{any_of(zones)})\b)?"
        rf"|(?P<h24>[01]?\d|2[0-4])[:.h](?P<m24>[0-5]\d)(?::[0-5]\d)?(?![\w:/%-]|\.\d)(?:\s(?P<zone>{any_of(zones)})\b)?"
        rf"|(?P<h4>[01]\d|2[0-4])(?P<m4>[0-5]\d)\s(?:{any_of(zones)})\b"
        rf"|(?P<clock>\d{{1,2}}|[a-z]+)\so['’]clock\b"
        rf"|(?:(?P<noon>{any_of(noon)})|(?P<midnight>{any_of(midnight)}))\b)",
        re.IGNORECASE,
    )


class TimeCase(NamedTuple):
    """What is written like a time of day, in its text; `cues` are words that times follow."""

    match: re.Match[str]
    reading: NumeralReading
    cues: frozenset[str]

    def has(self, group: str) -> bool:
        return bool(self.match[group])


def is_noon(case: TimeCase) -> bool:
    """The word is noon or the like."""
    return case.has("noon")


def is_midnight(case: TimeCase) -> bool:
    """The word is midnight."""
    return case.has("midnight")


def is_by_clock(case: TimeCase) -> bool:
    """ "O'clock" follows."""
    return case.has("clock")


def has_half_of_day(case: TimeCase) -> bool:
    """A.m. or p.m. follows, a.m. behind no hour after twelve."""
    return case.has("hour") and not (case.has("am") and int(case.match["hour"]) > HALF_DAY)


def is_four_digits(case: TimeCase) -> bool:
    """Four digits with a time zone behind them."""
    return case.has("h4")


def has_zone(case: TimeCase) -> bool:
    """A time zone follows."""
    return case.has("zone")


def is_cued(case: TimeCase) -> bool:
    """A colon stands between hour and minute, and a word before that times follow."""
    if not case.has("h24"):
        return False
    before = [token.text for token in case.reading.tokens if token.end <= case.match.start()]
    colon = case.match.group()[len(case.match["h24"])] == ":"
    return colon and bool(before) and before[-1] in case.cues


def noon(case: TimeCase) -> float:
    """Twelve."""
    return NOON


def midnight(case: TimeCase) -> float:
    """Zero."""
    return 0.0


def hour_by_clock(case: TimeCase) -> float | None:
    """The hour, in digits or as a word."""
    said = case.match["clock"]
    if said.isdecimal():
        return float(said)
    found = case.reading.roles["unit"].get(said.lower())
    return float(found[0][1].value) if found else None


def hour_of_half_day(case: TimeCase) -> float:
    """The hour of the morning or of the afternoon."""
    hour = int(case.match["hour"])
    shift = HALF_DAY if case.has("pm") and hour < HALF_DAY else 0
    shift -= HALF_DAY if case.has("am") and hour == HALF_DAY else 0
    return _hours(hour + shift, case.match["minute"])


def hour_of_four_digits(case: TimeCase) -> float:
    """Two digits for the hour, two for the minute."""
    return _hours(int(case.match["h4"]), case.match["m4"])


def hour_of_24(case: TimeCase) -> float:
    """Hour and minute."""
    return _hours(int(case.match["h24"]), case.match["m24"])


def _hours(hour: int, minute: str | None) -> float:
    return round(hour + int(minute or 0) / 60, 4)


TIMES: tuple[Rule[TimeCase, float], ...] = (
    Rule("noon", "The {talks} began at [noon].", noon, (is_noon,)),
    Rule("midnight", "The {talks} ended at [midnight].", midnight, (is_midnight,)),
    Rule("o-clock", "The {talks} began at [10 o'clock].", hour_by_clock, (is_by_clock,)),
    Rule("am-or-pm", "The {talks} began at [4.30pm].", hour_of_half_day, (has_half_of_day,)),
    Rule("four-digits-and-zone", "The {blast} came at [0430 GMT].", hour_of_four_digits, (is_four_digits,)),
    Rule("24-hours-and-zone", "The {blast} came at [16:30 GMT].", hour_of_24, (has_zone,)),
    Rule("24-hours-behind-cue", "The {blast} came at [16:30] on Friday.", hour_of_24, (is_cued,)),
)
"""Times of day by how they are written."""


def times_of_day(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """The times of day of a text, in text order."""
    classes = words.classes
    pattern = _pattern(*(classes[name] for name in ("am", "pm", "zones", "noon", "midnight")))
    for match in pattern.finditer(reading.text):
        found = first(TIMES, TimeCase(match, reading, classes["time_cues"]))
        if found is None or not 0 <= found[1] <= HOURS:
            continue
        name, value = found
        about = _about_before(reading, match.start())
        yield Quantity(
            match.start() if about is None else about,
            match.end(),
            match.start(),
            match.end(),
            value,
            value,
            "exact" if about is None else "about",
            "time_of_day",
            UNIT,
            "measure",
            trail=(name,),
        )


def _about_before(reading: NumeralReading, start: int) -> int | None:
    """Where a word for "about" begins that stands right before a time."""
    at = next(i for i, token in enumerate(reading.tokens) if token.start >= start)
    found = None
    for size in (2, 1):
        qualifier = reading.word("qualifier", at - size) if at >= size else None
        if qualifier is not None and qualifier[1] == at:
            found = reading.tokens[at - size].start if qualifier[0].qualifier == "about" else None
    return found
