"""Measured error on the seeds: the figures in the package are those of the code that ships with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.evaluation import MEASURES, evaluate
from framing.measure.error import MeasuredError, by_table, load_record
from tests.conftest import SEEDS

GOLD = Path(__file__).parent / "seeds"
SEED_GOLD = "seed articles, used in development"


@pytest.fixture(scope="module")
def measured() -> dict[str, MeasuredError]:
    errors = evaluate("all", GOLD, texts=SEEDS, name=SEED_GOLD)
    return {error.measure: error for error in errors}


def test_the_record_in_the_package_is_what_the_code_measures_now(measured: dict[str, MeasuredError]) -> None:
    """When this fails, run the command in CONTRIBUTING.md that writes the record anew."""
    recorded = {error.measure: error for error in load_record() if error.gold == SEED_GOLD}
    assert recorded == measured


def test_every_measure_has_a_figure_for_its_table(measured: dict[str, MeasuredError]) -> None:
    assert set(measured) == set(MEASURES)
    assert {"attributions", "casualties", "names", "removed"} <= set(by_table(load_record()))


def test_first_versions_reach_what_they_must(measured: dict[str, MeasuredError]) -> None:
    assert measured["attribution"].f1 >= 0.65
    assert measured["casualty"].f1 >= 0.85
    assert measured["naming"].precision == measured["naming"].recall == 1
    assert measured["boundaries"].recall >= 0.99
