"""Measured error: gold files as people write them, and the record of figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.evaluation import evaluate
from framing.measure.error import MeasuredError, load_record, save_record
from framing.records.errors import GoldError


def test_a_gold_set_of_lines_with_text_is_measured(tmp_path: Path) -> None:
    text = "Mayor resigns\n\n“I am tired,” the mayor said. Rain fell."
    at = text.index
    gold = {
        "id": "g1",
        "text": text,
        "attributions": [
            {
                "source": [[at("the mayor"), at("the mayor") + 9]],
                "cue": [[at("said"), at("said") + 4]],
                "content": [[at("“"), at("”") + 1]],
            }
        ],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    error, quoted, indirect = evaluate("attribution", tmp_path / "gold.jsonl", texts=None, name=None)
    assert (error.precision, error.recall, error.size) == (1, 1, 1)
    assert error.measured_on == "gold; 1 attributions in 1 articles"
    assert (quoted.measure, quoted.size) == ("attribution, with a quotation", 1)
    assert (indirect.measure, indirect.size) == ("attribution, indirect", 0)


def test_a_gold_file_that_is_no_json_is_a_one_line_error(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("no json\n")
    with pytest.raises(GoldError, match="cannot be read"):
        evaluate("attribution", tmp_path / "gold.jsonl", texts=None, name=None)


def test_saving_replaces_the_figures_of_the_same_gold_set_only(tmp_path: Path) -> None:
    def error(measure: str, gold: str, f1: float) -> MeasuredError:
        return MeasuredError(
            measure=measure, table="t", gold=gold, size=1, unit="rows", precision=f1, recall=f1, f1=f1
        )

    path = tmp_path / "record.json"
    save_record([error("a", "one", 0.5), error("b", "one", 0.6)], path)
    save_record([error("a", "one", 0.7), error("a", "two", 0.8)], path)
    assert [(e.measure, e.gold, e.f1) for e in load_record(path)] == [
        ("a", "one", 0.7),
        ("a", "two", 0.8),
        ("b", "one", 0.6),
    ]
