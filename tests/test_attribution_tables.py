"""The tables that `framing evaluate attribution FILE` prints, on one text."""

from __future__ import annotations

import json
from pathlib import Path

from framing.evaluation.attribution import compared
from framing.evaluation.attribution_tables import miss_table, span_table

TEXT = (
    "The valley today\n\nThe mayor said the road was shut. The clerk liked the plan. Rain fell, records show."
)


def _at(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def test_spans_directness_and_misses_are_counted(tmp_path: Path) -> None:
    rows = [
        {"source": _at("The mayor"), "cue": _at("said"), "content": _at("the road was shut")},
        {"source": _at("The clerk"), "cue": _at("liked"), "content": _at("the plan")},
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": rows}) + "\n", encoding="utf-8")
    lines = compared(gold)
    table = span_table(lines)
    assert "| cue, exact | 0.500 | 0.500 | 0.500 | 2 |" in table
    assert "| whole row, indirect | 0.500 | 0.500 | 0.500 | 2 |" in table
    misses = miss_table(lines)
    assert "| no word of the cue is in the lexicon | 1 |" in misses
    assert "| no gold row has this cue | 1 |" in misses
