"""What page and worksheet say of the run itself: the name of its event, and how to cite it."""

from __future__ import annotations

import re
from calendar import month_name
from importlib.metadata import version

from framing.publish.shared.parts import plural
from framing.results import Results

VERSION = version("framing")
_EVENT_ID = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*?)-(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def event_title(event: str) -> str:
    """An event as given; an id made of words and a date is written out.

    >>> event_title("istanbul-talks-2025-06"), event_title("The Istanbul talks")
    ('Istanbul talks, June 2025', 'The Istanbul talks')
    """
    match = _EVENT_ID.fullmatch(event)
    if not match:
        return event
    name, year, month, day = match.groups()
    date = f"{month_name[int(month)]} {year}" if month and 1 <= int(month) <= 12 else year
    return f"{name.replace('-', ' ').capitalize()}, {f'{int(day)} ' if day else ''}{date}"


def citation(results: Results, heading: str) -> str:
    pack = f"; conflict pack {results.sides.pack.id}" if results.sides else ""
    return (
        f"framing, version {VERSION}. Comparison page “{heading}”, "
        f"{plural(len(results.articles), 'article')}; language model {results.model}{pack}."
    )
