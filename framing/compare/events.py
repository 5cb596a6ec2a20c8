"""Which articles can be compared: those on an event that at least two sources write about.

Labels decide where there are any. Without labels the texts do, and only when the run as a whole is about
one event: an article is left out when it is clearly apart from all the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from framing.compare.grouping import Likeness, groups, likeness
from framing.records.article import Article

APART = 0.5
"""An article is apart when it is less than half as like the others as these are in the middle."""
LONG = 30
"""Days; what was published longer before or after is no account of the same event."""
FEWEST = 4
"""Articles; with fewer it cannot be decided which is the outlier."""
MOST = 1_000
"""Articles; a larger run without labels is a corpus, not one event."""


@dataclass(frozen=True)
class OneEvent:
    """What the texts say of a run without labels.

    `apart` are the articles that are clearly not about its event; `events` is the number of events that
    several sources write about, where the run has no single one.
    """

    apart: frozenset[str] = frozenset()
    events: int = 0


def left_out(articles: Iterable[Article]) -> frozenset[str]:
    """Ids of articles labelled with an event that only one source covers, where other events have several.

    An article without a label is never left out, and where no event has two sources nothing is.

    >>> def article(name, event):
    ...     return Article(article_id=name, source=name, event=event, text="", file="", sha256="", paragraphs=())
    >>> sorted(left_out([article("a", "talks"), article("b", "talks"), article("c", "budget")]))
    ['c']
    >>> sorted(left_out([article("a", "talks"), article("c", "budget")]))
    []
    """
    all_articles = list(articles)
    sources: dict[str, set[str]] = {}
    for article in all_articles:
        sources.setdefault(article.event, set()).add(article.source)
    if not any(len(covering) > 1 for covering in sources.values()):
        return frozenset()
    return frozenset(a.article_id for a in all_articles if a.event and len(sources[a.event]) == 1)


def main_event(articles: Iterable[Article]) -> str:
    """The event that half of the articles or more are about, as given; empty where there is none.

    >>> from types import SimpleNamespace as Made
    >>> main_event([Made(event="talks"), Made(event="fire"), Made(event="talks")])
    'talks'
    """
    events = [article.event for article in articles]
    counts = Counter(event for event in events if event)
    event, count = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    return event if count and 2 * count >= len(events) else ""


def of_other_events(articles: Sequence[Article]) -> frozenset[str]:
    """Ids of the articles labelled with another event than the main one, where there is one."""
    main = main_event(articles)
    return frozenset(a.article_id for a in articles if main and a.event not in ("", main))


def one_event(articles: Sequence[Article]) -> OneEvent:
    """What is apart from the event that the run is about, by its texts.

    The event is the largest group of articles, if it has more than half of them and two sources; else
    nothing is left out.
    """
    if not FEWEST <= len(articles) <= MOST or any(article.event for article in articles):
        return OneEvent()
    alike = likeness(articles)
    numbers = groups(alike)
    sources: dict[int, set[str]] = {}
    for article, number in zip(articles, numbers, strict=True):
        sources.setdefault(number, set()).add(article.source)
    ((main, size),) = Counter(numbers).most_common(1)
    inside = [place for place, number in enumerate(numbers) if number == main]
    if 2 * size <= len(articles) or len(sources[main]) < 2:
        return OneEvent(events=sum(len(covering) > 1 for covering in sources.values()))
    apart = set(_apart(alike)) - set(inside)
    return OneEvent(frozenset(articles[place].article_id for place in apart))


def _apart(alike: Likeness) -> list[int]:
    """The articles that are clearly less like the others than the others are like each other."""
    everything = range(len(alike.days))
    found = np.maximum(alike.between(everything, everything, window=LONG), 0.0)
    means = (found.sum(axis=1) - found.diagonal()) / (len(everything) - 1)
    return [place for place in everything if means[place] < APART * np.median(np.delete(means, place))]
