"""How alike the wording of passages is: TF-IDF of stemmed words, and the numbers that two passages share.

The weights of words are fitted on the passages compared, those of one event, so that what the whole event is
about counts little and a name or a figure that few passages carry counts much (Salton and Buckley 1988,
Information Processing & Management 24:513-523). Stems are those of Porter's English stemmer (Porter 2001,
Snowball). Only pairs of different articles are formed, block by block, so memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import snowballstemmer

from framing.compare.passages import SentencePassage
from framing.lexicon import Lexicons
from framing.text.numerals import find_numerals

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

NUMBER_WEIGHT = 0.15
"""What a shared number adds to the cosine; measured on the seeds, more buries the wording."""
CELLS = 4_000_000
"""Cells of the products formed at a time: some 50 MB."""

_stemmer = snowballstemmer.stemmer("english")


class CandidatePair(NamedTuple):
    """Two passages, by their numbers in the list compared, the first one earlier, and their cosine."""

    one: int
    other: int
    cosine: float


@cache
def stem(word: str) -> str:
    """The stem of a lower-case word.

    >>> stem("launched"), stem("launches"), stem("1,200")
    ('launch', 'launch', '1,200')
    """
    stemmed: str = _stemmer.stemWord(word)
    return stemmed


def stems(passage: SentencePassage) -> list[str]:
    """The stems of a passage's words in text order."""
    return [stem(word) for word in passage.words]


def word_vectors(passages: Sequence[SentencePassage]) -> csr_matrix:
    """One row per passage: sublinear TF-IDF of its stems with unit length, or zeros where it has no words."""
    return vectors_of(passages, stems)


def vectors_of(
    passages: Sequence[SentencePassage], features: Callable[[SentencePassage], list[str]]
) -> csr_matrix:
    """One row per passage: sublinear TF-IDF of what `features` gives for it, with unit length."""
    return vectors_of_lists([features(passage) for passage in passages])


def vectors_of_lists(features: Sequence[Sequence[str]]) -> csr_matrix:
    """One row per list: sublinear TF-IDF of what it holds, with unit length."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True, dtype=np.float32)
    try:
        return vectorizer.fit_transform(features)
    except ValueError:
        return csr_matrix((len(features), 1), dtype=np.float32)


def candidates(
    passages: Sequence[SentencePassage], vectors: csr_matrix, floor: float, *, cells: int = CELLS
) -> Iterator[CandidatePair]:
    """All pairs of passages of different articles whose cosine is at least `floor` (above 0), in their order."""
    articles = {name: number for number, name in enumerate(dict.fromkeys(p.article_id for p in passages))}
    article = np.array([articles[passage.article_id] for passage in passages])
    columns = vectors.T.tocsr()
    step = max(1, cells // max(1, len(passages)))
    for first in range(0, len(passages), step):
        product = (vectors[first : first + step] @ columns).tocoo()
        one, other = product.row + first, product.col
        kept = (product.data >= floor) & (one < other) & (article[one] != article[other])
        order = np.lexsort((other[kept], one[kept]))
        for pair in zip(one[kept][order], other[kept][order], product.data[kept][order], strict=True):
            yield CandidatePair(int(pair[0]), int(pair[1]), round(float(pair[2]), 6))


def numbers(text: str, lexicons: Lexicons) -> frozenset[int]:
    """The values of the number phrases of a text that count something, whatever their qualifier.

    >>> from framing.lexicon import load
    >>> sorted(numbers("At least 12 miners and two dozen rescuers were there at 9.30.", load()))
    [12, 24]
    """
    found = find_numerals(text, lexicons)
    return frozenset(value for numeral in found for value in (numeral.low, numeral.high) if value is not None)


def likeness(cosine: float, one: frozenset[int], other: frozenset[int]) -> float:
    """Cosine of two passages, raised where they share a number."""
    return cosine + NUMBER_WEIGHT * bool(one & other)


def by_event(passages: Iterable[SentencePassage]) -> dict[str, list[SentencePassage]]:
    """The passages of each event; those of articles without an event label belong together."""
    events: dict[str, list[SentencePassage]] = {}
    for passage in passages:
        events.setdefault(passage.event, []).append(passage)
    return events
