"""The tables of features: the same columns in every run, all that varies in rows, and nothing twice."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing
from framing.measure.core_profile import CORE, core_columns
from framing.measure.features import ARTICLE_KEYS
from framing.measure.long_features import feature_of, long_columns
from framing.pipeline import Options, analyse, features_of, run
from framing.publish.output import OutputOptions
from framing.publish.run import COMPARISON_RUN, feature_files, run_files
from framing.records.article import Article
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


def rows_of(files: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """The rows of each table by its name."""
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text)))
        for name, text in files.items()
        if name.endswith(".csv")
    }


def headers_of(results: Results) -> dict[str, list[str]]:
    return {name: list(frame.columns) for name, frame in framing.tables(results).items()}


@pytest.fixture(scope="module")
def seed_headers(seed_results: Results) -> dict[str, list[str]]:
    return headers_of(seed_results)


@pytest.fixture(scope="module")
def seed_rows(seed_files: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    return rows_of(seed_files)


def test_every_table_has_the_same_columns_whatever_was_read(seed_headers: dict[str, list[str]]) -> None:
    tide, harbour = (headers_of(analyse(articles, Options(conflict="none"))) for articles in (TIDE, HARBOUR))
    assert tide == harbour == seed_headers
    own = [replace(article, extra=(("desk", "sea"),)) for article in TIDE]
    assert headers_of(analyse(own, Options(conflict="none"))) == tide


def test_the_columns_of_the_articles_are_these(seed_headers: dict[str, list[str]]) -> None:
    header = seed_headers["articles"]
    assert header[: len(COLUMNS)] == COLUMNS
    assert header == [*(column.name for column in ARTICLE_KEYS), *CORE, "duplicate_of"]
    assert 50 <= len(header) <= 80
    assert seed_headers["sources"] == ["source", "articles", *CORE]


def test_no_two_core_columns_are_equal_by_definition(seed_results: Results) -> None:
    columns = core_columns(seed_results.feature_columns)
    parts = [(column.numerator, column.denominator) for column in columns if column.denominator]
    assert len(parts) == len(set(parts))
    assert len({column.definition for column in columns}) == len(columns)
    for name in (column.name for column in columns if column.name.endswith("_share")):
        assert next(column for column in columns if column.name == name).denominator, name


def test_every_measure_stands_in_one_table(
    seed_results: Results, seed_rows: dict[str, list[dict[str, str]]]
) -> None:
    tables = seed_rows
    long = {feature_of(column) for column in long_columns(seed_results.feature_columns)}
    assert {row["feature"] for row in tables["measures"]} == long
    assert {row["feature"] for row in tables["features"]} <= long
    assert not {row["feature"] for row in tables["features"] if not row["group"]} & set(CORE)


def test_a_row_of_an_article_does_not_depend_on_the_others() -> None:
    both = rows_of(feature_files(features_of([*TIDE, *HARBOUR], Options(conflict="none"))))["features"]
    alone = rows_of(feature_files(features_of(TIDE, Options(conflict="none"))))["features"]
    assert [row for row in both if row["article_id"] in ("a", "b")] == alone


def test_the_long_rows_say_what_was_divided_by_what(
    seed_results: Results, seed_rows: dict[str, list[dict[str, str]]]
) -> None:
    columns = {column.name: column for column in seed_results.feature_columns}
    rows = seed_rows["features"]
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


@pytest.fixture(scope="module")
def corpus() -> list[Article]:
    """Articles of four sources on two events, one of them a copy, some alike."""
    bodies = (
        "At least 3 people were killed in Kyiv on Monday, the minister said. “We wait,” she added.",
        "The strike killed at least 3 people in Kiev on Monday, officials claimed without evidence.",
        "The harbour of Myanmar was shut after the storm. The port said it would open on Friday.",
        "The port of Burma may open on Friday, the mayor told reporters after the storm.",
    )
    articles = [
        article_of(
            body, f"Report {number} was sent from {place}.", article_id=f"{place}{number}", source=place
        )
        for number, body in enumerate(bodies)
        for place in ("North", "South", "East", "West")
    ]
    return [*articles, replace(articles[0], article_id="West9", source="West", duplicate_of="North0")]


def test_two_random_halves_have_the_same_columns(corpus: list[Article]) -> None:
    shuffled = random.Random(7).sample(corpus, len(corpus))
    middle = len(shuffled) // 2
    one, other = (headers_of(analyse(half)) for half in (shuffled[:middle], shuffled[middle:]))
    assert one == other


def test_the_order_of_the_inputs_changes_no_row(corpus: list[Article], tmp_path: Path) -> None:
    """Files read in another order: the same rows in every table but that of what was skipped."""
    for article in corpus:
        (tmp_path / f"{article.article_id}.txt").write_text(article.text, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    paths: list[Path] = sorted(tmp_path.iterdir())
    one, other = (
        {name: sorted(map(str, rows)) for name, rows in rows_of(written).items() if name != "skipped"}
        for order in (paths, random.Random(3).sample(paths, len(paths)))
        for written in (_texts_of(run_files(run(order), COMPARISON_RUN, OutputOptions(text=False))),)
    )
    assert {name: rows for name, rows in one.items() if rows != other[name]} == {}


def _texts_of(files: Mapping[str, str | bytes]) -> dict[str, str]:
    return {name: content for name, content in files.items() if isinstance(content, str)}
