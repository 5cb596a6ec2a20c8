"""What is given twice: ids are made distinct, articles with the same or nearly the same text flagged, never dropped.

Each article's own words are cut into overlapping runs of `RUN` words (shingles), the runs are hashed, and the
`SKETCH` smallest hashes are kept: the share of hashes that two such sketches have in common estimates how much
of the texts is the same (Broder 1997, On the resemblance and containment of documents). Only articles that
share one of their `KEYS` smallest hashes are compared, and at most `MOST_COMPARED` of them, so the cost grows
with the number of articles, not with its square; a matrix of TF-IDF similarities would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from framing.read.article_building import has_own_words, own_text
from framing.read.formats.rows import rows_named
from framing.records.article import Article

RUN = 4
SKETCH = 64
KEYS = 8
MOST_COMPARED = 20
ALIKE = 0.5
"""Share of runs that two texts have in common, of all that either has; from here on they are near copies."""
LEAST_WORDS = 20
"""Words; shorter texts are compared only as wholes."""
MOST_WORDS = 20_000
MOST_NAMED = 4

_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]
Values = NDArray[np.uint64]
FACTOR = np.uint64(0x9E3779B97F4A7C15)


def distinct_ids(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """The articles with distinct ids, and a warning for each id that occurred more than once.

    The first article keeps the id, the others take `-2`, `-3` … behind it, never one that is taken.
    """
    holders: dict[str, list[Article]] = {}
    for article in articles:
        holders.setdefault(article.article_id, []).append(article)
    taken = set(holders)
    following = dict.fromkeys(holders, 1)
    result: list[Article] = []
    for article in articles:
        name = article.article_id
        following[name] += 1
        if following[name] > 2:
            number = following[name] - 1
            while f"{name}-{number}" in taken:
                number += 1
            following[name] = number + 1
            article = replace(article, article_id=f"{name}-{number}")
            taken.add(article.article_id)
        result.append(article)
    return result, [_same_id_note(name, found) for name, found in holders.items() if len(found) > 1]


def flag_duplicates(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """The articles, each copy with the id of the one it is like in `duplicate_of`, and a warning a copy.

    Of those that are alike the one with the smallest id stays, whatever the order in which they were read.
    """
    by_id = sorted(range(len(articles)), key=lambda place: articles[place].article_id)
    flagged, notes = _flagged([articles[place] for place in by_id])
    there = dict(zip(by_id, flagged, strict=True))
    return [there[place] for place in range(len(articles))], notes


def _flagged(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """The same for articles in the order of their ids."""
    wholes: dict[bytes, int] = {}
    sketches: list[Sketch] = []
    holders: dict[int, tuple[int, ...]] = {}
    result: list[Article] = []
    notes: list[str] = []
    for number, article in enumerate(articles):
        words = _WORD.findall(_compared(article).casefold())[:MOST_WORDS]
        whole = blake2b(" ".join(words).encode(), digest_size=16).digest()
        sketch = sketch_of(words)
        sketches.append(sketch)
        earlier, share = wholes.get(whole, -1), 1.0
        if earlier < 0:
            earlier, share = _most_alike(sketch, sketches, holders)
        if earlier >= 0 and words:
            first = result[earlier]
            article = replace(article, duplicate_of=first.duplicate_of or first.article_id)
            notes.append(_same_text_note(article, first, share))
        else:
            wholes.setdefault(whole, number)
            for key in sketch[:KEYS]:
                holders[key] = (*holders.get(key, ()), number)[:MOST_COMPARED]
        result.append(article)
    if len(notes) > MOST_NAMED:
        more = len(notes) - MOST_NAMED + 1
        notes[MOST_NAMED - 1 :] = [f"{more:,} more articles repeat others: see duplicate_of in articles.csv"]
    return result, notes


def sketch_of(words: Sequence[str]) -> Sketch:
    """The smallest hashes of the runs of words; nothing for a text too short to tell.

    >>> one = sketch_of([f"w{n}" for n in range(100)])
    >>> other = sketch_of([f"w{n}" for n in range(5, 105)])
    >>> resemblance(one, one), resemblance(one, other) > 0.8
    (1.0, True)
    """
    if len(words) < LEAST_WORDS:
        return ()
    hashes = np.fromiter((crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    last = len(words) - RUN + 1
    runs = np.zeros(last, dtype=np.uint64)
    for at in range(RUN):
        runs = _mixed(runs * FACTOR + hashes[at : at + last])
    return tuple(np.unique(runs)[:SKETCH].tolist())


def _mixed(values: Values) -> Values:
    """Numbers of 64 bits spread evenly (the finalising steps of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def resemblance(one: Sketch, other: Sketch) -> float:
    """The estimated share of runs that two texts have in common, of all that either has."""
    smallest = nsmallest(SKETCH, set(one) | set(other))
    both = set(one) & set(other)
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


def _most_alike(
    sketch: Sketch, sketches: Sequence[Sketch], holders: dict[int, tuple[int, ...]]
) -> tuple[int, float]:
    candidates = dict.fromkeys(number for key in sketch[:KEYS] for number in holders.get(key, ()))
    best, share = -1, 0.0
    for number in list(candidates)[:MOST_COMPARED]:
        found = resemblance(sketch, sketches[number])
        if found >= ALIKE and found > share:
            best, share = number, found
    return best, share


def _compared(article: Article) -> str:
    """The article's own words; its headline where it has no others."""
    return own_text(article) if has_own_words(article) else article.title


def shorten(text: str, width: int) -> str:
    """The text, cut to a width in characters.

    >>> shorten("Gulf Courier", 20), shorten("Gulf Courier", 5)
    ('Gulf Courier', 'Gulf…')
    """
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _same_text_note(article: Article, first: Article, share: float) -> str:
    names = (f"{shorten(one.article_id, 60)} ({shorten(one.source, 60)})" for one in (article, first))
    pair = " and ".join(names)
    how = "the same text" if share == 1.0 else f"nearly the same text ({share:.0%} of word runs)"
    copied = "" if article.source == first.source else ": they do not agree independently"
    return f"{pair} have {how}{copied}"


def _same_id_note(name: str, articles: Sequence[Article]) -> str:
    files = list(dict.fromkeys(article.file for article in articles))
    rows = [article.row for article in articles if article.row is not None]
    where = rows_named(rows) if len(files) == 1 and rows else ", ".join(files[:5])
    again = "the later ones are numbered"
    return f"{files[0]}: id {shorten(name, 60)!r} occurs {len(articles)} times ({where}); {again}"
