"""What the trials found, each as one small case; and a few trials, so that the harness itself is known to work."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from random import Random

import pytest

from framing.lexicon import Lexicons, load
from framing.lexicon.document import read_yaml
from framing.pipeline import Options, features_of
from framing.read import read
from framing.read.labels import read_labels
from framing.records.errors import LabelsError, LexiconError
from tests.conftest import article_of
from tests.fuzz.mutation import mutated
from tests.fuzz.samples import COMPANIONS, INPUTS, TEXT, good
from tests.fuzz.trial import attempt

STATED = "The ferry line said on Monday that the new pier would open in the spring."


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load()


@pytest.mark.parametrize("suffix", INPUTS)
def test_the_good_files_are_read(tmp_path: Path, lexicons: Lexicons, suffix: str) -> None:
    (tmp_path / f"a.{suffix}").write_bytes(good(suffix))
    found = read([tmp_path], lexicons=lexicons)
    assert found.articles and not found.skipped


def test_damage_is_the_same_for_the_same_seed() -> None:
    one, other = (mutated(good("docx"), "docx", Random("1 1")) for _ in range(2))
    assert one == other != good("docx")


@pytest.mark.parametrize("number", range(6))
def test_a_few_trials_on_the_files_beside_the_inputs(tmp_path: Path, number: int) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    for name, content in COMPANIONS.items():
        (tmp_path / name).write_bytes(mutated(content, "", Random(number)))
    attempt(tmp_path, whole=False)


@pytest.mark.parametrize(
    "figures", ["9" * 400, "9" * 5000, "1 " + "million " * 100, "7 " + "1" * 5000 + "/2"]
)
def test_a_number_beyond_all_bounds_is_none(figures: str) -> None:
    found = features_of(
        [article_of(f"At least {figures} people were killed on Monday, the mayor said. {STATED}")],
        Options(conflict="none", spool=False),
    )
    assert found.skipped == ()
    counts = [getattr(row, "count_low", None) for row in found.mentions["casualty"]]
    assert all(count is None or count < 10**15 for count in counts)


def test_a_message_shows_the_beginning_of_a_long_cell(tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    table.write_text(f"file,source\na.txt,b\x00\n{'x' * 900}.txt,b\n", encoding="utf-8")
    with pytest.raises(LabelsError, match="row 2: source holds a control character"):
        read_labels(table)
    table.write_text(f"file,{'source' * 1000}\n", encoding="utf-8")
    with pytest.raises(LabelsError) as refused:
        read_labels(table)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
def test_a_document_of_very_many_levels_is_refused(tmp_path: Path, opened: str) -> None:
    (tmp_path / "deep.yaml").write_text(opened * 100_000, encoding="utf-8")
    with pytest.raises(LexiconError, match="more than 50 levels"):
        read_yaml(tmp_path / "deep.yaml")


def test_facts_of_a_record_hold_no_nul(tmp_path: Path, lexicons: Lexicons) -> None:
    row = {"title": "A \x00pier", "source": "E\x00cho", "id": "1\x00", "text": f"{STATED} {STATED}"}
    (tmp_path / "a.json").write_text(json.dumps([row]), encoding="utf-8")
    (article,) = read([tmp_path], lexicons=lexicons).articles
    assert (article.title, article.source, article.article_id) == ("A pier", "Echo", "1")


def test_an_e_book_that_names_no_list_of_its_files(tmp_path: Path, lexicons: Lexicons) -> None:
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", "<container/>")
        archive.writestr("b/p.opf", "<package/>")
    (skipped,) = read([tmp_path], lexicons=lexicons).skipped
    assert skipped.reason == "cannot be opened as an e-book"
