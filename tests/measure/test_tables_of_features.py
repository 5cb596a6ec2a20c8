"""The tables of features: the same columns in every run, all that varies in rows, and nothing twice."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

import framing
from framing.measure.core_profile import CORE, core_columns
from framing.measure.features import ARTICLE_KEYS
from framing.measure.long_features import feature_of, long_columns
from framing.pipeline import Options, analyse
from framing.publish.run import comparison_files, feature_files
from framing.results import Results
from tests.conftest import article_of

COLUMNS = [
    *("article_id", "source", "event", "published", "published_raw", "title", "byline", "agency", "url"),
    *("language", "file", "sha256", "words", "sentences", "paragraphs"),
]
TIDE = [
    article_of("Kyiv spoke first. “We wait,” the minister said.", article_id="a", source="One"),
    article_of("At least 3 people were killed in Kiev.", article_id="b", source="Two"),
]
HARBOUR = [
    article_of("The harbour in Turkey was shut, officials claimed.", article_id="c", source="One"),
    article_of("Nothing is named here.", article_id="d", source="Three"),
]


def tables_of(results: Results) -> dict[str, list[dict[str, str]]]:
    files = {name: text for name, text in comparison_files(results).items() if name.endswith(".csv")}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in files.items()
    }


def headers_of(results: Results) -> dict[str, str]:
    return {
        name: text.partition("\n")[0]
        for name, text in comparison_files(results).items()
        if name.endswith(".csv")
    }


def test_every_table_has_the_same_columns_whatever_was_read(seed_results: Results) -> None:
    tide, harbour = (headers_of(analyse(articles, Options(conflict="none"))) for articles in (TIDE, HARBOUR))
    assert tide == harbour == headers_of(seed_results)
    own = [replace(article, extra=(("desk", "sea"),)) for article in TIDE]
    assert headers_of(analyse(own, Options(conflict="none"))) == tide


def test_the_columns_of_the_articles_are_these(seed_results: Results) -> None:
    header = headers_of(seed_results)["articles.csv"].split(",")
    assert header[: len(COLUMNS)] == COLUMNS
    assert header == [*(column.name for column in ARTICLE_KEYS), *CORE, "duplicate_of"]
    assert 50 <= len(header) <= 80
    assert headers_of(seed_results)["sources.csv"].split(",") == ["source", "articles", *CORE]


def test_no_two_core_columns_are_equal_by_definition(seed_results: Results) -> None:
    columns = core_columns(seed_results.feature_columns)
    parts = [(column.numerator, column.denominator) for column in columns if column.denominator]
    assert len(parts) == len(set(parts))
    assert len({column.definition for column in columns}) == len(columns)
    for name in (column.name for column in columns if column.name.endswith("_share")):
        assert next(column for column in columns if column.name == name).denominator, name


def test_every_measure_stands_in_one_table(seed_results: Results) -> None:
    tables = tables_of(seed_results)
    long = {feature_of(column) for column in long_columns(seed_results.feature_columns)}
    assert {row["feature"] for row in tables["measures"]} == long
    assert {row["feature"] for row in tables["features"]} <= long
    assert not {row["feature"] for row in tables["features"] if not row["group"]} & set(CORE)


def test_a_row_of_an_article_does_not_depend_on_the_others() -> None:
    both = tables_of(analyse([*TIDE, *HARBOUR], Options(conflict="none")))["features"]
    alone = tables_of(analyse(TIDE, Options(conflict="none")))["features"]
    assert [row for row in both if row["article_id"] in ("a", "b")] == alone


def test_the_long_rows_say_what_was_divided_by_what(seed_results: Results) -> None:
    columns = {column.name: column for column in seed_results.feature_columns}
    rows = tables_of(seed_results)["features"]
    assert len({(row["article_id"], row["feature"], row["group"]) for row in rows}) == len(rows)
    for row in (row for row in rows if row["of"]):
        assert float(row["rate"]) == pytest.approx(float(row["n"]) / float(row["of"]), abs=1e-6), row
    by_side = [row for row in rows if row["feature"] == "attributions_by_share" and row["group"] == "ukraine"]
    wide = {row["article_id"]: row["attributions_by_ukraine"] for row in seed_results.article_rows}
    assert {row["article_id"]: float(row["n"]) for row in by_side} == {
        name: n for name, n in wide.items() if name in {row["article_id"] for row in by_side}
    }
    assert columns["attributions_by_ukraine"].side == "ukraine"


def test_the_wide_table_has_every_feature_and_the_own_columns() -> None:
    own = [replace(TIDE[0], extra=(("desk", "sea"), ("rank", "3"))), TIDE[1]]
    results = analyse(own, Options(conflict="none"))
    (first, second) = csv.DictReader(io.StringIO(feature_files(results, wide=True)["wide.csv"]))
    assert (first["name_capital_kyiv__kyiv"], second["name_capital_kyiv__kiev"]) == ("1", "1")
    assert (first["desk"], first["rank"], second["rank"]) == ("sea", "3", "")
    assert "wide.csv" not in feature_files(results)


def test_a_data_frame_has_the_types_of_the_codebook() -> None:
    tables = framing.tables(analyse(TIDE, Options(conflict="none")))
    articles: Any = tables["articles"]
    assert articles.words.dtype == pd.Int64Dtype()
    assert articles.attributed_share.dtype == pd.Float64Dtype()
    assert articles.url.isna().all() and pd.api.types.is_string_dtype(articles.url)
    assert tables["attributions"].negated.dtype == pd.BooleanDtype()
    assert list(tables["features"].columns) == ["article_id", "source", "feature", "group", "n", "of", "rate"]
