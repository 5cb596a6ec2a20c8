"""What is not looked for because there is too much is said: in the warnings, which terminal and manifest show, and on the page."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from framing.compare.findings.event import events
from framing.comparison import compared
from framing.pipeline import features_of
from framing.records.article import Article
from framing.results import Results
from tests.compare.claims.ferry import POST, TIMES, WIRE

LIMITS = {
    "framing.compare.claims.ledger": ("MOST_SENTENCES", "claim table"),
    "framing.compare.reuse.search": ("MOST_COMPARED", "retold in other words"),
    "framing.compare.findings.event": ("MOST_UNLABELLED", "findings"),
    "framing.compare.lesson": ("MOST_ARTICLES", "questions to a class"),
}


@pytest.fixture(scope="module")
def found() -> Results:
    return features_of([POST, TIMES, WIRE])


def test_nothing_is_said_where_no_limit_is_reached(found: Results) -> None:
    assert compared(found).limits == ()


@pytest.mark.parametrize("module", LIMITS)
def test_a_limit_that_is_reached_is_said(
    found: Results, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, words = LIMITS[module]
    monkeypatch.setattr(sys.modules[module], name, 1)
    results = compared(found)
    (limit,) = results.limits
    assert words in limit and limit in results.warnings


def test_a_labelled_event_may_have_many_articles_and_a_heap_may_not(found: Results) -> None:
    article: Article = found.articles[0]
    names = [f"{article.article_id}{number}" for number in range(41)]

    def results(event: str) -> Results:
        copies = {
            name: replace(
                found.parsed[article.article_id],
                article=replace(article, article_id=name, source=name, event=event),
            )
            for name in names
        }
        return replace(
            found, articles=tuple(one.article for one in copies.values()), parsed=copies, mentions={}
        )

    assert len(list(events(results("flood")))) == 1
    assert list(events(results(""))) == []
