"""Which findings of an event are given out: the most telling sure ones, of different kinds, on different things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.compare.findings.record import Finding
from framing.compare.lesson.articles import CitedPassage

MOST = 10
MOST_OF_KIND = 3
SURE = 0.75
"""Least confidence of a finding that is given out."""
LEAST = 0.4
"""Least score: what is sure, but tells little, is no finding."""
AGAIN = 0.12
"""What a finding loses for every one of its kind that is chosen already …"""
SAME_SOURCES = 0.04
"""… and for each use of its sources."""


def ranked(proposed: Sequence[Finding], most: int = MOST) -> tuple[Finding, ...]:
    """At most so many findings, chosen greedily by score and variety, then in the order of their scores.

    No passage is cited by two of them. Nothing is drawn by lot: the same run gives the same findings.
    """
    taken: list[Finding] = []
    left = [finding for finding in proposed if finding.confidence >= SURE and finding.score >= LEAST]
    while len(taken) < most:
        left = [finding for finding in left if _is_new(finding, taken)]
        if not left:
            break
        taken.append(max(left, key=lambda finding: (_worth(finding, taken), finding.sentence)))
    return tuple(sorted(taken, key=lambda finding: -finding.score))


def _is_new(finding: Finding, taken: Sequence[Finding]) -> bool:
    kinds = Counter(other.kind for other in taken)
    return kinds[finding.kind] < MOST_OF_KIND and not any(_repeats(finding, other) for other in taken)


def _repeats(one: Finding, other: Finding) -> bool:
    """Whether two findings light the same words, or quote the same two passages."""
    if {_place(p) for p in one.passages} == {_place(p) for p in other.passages}:
        return True
    return any(_meets(ours, theirs) for ours in one.passages for theirs in other.passages)


def _place(passage: CitedPassage) -> tuple[str, int]:
    return passage.article_id, passage.start


def _meets(one: CitedPassage, other: CitedPassage) -> bool:
    """Whether two passages light the same words of an article."""
    if one.article_id != other.article_id:
        return False
    return any(a.overlaps(b) for a in one.focus for b in other.focus)


def _worth(finding: Finding, taken: Sequence[Finding]) -> float:
    again = sum(other.kind == finding.kind for other in taken)
    used = Counter(source for other in taken for source in {other.source_a, other.source_b})
    sources = sum(used[source] for source in {finding.source_a, finding.source_b})
    return finding.score - AGAIN * again - SAME_SOURCES * sources
