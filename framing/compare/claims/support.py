"""Support: how strongly the wording of two statements says that they are one claim.

Three likenesses are weighed by a logistic function: of the sentences, of the statements by what is rare in the
event, and of the statements by all their words alike. The last has no penalty for what the whole event is about:
words that every lead shares are no background there. The weights were fitted on annotated events (docs/method.md)
and are constants: the same two statements always get the same support in the same event.

Published basis: Salton & Buckley 1988 (TF-IDF); Hatzivassiloglou et al. 1999, EMNLP (several likenesses weighed
for short passages).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import exp, log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from framing.compare.claims.propositions import Proposition
from framing.compare.claims.statements import Statement
from framing.compare.claims.terms import WHEN

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    IntArray = NDArray[np.int32]
    FloatArray = NDArray[np.float32]

AROUND_WEIGHT = 0.5
"""What a term of the rest of the sentence counts in a statement."""
PLAIN_WEIGHT = 2.0
"""Least weight of a term where nothing is background; words that say when weigh less."""
TIME_WEIGHT = 0.3
BIAS, SENTENCE, EVENT, PLAIN = -3.5, 4.0, 6.0, 4.0
"""Weights of the logistic function: fitted on annotated events."""
RUN_SUPPORT = 0.95
"""Support of two statements that share a run of words."""
LEAST = 0.15
"""Support below which a pair is not kept: too little for one of its statements to open or to join a claim."""
LEAST_NEAR = 0.05
"""Support below which no statement comes near."""
BLOCK = 500
"""Statements compared with all others at a time."""

Pair = tuple[int, int]


class Supports:
    """How far each two statements of different articles support each other.

    Statements are looked up by the terms that they have in common, so that their number may be large; of the pairs
    only those with some support are kept (`pairs`, the later statement first).
    """

    def __init__(self, propositions: Sequence[Proposition]) -> None:
        statements = [p.statement for p in propositions]
        self._propositions = propositions
        self._vectors = _vectors(statements) if statements else None
        names = {name: i for i, name in enumerate(dict.fromkeys(s.article_id for s in statements))}
        self._articles = list(names)
        self._article = np.array([names[s.article_id] for s in statements], dtype=np.int64)
        self.pairs: dict[Pair, float] = dict(self._pairs())

    def nearest(self, members: Collection[int]) -> Iterator[tuple[int, str, int, float]]:
        """For each member and each other article the statement with most support, where one comes near."""
        for one, others, weights in self._rows(sorted(members), LEAST_NEAR):
            order = np.lexsort((others, -weights, self._article[others]))
            articles, first = np.unique(self._article[others][order], return_index=True)
            for article, place in zip(articles, order[first], strict=True):
                other = int(others[place])
                yield one, self._articles[article], other, self._support(one, other, float(weights[place]))

    def _pairs(self) -> Iterator[tuple[Pair, float]]:
        for one, others, weights in self._rows(range(len(self._propositions)), LEAST):
            for other, weight in zip(others.tolist(), weights.tolist(), strict=True):
                if other < one:
                    yield (one, other), self._support(one, other, weight)

    def _rows(self, wanted: Sequence[int], least: float) -> Iterator[tuple[int, IntArray, FloatArray]]:
        """For each statement wanted those of other articles with so much support by their wording, and the log odds."""
        if self._vectors is None:
            return
        floor = log(least / (1 - least)) - BIAS
        for first in range(0, len(wanted), BLOCK):
            block = list(wanted[first : first + BLOCK])
            likeness = self._vectors[block] @ self._vectors.T
            for row, one in enumerate(block):
                part = slice(likeness.indptr[row], likeness.indptr[row + 1])
                kept = likeness.data[part] >= floor
                others, weights = likeness.indices[part][kept], likeness.data[part][kept]
                abroad = self._article[others] != self._article[one]
                yield one, others[abroad], weights[abroad] + BIAS

    def _support(self, one: int, other: int, odds: float) -> float:
        weight = 1 / (1 + exp(-odds))
        shared = not self._propositions[one].runs.isdisjoint(self._propositions[other].runs)
        return round(max(weight, RUN_SUPPORT) if shared else weight, 4)


def _vectors(statements: Sequence[Statement]) -> csr_matrix:
    """One row a statement, whose product with another one is the weighted sum of their three likenesses."""
    from scipy.sparse import hstack

    sentences: dict[int, set[str]] = defaultdict(set)
    for s in statements:
        sentences[id(s.sentence)].update(s.around, s.frame, s.own)
    frequency = Counter(term for terms in sentences.values() for term in terms)
    number = {term: i for i, term in enumerate(sorted(frequency))}
    rarity = {term: log((len(sentences) + 1) / (frequency[term] + 0.5)) for term in number}
    plain = {
        term: TIME_WEIGHT if term.startswith(WHEN) else max(rarity[term], PLAIN_WEIGHT) for term in number
    }
    clauses = [
        dict.fromkeys(s.around, AROUND_WEIGHT) | dict.fromkeys((*s.frame, *s.own), 1.0) for s in statements
    ]
    around = [dict.fromkeys(s.around, 1.0) for s in statements]
    parts = (
        sqrt(SENTENCE) * _matrix(around, rarity, number),
        sqrt(EVENT) * _matrix(clauses, rarity, number),
        sqrt(PLAIN) * _matrix(clauses, plain, number),
    )
    return hstack(parts, format="csr")


def _matrix(
    texts: Sequence[Mapping[str, float]], weights: Mapping[str, float], number: Mapping[str, int]
) -> csr_matrix:
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    rows, columns, values = [], [], []
    for row, terms in enumerate(texts):
        for term, share in terms.items():
            rows.append(row)
            columns.append(number[term])
            values.append(share * weights[term])
    counts = csr_matrix((values, (rows, columns)), shape=(len(texts), len(number)), dtype=np.float32)
    matrix: csr_matrix = normalize(counts)
    return matrix


def mutual(pairs: Mapping[Pair, float], statements: Sequence[Statement]) -> list[Pair]:
    """The pairs that are the best of their two sentences for both statements."""
    best: dict[tuple[int, int], float] = defaultdict(float)
    for (one, other), weight in pairs.items():
        for key in ((one, id(statements[other].sentence)), (other, id(statements[one].sentence))):
            best[key] = max(best[key], weight)
    return [
        (one, other)
        for (one, other), weight in pairs.items()
        if weight >= best[one, id(statements[other].sentence)]
        and weight >= best[other, id(statements[one].sentence)]
    ]
