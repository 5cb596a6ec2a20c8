"""Patterns of a user's lexicon that take for ever on some texts are refused; the shipped ones take no time."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.lexicon import load, shipped_folder
from framing.lexicon.check import check_own_file
from framing.records.errors import LexiconError

FILE = """kind: verification
about: my own
references: {{me: "mine"}}
entries:
  - id: slow
    verification: unverified
    source: [me]
    patterns: ['{pattern}']
"""


@pytest.mark.parametrize(
    "pattern", [r"(?:\w+\s?)+checked!!", r"(a|aa)+$", r"(?:x?\d+,?)*z", r"(?:[a-z]+ *)+!#"]
)
def test_a_repeat_inside_a_repeat_is_refused(tmp_path: Path, pattern: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(FILE.format(pattern=pattern), encoding="utf-8")
    with pytest.raises(LexiconError, match="takes far too long"):
        check_own_file(path)
    with pytest.raises(LexiconError, match="takes far too long"):
        load([tmp_path])


@pytest.mark.parametrize("pattern", [r"\bcould not (?:be )?checked\b", r"\w+ (?:claims?|reports?)"])
def test_a_plain_pattern_is_good(tmp_path: Path, pattern: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(FILE.format(pattern=pattern), encoding="utf-8")
    assert check_own_file(path).entries[0].id == "slow"


@pytest.mark.parametrize("name", ["verification.yaml", "name_patterns.yaml"])
def test_the_shipped_patterns_are_quick(name: str) -> None:
    assert check_own_file(shipped_folder() / name).entries
