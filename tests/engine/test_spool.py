"""The spool: the same results with it and without, nothing parsed twice, and no harm from what becomes of its file."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.engine import spool as module
from framing.engine.spool import ASIDE, NAME, PLACE, Spool, spool_path
from framing.example import folder
from framing.pipeline import Options, features
from framing.publish.run import feature_files
from framing.text.parse import Columns
from framing.text.parser import Parser
from framing.text.spacy_adapter import SpacyModel, load_model
from tests.conftest import article_of

MODEL = "a model"
TEXTS = (
    "",
    "Rain fell on Łódź.",
    "There's no one left, the mayors' spokeswoman told “reporters” – and they'd gone 🙂.",
    "  Two  blanks\n\nhere: http://example.org/a?b=c \x1f odd",
    "What did he say he wanted to buy?",
)


@pytest.fixture(scope="module")
def parses() -> list[Columns]:
    return list(load_model().parses(TEXTS))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(PLACE, str(tmp_path / "cache"))
    path = spool_path()
    assert path == tmp_path / "cache" / NAME
    return path


@pytest.fixture
def spool(place: Path) -> Iterator[Spool]:
    opened = Spool(place)
    yield opened
    opened.close()


class Barred(Parser):
    """A parser that must not need its model."""

    @cached_property
    def model(self) -> SpacyModel:
        raise AssertionError("a text is cut or parsed again")


def test_what_is_kept_comes_back_as_it_was(spool: Spool, parses: list[Columns]) -> None:
    spool.keep_parses(MODEL, parses)
    spool.keep_bounds(MODEL, [("One. Two.", [(0, 4), (5, 9)]), ("", [])])
    assert spool.parses(MODEL, TEXTS) == {parse.text: parse for parse in parses if "\x1f" not in parse.lemmas}
    assert spool.bounds(MODEL, ["One. Two.", "", "Three."]) == {"One. Two.": [(0, 4), (5, 9)], "": []}
    assert not spool.parses("another model", TEXTS)
    assert not spool.warnings


@pytest.mark.slow
def test_a_parse_that_is_too_long_is_not_kept(spool: Spool) -> None:
    parse = next(load_model().parses(["word " * 14_000]))
    spool.keep_parses(MODEL, [parse])
    assert not spool.parses(MODEL, [parse.text])


def test_a_second_run_parses_nothing(spool: Spool) -> None:
    articles = [
        article_of("Two men were killed. “Go,” she said.", "It is the end.", title="Two dead in blast")
    ]
    triggers = frozenset({"killed"})
    (first,) = Parser(triggers, store=spool).parse(articles)
    (second,) = Barred(triggers, store=spool).parse(articles)
    assert [s.text for s in first.sentences] == [s.text for s in second.sentences]
    assert [s.parse and s.parse.columns() for s in first.sentences] == [
        s.parse and s.parse.columns() for s in second.sentences
    ]


def test_results_are_the_same_with_it_and_without(place: Path) -> None:
    inputs = [folder()]
    without = feature_files(features(inputs, Options(spool=False)))
    assert not place.exists()
    for _ in range(2):
        found = feature_files(features(inputs))
        assert {name: text for name, text in found.items() if name != "manifest.json"} == {
            name: text for name, text in without.items() if name != "manifest.json"
        }
    assert place.exists()


@pytest.mark.skipif(os.name != "posix", reason="no modes of files")
def test_it_can_be_read_by_its_owner_only(spool: Spool, place: Path) -> None:
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_the_oldest_go_where_it_is_too_large(place: Path) -> None:
    small = Spool(place, most_bytes=200_000)
    text, bounds = "a" * 3000, [(n, n + 1) for n in range(3000)]
    for number in range(100):
        small.keep_bounds(f"{MODEL} {number}", [(text, bounds)])
    assert 0 < small.entries() < 20
    assert place.stat().st_size < 300_000
    assert not small.bounds(f"{MODEL} 0", [text])
    assert small.bounds(f"{MODEL} 99", [text]) == {text: bounds}
    assert not small.warnings
    small.close()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside_with_one_warning(
    place: Path, parses: list[Columns], content: bytes
) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    results = features([folder()])
    assert [warning for warning in results.warnings if NAME in warning] == [
        warning for warning in results.warnings if "it is set aside" in warning
    ]
    assert len([warning for warning in results.warnings if NAME in warning]) == 1
    assert place.with_name(NAME + ASIDE).read_bytes() == content
    again = Spool(place)
    again.keep_parses(MODEL, parses)
    assert again.entries()
    assert not again.warnings
    again.close()


def test_a_file_of_another_make_is_set_aside(place: Path) -> None:
    place.parent.mkdir()
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE kept (number INTEGER, key, value)")
    other.close()
    foreign = Spool(place)
    assert "none of this version" in foreign.warnings[0]
    assert not foreign.parses(MODEL, TEXTS)
    assert place.with_name(NAME + ASIDE).exists()


@pytest.mark.parametrize(
    "value", [b"", b"\xff", b"\x05\x00" + b"\xff" * 55, b"\x02\x00" + b"\x00" * 22, "text", 7, None]
)
def test_an_entry_that_no_run_has_written_does_no_harm(
    place: Path, parses: list[Columns], value: object
) -> None:
    first = Spool(place)
    first.keep_parses(MODEL, parses[1:2])
    first.close()
    with sqlite3.connect(place) as changed:
        changed.execute("UPDATE kept SET value = ?", [value])
    changed.close()
    second = Spool(place)
    assert not second.parses(MODEL, [TEXTS[1]])
    assert len(second.warnings) == 1
    assert not second.parses(MODEL, [TEXTS[1]])
    second.keep_parses(MODEL, parses)


def test_a_place_that_cannot_be_used_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parses: list[Columns]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(PLACE, str(tmp_path / "file"))
    path = spool_path()
    assert path is not None
    nowhere = Spool(path)
    nowhere.keep_parses(MODEL, parses)
    assert (nowhere.parses(MODEL, TEXTS), nowhere.entries(), nowhere.warnings) == ({}, 0, [])


WRITER = """
import sys
from pathlib import Path
from framing.engine.spool import Spool
from framing.text.parse import Columns
if "full" in sys.argv:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (32_768, 32_768))
spool = Spool(Path(sys.argv[1]))
for number in range(300):
    words = [f"word{number}", f"of{sys.argv[2]}"]
    text = " ".join(words)
    labels = ["NOUN", f"X{number % 20}"]
    parse = Columns(text, [0, len(words[0]) + 1], words, words, labels, labels, labels, [0, 0], [4, 4])
    spool.keep_parses("m", [parse])
    found = spool.parses("m", [text])
    assert found in ({}, {text: parse}), found
assert not spool.warnings, spool.warnings
print(spool.entries(), len(spool.parses("m", ["word0 of" + sys.argv[2]])))
"""


def test_several_processes_write_at_once(place: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(place)]
    running = [
        subprocess.Popen([*command, str(number)], stdout=subprocess.PIPE, text=True) for number in range(3)
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    for process in running:
        assert process.stdout is not None
        process.stdout.close()
    together = Spool(place)
    assert together.entries() == 900
    assert len(together.parses("m", [f"word{n} of{of}" for n in range(300) for of in range(3)])) == 900
    together.close()


@pytest.mark.skipif(os.name != "posix", reason="no limits for files")
def test_a_full_disk_stops_the_writing_only(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(place), "0", "full"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    entries, first = map(int, done.stdout.split())
    assert (0 < entries < 300, first) == (True, 1)


def test_the_command_shows_and_deletes_it(place: Path, parses: list[Columns]) -> None:
    run = CliRunner().invoke
    assert "0 parses" in run(app, ["spool"]).output
    assert not place.exists()
    kept = Spool(place)
    kept.keep_parses(MODEL, parses[:2])
    kept.close()
    shown = run(app, ["spool"]).output
    assert str(place) in shown.replace("\n", "")
    assert "2 parses" in shown
    assert "Deleted" in run(app, ["spool", "--clear"]).output
    assert not list(place.parent.iterdir())


def test_no_spool_leaves_nothing(place: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["features", str(folder()), "--no-spool", "--out", str(tmp_path / "run")])
    assert done.exit_code == 0, done.output
    assert not place.exists()


def test_an_empty_name_switches_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, "")
    assert spool_path() is None
    assert "switched off" in CliRunner().invoke(app, ["spool"]).output


def test_without_a_name_it_is_in_the_users_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PLACE)
    path = spool_path()
    assert path is not None
    assert (path.name, path.parent.name) == (NAME, "framing")
    assert module.MOST_BYTES == 1_000_000_000
