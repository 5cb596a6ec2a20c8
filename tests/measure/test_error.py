"""Which measured error is printed where: unseen text first, the worst figure, and never beside ids."""

from __future__ import annotations

import csv
import io

from framing.measure.error import MeasuredError, by_column, by_table
from framing.publish.run import feature_files
from framing.results import Results


def error(gold: str, f1: float, column: str = "") -> MeasuredError:
    return MeasuredError(
        measure="casualty",
        table="casualties",
        gold=gold,
        size=10,
        unit="rows",
        precision=f1,
        recall=f1,
        f1=f1,
        column=column,
    )


def test_unseen_text_stands_before_larger_sets_used_in_development_and_the_worst_figure_first() -> None:
    record = [
        error("seeds, used in development", 1.0),
        error("one event", 0.9),
        error("another event", 0.7),
        error("sides, used in development", 0.4, column="victim_side"),
    ]
    assert by_table(record)["casualties"].gold == "another event"
    assert by_table(record[:1])["casualties"].f1 == 1.0
    assert by_column(record)["casualties", "victim_side"].f1 == 0.4


def test_the_codebook_gives_features_the_error_of_the_rows_they_count_and_ids_none(
    seed_results: Results,
) -> None:
    book = csv.DictReader(io.StringIO(feature_files(seed_results)["codebook.csv"]))
    said = {(row["table"], row["column"]): row["measured_on"] for row in book}
    assert said["articles", "casualties_killed"] == said["casualties", "kind"] != ""
    assert said["articles", "attributions"].startswith("PolNeAR")
    assert (
        said["articles", "article_id"] == said["casualties", "mention_id"] == said["articles", "words"] == ""
    )
