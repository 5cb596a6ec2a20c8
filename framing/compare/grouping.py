"""Events found in a mixed set of articles: by when they were published, whom they name, and their words.

Two articles are as alike as the mean of two cosines: of the names in them and of all their words, each
weighted by TF-IDF fitted on the articles given. Articles are joined by average linkage while groups are on
average at least `ALIKE`, and never over more than `WINDOW` days between any two (event detection in the
manner of Allan 2002, Topic Detection and Tracking, ch. 1). The threshold leans to more groups: two events
in one group mislead, one event in two groups is corrected by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.read.article_building import own_text
from framing.records.article import Article
from framing.text.normalise import fold
from framing.text.sentences import plain

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ALIKE = 0.12
WINDOW = 5
"""Days; an article without a date can belong to any time."""
NAMED_BY = 3
"""Words that an event is named by."""
_ROWS = 500

_TOKEN = re.compile(r"\w[\w'-]*\w")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w'-]*\w")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Likeness:
    """The articles as unit vectors of their words and names: products of two rows are likenesses."""

    vectors: csr_matrix
    terms: tuple[str, ...]
    days: tuple[int | None, ...]

    def between(self, one: Sequence[int], other: Sequence[int], *, window: int = WINDOW) -> Floats:
        """How alike articles are, by their places: 0 to 1, with -1 where more than `window` days lie between."""
        alike = np.asarray((self.vectors[list(one)] @ self.vectors[list(other)].T).todense())
        first, second = (
            np.array([self.days[i] for i in places], dtype=float)[:, None] for places in (one, other)
        )
        alike[np.abs(first - second.T) > window] = -1.0
        return alike


def likeness(articles: Sequence[Article]) -> Likeness:
    """Vectors of articles, fitted on these articles only."""
    from scipy.sparse import hstack

    bodies = [plain(fold(own_text(article)).text) for article in articles]
    titles = [_words(plain(fold(article.title).text)) for article in articles]
    of_title = list(zip(titles, bodies, strict=True))
    words, vocabulary = _vectors([title + title + _words(body) for title, body in of_title])
    names, _ = _vectors([title + _names(body) for title, body in of_title])
    days = tuple(_day(article.published) for article in articles)
    return Likeness((hstack([words, names]) * np.sqrt(0.5)).tocsr(), vocabulary, days)


def _words(text: str) -> list[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    words = (_bare(word) for word in _TOKEN.findall(text))
    return [word for word in words if word not in ENGLISH_STOP_WORDS]


def _names(text: str) -> list[str]:
    """Words with a capital inside a sentence, where it is no matter of grammar."""
    return [_bare(word) for word in _NAME.findall(text)]


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("'")


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _vectors(documents: Sequence[list[str]]) -> tuple[csr_matrix, tuple[str, ...]]:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(documents):
        return csr_matrix((len(documents), 1)), ("",)
    vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    return vectorizer.fit_transform(documents), tuple(vectorizer.get_feature_names_out())


def groups(alike: Likeness) -> list[int]:
    """The number of each article's group, from 0 in the order in which groups first occur."""
    labels = np.zeros(len(alike.days), dtype=int)
    following = 0
    for places in _linked(alike):
        found = _average_linkage(alike.between(places, places))
        labels[places] = following + found
        following += int(found.max()) + 1
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(label), len(numbers)) for label in labels]


def _linked(alike: Likeness) -> Iterator[list[int]]:
    """Sets of articles that chains of like pairs hold together; no group reaches over two of them."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    everything = range(len(alike.days))
    ones, others = [], []
    for first in range(0, len(everything), _ROWS):
        block = everything[first : first + _ROWS]
        one, other = np.nonzero(alike.between(block, everything) >= ALIKE)
        ones.append(one + first)
        others.append(other)
    pairs = (np.concatenate(ones), np.concatenate(others))
    graph = csr_matrix((np.ones(len(pairs[0])), pairs), shape=(len(everything),) * 2)
    number, labels = connected_components(graph, directed=False)
    for label in range(number):
        yield np.flatnonzero(labels == label).tolist()


def _average_linkage(alike: Floats) -> NDArray[np.int64]:
    from sklearn.cluster import AgglomerativeClustering

    if len(alike) == 1:
        return np.zeros(1, dtype=np.int64)
    far = 1.0 - alike
    np.fill_diagonal(far, 0.0)
    clustering = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1.0 - ALIKE
    )
    labels: NDArray[np.int64] = clustering.fit_predict(np.clip(far, 0.0, None)).astype(np.int64)
    return labels


def event_names(articles: Sequence[Article], alike: Likeness, numbers: Sequence[int]) -> list[str]:
    """A name for the event of each article: its first day and the words that mark its group most."""
    taken: Counter[str] = Counter()
    named: dict[int, str] = {}
    for number in dict.fromkeys(numbers):
        places = [place for place, of in enumerate(numbers) if of == number]
        weights = np.asarray(alike.vectors[places].sum(axis=0)).ravel()[: len(alike.terms)]
        best = sorted(np.argsort(-weights, kind="stable")[:NAMED_BY].tolist(), key=lambda i: -weights[i])
        words = [alike.terms[i] for i in best if weights[i] > 0]
        first = min(
            (articles[place].published[:10] for place in places if articles[place].published), default=""
        )
        name = "-".join(["".join(c for c in word if c.isalnum()) for word in words] + [first] * bool(first))
        taken[name] += 1
        named[number] = name if taken[name] == 1 and name else f"{name or 'event'}-{taken[name]}"
    return [named[number] for number in numbers]


def with_events(articles: Sequence[Article]) -> list[Article]:
    """The articles with the event of each; an event that is given stays, the others are put into groups."""
    open_ones = [article for article in articles if not article.event]
    if not open_ones:
        return list(articles)
    alike = likeness(open_ones)
    names = iter(event_names(open_ones, alike, groups(alike)))
    return [article if article.event else replace(article, event=next(names)) for article in articles]
