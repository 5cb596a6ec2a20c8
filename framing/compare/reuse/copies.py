"""Which of very many passages may share their wording: MinHash sketches, looked up by bands.

A sketch of a passage estimates the share of stems that two passages have in common (Broder 1997, On the
resemblance and containment of documents); only passages that agree in a band of their sketches are compared
(Leskovec, Rajaraman and Ullman 2014, Mining of Massive Datasets, ch. 3), so that the work grows with the
number of passages and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from framing.compare.passages import SentencePassage
from framing.compare.reuse.statements import meaningful
from framing.compare.similarity import stem

BANDS = 10
ROWS = 3
"""Hashes in a band: 74 % of the passages that share half of their stems are compared, 99 % of those that share 70 %."""
MOST_CARRIERS = 20
"""Passages with one and the same wording; what more carry is standing text and not compared."""
MOST_COMPARED = 20
"""Earlier wordings that one is compared with."""
LEAST_STEMS = 3
SEED = 1


def copy_candidates(passages: Sequence[SentencePassage]) -> Iterator[tuple[int, int]]:
    """Pairs of passages of different articles that may share their wording, by their numbers, each pair once.

    >>> def passage(article, words):
    ...     return SentencePassage(article, article, "", "", "body", 1, 1, 0, 9, "", tuple(words.split()))
    >>> text = "divers found a deep crack in the hull of the ferry albatross"
    >>> one, other, third = passage("a", text), passage("b", text + " again"), passage("b", "the mayor spoke")
    >>> list(copy_candidates([one, other, third]))
    [(0, 1)]
    """
    carriers: dict[tuple[str, ...], list[int]] = {}
    for number, passage in enumerate(passages):
        carriers.setdefault(passage.words, []).append(number)
    wordings = {words: numbers for words, numbers in carriers.items() if len(numbers) <= MOST_CARRIERS}
    groups = list(wordings.values())
    same = (pair for numbers in groups for pair in combinations(numbers, 2))
    alike = (pair for a, b in _alike(list(wordings)) for pair in product(groups[a], groups[b]))
    for pairs in (same, alike):
        for one, other in pairs:
            if passages[one].article_id != passages[other].article_id:
                yield min(one, other), max(one, other)


def _alike(wordings: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings whose sketches agree in a band, the earlier one first."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    empty = MinHash(num_perm=BANDS * ROWS, seed=SEED)
    for number, words in enumerate(wordings):
        stems = {stem(word) for word in meaningful(words)}
        if len(stems) < LEAST_STEMS:
            continue
        sketch = empty.copy()
        sketch.update_batch([each.encode() for each in stems])
        for earlier in sorted(index.query(sketch))[:MOST_COMPARED]:
            yield earlier, number
        index.insert(number, sketch)
