"""Which contents hold which places: one pass over an article, however long it is."""

from __future__ import annotations

from collections.abc import Sequence

from framing.records.article import Span


def holders(contents: Sequence[Sequence[Span]], places: Sequence[Span]) -> list[list[int]]:
    """For each place the numbers of the contents, other than its own, with a piece that contains it.

    >>> holders([[Span(0, 50)], [Span(20, 40)]], [Span(60, 64), Span(10, 14)])
    [[], [0]]
    """
    pieces = sorted((span.start, span.end, number) for number, spans in enumerate(contents) for span in spans)
    result: list[list[int]] = [[] for _ in places]
    current: list[tuple[int, int, int]] = []
    at = 0
    for number in sorted(range(len(places)), key=lambda n: places[n]):
        place = places[number]
        while at < len(pieces) and pieces[at][0] <= place.start:
            current.append(pieces[at])
            at += 1
        current = [piece for piece in current if piece[1] > place.start]
        result[number] = sorted({owner for _, end, owner in current if place.end <= end and owner != number})
    return result
