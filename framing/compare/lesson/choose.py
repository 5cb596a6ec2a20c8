"""Which pairs a class is asked about: the largest contrasts, of different kinds, on different things, by all sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.compare.lesson import (
    copied,
    doers,
    figures,
    gaps,
    headlines,
    names,
    shares,
    voices,
    within,
    wording,
)
from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair

MOST = 8
ENOUGH = 6
"""Pairs of two sources from which no pair of a single text is added."""
MOST_OF_KIND = 2
FEWEST_WORDS = 4
AGAIN = 0.25
"""What a pair loses for every one of its kind that is chosen already."""
SAME_ARTICLES = 0.06
"""What it loses for each use of its articles in the pairs chosen already."""

_FINDERS = (voices, figures, doers, names, wording, gaps, copied, headlines, shares, within)


def found(articles: LessonArticles) -> list[PassagePair]:
    """Every pair that can be asked about, kind by kind."""
    return [pair for finder in _FINDERS for pair in finder.pairs(articles) if _is_fair(pair)]


def chosen(pairs: Sequence[PassagePair], most: int = MOST) -> tuple[PassagePair, ...]:
    """The pairs to ask about: greedily the largest contrast that is not told yet.

    No topic, passage or question stands twice; each kind stands at most twice. Pairs of a single text are taken
    only where there are few of two. Nothing is drawn by lot: the same run gives the same pairs.
    """
    taken: list[PassagePair] = []
    _take(taken, [pair for pair in pairs if pair.kind != "within"], most)
    _take(taken, [pair for pair in pairs if pair.kind == "within"], min(most, max(len(taken), ENOUGH)))
    return tuple(taken)


def _take(taken: list[PassagePair], left: list[PassagePair], most: int) -> None:
    while len(taken) < most:
        left = [pair for pair in left if _is_new(pair, taken)]
        if not left:
            return
        taken.append(max(left, key=lambda pair: (_worth(pair, taken), pair.weight, pair.topic)))


def _is_new(pair: PassagePair, taken: Sequence[PassagePair]) -> bool:
    places = {(p.article_id, p.start) for other in taken for p in other.passages}
    kinds = Counter(other.kind for other in taken)
    return (
        pair.topic not in {other.topic for other in taken}
        and not places & {(p.article_id, p.start) for p in pair.passages}
        and pair.asks not in {other.asks for other in taken}
        and (pair.kind == "within" or kinds[pair.kind] < MOST_OF_KIND)
    )


def _worth(pair: PassagePair, taken: Sequence[PassagePair]) -> float:
    same = sum(other.kind == pair.kind for other in taken)
    used = Counter(p.article_id for other in taken for p in other.passages)
    return pair.weight - AGAIN * same - SAME_ARTICLES * sum(used[p.article_id] for p in pair.passages)


def _is_fair(pair: PassagePair) -> bool:
    """Whether the two passages are different ones that can be read."""
    one, other = pair.passages
    differ = (one.article_id, one.start) != (other.article_id, other.start)
    return differ and all(len(p.text.split()) >= FEWEST_WORDS and _is_whole(p.text) for p in pair.passages)


def _is_whole(text: str) -> bool:
    """Whether it begins like a sentence and is no line of a menu ("Video | Politics")."""
    return "|" not in text and not text.startswith(("-", "–", "—", ",", ";", ":", ")"))
