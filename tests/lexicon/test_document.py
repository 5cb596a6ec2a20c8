"""Lexicon files that are wrong are refused in one line that says where and what to do."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from framing.lexicon import load, shipped_folder
from framing.lexicon.check import check_file
from framing.lexicon.naming import NameConcept
from framing.records.errors import LexiconError

GOOD = """
kind: names
about: Test.
references: {guide: A guide}
entries:
  - id: derry
    kind: place
    label: the city
    source: [guide]
    variants:
      - {forms: [Derry], signals: nationalist}
      - {forms: [Londonderry], signals: unionist}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [b]\nc: *x\n", "line 1"),
        ("kind: names\nkind: names\n", "on lines 1 and 2"),
        ("!!python/object/apply:os.system [echo]\n", "tag"),
        ("- just\n- a list\n", "not a mapping"),
        ("frames:\n\tx: [a]\n", "line 2"),
        ("kind: spells\n", "'spells' is not one of"),
        (GOOD.replace("source: [guide]", "source: [hearsay]"), "cites 'hearsay'"),
        (GOOD.replace("signals: nationalist", "signal: nationalist"), "entry 1 (derry)"),
        (GOOD.replace("[Derry]", "['']"), "at least 1 character"),
        (GOOD + GOOD.split("entries:")[1], "stands twice"),
    ],
)
def test_a_wrong_file_is_refused_with_place_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        check_file(write(tmp_path, text))
    message = str(caught.value)
    assert says in message
    assert message.startswith("words.yaml: ")
    assert "Remedy:" in message
    assert "\n" not in message


def test_many_aliases_are_refused_without_expanding_them(tmp_path: Path) -> None:
    levels = "abcdefgh"
    lines = [f"a: &a [{', '.join(['x'] * 9)}]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise(levels)]
    with pytest.raises(LexiconError, match="anchors and aliases"):
        check_file(write(tmp_path, "\n".join(lines)))


def test_words_that_yaml_takes_for_truth_values_or_dates_stay_words(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("[Derry]", "[no, on, 2025-06-02, 1e3]"))
    (concept,) = check_file(path).entries
    assert isinstance(concept, NameConcept)
    assert concept.variants[0].forms == ("no", "on", "2025-06-02", "1e3")


def test_a_folder_of_ones_own_adds_entries_and_replaces_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, GOOD + GOOD.split("entries:")[1].replace("derry", "capital_kyiv", 1))
    concepts = {c.id: c for c in load([tmp_path]).of("names", NameConcept)}
    assert [v.label for v in concepts["derry"].variants] == ["Derry", "Londonderry"]
    assert [v.label for v in concepts["capital_kyiv"].variants] == ["Derry", "Londonderry"]
    assert "odesa" in concepts


def test_every_shipped_lexicon_is_good() -> None:
    for path in shipped_folder().rglob("*.yaml"):
        check_file(path)
