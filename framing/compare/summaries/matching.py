"""Where an article says what a passage of its summary says.

Automatic summaries take sentences over and shorten them. So a passage is looked for by what part of its
terms a sentence of the article has; terms that few sentences have count more (Salton & Buckley 1988), and
terms that the article does not have at all count most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from framing.compare.claims.terms import ClaimVocabulary
from framing.records.article import Span
from framing.records.mention import covering
from framing.text.sentences import ParsedArticle, Sentence

FOUND = 0.6
"""Least share of a passage's terms for a sentence of the article to be what it says."""
NEAR = 0.15
"""Sentences of the article that fall short of the best one by no more than this may be meant as well."""
FEWEST = 2
"""Fewest terms in common."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class PassageMatch:
    """Sentences of the article that say it; `places` are the words in common, `share` their weight."""

    sentences: tuple[Sentence, ...]
    share: float
    places: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return covering(sentence.span for sentence in self.sentences)


class PassageFinder:
    """Finds passages of one article by their terms."""

    def __init__(self, parsed: ParsedArticle, vocabulary: ClaimVocabulary) -> None:
        self._vocabulary = vocabulary
        self._sentences = [(s, list(self._placed(s.text, s.start))) for s in parsed.sentences]
        self._frequency = Counter(term for _, words in self._sentences for term in {t for t, _ in words})

    def terms(self, text: str, spans: Iterable[Span]) -> frozenset[str]:
        """The terms of some stretches of a text."""
        return frozenset(term for a, b in spans for term, _ in self._placed(text[a:b], a))

    def best(self, terms: frozenset[str], size: int = 1, floor: float = FOUND) -> list[PassageMatch]:
        """The passages of `size` sentences that may be meant, the best first; empty where there is none."""
        total = sum(map(self._weight, terms))
        found = []
        for first in range(len(self._sentences) - size + 1):
            window = self._sentences[first : first + size]
            if len({(s.region == "title", s.paragraph) for s, _ in window}) > 1:
                continue
            common = [(term, place) for _, words in window for term, place in words if term in terms]
            shared = {term for term, _ in common}
            share = sum(map(self._weight, shared)) / total if total else 0.0
            if share >= floor and len(shared) >= FEWEST:
                places = tuple(place for _, place in common)
                found.append(PassageMatch(tuple(s for s, _ in window), round(share, 3), places))
        found.sort(key=lambda match: (-match.share, match.span))
        return [match for match in found if match.share >= found[0].share - NEAR]

    def _weight(self, term: str) -> float:
        return log((len(self._sentences) + 1) / (self._frequency[term] + 0.5))

    def _placed(self, text: str, offset: int) -> Iterator[tuple[str, Span]]:
        for word in _WORD.finditer(text):
            for term in self._vocabulary.of_text(word.group()):
                yield term, Span(offset + word.start(), offset + word.end())


def covered(places: Sequence[Span], spans: Sequence[Span]) -> float:
    """The share of some words that stand in some spans."""
    return sum(any(span.contains(place) for span in spans) for place in places) / len(places)
