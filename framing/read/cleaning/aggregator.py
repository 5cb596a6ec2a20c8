"""Pages that print several outlets' articles one after another.

Such a page is known by its delimiters, not by its name: lines that say where each article is from
("Source: X | View original") close the articles, and a toggle ("Read full article") parts an automatic
summary from the article's own words. The wording of both is data (scopes `part_end`, `part_toggle`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.read.cleaning.boilerplate import Boilerplate
from framing.read.cleaning.line_features import HEADLINE_MAX, Line

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One article of the page. `body` reaches from the summary to the closing line, both included."""

    source: str
    title: Line | None
    summary: tuple[Line, ...]
    toggle: Line | None
    body: tuple[Line, ...]
    closing: Line | None


@dataclass(frozen=True, slots=True)
class Page:
    """The articles of an aggregator page and the lines that belong to none of them."""

    parts: tuple[Part, ...]
    outside: tuple[Line, ...]


def part_name(source: str) -> str:
    """An outlet's name as ids carry it.

    >>> part_name("Isle Radio")
    'isle-radio'
    """
    return _UNSAFE.sub("-", source.lower()).strip("-")


def split_page(lines: Sequence[Line], boilerplate: Boilerplate) -> Page | None:
    """The page's articles, or None where the lines are not an aggregator page.

    It takes two closing lines, or one and a toggle, to make such a page.
    """
    closings = {
        index: mark for index, line in enumerate(lines) if (mark := boilerplate.whole(line, "part_end"))
    }
    toggles = {index for index, line in enumerate(lines) if boilerplate.whole(line, "part_toggle")}
    if not closings or (len(closings) < 2 and not toggles):
        return None
    blocks: list[tuple[int, int, str]] = []
    begin = 0
    for index, mark in closings.items():
        blocks.append((begin, index + 1, mark.fields.get("source", "").strip()))
        begin = index + 1
    if any(begin <= toggle for toggle in toggles):
        blocks.append((begin, len(lines), ""))
        begin = len(lines)
    shortest = _shortest_summary(lines, blocks[1:], toggles, boilerplate)
    parts: list[Part] = []
    outside: list[Line] = []
    for number, (first, end, source) in enumerate(blocks):
        toggle = next((at for at in range(first, end) if at in toggles), None)
        if number == 0:
            title = _first_title(lines, first, end, toggle, shortest, boilerplate)
        else:
            title = _next_title(lines, first, end, toggle, boilerplate)
        body_start = first if title is None else title + 1
        outside += lines[first : body_start if title is None else title]
        parts.append(
            Part(
                source=source,
                title=None if title is None else lines[title],
                summary=() if toggle is None else tuple(lines[body_start:toggle]),
                toggle=None if toggle is None else lines[toggle],
                body=tuple(lines[body_start:end]),
                closing=lines[end - 1] if end - 1 in closings else None,
            )
        )
    outside += lines[begin:]
    return Page(tuple(parts), tuple(outside))


def _next_title(
    lines: Sequence[Line], first: int, end: int, toggle: int | None, boilerplate: Boilerplate
) -> int | None:
    """Behind a closing line the next article's title is the first line that is not boilerplate.

    Where a summary and a toggle follow, any short line there is the title, even one that ends as a
    sentence does.
    """
    for at in range(first, end):
        line = lines[at]
        followed = toggle is not None and at + 1 < toggle and len(line.text) <= HEADLINE_MAX
        if line.is_headline or followed:
            return at
        if boilerplate.whole(line, "line", "credit") is None:
            return None
    return None


def _first_title(
    lines: Sequence[Line], first: int, end: int, toggle: int | None, shortest: int, boilerplate: Boilerplate
) -> int | None:
    """Before the first article stands the head of the page: its title is the headline nearest the toggle."""
    if toggle is None:
        return _next_title(lines, first, end, None, boilerplate)
    for at in range(toggle - 1 - shortest, first - 1, -1):
        if lines[at].is_headline:
            return at
    return None


def _shortest_summary(
    lines: Sequence[Line], blocks: Sequence[tuple[int, int, str]], toggles: set[int], boilerplate: Boilerplate
) -> int:
    """Lines of the shortest summary after the first article, 0 where there is no other article."""
    lengths = []
    for first, end, _ in blocks:
        toggle = next((at for at in range(first, end) if at in toggles), None)
        title = _next_title(lines, first, end, toggle, boilerplate)
        if title is not None and toggle is not None:
            lengths.append(toggle - title - 1)
    return min(lengths, default=0)
