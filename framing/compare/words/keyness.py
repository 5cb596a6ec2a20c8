"""Words and phrases that mark a source: what it writes more often than another, or than all the others.

Counted are runs of one to three words, in title and body, outside quotation marks unless asked for. Two
statistics, since each has its weakness: the weighted log-odds ratio with an informative Dirichlet prior
says how sure a difference is (Monroe, Colaresi and Quinn 2008, Political Analysis 16:372-403, section 3.4),
but hardly sees a word that one group never has; the log ratio is the size of the difference in doublings
(Hardie 2014), and its conservative lower end is what is left of it with a confidence interval adjusted for
the number of words (Evert 2022, Measuring keyness, Digital Humanities 2022).

Words come in bursts: one article can hold a name sixty times. A word therefore marks a source only when
the conservative log ratio of the *articles* that have it is not zero either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.compare.words.stretches import Stretch

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LONGEST = 3
FEWEST_ARTICLES = 3
"""Articles that must have a word, in both groups together, for it to be counted at all."""
PRIOR = 1_000.0
"""Words that the prior is worth; it has the rates of the whole run."""
LEVEL = 0.05

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class PhraseCounts:
    """How often each article has each phrase; `totals` are its runs of one, two and three words."""

    phrases: tuple[str, ...]
    orders: Ints
    table: csr_matrix
    totals: Ints

    @cached_property
    def presence(self) -> csr_matrix:
        """The table with 1 for every article that has the phrase."""
        present = self.table.copy()
        present.data = np.ones_like(present.data)
        return present

    @cached_property
    def frequencies(self) -> Ints:
        """How often the whole run has each phrase."""
        return _sums(self.table, np.full(self.table.shape[0], True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """One phrase in two groups: how often, in how many articles, and how far apart.

    `log_ratio` and the lower ends are in doublings: 1 is twice as often, -1 half as often. A lower end is 0
    where the interval takes in no difference.
    """

    phrase: str
    n_a: int
    of_a: int
    n_b: int
    of_b: int
    articles_a: int
    articles_b: int
    z: float
    log_ratio: float
    log_ratio_low: float
    articles_log_ratio_low: float

    @property
    def least(self) -> float:
        """What is left of the difference in words and in articles: the smaller of the two lower ends."""
        return min(self.log_ratio_low, self.articles_log_ratio_low)

    @property
    def marks(self) -> bool:
        """Whether the phrase marks group a: more often, and in more of its articles, beyond chance."""
        return self.least > 0


def count_phrases(articles: Sequence[Sequence[Stretch]], function_words: frozenset[str]) -> PhraseCounts:
    """Phrases that at least `FEWEST_ARTICLES` articles have.

    Longer ones are counted only where all their parts are frequent enough, and begin and end with a word
    that is no function word.
    """
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import CountVectorizer

    tables, phrases, orders = [], list[str](), list[int]()
    shorter: frozenset[str] = frozenset()
    for order in range(1, LONGEST + 1):
        known = shorter

        def runs(
            stretches: Sequence[Stretch], order: int = order, known: frozenset[str] = known
        ) -> Iterator[str]:
            return _runs(stretches, order, known)

        if sum(1 for article in articles if next(runs(article), None)) < FEWEST_ARTICLES:
            break
        vectorizer = CountVectorizer(analyzer=runs, dtype=np.int64)
        table = vectorizer.fit_transform(articles)
        frequent = np.flatnonzero(np.diff(table.tocsc().indptr) >= FEWEST_ARTICLES)
        names = vectorizer.get_feature_names_out()[frequent]
        shorter = frozenset(names.tolist())
        kept = [i for i, name in enumerate(names) if order == 1 or _whole(name, function_words)]
        tables.append(table[:, frequent[kept]])
        phrases += names[kept].tolist()
        orders += [order] * len(kept)
    totals = np.array(
        [[sum(max(0, len(s) - n) for s in article) for n in range(LONGEST)] for article in articles]
    ).reshape(len(articles), LONGEST)
    joined = hstack(tables).tocsr() if tables else csr_matrix((len(articles), 0), dtype=np.int64)
    return PhraseCounts(tuple(phrases), np.array(orders, dtype=np.int64), joined, totals)


def _runs(stretches: Iterable[Stretch], order: int, known: frozenset[str]) -> Iterator[str]:
    for stretch in stretches:
        for at in range(len(stretch) - order + 1):
            if order == 1:
                yield stretch[at]
            elif (
                " ".join(stretch[at : at + order - 1]) in known
                and " ".join(stretch[at + 1 : at + order]) in known
            ):
                yield " ".join(stretch[at : at + order])


def _whole(phrase: str, function_words: frozenset[str]) -> bool:
    words = phrase.split(" ")
    return words[0] not in function_words and words[-1] not in function_words


def keywords(
    counts: PhraseCounts, in_a: NDArray[np.bool_], in_b: NDArray[np.bool_], *, every: bool = True
) -> list[Keyword]:
    """The phrases of two groups of articles, those that mark group a most first; the others if `every`."""
    n_a, n_b = (_sums(counts.table, chosen) for chosen in (in_a, in_b))
    having_a, having_b = (_sums(counts.presence, chosen) for chosen in (in_a, in_b))
    able = np.flatnonzero(having_a + having_b >= FEWEST_ARTICLES)
    level = LEVEL / max(1, len(able))
    if not every:
        able = able[having_a[able] > 1]
    order = counts.orders[able] - 1
    of_a, of_b, of = (counts.totals[chosen].sum(axis=0)[order] for chosen in (in_a, in_b, slice(None)))
    prior = PRIOR * counts.frequencies[able] / np.maximum(of, 1)
    z = log_odds(n_a[able], of_a, n_b[able], of_b, prior)
    ratio, low = log_ratio(n_a[able], of_a, n_b[able], of_b, level)
    articles_a, articles_b = (np.full(len(able), chosen.sum()) for chosen in (in_a, in_b))
    _, articles_low = log_ratio(having_a[able], articles_a, having_b[able], articles_b, level)
    found = [
        Keyword(
            phrase=counts.phrases[able[i]],
            n_a=int(n_a[able[i]]),
            of_a=int(of_a[i]),
            n_b=int(n_b[able[i]]),
            of_b=int(of_b[i]),
            articles_a=int(having_a[able[i]]),
            articles_b=int(having_b[able[i]]),
            z=float(z[i]),
            log_ratio=float(ratio[i]),
            log_ratio_low=float(low[i]),
            articles_log_ratio_low=float(articles_low[i]),
        )
        for i in range(len(able))
        if every or (low[i] > 0 and articles_low[i] > 0)
    ]
    return sorted(found, key=lambda keyword: (-keyword.least, -keyword.z, keyword.phrase))


def log_odds(n_a: Ints, of_a: Ints, n_b: Ints, of_b: Ints, prior: Floats) -> Floats:
    """z of the log-odds ratio of each word, shrunk by the words of a prior (equations 15, 16, 19 and 22).

    >>> ten, of = np.array([10]), np.array([1000])
    >>> log_odds(ten, of, ten, of, np.array([5.0])).tolist()
    [0.0]
    """
    odds = [
        np.log((n + prior) / np.maximum(of + PRIOR - n - prior, 1e-9)) for n, of in ((n_a, of_a), (n_b, of_b))
    ]
    spread = 1.0 / (n_a + prior) + 1.0 / (n_b + prior)
    z: Floats = (odds[0] - odds[1]) / np.sqrt(spread)
    return z


def log_ratio(n_a: Ints, of_a: Ints, n_b: Ints, of_b: Ints, level: float) -> tuple[Floats, Floats]:
    """The binary logarithm of the ratio of two rates, and the end of its interval that is nearer to 0.

    The interval is the exact one of a ratio of two Poisson rates; half a case is added to rates of nothing
    for the ratio itself.

    >>> of = np.array([1000, 1000])
    >>> ratio, low = log_ratio(np.array([40, 3]), of, np.array([10, 2]), of, 0.05)
    >>> ratio.round(2).tolist(), low.round(2).tolist()
    ([2.0, 0.58], [0.98, 0.0])
    """
    from scipy.stats import beta

    nothing = 0.5 * ((n_a == 0) | (n_b == 0))
    exposure = np.log2(np.maximum(of_b, 1)) - np.log2(np.maximum(of_a, 1))
    ratio = np.log2(n_a + nothing) - np.log2(n_b + nothing) + exposure
    with np.errstate(invalid="ignore", divide="ignore"):
        low = np.where(n_a > 0, beta.ppf(level / 2, n_a, n_b + 1), 0.0)
        high = np.where(n_b > 0, beta.ppf(1 - level / 2, n_a + 1, n_b), 1.0)
        ends = [np.log2(end) - np.log2(1 - end) + exposure for end in (low, high)]
    nearer = np.where(ends[0] > 0, ends[0], np.where(ends[1] < 0, ends[1], 0.0))
    return ratio, nearer


def _sums(table: csr_matrix, chosen: NDArray[np.bool_]) -> Ints:
    return np.asarray(table.T @ chosen.astype(np.int64), dtype=np.int64).ravel()
