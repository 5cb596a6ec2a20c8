"""Warnings about well-formed lexicons that may mislead."""

from __future__ import annotations

from pathlib import Path

from framing.lexicon import load, shipped_folder
from framing.lexicon.check import check_file, warnings
from framing.lexicon.wording import TopicWords

SLANT = """
kind: wording
about: Test.
references: {own: Own list}
entries:
  - {id: harsh, category: loaded, source: [own], forms: [harsh, civilian]}
  - {id: rough, category: loaded, source: [own], forms: [rough, harsh]}
"""
TOPICS = load().of("topic_words", TopicWords)


def test_topic_words_and_doubled_forms_are_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SLANT, encoding="utf-8")
    first, second = warnings(check_file(path), TOPICS)
    assert "'civilian' is a word of the topic violence" in first
    assert "'harsh' stands in entry 'harsh' too" in second


def test_the_shipped_lexicons_give_no_warning() -> None:
    found = {path.name: list(warnings(check_file(path), TOPICS)) for path in shipped_folder().rglob("*.yaml")}
    assert {name: lines for name, lines in found.items() if lines} == {}
