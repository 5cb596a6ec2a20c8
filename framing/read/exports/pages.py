"""Exports saved as web pages: the text of a page with its blocks and line breaks, and what its classes say of lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from framing.read.cleaning.line_features import split_lines
from framing.read.cleaning.page_lines import INLINE, UNSEEN
from framing.read.exports.documents import ExportText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAY_BE_EXPORT = re.compile(
    r"DOC_ID_0|<DOCFULL>|LXNComment|\bof \d+ DOCUMENTS|Dokument \d+ von \d+|End of Document|Factiva|articleParagraph"
    r"|DocPublicationName|ProQuest",
    re.IGNORECASE,
)
"""What a page must hold to be looked at as an export."""
ROLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Headline$"), "title"),
    (re.compile(r"^author$"), "byline"),
    (re.compile(r"^articleParagraph$"), "body"),
    (re.compile(r"^[a-z]{2}Article$"), "start"),
    (re.compile(r"^(?:rdp__)?DocPublicationName$"), "source"),
    (re.compile(r"^DocHeader$"), "date"),
    (re.compile(r"^titreArticle(?:Visu)?$", re.IGNORECASE), "title"),
    (re.compile(r"^(?:docAuthors|sm-margin-bottomNews)$"), "byline"),
    (re.compile(r"^(?:docOcurrContainer|DocText|doc-content)$"), "body"),
)
"""Classes of elements, and what they make of their first line: Factiva's, then Europresse's."""


def page_text(tree: HtmlElement) -> ExportText:
    """The text of a page: a blank line between its blocks, a line feed where the page breaks a line.

    >>> from lxml.html import document_fromstring
    >>> page_text(document_fromstring("<div><p class='author'>By Ana</p><p>One.<br>Two.</p></div>")).text
    'By Ana\\n\\nOne.\\nTwo.'
    """
    pieces: list[str] = []
    places: dict[int, str] = {}
    role, at = "", 0
    for piece, named in _pieces(tree):
        role = named or role
        if role and piece.strip():
            places[at + len(piece) - len(piece.lstrip())] = role
            role = ""
        pieces.append(piece)
        at += len(piece)
    raw = "".join(pieces)
    text, moved = _collapsed(raw)
    lines = split_lines(text)
    found = {moved[start]: name for start, name in places.items()}
    return ExportText(text, lines, _by_line([(line.start, line.end) for line in lines], found))


def _by_line(spans: list[tuple[int, int]], roles: Mapping[int, str]) -> dict[int, str]:
    """The role of each line that has one, by its start."""
    starts = sorted(roles)
    found = {}
    for first, end in spans:
        at = bisect_left(starts, first)
        if at < len(starts) and starts[at] < end:
            found[first] = roles[starts[at]]
    return found


def _collapsed(raw: str) -> tuple[str, list[int]]:
    """A text with at most one blank line between lines and no blanks around them, and where each character went."""
    kept: list[str] = []
    moved: list[int] = []
    for character in raw:
        moved.append(len(kept))
        if character == "\n":
            while kept and kept[-1] == " ":
                kept.pop()
            if kept and kept[-2:] != ["\n", "\n"]:
                kept.append("\n")
        elif not character.isspace():
            kept.append(character)
        elif kept and kept[-1] not in (" ", "\n"):
            kept.append(" ")
    while kept and kept[-1].isspace():
        kept.pop()
    return "".join(kept), moved


def _pieces(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Text in reading order with the role that begins with it; no recursion, for deep pages."""
    waiting: list[HtmlElement | str] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item, ""
            continue
        if not isinstance(item.tag, str) or item.tag in UNSEEN:
            continue
        edge = "" if item.tag in INLINE else "\n" if item.tag == "br" else "\n\n"
        after: list[HtmlElement | str] = []
        for child in item:
            after += [child, (child.tail or "").replace("\n", " ")]
        after.append("" if item.tag == "br" else edge)
        yield edge, ""
        yield (item.text or "").replace("\n", " "), _role(item)
        waiting += reversed(after)


def _role(element: HtmlElement) -> str:
    tokens = (element.get("class") or "").split()
    return next((role for pattern, role in ROLES if any(pattern.search(token) for token in tokens)), "")
