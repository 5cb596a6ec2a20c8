"""Writes the pseudonyms into the page: beside every text that gives a source away stands what hides it.

Text that is replaced becomes an element `<span class="bl" data-b="…">` (for house spellings `data-hs`).
Attributes get a twin: `aria-label` is hidden by `data-b-aria-label`. Where an element may hold no other (a
title, an option), the pseudonyms stand on the element itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from markupsafe import escape

from framing.publish.anonymise.data import anonymised_data
from framing.publish.anonymise.labelled_texts import LabelledTexts, TextReplacements, beside
from framing.publish.anonymise.replacing import Replacement, without_overlaps
from framing.publish.shared.names import bare

SHOWN = (
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "alt",
    "placeholder",
    "label",
    "data-h",
    "data-th",
    "data-also",
    "data-reason",
    "data-more",
    "data-less",
)
"""Attributes that a reader sees or hears; the style sheets show no other one."""
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "button",
        "cite",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    ]
)
BARE = frozenset({"title", "option", "text", "tspan", "textarea"})
_TOKEN = re.compile(r"<(script|style)\b[^>]*>.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
_TAG = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')


class _TextToken(NamedTuple):
    """A text token of a block: its place among the tokens and its characters in the block's text."""

    token: int
    start: int
    end: int


@dataclass(slots=True)
class PageAnonymiser:
    """Anonymises a page: over its markup, and beside the data of its scripts."""

    texts: LabelledTexts

    def of_data(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The data of the scripts with what changes in them; see `data.py`."""
        return anonymised_data(data, self.texts)

    def over(self, page: str) -> str:
        """The page with its pseudonyms, and without the marks at the labels."""
        tokens = list(_tokens(page))
        block: list[int] = []
        holder = ""
        for number, token in enumerate(tokens):
            if not token.startswith("<"):
                block.append(number)
                continue
            name = _name(token)
            if not token.startswith(("</", "<!", "<script", "<style")):
                tokens[number] = self._attributes(token)
            if name in INLINE:
                continue
            if holder and token.startswith("</"):
                self._on_element(tokens, block)
            else:
                self._in_block(tokens, block)
            block = []
            holder = name if name in BARE and not token.startswith("</") else ""
        self._in_block(tokens, block)
        return bare("".join(tokens))

    def _attributes(self, tag: str) -> str:
        if "=" not in tag:
            return tag
        extra = []
        for name, raw in _ATTRIBUTE.findall(tag):
            if name not in SHOWN:
                continue
            hidden = self.texts.versions(html.unescape(raw))
            if hidden.names != hidden.real:
                extra.append(f' data-b-{name}="{escape(hidden.names)}"')
            if hidden.house != hidden.names:
                extra.append(f' data-hs-{name}="{escape(hidden.house)}"')
        if not extra:
            return tag
        end = -2 if tag.endswith("/>") else -1
        return tag[:end] + "".join(extra) + tag[end:]

    def _on_element(self, tokens: list[str], block: list[int]) -> None:
        """Pseudonyms of an element that holds nothing but text, on its own tag."""
        hidden = self.texts.versions(html.unescape("".join(tokens[number] for number in block)))
        if not block or hidden.house == hidden.real:
            return
        extra = f' data-b="{escape(hidden.names)}"'
        if hidden.house != hidden.names:
            extra += f' data-hs="{escape(hidden.house)}"'
        tag = block[0] - 1
        tokens[tag] = f"{tokens[tag][:-1]}{extra}>"

    def _in_block(self, tokens: list[str], block: list[int]) -> None:
        """Pseudonyms in the text of a block, over the elements inside it."""
        texts = [html.unescape(tokens[number]) for number in block]
        if not "".join(texts).strip():
            return
        places = []
        at = 0
        for number, text in zip(block, texts, strict=True):
            end = at + len(bare(text))
            places.append(_TextToken(number, at, end))
            at = end
        found = self._found(texts, places)
        if not found.all:
            return
        pseudonyms = sorted(
            [(piece, "b") for piece in found.names] + [(piece, "hs") for piece in found.house]
        )
        for place in places:
            tokens[place.token] = _anonymised(found.real, place, pseudonyms)

    def _found(self, texts: Sequence[str], places: Sequence[_TextToken]) -> TextReplacements:
        """What is replaced in a block: in its text as a whole, and in each of its parts, which may be words of
        their own without a space between them."""
        whole = self.texts.pieces("".join(texts))
        if len(texts) == 1:
            return whole
        names, house = list(whole.names), list(whole.house)
        for text, place in zip(texts, places, strict=True):
            part = self.texts.pieces(text)
            names += [piece.moved(place.start) for piece in part.names]
            house += [piece.moved(place.start) for piece in part.house]
        names = without_overlaps(names)
        return TextReplacements(whole.real, tuple(names), tuple(without_overlaps(beside(names, house))))


def _anonymised(real: str, place: _TextToken, pseudonyms: list[tuple[Replacement, str]]) -> str:
    """A text token with its pseudonyms; of one that goes over several tokens the first one shows it."""
    parts: list[str] = []
    at = place.start
    for piece, kind in pseudonyms:
        start, end = max(piece.start, place.start), min(piece.end, place.end)
        if start >= end:
            continue
        put = piece.put if start == piece.start else ""
        parts.append(str(escape(real[at:start])))
        shown = escape(real[start:end])
        parts.append(f'<span class="bl" data-{kind}="{escape(put)}">{shown}</span>')
        at = end
    return "".join([*parts, str(escape(real[at : place.end]))])


def _tokens(page: str) -> Iterator[str]:
    at = 0
    for match in _TOKEN.finditer(page):
        if match.start() > at:
            yield page[at : match.start()]
        yield match[0]
        at = match.end()
    if at < len(page):
        yield page[at:]


@cache
def _name(token: str) -> str:
    match = _TAG.match(token)
    return match[1].lower() if match else ""
