"""Gold of roles: each slot is measured where the folder has gold for it, and nothing is found where nothing is meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from framing.evaluation import evaluate
from framing.records.errors import GoldError
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold" / "roles"


def test_roles_of_written_sentences() -> None:
    errors = {error.measure: error for error in evaluate("roles", GOLD, texts=None, name=None)}
    assert list(errors) == [
        "roles, headline voice",
        "roles, headline doer",
        "roles, victim side",
        "roles, doer",
        "roles, doer side",
        "roles, speaker",
    ]
    assert {name: error.size for name, error in errors.items()} == {
        "roles, headline voice": 5,
        "roles, headline doer": 3,
        "roles, victim side": 3,
        "roles, doer": 2,
        "roles, doer side": 2,
        "roles, speaker": 3,
    }
    for name, error in errors.items():
        assert error.precision == 1.0, name
        assert error.recall > 0.6, name


def test_a_wrong_one_counts_against_both_and_a_missing_one_against_recall(tmp_path: Path) -> None:
    text = (GOLD / "headlines.jsonl").read_text(encoding="utf-8")
    changed = text.replace('"doer": "Council"', '"doer": "Flood"').replace('"doer": ""', '"doer": "storm"', 1)
    (tmp_path / "headlines.jsonl").write_text(changed, encoding="utf-8")
    _, doer = evaluate("roles", tmp_path, texts=None, name=None)
    assert (doer.precision, doer.recall, doer.size) == (0.667, 0.5, 4)


def test_a_folder_without_gold_of_roles_is_said(tmp_path: Path) -> None:
    shutil.copy(GOLD / "headlines.jsonl", tmp_path / "other.jsonl")
    with pytest.raises(GoldError, match="holds none of headlines"):
        evaluate("roles", tmp_path, texts=None, name=None)
