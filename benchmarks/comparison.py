"""Time and memory of what compares a corpus without parsing it, and how well its events are found.

`python -m benchmarks.comparison PATH [EVENT_COLUMN]` prints seconds and peak memory of keywords and of grouping.
Where the articles are labelled with events, the labels are hidden and the pairs of articles in one event are
compared with those in one group; then every event with three articles or more is looked at alone, and with one
article of another event among it. Nothing here is a test.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from framing import lexicon
from framing.compare.events import FEWEST, one_event
from framing.compare.grouping import groups, likeness
from framing.compare.words.keywords import comparisons
from framing.read import ReadOptions, read
from framing.records.article import Article

Made = TypeVar("Made")


def main(path: Path, column: str) -> None:
    """Print the figures of one corpus."""
    words = lexicon.load()
    options = ReadOptions(columns={"event": column} if column else {})
    articles = timed("read", lambda: read([path], lexicons=words, options=options).articles)
    bare = [replace(article, event="") for article in articles]
    timed("keywords", lambda: sum(len(c.found) for c in comparisons(articles, words, every=False)))
    numbers = timed("grouping", lambda: groups(likeness(bare)))
    events = [article.event for article in articles]
    if any(events):
        print(f"{len(set(numbers))} groups, {len(set(events))} events; pairs: {_pairs(events, numbers)}")
        print(_apart(bare, events))


def timed(what: str, make: Callable[[], Made]) -> Made:
    """Print seconds and the peak of memory so far."""
    started = time.perf_counter()
    made = make()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: {time.perf_counter() - started:.1f} s, {memory:,} MB at most")
    return made


def _pairs(events: Sequence[str], numbers: Sequence[int]) -> str:
    wanted = {(i, j) for i, j in combinations(range(len(events)), 2) if events[i] == events[j] != ""}
    found = {(i, j) for i, j in combinations(range(len(events)), 2) if numbers[i] == numbers[j]}
    hits = len(wanted & found)
    return f"precision {hits / max(1, len(found)):.3f}, recall {hits / max(1, len(wanted)):.3f}"


def _apart(articles: Sequence[Article], events: Sequence[str]) -> str:
    alone = wrong = strangers = told = 0
    for event in dict.fromkeys(filter(None, events)):
        inside = [a for a, other in zip(articles, events, strict=True) if other == event]
        outside = [a for a, other in zip(articles, events, strict=True) if other != event]
        if len(inside) + 1 < FEWEST:
            continue
        alone += len(inside)
        wrong += len(one_event(inside).apart)
        for stranger in outside[:: max(1, len(outside) // 5)]:
            strangers += 1
            told += stranger.article_id in one_event([*inside, stranger]).apart
    return f"{wrong} of {alone} articles taken for another event's, {told} of {strangers} strangers told"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
