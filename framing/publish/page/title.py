"""A heading for an event that nobody named: the nouns that most sources' titles and first sentences share.

It is made of words that all of them use, in nobody's sentence, so that the page does not begin with one source's
headline.
"""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from framing.compare.similarity import stem
from framing.results import Results
from framing.text.parse import Token
from framing.text.sentences import Sentence

LEAD = 2
"""Sentences of the body that count besides the title."""
MOST = 4
LEAST = 2
"""Words of a heading; fewer do not name an event."""
NOUNS = ("NOUN", "PROPN")
_DATES = frozenset(
    stem(name.lower())
    for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for name in names
)


def shared_heading(results: Results) -> str:
    """The words that most sources begin with, such as "Gaza City, school, strike"; empty where they share too few."""
    by_source = _openings(results)
    if len(by_source) < LEAST:
        return ""
    holding = Counter(key for nouns in by_source.values() for key in {key for key, _ in nouns})
    kept = [key for key, number in holding.items() if 2 * number > len(by_source)]
    order = sorted(kept, key=lambda key: (-holding[key], _mean_place(key, by_source), key))[:MOST]
    if len(order) < LEAST:
        return ""
    words = [_written(key, by_source) for key in order]
    joined = list(_with_names_joined(order, words, by_source))
    heading = ", ".join(joined)
    return heading[:1].upper() + heading[1:]


def _openings(results: Results) -> dict[str, list[tuple[str, str]]]:
    """By source, the nouns of its titles and first sentences: stem and the word as written."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for article in results.articles:
        parsed = results.parsed.get(article.article_id)
        if parsed is None or article.article_id in results.set_aside:
            continue
        for sentence in _opening(parsed.sentences):
            found[article.source] += [_noun(token) for token in sentence.parse or () if _counts(token)]
    return dict(found)


def _opening(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    yield from (sentence for sentence in sentences if sentence.region == "title")
    yield from [sentence for sentence in sentences if sentence.region != "title"][:LEAD]


def _counts(token: Token) -> bool:
    return (
        token.pos in NOUNS and token.text.isalpha() and len(token.text) > 2 and _noun(token)[0] not in _DATES
    )


def _noun(token: Token) -> tuple[str, str]:
    return stem(token.text.lower()), token.text


def _mean_place(key: str, by_source: Mapping[str, Sequence[tuple[str, str]]]) -> float:
    """Where a word first stands in the openings that have it, on average."""
    places = [
        next(at for at, (other, _) in enumerate(nouns) if other == key)
        for nouns in by_source.values()
        if any(other == key for other, _ in nouns)
    ]
    return sum(places) / len(places)


def _written(key: str, by_source: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """A word as most openings write it; in small letters where one of them does, since titles have capitals."""
    forms = Counter(word for nouns in by_source.values() for other, word in nouns if other == key)
    small = [form for form in forms if form.islower()]
    return max(small or forms, key=lambda form: (forms[form], form))


def _with_names_joined(
    order: Sequence[str], words: Sequence[str], by_source: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[str]:
    """The words in order; two parts of one name, which stand together in most openings, as one."""
    written = dict(zip(order, words, strict=True))
    behind = _second_parts(order, written, by_source)
    before = {second: first for first, second in behind.items()}
    for key in order:
        first, second = before.get(key, key), behind.get(key, "")
        if first != key and order.index(first) < order.index(key):
            continue
        if second and order.index(second) < order.index(key):
            continue
        parts = dict.fromkeys((first, key, second) if second else (first, key))
        yield " ".join(written[part] for part in parts)


def _second_parts(
    order: Sequence[str], written: Mapping[str, str], by_source: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, str]:
    """The second part of a name by its first: both have capitals and stand together in most openings."""
    pairs = Counter(
        pair
        for nouns in by_source.values()
        for pair in {(one, other) for (one, _), (other, _) in pairwise(nouns)}
    )
    found: dict[str, str] = {}
    for one, other in permutations([key for key in order if written[key].istitle()], 2):
        free = one not in {*found, *found.values()} and other not in {*found, *found.values()}
        if free and 2 * pairs[one, other] > len(by_source):
            found[one] = other
    return found
