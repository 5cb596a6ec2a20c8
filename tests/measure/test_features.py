"""Feature tables: counts add up, quotients carry their parts, nothing over nothing is missing."""

from __future__ import annotations

from typing import Any

from framing.measure.features import counted_rows
from framing.pipeline import Options, analyse
from framing.results import Results
from tests.conftest import article_of


def rows(results: Results) -> dict[str, dict[str, Any]]:
    return {row["article_id"]: dict(row) for row in results.article_rows}


def test_every_share_lies_between_0_and_1_and_is_its_numerator_over_its_denominator(
    seed_results: Results,
) -> None:
    shares = [c for c in seed_results.feature_columns if c.unit == "share"]
    assert shares
    for row in (*seed_results.article_rows, *seed_results.source_rows):
        for column in shares:
            value, n, of = row[column.name], row[column.numerator], row[column.denominator]
            assert (value is None) == (of in (0, None)), column.name
            if value is not None:
                assert 0 <= n <= of, column.name
                assert abs(value - n / of) < 1e-6, column.name


def test_sources_are_the_sums_of_their_articles() -> None:
    articles = [
        article_of("Kyiv spoke first.", article_id="a", source="One"),
        article_of("Kiev spoke next, and Kyiv again.", article_id="b", source="One"),
        article_of("Nothing is named here.", article_id="c", source="Two"),
    ]
    results = analyse(articles, Options(conflict="none"))
    one, two = results.source_rows
    assert one["articles"] == 2
    assert one["words"] == 9
    assert (one["name_capital_kyiv"], one["name_capital_kyiv__kyiv"]) == (3, 2)
    assert one["name_capital_kyiv__kyiv_share"] == 0.666667
    assert two["name_capital_kyiv__kyiv_share"] is None


def test_an_article_in_another_language_is_listed_and_not_scored() -> None:
    articles = [
        article_of("Kyiv spoke first.", article_id="a"),
        article_of("Переговоры начались в понедельник.", article_id="b", language="ru"),
    ]
    results = analyse(articles)
    assert rows(results)["b"]["words"] is None
    assert rows(results)["a"]["words"] == 3
    assert any("b" in warning and "ru" in warning for warning in results.warnings)


def test_a_count_is_the_number_of_its_evidence_rows(seed_results: Results) -> None:
    counts = [column for column in seed_results.feature_columns if column.rows is not None]
    assert {column.family for column in counts} >= {"attribution", "casualty", "naming", "tone", "wording"}
    for column in counts:
        behind = counted_rows(column, seed_results.mentions)
        assert len(behind) == sum(row[column.name] for row in seed_results.article_rows)
        for row in seed_results.article_rows:
            assert row[column.name] == sum(m.article_id == row["article_id"] for m in behind)
