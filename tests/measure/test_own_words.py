"""Own words: numerators and denominators come from the same rest of an article."""

from __future__ import annotations

from typing import Any

import pytest

from framing.extract import Scope, extractors
from framing.measure.own_words import own_row
from framing.pipeline import Options, features_of
from framing.records.article import Span
from framing.results import Results
from tests.conftest import article_of

FIRST = "The ministry claimed on Monday that the bridge had been destroyed."
QUOTE = "“We saw smoke,” said Maria Lopez, a baker."
LAST = "Kyiv said two people were killed, and “nobody was warned”."


@pytest.fixture(scope="module")
def results() -> Results:
    return features_of(
        [article_of(f"{FIRST} {QUOTE}", LAST, title="Bridge is hit")], Options(conflict="none")
    )


def own(results: Results, *texts: str) -> Any:
    (article,) = results.articles
    starts = [(article.text.index(text), len(text)) for text in texts]
    return own_row(
        results.article_rows[0],
        results.parsed[article.article_id],
        results.mentions,
        [Span(start, start + length) for start, length in starts],
        extractors(),
        results.feature_columns,
        Scope((), results.mentions),
    )


def test_nothing_borrowed_leaves_the_row_as_it_is(results: Results) -> None:
    assert own(results) is results.article_rows[0]


def test_a_borrowed_sentence_goes_with_its_words_and_its_rows(results: Results) -> None:
    whole, rest = results.article_rows[0], own(results, FIRST)
    assert rest["sentences"] == whole["sentences"] - 1
    assert rest["words"] == whole["words"] - 11
    assert rest["attributions_doubt"] == whole["attributions_doubt"] - 1 == 0
    assert rest["attributions"] == whole["attributions"] - 1
    assert rest["quotations"] == whole["quotations"] == 2
    assert rest["casualties_killed"] == 1


def test_quoted_words_of_a_borrowed_sentence_are_not_counted(results: Results) -> None:
    rest = own(results, QUOTE)
    assert rest["quotations"] == 1
    assert rest["quoted_words"] == 3


def test_less_than_half_of_a_sentence_does_not_make_it_borrowed(results: Results) -> None:
    whole, rest = results.article_rows[0], own(results, "The ministry claimed")
    assert rest["words"] == whole["words"]
    assert rest["attributions"] == whole["attributions"]


def test_where_everything_is_borrowed_rates_are_missing(results: Results) -> None:
    rest = own(results, FIRST, QUOTE, LAST, "Bridge is hit")
    assert rest["words"] == rest["attributions"] == rest["titles"] == 0
    assert rest["attributions_doubt_share"] is None


def test_every_share_of_own_words_is_at_most_one(seed_results: Results) -> None:
    assert seed_results.sides is not None
    scope = Scope((*seed_results.sides.ids, "third_party", "unknown"), seed_results.mentions)
    for article, row in zip(seed_results.articles, seed_results.article_rows, strict=True):
        mentions = {
            name: [m for m in found if m.article_id == article.article_id]
            for name, found in seed_results.mentions.items()
        }
        borrowed = [Span(at, at + 90) for at in range(0, len(article.text), 200)]
        rest = own_row(
            row,
            seed_results.parsed[article.article_id],
            mentions,
            borrowed,
            extractors(),
            seed_results.feature_columns,
            scope,
        )
        assert 0 < rest["words"] < row["words"]
        for column in seed_results.feature_columns:
            if column.unit == "share" and rest[column.name] is not None:
                assert 0 <= rest[column.name] <= 1, column.name
