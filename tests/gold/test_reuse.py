"""Borrowed copy: constructed rewrites are told from other reports on the same event."""

from __future__ import annotations

from pathlib import Path

from framing.evaluation import evaluate
from framing.measure.error import MeasuredError

REWRITES = Path(__file__).parent / "reuse"


def test_rewrites_are_told_from_reports_on_the_same_event() -> None:
    (measured,) = evaluate("reuse", REWRITES, texts=REWRITES / "texts", name="constructed rewrites")
    assert isinstance(measured, MeasuredError)
    assert measured.size == 54
    assert measured.precision >= 0.9
    assert measured.recall >= 0.85
    assert measured.agreement["kind"] >= 0.95
