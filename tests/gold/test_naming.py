"""The short texts of tests/gold/naming: names, and what is recorded with each."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.evaluation import evaluate
from framing.evaluation.gold import read_jsonl
from framing.measure.error import MeasuredError

GOLD = Path(__file__).parent / "naming" / "sentences.jsonl"


@pytest.fixture(scope="module")
def measured() -> MeasuredError:
    return evaluate("naming", GOLD, texts=None, name="short texts")[0]


def test_the_names_are_found_and_others_are_not(measured: MeasuredError) -> None:
    assert measured.precision >= 0.98
    assert measured.recall >= 0.98


def test_what_is_recorded_with_a_name_agrees(measured: MeasuredError) -> None:
    assert min(measured.agreement.values()) >= 0.98


def test_the_gold_marks_what_stands_in_its_texts() -> None:
    records = read_jsonl(GOLD)
    assert len(records) >= 120
    assert len({record["id"] for record in records}) == len(records)
    for record in records:
        for row in record["names"]:
            assert record["text"][row["start"] : row["end"]] == row["text"]
