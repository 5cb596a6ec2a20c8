"""Times of day: 4 p.m., 16:30, 0430 GMT, 10 o'clock, noon. Their value is in hours since midnight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.text.numerals.grammar import NumeralReading

UNIT = "hour_of_day"


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


def times_of_day(reading: NumeralReading, words: QuantityVocabulary) -> Iterator[Quantity]:
    """The times of day of a text, in text order."""
    classes = words.classes
    pattern = _pattern(*(classes[name] for name in ("am", "pm", "zones", "noon", "midnight")))
    for match in pattern.finditer(reading.text):
        value = _value(match, reading, classes["time_cues"])
        if value is None or not 0 <= value <= 24:
            continue
        first = next(i for i, token in enumerate(reading.tokens) if token.start >= match.start())
        start, about = match.start(), False
        for size in (2, 1):
            if first >= size and (found := reading.word("qualifier", first - size)) and found[1] == first:
                about = found[0].qualifier == "about"
                start = reading.tokens[first - size].start if about else start
        yield Quantity(
            start,
            match.end(),
            match.start(),
            match.end(),
            value,
            value,
            "about" if about else "exact",
            "time_of_day",
            UNIT,
            "clock",
        )


def _value(match: re.Match[str], reading: NumeralReading, cues: frozenset[str]) -> float | None:
    group = match.groupdict()
    if group["noon"] or group["midnight"]:
        return 12.0 if group["noon"] else 0.0
    if group["clock"]:
        if group["clock"].isdecimal():
            return float(group["clock"])
        found = reading.roles["unit"].get(group["clock"].lower())
        return float(found[0][1].value) if found else None
    if group["hour"]:
        hour = int(group["hour"])
        if hour > 12 and group["am"]:
            return None
        half = 12 if group["pm"] and hour < 12 else -12 if group["am"] and hour == 12 else 0
        return round(hour + half + int(group["minute"] or 0) / 60, 4)
    if group["h4"]:
        return round(int(group["h4"]) + int(group["m4"]) / 60, 4)
    return _by_colon(match, reading, cues)


def _by_colon(match: re.Match[str], reading: NumeralReading, cues: frozenset[str]) -> float | None:
    """A time without am or pm needs a zone, or a colon and a word before it that times follow."""
    before = [token.text for token in reading.tokens if token.end <= match.start()]
    cued = bool(before) and before[-1] in cues
    if not match["zone"] and not (cued and match.group()[len(match["h24"])] == ":"):
        return None
    return round(int(match["h24"]) + int(match["m24"]) / 60, 4)
