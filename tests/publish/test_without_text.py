"""A run without text: no file of it shows more than ten words of a text in a row, and who has the texts can check it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from framing.example import SIDES, folder
from framing.explanation import explain_row
from framing.publish.folder import write_folder
from framing.publish.output import OutputOptions
from framing.publish.run import COMPARISON_RUN, run_files
from framing.publish.without_text import MOST_WORDS
from framing.records.errors import FramingError
from framing.results import Results
from framing.verify import verify

WORD = re.compile(r"[^\W_]+")
WITHOUT = OutputOptions(also=("sqlite",), text=False)
LONG_NAME = "Eleven words of a headline stand in the name of this page.html"


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of more than ten words."""
    words = WORD.findall(text.lower())
    return zip(*(words[first:] for first in range(MOST_WORDS + 1)), strict=False)


def leaks(files: Mapping[str, str | bytes], results: Results) -> list[tuple[str, str]]:
    """The files that show a run of words of a text or of a summary, with what they show."""
    forbidden = {run for a in results.articles for said in (a.text, a.summary) for run in runs(said)}
    return [
        (name, " ".join(run))
        for name, content in files.items()
        for run in forbidden.intersection(runs(_text(content)))
    ]


def _dump(content: bytes) -> str:
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(content)
        return "\n".join(connection.iterdump())


@pytest.mark.parametrize("results", ["fire_results", pytest.param("seed_results", marks=pytest.mark.slow)])
def test_no_file_shows_more_than_ten_words_of_a_text(results: str, request: pytest.FixtureRequest) -> None:
    found: Results = request.getfixturevalue(results)
    files = run_files(found, COMPARISON_RUN, WITHOUT)
    assert leaks(files, found) == []
    assert "index.html" not in files


def test_a_run_with_text_would_be_found_out(seed_files: dict[str, str], seed_results: Results) -> None:
    shown = {name: seed_files[name] for name in ("articles.jsonl", "tone.csv", "claims.csv", "sources.csv")}
    assert {name for name, _ in leaks(shown, seed_results)} == {*shown} - {"sources.csv"}


def test_numbers_and_places_are_those_of_the_run_with_text(fire_results: Results) -> None:
    with_text = run_files(fire_results, COMPARISON_RUN)
    without = run_files(fire_results, COMPARISON_RUN, replace(WITHOUT, also=()))
    for name in ("features.csv", "sources.csv", "contrasts.csv", "measures.csv", "codebook.csv"):
        assert without[name] == with_text[name], name
    for name in (name for name in with_text if name.endswith(".csv")):
        one, other = str(without[name]), str(with_text[name])
        assert one.partition("\n")[0] == other.partition("\n")[0]


def test_a_page_named_by_its_headline_is_named_by_a_hash(fire_results: Results) -> None:
    first, *rest = fire_results.articles
    named = replace(fire_results, articles=(replace(first, file=LONG_NAME), *rest))
    named = replace(named, warnings=(f"{LONG_NAME}: is odd",))
    files = run_files(named, COMPARISON_RUN, WITHOUT)
    assert not [name for name, content in files.items() if LONG_NAME in _text(content)]
    assert next(iter(json.loads(_text(files["manifest.json"]))["inputs"])).startswith("sha256:")


def _text(content: str | bytes) -> str:
    return _dump(content) if isinstance(content, bytes) else content


@pytest.fixture(scope="module")
def written(fire_results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("without") / "run"
    write_folder(run, run_files(fire_results, COMPARISON_RUN, WITHOUT))
    return run


def test_the_readers_own_copies_are_held_against_the_hashes(written: Path, tmp_path: Path) -> None:
    assert not any(check.faults for check in verify(written))
    checks = {check.name: check for check in verify(written, folder())}
    assert not any(check.faults for check in checks.values())
    assert checks["texts are those that were read"].checked == 5
    assert checks["offsets give the text of the row"].checked > 50
    for path in folder().iterdir():
        if path.name != SIDES:
            data = path.read_bytes()
            changed = data.replace(b"school", b"scholl") if path.name == "kaldrena-voice.txt" else data
            (tmp_path / path.name).write_bytes(changed)
    faulty = {check.name: check.faults for check in verify(written, tmp_path) if check.faults}
    assert faulty["texts are those that were read"] == ("kaldrena-voice is another text",)
    assert faulty["offsets give the text of the row"]


def test_what_needs_the_texts_says_so(written: Path) -> None:
    with pytest.raises(FramingError, match="written without texts"):
        explain_row(written, "kaldrena-voice:a001")
