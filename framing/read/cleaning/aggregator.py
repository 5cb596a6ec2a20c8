"""Pages that print several outlets' articles one after another.

Such a page is known by its delimiters, not by its name: lines that say where each article is from
("Source: X | View original") close the articles, and a toggle ("Read full article") separates an automatic
summary from the article's own words. The wording of both is data (scopes `part_end`, `part_toggle`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.read.cleaning.boilerplate import BoilerplatePatterns
from framing.read.cleaning.line_features import HEADLINE_MAX, TextLine

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class AggregatorPart:
    """One article of the page. `body` reaches from the summary to the closing line, both included."""

    source: str
    title: TextLine | None
    summary: tuple[TextLine, ...]
    toggle: TextLine | None
    body: tuple[TextLine, ...]
    closing: TextLine | None


@dataclass(frozen=True, slots=True)
class AggregatorPage:
    """The articles of an aggregator page and the lines that belong to none of them."""

    parts: tuple[AggregatorPart, ...]
    outside: tuple[TextLine, ...]


def part_name(source: str) -> str:
    """An outlet's name as ids carry it.

    >>> part_name("Isle Radio")
    'isle-radio'
    """
    return _UNSAFE.sub("-", source.lower()).strip("-")


def split_page(lines: Sequence[TextLine], boilerplate: BoilerplatePatterns) -> AggregatorPage | None:
    """The page's articles, or None where the lines are not an aggregator page.

    It takes two closing lines, or one and a toggle, to make such a page.
    """
    blocks = _blocks(lines, boilerplate)
    if not blocks:
        return None
    shortest = _shortest_summary(lines, blocks[1:], boilerplate)
    parts: list[AggregatorPart] = []
    outside: list[TextLine] = []
    for block in blocks:
        if block is blocks[0]:
            title = _first_title(lines, block, shortest, boilerplate)
        else:
            title = _next_title(lines, block, boilerplate)
        outside += lines[block.first : block.first if title is None else title]
        parts.append(_part(lines, block, title))
    outside += lines[blocks[-1].end :]
    return AggregatorPage(tuple(parts), tuple(outside))


class _PartLines(NamedTuple):
    """The places of the lines up to a closing line; `toggle` is the place of the first toggle among them."""

    first: int
    end: int
    source: str
    toggle: int | None
    closed: bool


def _blocks(lines: Sequence[TextLine], boilerplate: BoilerplatePatterns) -> list[_PartLines]:
    """The lines split after each closing line; a last block without one counts where it has a toggle. Empty for other pages."""
    closings = {
        index: mark for index, line in enumerate(lines) if (mark := boilerplate.whole(line, "part_end"))
    }
    toggles = [index for index, line in enumerate(lines) if boilerplate.whole(line, "part_toggle")]
    if not closings or (len(closings) < 2 and not toggles):
        return []
    blocks: list[_PartLines] = []
    begin = 0
    for end in [*(index + 1 for index in closings), len(lines)]:
        mark = closings.get(end - 1)
        toggle = next((at for at in toggles if begin <= at < end), None)
        if mark is not None and begin < end:
            blocks.append(_PartLines(begin, end, mark.fields.get("source", "").strip(), toggle, True))
        elif toggle is not None:
            blocks.append(_PartLines(begin, end, "", toggle, False))
        begin = end
    return blocks


def _part(lines: Sequence[TextLine], block: _PartLines, title: int | None) -> AggregatorPart:
    body_start = block.first if title is None else title + 1
    return AggregatorPart(
        source=block.source,
        title=None if title is None else lines[title],
        summary=() if block.toggle is None else tuple(lines[body_start : block.toggle]),
        toggle=None if block.toggle is None else lines[block.toggle],
        body=tuple(lines[body_start : block.end]),
        closing=lines[block.end - 1] if block.closed else None,
    )


def _next_title(lines: Sequence[TextLine], block: _PartLines, boilerplate: BoilerplatePatterns) -> int | None:
    """Behind a closing line the next article's title is the first line that is not boilerplate.

    Where a summary and a toggle follow, any short line there is the title, even one that ends as a
    sentence does.
    """
    for at in range(block.first, block.end):
        line = lines[at]
        followed = block.toggle is not None and at + 1 < block.toggle and len(line.text) <= HEADLINE_MAX
        if line.is_headline or followed:
            return at
        if boilerplate.whole(line, "line", "credit") is None:
            return None
    return None


def _first_title(
    lines: Sequence[TextLine], block: _PartLines, shortest: int, boilerplate: BoilerplatePatterns
) -> int | None:
    """The head of the page precedes the first article, whose title is therefore the headline nearest the toggle."""
    if block.toggle is None:
        return _next_title(lines, block, boilerplate)
    for at in range(block.toggle - 1 - shortest, block.first - 1, -1):
        if lines[at].is_headline:
            return at
    return None


def _shortest_summary(
    lines: Sequence[TextLine], blocks: Sequence[_PartLines], boilerplate: BoilerplatePatterns
) -> int:
    """Lines of the shortest summary after the first article, 0 where there is no other article."""
    lengths = []
    for block in blocks:
        title = _next_title(lines, block, boilerplate)
        if title is not None and block.toggle is not None:
            lengths.append(block.toggle - title - 1)
    return min(lengths, default=0)
