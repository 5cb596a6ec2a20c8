"""Numbers: what the extractor reaches on sentences written for this project, with a floor."""

from __future__ import annotations

from pathlib import Path

from framing.evaluation import evaluate

SENTENCES = Path(__file__).parent / "numbers" / "sentences.jsonl"


def test_quantities_and_their_slots_reach_their_floors() -> None:
    (error,) = evaluate("numbers", SENTENCES, texts=None, name=None)
    assert error.size >= 200
    assert min(error.precision, error.recall) >= 0.97
    assert error.agreement["value"] >= 0.97 and error.agreement["unit"] >= 0.97
    assert error.agreement["counts_what"] >= 0.85
