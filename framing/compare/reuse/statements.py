"""Passages that say the same in other words, found by what they share of the event's vocabulary.

Two passages of different sources make a pair where each is nearly the other's nearest in its article and their
wording is near enough: the mean of two TF-IDF cosines. One is that of character runs, which bears with other spellings
and derivations (Zelensky, Zelenskyy; invade, invasion); the other the better of that of stems and that of terms, which
take one word for another that news writers use for it (biggest, largest; killed, died) and figures as figures.
Protagonists and places recur in every sentence on an event, so that likeness by names alone says little: the words that
are no names have to be alike by themselves, and figures that both give must have one in common, give or take. Words
without meaning of their own (the, has, more) are left out. Word order plays no part, so that active and passive are
alike; but two sentences in which doer and object of one act are exchanged say two things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from framing.compare.passages import SentencePassage
from framing.compare.similarity import candidates, stem, vectors_of, vectors_of_lists
from framing.lexicon import Lexicons
from framing.text.numerals import find_numerals
from framing.text.parse import Token
from framing.text.spacy_adapter import stop_words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ALIKE = 0.3
"""Least mean cosine of a pair."""
SAME_SUBSTANCE = 0.25
"""Least mean cosine of the words that are no names."""
LEAST_SHARED = 2
"""Least stems of such words that both have: one word alone, however rare, is no statement."""
LEAST_WORDS = 4
"""Different meaningful words of the shortest passage that is compared."""
NEARLY = 0.9
"""Part of the likeness to its nearest that a passage must have with each other one that it says the same as."""
WORTH_A_LOOK = 0.12
"""Least cosine of stems or terms at which the dearer measures are taken."""
NO_SUBSTANCE = ("@", "~", "#", "%")
"""How the terms of countries, contested names, figures and times begin."""
RUNS = (3, 4)
"""Lengths of the character runs."""
SAME_FIGURE = 0.2
"""Most by which two reports of one figure differ, of the greater: more than 470, 472, over 400."""
AT_A_TIME = 20_000


class Terms(Protocol):
    """Turns words into what different wordings of one fact share."""

    def of_text(self, text: str) -> list[str]: ...
    def of_tokens(self, tokens: Iterable[Token]) -> list[str]: ...


class Alike(NamedTuple):
    """Two passages that say the same, by their numbers in the list compared, and how alike they are."""

    one: int
    other: int
    likeness: float


def same_statements(
    passages: Sequence[SentencePassage], lexicons: Lexicons, vocabulary: Terms
) -> list[Alike]:
    """Pairs of passages of one event and different sources that say the same, in text order."""
    telling = [n for n, passage in enumerate(passages) if len(set(meaningful(passage.words))) >= LEAST_WORDS]
    kept = [passages[number] for number in telling]
    figures = [_figures(passage.text, lexicons) for passage in kept]
    near = [
        pair
        for pair in _near(kept, vocabulary)
        if kept[pair.one].source != kept[pair.other].source and _agree(figures[pair.one], figures[pair.other])
    ]
    return [Alike(telling[one], telling[other], value) for one, other, value in _mutual(kept, near)]


def _figures(text: str, lexicons: Lexicons) -> list[int]:
    """The figures of a text, without those that only say that there were many, and without none and one."""
    found = [numeral for numeral in find_numerals(text, lexicons) if numeral.qualifier != "dozens"]
    bounds = (bound for numeral in found for bound in (numeral.low, numeral.high))
    return [bound for bound in bounds if bound is not None and bound > 1]


def _agree(here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether one of the figures may be the same, or one side has none."""
    if not here or not there:
        return True
    return any(abs(a - b) <= SAME_FIGURE * max(a, b) for a in here for b in there)


def meaningful(words: Sequence[str]) -> list[str]:
    """The words that have a meaning of their own.

    >>> meaningful(["the", "ferry", "has", "sunk"])
    ['ferry', 'sunk']
    """
    return [word for word in words if word not in _function_words()]


@cache
def _function_words() -> frozenset[str]:

    return frozenset(stop_words())


def _near(passages: Sequence[SentencePassage], vocabulary: Terms) -> list[Alike]:
    names = _names(passages)
    terms = [vocabulary.of_text(passage.text) for passage in passages]
    told = _told(terms, {stem(name) for name in names})
    stems = vectors_of(passages, lambda p: [stem(word) for word in meaningful(p.words)])
    of_terms = vectors_of_lists(terms)
    pairs = _worth_a_look(passages, stems, of_terms)
    if not pairs:
        return []
    one, other = (np.array([pair[side] for pair in pairs]) for side in (0, 1))

    def likeness(stemmed: csr_matrix, meant: csr_matrix, runs: csr_matrix) -> np.ndarray:
        words = np.maximum(_cosines(stemmed, one, other), _cosines(meant, one, other))
        mean: np.ndarray = (words + _cosines(runs, one, other)) / 2
        return mean

    alike = likeness(stems, of_terms, vectors_of(passages, lambda p: _runs(meaningful(p.words))))
    same = likeness(
        vectors_of(passages, lambda p: [stem(word) for word in _substance(p, names)]),
        vectors_of_lists(told),
        vectors_of(passages, lambda p: _runs(_substance(p, names))),
    )
    kept = (alike >= ALIKE) & (same >= SAME_SUBSTANCE)
    found = (Alike(*pair, round(float(value), 4)) for pair, value in zip(pairs, alike, strict=True))
    sets = [_substances(passage, own, names) for passage, own in zip(passages, told, strict=True)]
    return [
        pair
        for pair, near in zip(found, kept, strict=True)
        if near and _in_common(sets[pair.one], sets[pair.other]) >= LEAST_SHARED
    ]


def _worth_a_look(passages: Sequence[SentencePassage], *vectors: csr_matrix) -> list[tuple[int, int]]:
    """The pairs of passages that are a little alike by any of some measures, in order."""
    found = (pair for each in vectors for pair in candidates(passages, each, WORTH_A_LOOK))
    return sorted({(pair.one, pair.other) for pair in found})


def _told(terms: Sequence[Sequence[str]], names: set[str]) -> list[list[str]]:
    """The terms of each passage that are no names, figures and times."""
    return [[t for t in own if not t.startswith(NO_SUBSTANCE) and t not in names] for own in terms]


def _substances(
    passage: SentencePassage, told: Sequence[str], names: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The stems, and the terms, of a passage's words that are no names."""
    return frozenset(stem(word) for word in _substance(passage, names)), frozenset(told)


def _in_common(here: Sequence[frozenset[str]], there: Sequence[frozenset[str]]) -> int:
    """How many stems or terms two passages share, whichever are more."""
    return max(len(one & other) for one, other in zip(here, there, strict=True))


def _mutual(passages: Sequence[SentencePassage], pairs: Sequence[Alike]) -> Iterator[Alike]:
    """Pairs in which each passage is nearly the other's nearest in its article."""
    nearest: dict[tuple[int, str], float] = {}
    for one, other, value in pairs:
        for here, there in ((one, other), (other, one)):
            key = (here, passages[there].article_id)
            nearest[key] = max(nearest.get(key, 0.0), value)
    for pair in pairs:
        one, other, value = pair
        best = max(nearest[one, passages[other].article_id], nearest[other, passages[one].article_id])
        if value >= NEARLY * best:
            yield pair


def _names(passages: Sequence[SentencePassage]) -> frozenset[str]:
    """Words that stand in capitals in most of their uses inside sentences."""
    uses: dict[str, list[int]] = {}
    for passage in passages:
        for word, place in list(zip(passage.words, passage.places, strict=True))[1:]:
            count = uses.setdefault(word, [0, 0])
            count[passage.text[place.start - passage.start].isupper()] += 1
    return frozenset(word for word, (small, capital) in uses.items() if capital > small)


def _substance(passage: SentencePassage, names: frozenset[str]) -> list[str]:
    return [word for word in meaningful(passage.words) if word not in names and not word[0].isdigit()]


def _runs(words: Sequence[str]) -> list[str]:
    padded = [f" {word} " for word in words]
    return [
        word[at : at + length] for word in padded for length in RUNS for at in range(len(word) - length + 1)
    ]


def _cosines(vectors: csr_matrix, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Cosines of pairs of rows of unit length."""
    parts = [
        np.asarray(
            vectors[one[at : at + AT_A_TIME]].multiply(vectors[other[at : at + AT_A_TIME]]).sum(axis=1)
        ).ravel()
        for at in range(0, len(one), AT_A_TIME)
    ]
    return np.concatenate(parts)
