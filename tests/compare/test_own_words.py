"""How much of an article is its own, which other it follows, and whom it credits."""

from __future__ import annotations

import pytest

from framing import lexicon
from framing.compare.claims.terms import vocabulary
from framing.compare.credits import credits_of
from framing.compare.reuse import borrowed_spans, own_words, reuse
from framing.text.parser import Parser
from tests.conftest import article_of

COPIED = "Divers found a crack in the hull of the ferry on Wednesday, the harbour master said."
OWN = "Tourists watched from the pier and shared blankets with the crew."


def test_words_are_borrowed_or_own_and_the_nearest_article_is_named() -> None:
    lexicons = lexicon.load()
    articles = [
        article_of(COPIED, OWN, article_id="a", source="Harbour Post"),
        article_of(COPIED, article_id="b", source="Daily Current"),
        article_of("The minister of finance presented a budget.", article_id="c", source="Fjord Radio"),
    ]
    parsed = Parser(frozenset()).parse(articles)
    rows = reuse(parsed, lexicons, vocabulary(lexicons))
    first, second, third = own_words(parsed, rows, borrowed_spans(rows), lexicons)
    assert (first.words, first.borrowed_words, first.own_words) == (27, 16, 11)
    assert (first.own_share, first.nearest_article_id) == (round(11 / 27, 6), "b")
    assert (second.own_share, second.nearest_share, second.nearest_source) == (0, 1, "Harbour Post")
    assert (third.own_share, third.nearest_article_id, third.nearest_words) == (1, None, 0)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("RIGA (AP) — Snow closed the airport on Monday.", "AP"),
        ("Snow closed the airport on Monday. (AFP)", "AFP"),
        ("Reuters contributed to this report.", "Reuters"),
        ("Associated Press writer Ann Holm contributed to this report.", "AP"),
        ("With files from The Canadian Press", "The Canadian Press"),
        ("Additional reporting by Reuters", "Reuters"),
        ("Source: dpa", "dpa"),
        ("Copyright 2026 The Associated Press. All rights reserved.", "AP"),
        ("By Harbour Post staff and AFP", "AFP"),
    ],
)
def test_a_line_that_credits_an_agency_is_read(line: str, agency: str) -> None:
    article = article_of("Snow fell all night.", line)
    (credit,) = credits_of(article, lexicon.load())
    assert credit.agency == agency
    assert article.text[slice(*credit.span)] in line


@pytest.mark.parametrize(
    "line",
    [
        "The minister told Reuters that snow had closed the airport.",
        "A reporter of The Associated Press (AP) saw two ploughs.",
        "The rules of the Environmental Protection Agency (EPA) apply to ploughs.",
    ],
)
def test_an_agency_that_is_only_spoken_of_is_no_credit(line: str) -> None:
    assert credits_of(article_of(line), lexicon.load()) == []
