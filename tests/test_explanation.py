"""`framing explain`: which rule made a row, and why a sentence gives none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import framing
from framing.explanation import explain, explain_row
from framing.extract import extractors
from framing.extract.attribution.entries import CUE, SECOND_CUE
from framing.extract.casualty.entries import TRIGGER
from framing.extract.rules import SEPARATOR
from framing.pipeline import Options
from framing.publish.run import comparison_files
from framing.records.errors import InputError
from framing.results import Results


@pytest.mark.parametrize(
    ("sentence", "construction", "speaker"),
    [
        ("The mayor said that the dam had burst.", "that-clause", "speaker:subject"),
        ("It was reported that the dam had burst.", "passive-clause", ""),
        ("The army claimed to have shot down a drone.", "infinitive", "speaker:subject"),
        ("The video showed the convoy on the bridge.", "evidence", "speaker:subject"),
        ("Critics described the plan as a gift.", "object-and-role", "speaker:subject"),
        ("The mayor's claim that the dam was safe was false.", "noun-that-clause", "speaker:owner"),
        ("The unit reportedly lost three vehicles.", "adverb-of-clause", ""),
        ("According to the port authority, the bridge was closed.", "clause-beside", "speaker:object"),
        ("“The bridge is closed,” said Kravets.", "quotation-before-tag", "speaker:right-behind"),
        ("The talks, he said, had failed.", "parenthesis", "speaker:subject"),
    ],
)
def test_a_row_names_its_construction_and_how_its_speaker_was_found(
    sentence: str, construction: str, speaker: str
) -> None:
    rows = [row for row in explain(sentence).data["rows"] if row["table"] == "attributions"]
    assert [row["construction"] for row in rows] == [construction]
    entries = [step["entry"] for step in rows[0]["trail"]]
    assert speaker in [*entries, ""]
    assert all(step["meaning"] for step in rows[0]["trail"][1:])


@pytest.mark.parametrize(
    ("sentence", "word", "reason"),
    [
        ("The mayor declined to say whether the dam was safe.", "say", "declined or failed to say"),
        ("The incident highlighted the danger.", "highlighted", "a thing, which cannot speak"),
        ("The patrol found a mine.", "found", "only documents and pictures show"),
        ("They called a doctor.", "called", "no construction"),
    ],
)
def test_a_cue_without_a_row_says_why(sentence: str, word: str, reason: str) -> None:
    found = explain(sentence)
    assert found.data["rows"] == [row for row in found.data["rows"] if row["table"] != "attributions"]
    assert [reason in a["refused"] for a in found.data["attempts"] if a["word"] == word] == [True]
    assert reason in str(found)


def test_words_and_clauses_are_shown() -> None:
    found = framing.explain("The bridge was not hit by shells.")
    (sentence,) = found.data["sentences"]
    assert [t["text"] for t in sentence["tokens"] if t["head"] == t["i"]] == ["hit"]
    (clause,) = sentence["clauses"]
    assert (clause["voice"], clause["doer"], clause["negated"]) == ("passive", "shells", True)
    assert "hit: passive; negated; subject bridge, doer shells" in str(found)


def test_a_row_of_a_run_is_explained_from_its_folder(fire_results: Results, tmp_path: Path) -> None:
    for name, content in comparison_files(fire_results).items():
        if name in ("manifest.json", "articles.jsonl"):
            (tmp_path / name).write_text(str(content), encoding="utf-8")
    row = fire_results.mentions["attribution"][3]
    found = explain_row(tmp_path, row.mention_id)
    assert [r["rule"] for r in found.data["rows"]] == [row.rule]
    assert json.loads(found.json()) == found.data
    with pytest.raises(InputError, match="is of no article"):
        explain_row(tmp_path, "nobody:a001")
    with pytest.raises(InputError, match="holds no run"):
        explain_row(tmp_path / "nothing", row.mention_id)


def test_an_empty_sentence_is_a_mistake_of_the_user() -> None:
    with pytest.raises(InputError, match="is empty"):
        explain(" ")


OF_LEXICON = (CUE, SECOND_CUE, TRIGGER, "name:", "style:", "verification:", "wording:")
"""How entries begin that name an entry of a lexicon."""


def test_every_entry_of_every_trail_has_a_meaning(seed_results: Results) -> None:
    for family in extractors():
        for row in seed_results.mentions[family.name] if family.entries else ():
            for entry in row.rule.split(SEPARATOR):
                assert entry in family.entries or entry.startswith(OF_LEXICON), (
                    family.name,
                    entry,
                )


def test_sides_come_with_their_reason() -> None:
    found = explain("Kyiv said that Russia had fired.", Options(conflict="russia_ukraine"))
    (row,) = [row for row in found.data["rows"] if row["table"] == "attributions"]
    assert {"entry": "side:pack"}.items() <= row["trail"][-1].items()
