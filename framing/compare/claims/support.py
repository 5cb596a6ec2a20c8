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
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

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
MOST_SENTENCES = 400
"""Statements that a word may stand in to find those that are compared: so the work grows with the event, not with its square."""
BLOCK = 500
"""Statements looked up at a time."""

Pair = tuple[int, int]
Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


def support(propositions: Sequence[Proposition]) -> dict[Pair, float]:
    """How far each two statements of different articles support each other, the later one first."""
    if not propositions:
        return {}
    found: dict[Pair, float] = {}
    for ones, others, weights in _likely(propositions):
        found.update(zip(zip(ones.tolist(), others.tolist(), strict=True), weights.tolist(), strict=True))
    for pair in _sharing_a_run(propositions):
        if pair in found:
            found[pair] = max(found[pair], RUN_SUPPORT)
    return found


def _sharing_a_run(propositions: Sequence[Proposition]) -> Iterator[Pair]:
    """The pairs of statements that share a run of words, the later one first."""
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(propositions):
        for run in one.runs:
            by_run[run].append(number)
    for numbers in by_run.values():
        if len(numbers) <= MOST_SENTENCES:
            yield from ((later, earlier) for earlier, later in combinations(numbers, 2))


def _likely(propositions: Sequence[Proposition]) -> Iterator[tuple[Numbers, Numbers, Weights]]:
    """The pairs of statements of different articles with at least `LEAST` support by their wording, block by block."""
    statements = [p.statement for p in propositions]
    vectors = _vectors(statements)
    numbers: dict[int, int] = {}
    sentence = np.array([numbers.setdefault(id(s.sentence), len(numbers)) for s in statements])
    names = {name: i for i, name in enumerate(dict.fromkeys(s.article_id for s in statements))}
    article = np.array([names[s.article_id] for s in statements])
    leads = np.array([p.is_lead for p in propositions])
    for ones, others in _candidates(vectors.event, leads):
        kept = (others < ones) & (article[ones] != article[others])
        one, other = ones[kept], others[kept]
        weight = BIAS + SENTENCE * _cosines(vectors.sentence, sentence[one], sentence[other])
        weight += EVENT * _cosines(vectors.event, one, other)
        weight += PLAIN * _cosines(vectors.plain, one, other)
        weight = 1 / (1 + np.exp(-weight.astype(np.float64)))
        likely = weight >= LEAST
        yield one[likely], other[likely], np.round(weight[likely], 4)


def _candidates(event: csr_matrix, leads: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of statements that have a word in common which no more than `MOST_SENTENCES` others have, of leads too.

    An index of words finds them; a word of the whole event, which so many have, finds none but in leads.
    """
    lead_rows = np.flatnonzero(leads)
    for rows in (np.arange(event.shape[0]), lead_rows):
        chosen = event[rows]
        frequency = np.bincount(chosen.indices, minlength=event.shape[1])
        index = chosen[:, np.flatnonzero(frequency <= MOST_SENTENCES)]
        columns = index.T.tocsr()
        for first in range(0, len(rows), BLOCK):
            found = (index[first : first + BLOCK] @ columns).tocoo()
            yield rows[found.row + first], rows[found.col]


def _cosines(vectors: csr_matrix, ones: Numbers, others: Numbers) -> Weights:
    """The cosine of each pair of rows."""
    found: Weights = np.asarray(vectors[ones].multiply(vectors[others]).sum(axis=1)).ravel()
    return found


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
