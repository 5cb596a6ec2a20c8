"""Dates as pages print them, turned into ISO 8601; only what the text shows, nothing inferred.

A time zone is kept where it is UTC under one of its names or an offset; other zone names are ambiguous
and are left out. Purely numeric dates are read only where day and month cannot be confused.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>\d\d)-{_DAY}(?!\d)",
        rf"\b{_DAY} {_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{_YEAR}\b",
    )
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap])?\.?(?:m\b)?\.?"
    r"\s?(?P<zone>GMT|UTC|Z\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated?|modified)\b", re.IGNORECASE)


def iso_date(text: str) -> str:
    """The first full date in a text, with its time where one follows; empty where there is none.

    >>> iso_date("1 June 2025, 14:17"), iso_date("June 3, 2025"), iso_date("04/05/2025"), iso_date("June 3")
    ('2025-06-01T14:17', '2025-06-03', '', '')
    """
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None:
                clock = _clock(text[match.end() : match.end() + 30])
                return day.isoformat() + clock
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


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        day = int(groups["day"])
        month = int(groups["month"]) if groups["month"].isdigit() else _month(groups["month"])
    try:
        return date(int(groups["year"]), month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month's name or abbreviation; 0 where it is neither."""
    found = [number for full, number in _MONTHS.items() if full.startswith(name.casefold()[:4].rstrip("."))]
    return found[0] if len(found) == 1 and len(name) >= 3 else 0


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
    return "T" + time(hour, minute).isoformat("minutes") + zone
