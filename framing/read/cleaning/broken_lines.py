"""Plain text whose lines are broken at a width, as mail programs, terminals and copied PDFs break them: the lines of one
paragraph put together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from framing.read.cleaning.line_features import TextLine

LEAST_LINES = 12
"""Lines; of a shorter text it is not told whether its lines are broken."""
WIDTHS = (50, 100)
"""Characters at which lines are broken."""
MOST_LONG = 0.02
"""Share of lines that may be longer all the same."""
LEAST_OPEN = 0.5
"""Share of the lines with another right behind them that must end amid a sentence."""
FULL = 0.6
"""Share of the width that a line has which its paragraph goes on behind."""

_HYPHEN = re.compile(r"[^\W\d_]-$")


def whole_paragraphs(text: str, lines: Sequence[TextLine]) -> list[TextLine]:
    r"""The lines with those of one paragraph as one: where a word is broken, and everywhere in a text of broken lines.

    >>> from framing.read.cleaning.line_features import split_lines
    >>> page = "Pier shut\nThe port au-\nthority closed it."
    >>> [line.text for line in whole_paragraphs(page, split_lines(page))]
    ['Pier shut', 'The port au-\nthority closed it.']
    """
    width = _width(lines)
    found: list[TextLine] = []
    for number, line in enumerate(lines):
        before = found[-1] if found else None
        if before is not None and line.follows and _goes_on(before, line, width, is_second=number == 1):
            found[-1] = TextLine(before.start, line.end, text[before.start : line.end], before.follows)
        else:
            found.append(line)
    return found


def _goes_on(before: TextLine, line: TextLine, width: int, *, is_second: bool) -> bool:
    """Whether a paragraph goes on in the next line. The first line may be a title."""
    last = before.text.rpartition("\n")[2]
    if _HYPHEN.search(last) and line.text[0].islower():
        return True
    return width > 0 and not is_second and len(last) >= FULL * width


def _width(lines: Sequence[TextLine]) -> int:
    """The width at which the lines of a text are broken; 0 where they are not."""
    if len(lines) < LEAST_LINES or sum(len(line.text) > WIDTHS[1] for line in lines) > MOST_LONG * len(lines):
        return 0
    width = sorted(len(line.text) for line in lines)[int(0.9 * len(lines))]
    followed = [line for line, after in pairwise(lines) if after.follows]
    is_open = [len(line.text) >= FULL * width and not line.is_sentence for line in followed]
    if width < WIDTHS[0] or len(followed) < LEAST_LINES / 2:
        return 0
    return width if sum(is_open) >= LEAST_OPEN * len(followed) else 0
