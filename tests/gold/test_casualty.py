"""Casualties: what the extractor reaches on the project's own sentences, with a floor."""

from __future__ import annotations

from pathlib import Path

from framing.evaluation import evaluate

SENTENCES = Path(__file__).parent / "casualty" / "sentences.jsonl"


def test_rows_slots_and_false_alarms_reach_their_floors() -> None:
    """The README beside the sentences has their fields."""
    (error,) = evaluate("casualty", SENTENCES, texts=None, name=None)
    assert error.precision >= 0.97
    assert error.recall >= 0.97
    assert error.false_alarms <= 0.04 * error.negatives
    for slot in ("kind", "construction", "counts", "victim_text", "agent_text"):
        assert error.agreement[slot] >= 0.95, (slot, error.agreement)
    assert error.agreement["speaker_text"] >= 0.9
