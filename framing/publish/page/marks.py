"""Spans to nested elements: how overlapping marks become well-formed HTML.

Every mark is a layer over a stretch of text. Layers are nested, the longer outside; one that sticks
out of another is cut at that boundary and goes on behind it, so that its pieces together hold its
exact words. Everything that comes from the text is escaped here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from framing.records.article import Span

NOTHING = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One element over a stretch of text.

    Of two layers over the same stretch the one with the lower `rank` is outside. `before` is put inside
    the first piece, ahead of its text. The first and the last piece carry the classes `first` and `last`.
    """

    start: int
    end: int
    rank: int
    tag: str
    classes: str = ""
    mention_id: str = ""
    before: Markup = NOTHING
    first: str = ""
    last: str = ""


@dataclass(slots=True)
class _Node:
    start: int
    end: int
    layer: Layer | None
    children: list[_Node] = field(default_factory=list)


def render(text: str, span: Span, layers: Iterable[Layer]) -> Markup:
    """The text of a span with its layers as nested elements.

    >>> over = [Layer(start=0, end=6, rank=0, tag="mark", mention_id="x:a1"),
    ...         Layer(start=4, end=9, rank=1, tag="mark", mention_id="x:c1")]
    >>> print(render("one <two>", Span(0, 9), over))
    <mark data-mention="x:a1">one <mark data-mention="x:c1">&lt;t</mark></mark><mark
        data-mention="x:c1">wo&gt;</mark>
    """
    root = _Node(span.start, span.end, None)
    queue: list[tuple[int, int, int, int, Layer]] = []
    for number, layer in enumerate(layers):
        start, end = max(layer.start, span.start), min(layer.end, span.end)
        if start < end:
            heapq.heappush(queue, (start, -end, layer.rank, number, layer))
    stack = [root]
    while queue:
        start, minus_end, rank, number, layer = heapq.heappop(queue)
        while stack[-1].end <= start:
            stack.pop()
        end = min(-minus_end, stack[-1].end)
        if end < -minus_end:
            heapq.heappush(queue, (end, minus_end, rank, number, layer))
        node = _Node(start, end, layer)
        stack[-1].children.append(node)
        stack.append(node)
    return _html(root, text)


def _html(node: _Node, text: str) -> Markup:
    parts: list[Markup] = []
    at = node.start
    for child in node.children:
        parts.append(escape(text[at : child.start]))
        parts.append(_html(child, text))
        at = child.end
    parts.append(escape(text[at : node.end]))
    inner = NOTHING.join(parts)
    return inner if node.layer is None else _element(node, node.layer, inner)


def _element(node: _Node, layer: Layer, inner: Markup) -> Markup:
    is_first = node.start == layer.start
    names = [layer.classes, layer.first if is_first else "", layer.last if node.end == layer.end else ""]
    classes = " ".join(name for name in names if name)
    attributes = Markup(' class="{}"').format(classes) if classes else NOTHING
    if layer.mention_id:
        attributes += Markup(' data-mention="{}"').format(layer.mention_id)
    before = layer.before if is_first else NOTHING
    return Markup("<{0}{1}>{2}{3}</{0}>").format(Markup(layer.tag), attributes, before, inner)
