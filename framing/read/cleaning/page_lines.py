"""The visible lines of a web page, and pages that hold the articles of several outlets.

Such a page either prints the delimiters that aggregator pages of plain text have, or names an outlet in an
element of its own (`class="source"`; the names are data) in each of several blocks of running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.read.cleaning.aggregator import AggregatorPage, AggregatorPart, split_page
from framing.read.cleaning.boilerplate import BoilerplatePatterns
from framing.read.cleaning.line_features import TextLine, split_lines
from framing.read.formats.columns import plain_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
UNSEEN = frozenset(
    (
        "button",
        "head",
        "iframe",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    )
)
HEADINGS = ("h1", "h2", "h3", "h4")
LONGEST_NAME = 60
"""Characters; no outlet's name is longer."""
LEAST_TEXT = 200
"""Characters of running text that make a block an article rather than a teaser."""
RUNNING = 60
"""Characters; a shorter line is no running text."""
MOST_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class OutletPage:
    """The text of an aggregator page and its articles as lines of it."""

    text: str
    page: AggregatorPage


def visible_lines(element: HtmlElement, skipped: Collection[HtmlElement] = ()) -> list[str]:
    """The lines that a browser would show of an element, without the elements `skipped`.

    >>> from lxml.html import fragment_fromstring
    >>> visible_lines(fragment_fromstring("<div><h2>Pier <i>shut</i></h2><p>One.<br>Two.</p></div>"))
    ['Pier shut', 'One.', 'Two.']
    """
    text = "".join(_pieces(element, frozenset(skipped)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _pieces(root: HtmlElement, skipped: frozenset[HtmlElement]) -> Iterator[str]:
    """Text in reading order, with a line feed at the edges of every block; no recursion, for deep pages."""
    waiting: list[HtmlElement | str] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        if not isinstance(item.tag, str) or item.tag in UNSEEN or item in skipped:
            continue
        edge = "" if item.tag in INLINE else "\n"
        after: list[HtmlElement | str] = []
        for child in item:
            after += [child, (child.tail or "").replace("\n", " ")]
        after.append(edge)
        yield edge + (item.text or "").replace("\n", " ")
        waiting += reversed(after)


def outlet_page(
    tree: HtmlElement, marks: frozenset[str], boilerplate: BoilerplatePatterns
) -> OutletPage | None:
    """The page as an aggregator page, or None where it is the page of one outlet."""
    return _delimited(tree, boilerplate) or _in_blocks(tree, marks)


def _delimited(tree: HtmlElement, boilerplate: BoilerplatePatterns) -> OutletPage | None:
    text = "\n\n".join(visible_lines(tree))
    page = split_page(split_lines(text), boilerplate)
    if page is None or len({part.source for part in page.parts if part.source}) < 2:
        return None
    return OutletPage(text, page)


class _OutletBlock(NamedTuple):
    """An element that holds the article of one outlet, and the outlet's name."""

    outlet: str
    element: HtmlElement
    lines: list[str]


def _in_blocks(tree: HtmlElement, marks: frozenset[str]) -> OutletPage | None:
    named = [(element, name) for element in tree.iter() if (name := _outlet(element, marks))]
    if len({name for _, name in named}) < 2 or len(named) > MOST_OUTLETS:
        return None
    blocks = [block for block in _blocks(named) if _running(block.lines) >= LEAST_TEXT]
    if len({block.outlet for block in blocks}) < 2:
        return None
    rest = visible_lines(tree, [block.element for block in blocks])
    if sum(_running(block.lines) for block in blocks) < _running(rest):
        return None
    return _assembled(rest, blocks)


def _blocks(named: Sequence[tuple[HtmlElement, str]]) -> Iterator[_OutletBlock]:
    """For each element that names an outlet, the largest one around it that names no other."""
    holding = Counter(above for element, _ in named for above in (element, *element.iterancestors()))
    for element, name in named:
        block = element
        while (above := block.getparent()) is not None and holding[above] == 1:
            block = above
        yield _OutletBlock(name, block, visible_lines(block))


def _running(lines: Iterable[str]) -> int:
    """Characters of running text."""
    return sum(len(line) for line in lines if len(line) >= RUNNING)


def _outlet(element: HtmlElement, marks: frozenset[str]) -> str:
    """The outlet's name, where an element is marked as holding one."""
    if (
        not isinstance(element.tag, str)
        or element.tag in UNSEEN
        or element.tag in ("meta", "link", "html", "body")
    ):
        return ""
    tokens = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".split()
    if not any(plain_name(token) in marks for token in tokens):
        return ""
    text = " ".join(element.text_content().split())
    return text if 0 < len(text) <= LONGEST_NAME else ""


def _assembled(rest: Sequence[str], blocks: Sequence[_OutletBlock]) -> OutletPage:
    """A text of the page's own lines and then the blocks, with the articles as its lines."""
    pieces: list[str] = []
    at = 0

    def line(text: str) -> TextLine:
        nonlocal at
        start = at
        pieces.append(text)
        at += len(text) + 2
        return TextLine(start, start + len(text), text, False)

    outside = [line(text) for text in rest]
    parts = []
    for block in blocks:
        heading = next((h for h in block.element.iter(*HEADINGS) if h.text_content().strip()), None)
        title = " ".join(heading.text_content().split()) if heading is not None else ""
        lines = [line(text) for text in block.lines]
        head = next((one for one in lines if one.text == title), None)
        closing = next((one for one in lines if one.text == block.outlet), None)
        first = lines.index(head) + 1 if head else 0
        outside += lines[: max(0, first - 1)]
        body = lines[first:]
        parts.append(
            AggregatorPart(block.outlet, head, (), None, tuple(body), closing if closing in body else None)
        )
    return OutletPage("\n\n".join(pieces), AggregatorPage(tuple(parts), tuple(outside)))


def whole_articles(tree: HtmlElement) -> int:
    """How many `<article>` elements with a heading of their own and running text a page has side by side."""
    number = 0
    for element in tree.iter("article"):
        nested = next(element.iterancestors("article"), None) is not None
        if not nested and next(element.iter(*HEADINGS), None) is not None:
            number += _running(visible_lines(element)) >= 2 * LEAST_TEXT
    return number
