"""Dates as pages, tables and databases print them, turned into ISO 8601; only what the text shows, nothing inferred.

Months may be named in any language of `MONTH_LANGUAGES` (the names are CLDR's, as dateparser ships them). A time zone
is kept where it is UTC under one of its names or an offset; other zone names are ambiguous and are left out. Of a
purely numeric date the order of day and month is known where it cannot be confused, or where a whole column of dates
shows it (`column_order`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from typing import Literal

Order = Literal["", "day-first", "month-first", "undecided", "both"]

MONTH_LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "pl",
    "cs",
    "ro",
    "hu",
    "fi",
    "tr",
    "ru",
    "uk",
    "zh",
    "ja",
)
"""Languages whose names of months are known."""
_MONTH_KEYS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SERIALS = (20_000, 80_000)
"""Days since 1899-12-30 that are taken for a spreadsheet's dates: 1954 to 2119."""
EPOCH = date(1899, 12, 30)
"""The day from which spreadsheets count."""

_MONTH = r"(?P<month>[^\W\d_]{2,12}\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>(?:19|20)?\d\d)(?!\d)"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
        rf"\b{_DAY} ?(?:de )?{_MONTH}(?: de)?,? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-(?P<year>(?:19|20)?\d\d)\b",
    )
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<clock>\d{6})(?P<zone>Z?))?"
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\.\d+)?\s?(?P<half>[ap])?\.?(?:m\b)?\.?"
    r"\s?(?P<zone>GMT|UTC|Z\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated?|modified)\b", re.IGNORECASE)


def iso_date(text: str, order: Order = "") -> str:
    """The first full date in a text, with its time where one follows; empty where there is none.

    `order` is that of day and month where a date's numbers do not show it.

    >>> iso_date("1 June 2025, 14:17"), iso_date("June 3, 2025"), iso_date("04/05/2025"), iso_date("June 3")
    ('2025-06-01T14:17', '2025-06-03', '', '')
    >>> iso_date("4. Juni 2025"), iso_date("1er juillet 2025"), iso_date("04/05/2025", "day-first")
    ('2025-06-04', '2025-07-01', '2025-05-04')
    """
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None:
                return day.isoformat() + _clock(text[match.end() : match.end() + 30])
    for match in _NUMERIC.finditer(text):
        day = _numeric_day(match, order)
        if day is not None:
            return day.isoformat() + _clock(text[match.end() : match.end() + 30])
    return ""


def published_updated(text: str) -> tuple[str, str]:
    """The dates of publication and of the last change that a line of dates shows.

    >>> published_updated("1 June 2025, 14:17 | Updated: 2 June 2025, 00:34")
    ('2025-06-01T14:17', '2025-06-02T00:34')
    >>> published_updated("Last updated 2 June 2025")
    ('', '2025-06-02')
    """
    parts = _UPDATED.split(text, maxsplit=1)
    return iso_date(parts[0]), iso_date(parts[1]) if len(parts) > 1 else ""


def is_iso(text: str) -> bool:
    """Whether a text is a date, or a date and time, in ISO 8601.

    >>> is_iso("2025-06-02"), is_iso("2025-06-02T10:30Z"), is_iso("2 June")
    (True, True, False)
    """
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def written_date(text: str, order: Order = "") -> str:
    """A value that is a date, in ISO 8601: as it stands where it is, else put into it.

    >>> written_date("2025-06-02T10:30Z"), written_date("20250604T101500Z"), written_date("Wed, 04 Jun 2025 10:15:00 GMT")
    ('2025-06-02T10:30Z', '2025-06-04T10:15:00+00:00', '2025-06-04T10:15+00:00')
    """
    if len(text) >= len("2025-06-01") and text[4] == "-" and is_iso(text):
        return text.replace(" ", "T", 1)
    compact = _COMPACT.fullmatch(text)
    if compact:
        clock = compact["clock"]
        stamp = (
            datetime.strptime(compact["year"] + compact["month"] + compact["day"], "%Y%m%d")
            if _valid(compact)
            else None
        )
        if stamp is None:
            return ""
        if not clock:
            return stamp.date().isoformat()
        return f"{stamp.date()}T{clock[:2]}:{clock[2:4]}:{clock[4:]}" + ("+00:00" if compact["zone"] else "")
    return iso_date(text, order)


def by_format(text: str, wanted: str) -> str:
    """A date read by a format of the user, as `strptime` takes one; empty where it does not fit.

    >>> by_format("04.06.25", "%d.%m.%y"), by_format("4 June", "%d.%m.%y")
    ('2025-06-04', '')
    """
    try:
        found = datetime.strptime(text.strip(), wanted)
    except ValueError:
        return ""
    has_time = any(f"%{letter}" in wanted for letter in "HIMScXT")
    return found.isoformat() if has_time else found.date().isoformat()


def column_order(values: Iterable[str]) -> Order:
    """The order of day and month in a column of dates: empty where no value needs one, "undecided" where none
    shows it, "both" where values show both.

    >>> column_order(["04/06/2025", "13/06/2025"]), column_order(["04/06/2025", "05/06/2025"]), column_order(["2025-06-04"])
    ('day-first', 'undecided', '')
    """
    firsts = seconds = needed = False
    for text in values:
        match = _NUMERIC.match(text.strip())
        if match:
            needed = True
            firsts = firsts or int(match["first"]) > 12
            seconds = seconds or int(match["second"]) > 12
    if firsts and seconds:
        return "both"
    if firsts or seconds:
        return "day-first" if firsts else "month-first"
    return "undecided" if needed else ""


def serial_date(value: float) -> str:
    """The date of a spreadsheet's serial number; empty where the number is out of their range.

    >>> serial_date(45812), serial_date(45812.5), serial_date(7)
    ('2025-06-04', '2025-06-04T12:00', '')
    """
    if not SERIALS[0] <= value < SERIALS[1]:
        return ""
    day = EPOCH + timedelta(days=int(value))
    minutes = round((value - int(value)) * 24 * 60)
    if not minutes or minutes >= 24 * 60:
        return day.isoformat()
    return f"{day}T{minutes // 60:02}:{minutes % 60:02}"


def epoch_date(value: float) -> str:
    """The date of seconds or milliseconds since 1970; empty where the number is neither.

    >>> epoch_date(1749032100), epoch_date(1749032100000), epoch_date(2025)
    ('2025-06-04T10:15:00+00:00', '2025-06-04T10:15:00+00:00', '')
    """
    seconds = value / 1000 if value >= 10**11 else value
    if not 10**8 <= seconds < 10**10:
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _valid(match: re.Match[str]) -> bool:
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True


def _day(match: re.Match[str]) -> date | None:
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    try:
        return date(_year(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _year(digits: str) -> int:
    """A year of four digits, or of two: those of this century up to 69."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _numeric_day(match: re.Match[str], order: Order) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    known = order in ("day-first", "month-first")
    if len(match["year"]) == 2 and not known:
        return None
    if first <= 12 and second <= 12 and first != second and not known:
        return None
    day_first = second <= 12 and (first > 12 or order != "month-first")
    day, month = (first, second) if day_first else (second, first)
    try:
        return date(_year(match["year"]), month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month's name or abbreviation in any of the languages; 0 where it is none, or means two.

    >>> month_number("June"), month_number("Sept."), month_number("marzo"), month_number("мая"), month_number("Monday")
    (6, 9, 3, 5, 0)
    """
    bare = name.casefold().rstrip(".")
    english = [n for n, full in enumerate(_MONTH_KEYS, 1) if full.startswith(bare[:4])]
    if len(english) == 1 and len(bare) >= 3:
        return english[0]
    return _months().get(bare, 0)


@cache
def _months() -> Mapping[str, int]:
    found: dict[str, int] = {}
    ambiguous: set[str] = set()
    for language in MONTH_LANGUAGES:
        info = import_module(f"dateparser.data.date_translation_data.{language}").info
        for number, key in enumerate(_MONTH_KEYS, 1):
            for name in info[key]:
                bare = name.casefold().rstrip(".")
                if found.setdefault(bare, number) != number:
                    ambiguous.add(bare)
    return {name: number for name, number in found.items() if name not in ambiguous and len(name) > 1}


def _clock(text: str) -> str:
    match = _TIME.search(text)
    if not match or re.search(r"[|\n]", text[: match.start()]):
        return ""
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    zone = (match["zone"] or "").upper()
    if zone in ("GMT", "UTC", "Z"):
        zone = "+00:00"
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return "T" + time(hour, minute).isoformat("minutes") + zone
