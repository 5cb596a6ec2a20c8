"""Which of two articles was published first."""

from __future__ import annotations

from datetime import datetime


def direction(published: str, other_published: str) -> str:
    """Which of two dates of publication is earlier, empty where they do not tell.

    Days are compared; within a day the times, where both name their time zone.

    >>> direction("2025-06-01", "2025-06-02T08:00"), direction("2025-06-01T08:00", "2025-06-01")
    ('here_first', '')
    >>> direction("2025-06-01T08:00+02:00", "2025-06-01T07:30+00:00")
    'here_first'
    """
    try:
        one, other = datetime.fromisoformat(published), datetime.fromisoformat(other_published)
    except ValueError:
        return ""
    if one.tzinfo and other.tzinfo:
        here, there = one.timestamp(), other.timestamp()
    else:
        here, there = one.toordinal(), other.toordinal()
    return "here_first" if here < there else "there_first" if here > there else ""
