"""When a found row counts as a gold row, and the one-to-one pairing of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from framing.measure.error import MeasuredError

G = TypeVar("G")
Words = frozenset[int]

LEAST_DICE = 0.5
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")


def pairs(gold: Sequence[G], found: Sequence[G], same: Callable[[G, G], bool]) -> list[tuple[int, int]]:
    """Maximum one-to-one pairing of gold and found rows that count as the same (Hopcroft and Karp 1973).

    >>> pairs([1, 2, 3], [3, 2, 9], lambda a, b: a == b)
    [(1, 1), (2, 0)]
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not gold or not found:
        return []
    edges = np.array([[same(g, f) for f in found] for g in gold], dtype=np.int8)
    partner = maximum_bipartite_matching(csr_matrix(edges), perm_type="column")
    return [(g, int(f)) for g, f in enumerate(partner) if f >= 0]


def words_at(text: str, spans: Iterable[Sequence[int]]) -> Words:
    """Places of the words in some spans of a text, so that punctuation does not count.

    >>> sorted(words_at("He said: no.", [(0, 2), (7, 12)]))
    [0, 9]
    """
    return frozenset(start + m.start() for start, end in spans for m in _WORD.finditer(text[start:end]))


def dice(a: Words, b: Words) -> float:
    """Word overlap of two spans (Dice 1945, Ecology 26:297-302).

    >>> dice(frozenset({1, 2}), frozenset({2, 3}))
    0.5
    """
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def touch(a: Words, b: Words) -> bool:
    """Two slots agree when they share a word, or when both are empty."""
    return bool(a & b) if a and b else not a and not b


def share_a_word(a: str, b: str) -> bool:
    """Two phrases agree when they share a word, or when both are empty.

    >>> share_a_word("the army", "Army spokesman"), share_a_word("", "army")
    (True, False)
    """
    ours, theirs = ({word.lower() for word in _WORD.findall(text)} for text in (a, b))
    return bool(ours & theirs) if ours and theirs else not ours and not theirs


def measured(
    measure: str, table: str, gold: str, unit: str, tally: Counter[str], slots: Sequence[str] = ()
) -> MeasuredError:
    """Figures from counts: `hits`, `found` and `gold` rows, and hits whose slots agree, by slot.

    `right` counts the found rows with a partner where several may share one; else that is `hits`.
    """
    hits = tally["hits"]
    right = tally.get("right", hits)
    precision = right / tally["found"] if tally["found"] else 0.0
    recall = hits / tally["gold"] if tally["gold"] else 0.0
    both = precision + recall
    return MeasuredError(
        measure=measure,
        table=table,
        gold=gold,
        size=tally["gold"],
        unit=unit,
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(2 * precision * recall / both, 3) if both else 0.0,
        agreement={slot: round(tally[slot] / hits, 3) for slot in slots} if hits else {},
    )
