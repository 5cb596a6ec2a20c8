"""Alignment: which passages of different articles state the same fact.

Statements become TF-IDF vectors, fitted on the sentences of the event: a clause's own words count in full,
those it hangs on and the rest of its sentence less. Alike statements of several articles form a core
(average linkage, so that one chance likeness joins nothing). What the articles of a core have in common is
its signature, and every article's passage that carries the signature is added. Precision comes first: a
wrong merge misleads a class.

Published basis: Salton & Buckley 1988 (TF-IDF); Sokal & Michener 1958 (average linkage); aligning by
content that sources share rather than by sentence follows Barzilay & Elhadad 2003, EMNLP.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from framing.compare.claims.statements import Statement
from framing.compare.claims.terms import WHEN

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

AROUND_WEIGHT = 0.5
CORE = 0.2
"""Least mean cosine of two groups of statements that are joined to a core."""
CARRIES = 0.32
"""Least cosine of a statement with the signature of the claim it belongs to."""
COMMON = 0.4
"""Share of a claim's articles that must have a term for it to belong to the signature."""
FEWEST_SHARED = 2
"""Terms of the signature that a statement must have at least, one of them not of the background."""
BACKGROUND = 0.07
"""Part of the event's sentences above which a term is background: what the whole event is about. A term that
each article may use once is not, but words that say when always are."""
ROUNDS = 3
"""How often the signature is taken anew from the statements that carry it."""
SOLID = 0.58
"""Least geometric mean of the likeness of the two articles that carry the signature best."""
SAME = 0.5
"""Claims that share more than this part of the smaller one's sentences are one claim."""


@dataclass(frozen=True, slots=True)
class Group:
    """One claim: the statements that state it, by their number in the list aligned, with their likeness."""

    members: Mapping[int, float]


def align(statements: Sequence[Statement]) -> list[Group]:
    """The claims that at least two articles state, in the order of their first statement."""
    vectors, specific = _vectors(statements)
    claims = [_carriers(core, statements, vectors, specific) for core in _cores(statements, vectors)]
    shared = [claim for claim in claims if _is_solid(claim, statements)]
    return [Group(claim) for claim in sorted(_merged(shared, statements), key=min)]


def _vectors(statements: Sequence[Statement]) -> tuple[csr_matrix, NDArray[np.bool_]]:
    """One unit vector per statement, and which terms are specific; document frequency counts sentences."""
    from scipy.sparse import csr_matrix, diags_array
    from sklearn.preprocessing import normalize

    sentences: dict[int, set[str]] = defaultdict(set)
    for s in statements:
        sentences[id(s.sentence)].update(s.around, s.frame, s.own)
    frequency = Counter(term for terms in sentences.values() for term in terms)
    as_noun = {t: t[:-1] for t in frequency if t.endswith("ian") and t[:-1] in frequency}
    for term, noun in as_noun.items():
        frequency[noun] += frequency.pop(term)
    number = {term: i for i, term in enumerate(sorted(frequency))}
    rows, columns, values = [], [], []
    for row, statement in enumerate(statements):
        weights = dict.fromkeys(statement.around, AROUND_WEIGHT)
        weights |= dict.fromkeys((*statement.frame, *statement.own), 1.0)
        for term, weight in weights.items():
            rows.append(row)
            columns.append(number[as_noun.get(term, term)])
            values.append(weight)
    counts = csr_matrix((values, (rows, columns)), shape=(len(statements), len(number)), dtype=np.float32)
    rarity = [log((len(sentences) + 1) / (frequency[term] + 0.5)) for term in number]
    often = max(len({s.article_id for s in statements}), BACKGROUND * len(sentences))
    specific = np.array([frequency[term] <= often and not term.startswith(WHEN) for term in number])
    return normalize(csr_matrix(counts @ diags_array(np.array(rarity, dtype=np.float32)))), specific


def _cores(statements: Sequence[Statement], vectors: csr_matrix) -> list[list[int]]:
    """Groups of alike statements of the bodies of at least two articles."""
    from scipy.cluster.hierarchy import fcluster, linkage

    chosen = [i for i, s in enumerate(statements) if s.sentence.region != "title"]
    if len(chosen) < 2:
        return []
    alike = (vectors[chosen] @ vectors[chosen].T).toarray()
    distance = np.clip(1 - alike, 0, 1)[np.triu_indices(len(chosen), 1)]
    labels = fcluster(linkage(distance, "average"), 1 - CORE, "distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for index, label in zip(chosen, labels, strict=True):
        groups[label].append(index)
    return [group for group in groups.values() if len({statements[i].article_id for i in group}) > 1]


def _carriers(
    core: Sequence[int],
    statements: Sequence[Statement],
    vectors: csr_matrix,
    specific: NDArray[np.bool_],
) -> dict[int, float]:
    """The statements that carry the signature of a core, with their likeness to it."""
    members = list(core)
    likeness = np.zeros(len(statements))
    present = (vectors != 0).astype(np.int32)
    for _ in range(ROUNDS):
        signature = _signature(members, statements, vectors)
        likeness = vectors @ signature
        shared = present @ (signature != 0).astype(np.int32)
        telling = present @ ((signature != 0) & specific).astype(np.int32)
        carrying = (likeness >= CARRIES) & (shared >= FEWEST_SHARED) & (telling > 0)
        carriers = np.flatnonzero(carrying).tolist()
        if not carriers or carriers == members:
            break
        members = carriers
    return {i: round(float(likeness[i]), 6) for i in members}


def _signature(
    core: Sequence[int], statements: Sequence[Statement], vectors: csr_matrix
) -> NDArray[np.float32]:
    """The unit vector of the terms that most articles of a core share, each article counted once."""
    articles: dict[str, list[int]] = defaultdict(list)
    for index in core:
        articles[statements[index].article_id].append(index)
    by_article = np.vstack([vectors[rows].max(axis=0).toarray() for rows in articles.values()])
    having = (by_article > 0).sum(axis=0)
    common = having >= max(2, COMMON * len(articles))
    signature = np.where(common, by_article.mean(axis=0), 0)
    length = np.linalg.norm(signature)
    return (signature / length if length else signature).astype(np.float32)


def _is_solid(claim: Mapping[int, float], statements: Sequence[Statement]) -> bool:
    """Whether two articles at least carry the signature well: two words in common are no common fact."""
    best: dict[str, float] = {}
    for index, likeness in claim.items():
        article = statements[index].article_id
        best[article] = max(likeness, best.get(article, 0.0))
    first, *others = sorted(best.values(), reverse=True) or [0.0]
    return bool(others) and sqrt(first * others[0]) >= SOLID


def _merged(claims: Iterable[Mapping[int, float]], statements: Sequence[Statement]) -> list[dict[int, float]]:
    """Claims with those joined that share most of their sentences."""
    merged: list[dict[int, float]] = []
    for claim in sorted(claims, key=len, reverse=True):
        here = {id(statements[i].sentence) for i in claim}
        for other in merged:
            there = {id(statements[i].sentence) for i in other}
            if len(here & there) > SAME * min(len(here), len(there)):
                for index, likeness in claim.items():
                    other[index] = max(likeness, other.get(index, 0.0))
                break
        else:
            merged.append(dict(claim))
    return merged
