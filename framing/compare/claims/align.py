"""Alignment: which statements of different articles are one claim.

Statements are joined pair by pair, the strongest support first. A claim takes in another one where no veto stands
between any two of their statements and the support between them is high on average: nobody is absorbed because he
is like somebody who is like somebody. Precision comes first: a wrong merge misleads a class.

Published basis: Sokal & Michener 1958 (average linkage); constraints that keep apart follow Wagstaff & Cardie 2000,
ICML; aligning by content that sources share rather than by sentence follows Barzilay & Elhadad 2003, EMNLP.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from framing.compare.claims.propositions import Proposition
from framing.compare.claims.support import Pair, mutual, support
from framing.compare.claims.vetoes import veto

STATES = 0.6
"""Least support of a statement by one of another source for it to enter a claim."""
TOGETHER = 0.5
"""Least mean support between the statements of two claims that are joined."""


@dataclass(frozen=True, slots=True)
class Group:
    """One claim: the statements that state it, by their number in the list aligned, with their support."""

    members: Mapping[int, float]


def align(propositions: Sequence[Proposition]) -> list[Group]:
    """The claims that at least two articles state, in the order of their first statement."""
    clusters = _Clusters(propositions, support(propositions))
    for one, other in clusters.strongest():
        clusters.join(one, other)
    return sorted(clusters.groups(), key=lambda group: min(group.members))


@dataclass
class _Clusters:
    """Statements on the way to claims: each in its own cluster at first."""

    propositions: Sequence[Proposition]
    pairs: Mapping[Pair, float]
    _of: dict[int, list[int]] = field(default_factory=dict)

    def strongest(self) -> list[Pair]:
        """The pairs of statements that may open a claim, the strongest first; ties in the order of the text."""
        best = mutual(self.pairs, [p.statement for p in self.propositions])
        strong = [pair for pair in best if self.pairs[pair] >= STATES and self._other_source(*pair)]
        return sorted(strong, key=lambda pair: (-self.pairs[pair], pair))

    def join(self, one: int, other: int) -> None:
        here, there = self._of.get(one, [one]), self._of.get(other, [other])
        if here is there or not self._may_join(here, there):
            return
        joined = sorted([*here, *there])
        for index in joined:
            self._of[index] = joined

    def groups(self) -> list[Group]:
        clusters = {id(cluster): cluster for cluster in self._of.values()}
        return [
            Group({i: max(self._support(i, j) for j in cluster if j != i) for i in cluster})
            for cluster in clusters.values()
        ]

    def _may_join(self, here: Sequence[int], there: Sequence[int]) -> bool:
        pairs = list(product(here, there))
        apart = [pair for pair in pairs if self._other_article(*pair)]
        mean = sum(self._support(*pair) for pair in apart) / len(apart) if apart else 0.0
        return mean >= TOGETHER and not any(
            veto(self.propositions[one], self.propositions[other]) for one, other in pairs
        )

    def _support(self, one: int, other: int) -> float:
        return self.pairs.get((max(one, other), min(one, other)), 0.0)

    def _other_article(self, one: int, other: int) -> bool:
        return self.propositions[one].statement.article_id != self.propositions[other].statement.article_id

    def _other_source(self, one: int, other: int) -> bool:
        return self.propositions[one].statement.source != self.propositions[other].statement.source
