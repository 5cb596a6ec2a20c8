"""On what points the sources of a claim differ, in words: figures, hedges, doers, words exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.compare.claims import Drift
from framing.extract.numbers import NumberMention
from framing.publish.shared.parts import clipped

LONGEST_VALUE = 90
NOT_NAMED = "not named"


class Difference(NamedTuple):
    """A point in which sources differ: what it is, and each value with the sources that have it."""

    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


def differences(points: Sequence[Drift], amounts: Mapping[str, NumberMention]) -> tuple[Difference, ...]:
    """The points besides cue and attribution, which the line of cues and the cells show."""
    found = []
    for about in _in_order(p.about for p in points if p.drift == "number"):
        own = [p for p in points if p.drift == "number" and p.about == about]
        found.append(_difference(_figure_label(own, amounts, about), own))
    for about in _in_order(p.about for p in points if p.drift == "qualifier"):
        own = [p for p in points if p.drift == "qualifier" and p.about == about]
        found.append(_difference(_with("how exact", about), own))
    doers = [p for p in points if p.drift == "agent"]
    if doers:
        some = any(not p.value for p in doers)
        found.append(_difference("doer named by some only" if some else "doer named otherwise", doers))
    words = [p for p in points if p.drift == "word"]
    for number in range(0, len(words) - 1, 2):
        found.append(_difference("words exchanged in copied sentences", words[number : number + 2]))
    return tuple(found)


def _figure_label(points: Sequence[Drift], amounts: Mapping[str, NumberMention], about: str) -> str:
    if not all(p.comparable for p in points):
        return _with("figures that cannot be compared", about)
    units = {amounts[p.mention_id].unit for p in points if p.mention_id in amounts}
    return _with("figure in other units" if len(units) > 1 else "figure differs", about)


def _with(label: str, about: str) -> str:
    return f"{label} ({about})" if about else label


def _difference(label: str, points: Iterable[Drift]) -> Difference:
    by_value: dict[str, list[str]] = {}
    for point in points:
        value = clipped(point.value, LONGEST_VALUE) or NOT_NAMED
        sources = by_value.setdefault(value, [])
        if point.source not in sources:
            sources.append(point.source)
    return Difference(label, tuple((value, tuple(sources)) for value, sources in by_value.items()))


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
