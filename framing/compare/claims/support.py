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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from framing.compare.claims.propositions import Proposition
from framing.compare.claims.statements import Statement
from framing.compare.claims.terms import WHEN

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

AROUND_WEIGHT = 0.5
"""What a term of the rest of the sentence counts in a statement."""
PLAIN_WEIGHT = 2.0
"""Least weight of a term where nothing is background; words that say when weigh less."""
TIME_WEIGHT = 0.3
BIAS, SENTENCE, EVENT, PLAIN = -3.5, 4.0, 6.0, 4.0
"""Weights of the logistic function: fitted on annotated events."""
RUN_SUPPORT = 0.95
"""Support of two statements that share a run of words."""
LEAST = 0.05
"""Support below which a pair is not kept."""
BLOCK = 500
"""Statements compared with all others at a time."""

Pair = tuple[int, int]


def support(propositions: Sequence[Proposition]) -> dict[Pair, float]:
    """How far each two statements of different articles support each other, the later one first."""
    statements = [p.statement for p in propositions]
    if not statements:
        return {}
    found: dict[Pair, float] = {}
    for one, other, weight in _likely(statements):
        shared = propositions[one].runs & propositions[other].runs
        found[one, other] = round(max(weight, RUN_SUPPORT) if shared else weight, 4)
    return found


def _likely(statements: Sequence[Statement]) -> Iterator[tuple[int, int, float]]:
    """The pairs of statements of different articles with at least `LEAST` support by their wording."""
    vectors = _vectors(statements)
    numbers: dict[int, int] = {}
    sentence = np.array([numbers.setdefault(id(s.sentence), len(numbers)) for s in statements])
    names = {name: i for i, name in enumerate(dict.fromkeys(s.article_id for s in statements))}
    article = np.array([names[s.article_id] for s in statements])
    for first in range(0, len(statements), BLOCK):
        rows = slice(first, first + BLOCK)
        weight = (
            BIAS + SENTENCE * (vectors.sentence[sentence[rows]] @ vectors.sentence.T).toarray()[:, sentence]
        )
        weight += EVENT * (vectors.event[rows] @ vectors.event.T).toarray()
        weight += PLAIN * (vectors.plain[rows] @ vectors.plain.T).toarray()
        kept = weight >= log(LEAST / (1 - LEAST))
        kept &= article[rows, None] != article[None, :]
        for row, column in zip(*np.nonzero(kept), strict=True):
            if column < row + first:
                yield int(row) + first, int(column), 1 / (1 + exp(-float(weight[row, column])))


@dataclass(frozen=True)
class _Vectors:
    """Unit vectors: one row a sentence, one row a statement."""

    sentence: csr_matrix
    event: csr_matrix
    plain: csr_matrix


def _vectors(statements: Sequence[Statement]) -> _Vectors:
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
    around = {id(s.sentence): dict.fromkeys(s.around, 1.0) for s in statements}
    return _Vectors(
        _matrix(list(around.values()), rarity, number),
        _matrix(clauses, rarity, number),
        _matrix(clauses, plain, number),
    )


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
