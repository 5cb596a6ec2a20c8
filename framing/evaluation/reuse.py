"""Reuse: found pairs of passages against gold pairs that both overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from framing.compare.reuse import ReuseMention
from framing.evaluation.gold import GoldRun, file_spans, read_table
from framing.evaluation.pairing import measured
from framing.measure.error import MeasuredError
from framing.records.article import Span

GOLD_FILE = "reuse.csv"


class _FilePair(NamedTuple):
    """Two places in the files, by gold article, the article that sorts first in front."""

    here: tuple[str, Span]
    there: tuple[str, Span]

    def meets(self, other: _FilePair) -> bool:
        sides = zip(self, other, strict=True)
        return all(ours[0] == theirs[0] and ours[1].overlaps(theirs[1]) for ours, theirs in sides)


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision of the pairs found in bodies of different sources, recall of those that say the same in full.

    A found pair is right when it overlaps a gold pair, also one of which a side says more. `kind` is how
    often a pair that says the same in full is found as the kind that the gold gives it.
    """
    gold = [
        (_gold_pair(row), row["kind"], row["scope"])
        for row in read_table(run.folder / GOLD_FILE)
        if _counts(row)
    ]
    full = [(pair, kind) for pair, kind, scope in gold if scope == "full"]
    covered = {article for pair, *_ in gold for article, _ in pair}
    found = [
        (pair, mention.kind) for pair, mention in _found(run) if {pair.here[0], pair.there[0]} <= covered
    ]
    right = sum(any(pair.meets(wanted) for wanted, *_ in gold) for pair, _ in found)
    kinds = [[kind for pair, kind in found if pair.meets(wanted)] for wanted, _ in full]
    tally = Counter(
        hits=sum(map(bool, kinds)),
        right=right,
        found=len(found),
        gold=len(full),
        kind=sum(kind in found_as for (_, kind), found_as in zip(full, kinds, strict=True)),
    )
    unit = f"pairs of sentences in {len(covered)} articles"
    return measured("reuse", "reuse", name, unit, tally, ("kind",))


def _counts(row: Mapping[str, str]) -> bool:
    return row["article_a"] != row["article_b"] and row["region_a"] == row["region_b"] == "body"


def _gold_pair(row: Mapping[str, str]) -> _FilePair:
    a, b = (
        (row[f"article_{side}"], Span(int(row[f"start_{side}"]), int(row[f"end_{side}"]))) for side in "ab"
    )
    return _FilePair(*sorted((a, b)))


def _found(run: GoldRun) -> Iterator[tuple[_FilePair, ReuseMention]]:
    articles = {article.article_id: article for article in run.results.articles}
    for mention in run.results.reuse:
        if mention.region == "title" or mention.same_source:
            continue
        places = []
        for article_id, span in (
            (mention.article_id, mention.span),
            (mention.other_article_id, mention.other_span),
        ):
            spans = list(file_spans(articles[article_id], [span]))
            if spans and article_id in run.gold_ids:
                places.append((run.gold_ids[article_id], spans[0]))
        if len(places) == 2:
            yield _FilePair(*sorted(places)), mention
