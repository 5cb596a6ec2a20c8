"""Boilerplate that reading could not tell: sentences that a source prints in several of its articles, word for word.

"Market data delayed by 15 minutes" and "Enable scripts to play this video" state nothing about the event, and where
paragraphs are lost no line gives them away. Two versions of one article share most of their sentences; what these have
in common is no boilerplate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from framing.text.normalise import fold
from framing.text.sentences import ParsedArticle

BEGINNING: Final = 8
"""Words of a sentence that are compared: behind a notice that has no full stop the article goes on."""
OF_A_VERSION: Final = 0.3
"""Part of the shorter article's sentences from which on two articles of one source are versions of one."""


def recurring(articles: Sequence[ParsedArticle]) -> frozenset[str]:
    """The beginnings of sentences that recur in one article, or in two of one source that are no versions."""
    by_source: Mapping[str, list[Counter[str]]] = defaultdict(list)
    for one in articles:
        texts = Counter(beginning(s.text) for s in one.sentences if s.region != "title")
        by_source[one.article.source].append(texts)
    found = {
        text for each in by_source.values() for texts in each for text, times in texts.items() if times > 1
    }
    for each in by_source.values():
        for here, there in combinations(each, 2):
            common = here.keys() & there.keys()
            if len(common) < OF_A_VERSION * min(len(here), len(there)):
                found |= common
    return frozenset(found)


def beginning(text: str) -> str:
    """The first words of a sentence, without regard to capitals and spaces."""
    return " ".join(fold(text).text.lower().split()[:BEGINNING])
