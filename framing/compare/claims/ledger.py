"""The claim ledger: the same fact in several articles, who states it flat, who attributes it, who leaves it out.

Articles on one event are aligned claim by claim; what only one article states is kept apart. A claim that
an article could have known and does not have is an omission; one that it could not have known is not. That
something could not be checked is no claim about the event; it is the stance of the claim that it is said of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from framing.compare.claims.align import align
from framing.compare.claims.cells import NearestSentence, cells_of
from framing.compare.claims.drift import drift_of
from framing.compare.claims.evidence import Evidence, evidence_of, within
from framing.compare.claims.propositions import propositions
from framing.compare.claims.record import Cell, ClaimMention, Drift
from framing.compare.claims.rows import claim_rows, lone_passages, shared_passages
from framing.compare.claims.statements import ClaimPassage, statements
from framing.compare.claims.terms import vocabulary
from framing.compare.recurring import beginning, recurring
from framing.compare.reuse import ReuseMention
from framing.lexicon import Lexicons
from framing.records.article import Article
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

MOST_SENTENCES = 25_000
"""Sentences of one event that can be aligned: some 700 articles."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Passages of shared and single claims, the ledger's cells, drift, and events too large to be aligned."""

    claims: tuple[ClaimMention, ...] = ()
    cells: tuple[Cell, ...] = ()
    drift: tuple[Drift, ...] = ()
    too_large: tuple[str, ...] = ()


def ledger(
    parsed: Sequence[ParsedArticle],
    mentions: Mapping[str, Sequence[Mention]],
    reuse: Sequence[ReuseMention],
    lexicons: Lexicons,
) -> Ledger:
    """The ledger of the articles that are compared, which need not be all of a run."""
    evidence = evidence_of(parsed, mentions, reuse)
    small = alignable(parsed)
    aligned = [_aligned(articles, evidence, lexicons) for articles in small]
    shared = [claim for event in aligned for claim in event.shared]
    alone = [claim for event in aligned for claim in event.alone]
    place = {one.article.article_id: number for number, one in enumerate(parsed)}
    rows = [
        sorted(claim, key=lambda row: (place[row.article_id], row.start))
        for claim in claim_rows([*(one.passages for one in shared), *alone], evidence, shared=len(shared))
    ]
    events = _articles_by_event(parsed)
    cells: list[Cell] = []
    drift: list[Drift] = []
    for number, claim in enumerate(shared):
        points = drift_of(rows[number], evidence)
        kinds = tuple(dict.fromkeys(point.drift for point in points))
        rows[number] = [replace(row, drift=kinds) for row in rows[number]]
        cells += cells_of(rows[number], events[claim.event], claim.nearest)
        drift += points
    return Ledger(
        tuple(row for claim in rows for row in claim),
        tuple(cells),
        tuple(drift),
        tuple(_too_large(parsed, small)),
    )


@dataclass(frozen=True, slots=True)
class _SharedClaim:
    """A claim that several articles state: its passages, and what comes nearest in each article that does not."""

    passages: list[ClaimPassage]
    nearest: Mapping[str, NearestSentence]

    @property
    def event(self) -> str:
        return self.passages[0].parsed.article.event


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The claims of one event: those that several articles state, and the passages of what only one does."""

    shared: list[_SharedClaim]
    alone: list[list[ClaimPassage]]


def _aligned(articles: Sequence[ParsedArticle], evidence: Evidence, lexicons: Lexicons) -> _Aligned:
    words = vocabulary(lexicons)
    by_id = {one.article.article_id: one for one in articles}
    boilerplate = recurring(articles)
    stated = [
        statement
        for name, one in by_id.items()
        for statement in statements(one, evidence.attributions.get(name, ()), words)
        if not within(evidence.checks.get(name, ()), [statement.span])
        and beginning(statement.sentence.text) not in boilerplate
    ]
    groups = align(propositions(stated, by_id, evidence, words, lexicons))
    taken = {id(stated[i].sentence) for group in groups for i in group.members}
    rest = (statement for statement in stated if id(statement.sentence) not in taken)
    return _Aligned(
        [
            _SharedClaim(
                shared_passages(group, stated, by_id),
                {
                    name: NearestSentence(stated[i].sentence, near)
                    for name, (i, near) in group.nearest.items()
                },
            )
            for group in groups
        ],
        [[passage] for passage in lone_passages(rest, by_id, evidence)],
    )


def _too_large(parsed: Iterable[ParsedArticle], small: Sequence[Sequence[ParsedArticle]]) -> Iterator[str]:
    """The events of several articles that are too large to be aligned."""
    aligned = {articles[0].article.event for articles in small}
    for event, articles in _by_event(parsed).items():
        if len(articles) > 1 and event not in aligned:
            yield event


def alignable(parsed: Iterable[ParsedArticle]) -> list[list[ParsedArticle]]:
    """The articles of each event that has two at least and is small enough to be aligned claim by claim."""
    return [
        articles
        for articles in _by_event(parsed).values()
        if len(articles) > 1 and sum(len(one.sentences) for one in articles) <= MOST_SENTENCES
    ]


def _articles_by_event(parsed: Iterable[ParsedArticle]) -> dict[str, list[Article]]:
    return {event: [one.article for one in found] for event, found in _by_event(parsed).items()}


def _by_event(parsed: Iterable[ParsedArticle]) -> dict[str, list[ParsedArticle]]:
    events: dict[str, list[ParsedArticle]] = defaultdict(list)
    for one in parsed:
        events[one.article.event].append(one)
    return events
