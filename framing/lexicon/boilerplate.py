"""Schemas of the boilerplate lexicon: lines of pages that are not the article, and the agencies they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from framing.lexicon.schema import Entry, Patterns, Phrases, Text
from framing.records.article import RemovedReason

Scope = Literal[
    "line",
    "credit",
    "headlines",
    "to_end",
    "line_start",
    "lead",
    "opening",
    "head",
    "line_end",
    "span",
    "part_end",
    "part_toggle",
    "wall",
]


class BoilerplateLine(Entry):
    """Patterns (Python regular expressions, ignoring case) of one kind of boilerplate, and how far its mark reaches.

    `{{id}}` in a pattern stands for the boilerplate part of that id. The scopes:

    - `line`: the pattern is the whole line, and the line is marked.
    - `credit`: so is a credit without its caption; the caption beside it is marked too.
    - `headlines`: a heading; the headlines listed under it are marked with it.
    - `to_end`: a heading; it and everything behind it is marked.
    - `line_start`, `line_end`: only what the pattern matches at that end of a line is marked.
    - `lead`: as `line_start`, but only where the article's own words begin; `opening`: only before the
      very first of them.
    - `head`: the pattern is the whole line, and the line is marked if it stands before the first paragraph.
    - `span`: what the pattern matches anywhere is marked.
    - `part_end`, `part_toggle`: the lines that close an article of an aggregator page, and that part its
      summary from its own words; a group `source` holds the outlet's name.
    - `wall`: what stands in the sentences of a page that was saved instead of the article; `label` says what
      kind of page that is.
    """

    reason: RemovedReason
    patterns: Patterns
    scope: Scope = "line"
    label: str = ""


class BoilerplatePart(Entry):
    """A piece that several patterns share; `{{id}}` stands for any one of its patterns."""

    patterns: Patterns


class Agency(Entry):
    """A news agency: `label` is how the tables name it, `forms` how datelines and credits do."""

    label: Text
    forms: Phrases


class CreditLine(Entry):
    """Patterns (Python regular expressions, ignoring case) of lines that say which agency a text has its words from.

    `{{agency}}` stands for any form of an agency's name; the group `agency` holds the name found.
    """

    patterns: Patterns


_REFERENCE = re.compile(r"\{\{(\w+)\}\}")


def agency_pattern(agencies: Iterable[Agency]) -> str:
    """A pattern of all forms of agencies' names, the longest first, in the case they are written in.

    >>> agency_pattern([Agency(id="x", label="X", forms=("AP", "AP News"), source=("own",))])
    '(?-i:AP\\\\ News|AP)'
    """
    forms = sorted((form for agency in agencies for form in agency.forms), key=len, reverse=True)
    return "(?-i:" + "|".join(map(re.escape, forms)) + ")"


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """Put the parts into a pattern.

    Raises KeyError with the name of a part that does not exist.

    >>> expand("on {{day}}", {"day": "(?:Monday|Tuesday)"})
    'on (?:Monday|Tuesday)'
    """
    return _REFERENCE.sub(lambda match: expand(parts[match.group(1)], parts), pattern)
