"""Where a table's header is: spreadsheets often have lines of title and notes over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.read.formats.columns import plain_name

DEEPEST = 25
"""Rows among which the header is looked for."""
TEXTS = ("text", "summary", "piece")
OTHERS = ("title", "source", "date", "url", "id", "byline")


def header_at(
    rows: Sequence[Sequence[str]], asked: Mapping[str, str], usual: Mapping[str, Sequence[str]]
) -> int | None:
    """The place of the header: the first row with a name of texts and another, else the one with most known names.

    None where no row has a known name.

    >>> usual = {"text": ["text"], "title": ["title"]}
    >>> header_at([["Sample of June", ""], ["Title", "Text"], ["Pier shut", "…"]], {}, usual)
    1
    """
    best, most = None, 0
    for at, row in enumerate(rows[:DEEPEST]):
        names = {plain_name(cell) for cell in row if cell}
        if len(names) < 2 and len(rows[0]) > 1:
            continue
        texts = any(_has(names, role, asked, usual) for role in TEXTS)
        known = sum(_has(names, role, asked, usual) for role in OTHERS) + 2 * texts
        if texts and known > 2:
            return at
        if known > most:
            best, most = at, known
    return best


def holds_texts(names: Sequence[str], asked: Mapping[str, str], usual: Mapping[str, Sequence[str]]) -> bool:
    """Whether a header names a column of texts."""
    plain = {plain_name(name) for name in names}
    return any(_has(plain, role, asked, usual) for role in TEXTS)


def _has(names: set[str], role: str, asked: Mapping[str, str], usual: Mapping[str, Sequence[str]]) -> bool:
    if role in asked:
        return plain_name(asked[role]) in names
    words = usual.get(role, ())
    if role == "piece":
        return any(name.rstrip("_0123456789") in words for name in names)
    return not names.isdisjoint(words)
