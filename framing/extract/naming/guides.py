"""Whether a name was the one its style guide asked for when an article came out.

Guides change their minds on a day that is known: AP wrote Kiev until August 2019 and Kyiv since. An old
text that says Kiev follows its guide; a new one does not.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from framing.lexicon.naming import Period, Variant

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def guide_status(variant: Variant, published: str) -> str:
    """`current`, `superseded` or `not_yet` on the day of publication (ISO 8601); empty where unknown.

    A date without day or month decides only where the whole month or year has one answer.

    >>> until = (Period(until=date(2019, 8, 14)),)
    >>> kiev = Variant(forms=("Kiev",), signals="older", guide="ap", periods=until)
    >>> guide_status(kiev, "2019-08-13T21:00:00Z"), guide_status(kiev, "2019-08-14"), guide_status(kiev, "2019")
    ('current', 'superseded', '')
    """
    if not variant.guide:
        return ""
    answers = {_on(variant, day) for day in _days(published)}
    return answers.pop() if len(answers) == 1 else ""


def _on(variant: Variant, day: date) -> str:
    if any(_in(period, day) for period in variant.periods):
        return "current"
    begun = any(period.since is None or period.since <= day for period in variant.periods)
    return "superseded" if begun else "not_yet"


def _in(period: Period, day: date) -> bool:
    return (period.since is None or period.since <= day) and (period.until is None or day < period.until)


def _days(published: str) -> tuple[date, ...]:
    """First and last day that a date names; none where it is no date."""
    match = _DAY.match(published)
    if not match:
        return ()
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return (date(year, month, day),)
    except ValueError:
        return ()
