"""The event that comes with the toolkit for a first try, and what the comparison shows of it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from framing.example import NAME, copy_to, folder
from framing.extract.attribution.record import AttributionMention
from framing.lexicon.check import check_file
from framing.records.errors import OutputError
from framing.results import Results
from tests.command import error_line, framing


def test_it_is_written_once_with_the_command_that_compares_it(tmp_path: Path) -> None:
    done = framing("example", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (
        done.stdout == f"Written: {NAME}. Try it: framing compare {NAME} --sides {Path(NAME, 'sides.yaml')}\n"
    )
    assert {path.name for path in (tmp_path / NAME).iterdir()} == {path.name for path in folder().iterdir()}
    (tmp_path / NAME / "labels.csv").write_text("mine")
    again = framing("example", cwd=tmp_path)
    assert again.returncode == 2
    assert "exists already" in error_line(again)
    assert (tmp_path / NAME / "labels.csv").read_text() == "mine"


def test_a_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("mine")
    with pytest.raises(OutputError, match="exists already"):
        copy_to(tmp_path / NAME)
    assert (tmp_path / NAME).read_text() == "mine"


def test_its_files_are_in_order() -> None:
    assert check_file(folder() / "sides.yaml").pack
    with (folder() / "labels.csv").open(newline="") as file:
        labelled = {row["file"] for row in csv.DictReader(file)}
    assert labelled == {path.name for path in folder().iterdir() if path.suffix in (".txt", ".html")} - {
        "README.txt"
    }


def test_every_outlet_is_read_with_its_headline_and_without_its_boilerplate(fire_results: Results) -> None:
    assert not fire_results.skipped
    titles = {article.source: article.title for article in fire_results.articles}
    assert titles == {
        "Kaldrena Voice": '"They were banging on a locked door": eleven dead at Brook Street',
        "Orvania Today": "Calm returns to Kaldrena after riot follows school tragedy",
        "Orvanian News Agency": "Nine dead in primary school fire in northern Orvania",
        "The Daily Lantern": "LOCKED IN: 12 die in school inferno",
        "The Tolvin Courier": "Ministry under pressure over locked exit as toll of Caldrena school fire rises to 12",
    }
    for article in fire_results.articles:
        kept = io.StringIO()
        for _, pieces in article.kept():
            kept.writelines(article.text[piece.start : piece.end] for piece in pieces)
        for boilerplate in ("cookies", "newsletter", "Do you", "Photo", "©", "harvest", "partners", "By "):
            assert boilerplate not in kept.getvalue(), (article.source, boilerplate)


def test_two_sides_speak_and_their_words_differ(fire_results: Results) -> None:
    spoken = set()
    for row in fire_results.mentions["attribution"]:
        assert isinstance(row, AttributionMention)
        spoken.add((row.article_id, row.speaker_side, row.cue_class))
    assert ("orvania-today", "families", "doubt") in spoken
    assert ("orvania-today", "government", "certainty_factive") in spoken
    assert ("kaldrena-voice", "government", "doubt") in spoken
