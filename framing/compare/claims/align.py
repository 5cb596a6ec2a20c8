"""Alignment: which statements of different articles are one claim.

Statements that a route links are joined, the strongest support first. A claim takes in another one where no veto
stands between any two of their statements, most of them support each other, and well on average: nothing is
absorbed because it is like something that is like something. Precision comes first: a wrong merge misleads a class.

Published basis: Sorensen 1948 (complete linkage); Sokal & Michener 1958 (average linkage); constraints that keep apart follow Wagstaff & Cardie 2000,
ICML; aligning by content that sources share rather than by sentence follows Barzilay & Elhadad 2003, EMNLP.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from framing.compare.claims.propositions import Proposition
from framing.compare.claims.routes import route
from framing.compare.claims.support import Pair, Supports, mutual
from framing.compare.claims.vetoes import veto

TOGETHER = 0.3
"""Least mean support between the statements of two claims that are joined."""
MAY_STATE = 0.15
"""Support from which on a statement may state the same as another one."""
LINKED = 0.75
"""Part of the pairs of two claims' statements that must have as much: most, so that nothing is absorbed by likeness to one member only."""


@dataclass(frozen=True, slots=True)
class Group:
    """One claim: the statements that state it, by their number in the list aligned, with their support.

    `nearest` has for each article that does not state it the statement with most support by a member, where one
    has any.
    """

    members: Mapping[int, float]
    nearest: Mapping[str, tuple[int, float]]


def align(propositions: Sequence[Proposition]) -> list[Group]:
    """The claims that at least two articles state, in the order of their first statement."""
    clusters = _Clusters(propositions, Supports(propositions))
    for one, other in clusters.strongest():
        clusters.join(one, other)
    return sorted(clusters.groups(), key=lambda group: min(group.members))


@dataclass
class _Clusters:
    """Statements on the way to claims: each in its own cluster at first."""

    propositions: Sequence[Proposition]
    supports: Supports
    _of: dict[int, list[int]] = field(default_factory=dict)

    def strongest(self) -> list[Pair]:
        """The pairs of statements that may open a claim, the strongest first; ties in the order of the text."""
        best = mutual(self.supports.pairs, [p.statement for p in self.propositions])
        strong = [pair for pair in best if self._other_source(*pair) and self._route(*pair)]
        return sorted(strong, key=lambda pair: (-self.supports.pairs[pair], pair))

    def join(self, one: int, other: int) -> None:
        here, there = self._of.get(one, [one]), self._of.get(other, [other])
        if here is there or not self._may_join(here, there):
            return
        joined = sorted([*here, *there])
        for index in joined:
            self._of[index] = joined

    def groups(self) -> list[Group]:
        clusters = {id(cluster): cluster for cluster in self._of.values()}
        nearest = self._nearest()
        return [
            Group({i: max(self._support(i, j) for j in cluster if j != i) for i in cluster}, nearest[name])
            for name, cluster in clusters.items()
        ]

    def _nearest(self) -> dict[int, dict[str, tuple[int, float]]]:
        """The nearest statement of each article that has no statement in a cluster, by the cluster."""
        articles = [p.statement.article_id for p in self.propositions]
        within = {id(cluster): {articles[i] for i in cluster} for cluster in self._of.values()}
        found: dict[int, dict[str, tuple[int, float]]] = {name: {} for name in within}
        for member, article, other, weight in self.supports.nearest(self._of):
            cluster = id(self._of[member])
            if article in within[cluster]:
                continue
            best = found[cluster].get(article)
            if best is None or (weight, -other) > (best[1], -best[0]):
                found[cluster][article] = (other, weight)
        return found

    def _may_join(self, here: Sequence[int], there: Sequence[int]) -> bool:
        pairs = list(product(here, there))
        if any(veto(self.propositions[one], self.propositions[other]) for one, other in pairs):
            return False
        if len(pairs) == 1:
            return True
        weights = [self._support(*pair) for pair in pairs if self._other_article(*pair)]
        linked = sum(weight >= MAY_STATE for weight in weights)
        return sum(weights) >= TOGETHER * len(weights) and linked >= LINKED * len(weights) > 0

    def _support(self, one: int, other: int) -> float:
        return self.supports.pairs.get((max(one, other), min(one, other)), 0.0)

    def _route(self, one: int, other: int) -> str:
        return route(self.propositions[one], self.propositions[other], self._support(one, other))

    def _other_article(self, one: int, other: int) -> bool:
        return self.propositions[one].statement.article_id != self.propositions[other].statement.article_id

    def _other_source(self, one: int, other: int) -> bool:
        return self.propositions[one].statement.source != self.propositions[other].statement.source
