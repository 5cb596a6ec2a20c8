"""The command line as a user meets it: exit codes, one-line errors, and what is written."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing import example
from framing.cli import app
from tests.command import error_line, framing, framing_process
from tests.conftest import ROOT, SEEDS

TALKS = "Talks end in Kyiv\n\nOfficials in Kyiv said the talks had ended. Moscow said they would go on.\n"
FIRE = "School burns down\n\nThe school burned down at night. Two pupils were injured, the fire chief said.\n"


def test_help_imports_none_of_the_heavy_packages() -> None:
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from framing.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'sklearn', 'scipy', 'plotly', 'textstat', 'jinja2', 'yaml',\n"
        "         'vaderSentiment', 'py3langid', 'pint'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_compare_writes_page_and_tables_and_says_where(tmp_path: Path) -> None:
    """The first command of the README, as a user runs it."""
    done = framing_process("compare", SEEDS, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "9 articles of 9 sources" in done.stdout
    assert f"Written: {Path('outputs', 'seeds', 'index.html')}" in done.stdout
    written = {path.name for path in (tmp_path / "outputs" / "seeds").iterdir()}
    assert written == {
        "articles.jsonl",
        "articles.csv",
        "sources.csv",
        "features.csv",
        "source_features.csv",
        "measures.csv",
        "own.csv",
        "attributions.csv",
        "verification.csv",
        "casualties.csv",
        "numbers.csv",
        "style.csv",
        "names.csv",
        "spellings.csv",
        "wording.csv",
        "dictionary.csv",
        "tone.csv",
        "headlines.csv",
        "contrasts.csv",
        "keywords.csv",
        "source_map.csv",
        "claims.csv",
        "ledger.csv",
        "drift.csv",
        "summary_checks.csv",
        "findings.csv",
        "reuse.csv",
        "edits.csv",
        "retellings.csv",
        "own_words.csv",
        "removed.csv",
        "skipped.csv",
        "corrections.csv",
        "codebook.csv",
        "datapackage.json",
        "methods.md",
        "manifest.json",
        "index.html",
    }
    manifest = json.loads((tmp_path / "outputs" / "seeds" / "manifest.json").read_text())
    assert manifest["conflict"]["pack"] == "russia_ukraine"
    assert manifest["counts"]["articles"] == 9
    assert len(manifest["inputs"]) == 5


def test_worksheet_writes_a_students_copy_and_a_key(tmp_path: Path) -> None:
    done = framing(
        "worksheet", example.folder(), "--format", "csv", "--format", "html", "--format", "csv", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    written = tmp_path / "outputs" / f"{example.folder().name}-worksheet"
    assert f"Written: {written.relative_to(tmp_path)}" in done.stdout
    assert {path.name for path in written.iterdir()} == {
        "student.html",
        "key.html",
        "student.csv",
        "key.csv",
        "manifest.json",
    }
    assert json.loads((written / "manifest.json").read_text())["command"] == "worksheet"
    assert "What differs" in (written / "key.html").read_text(encoding="utf-8")
    assert "What differs" not in (written / "student.html").read_text(encoding="utf-8")


def test_features_writes_the_tables_of_single_articles(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    done = framing("features", "talks.txt", "--out", "run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "run" / "index.html").exists()
    assert not (tmp_path / "run" / "contrasts.csv").exists()
    with (tmp_path / "run" / "articles.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["names"]) == ("Talks end in Kyiv", "2")
    with (tmp_path / "run" / "features.csv").open(newline="") as file:
        names = {row["group"]: row["n"] for row in csv.DictReader(file) if row["feature"] == "name_used"}
    assert names == {"capital_kyiv / Kyiv": "2"}


def test_a_source_can_be_named_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    framing("features", "talks.txt", "--source", "talks.txt=The Gazette", "--out", "run", cwd=tmp_path)
    with (tmp_path / "run" / "sources.csv").open(newline="") as file:
        assert [row["source"] for row in csv.DictReader(file)] == ["The Gazette"]


def test_what_cannot_be_read_is_skipped_and_the_rest_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS)
    (folder / "empty.txt").write_text("")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = framing("compare", "news", cwd=tmp_path)
    assert done.returncode == 3
    assert "skipped: " in done.stderr and "empty.txt" in done.stderr
    with (tmp_path / "outputs" / "news" / "skipped.csv").open(newline="") as file:
        skipped = {Path(row["file"]).name: row for row in csv.DictReader(file)}
    assert set(skipped) == {"empty.txt", "photo.txt"}
    assert all(row["reason"] and row["remedy"] for row in skipped.values())
    assert (tmp_path / "outputs" / "news" / "index.html").exists()


def test_a_fire_needs_no_conflict_pack(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text(FIRE)
    done = framing("compare", "fire.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Conflict pack: none" in done.stdout
    with (tmp_path / "outputs" / "fire" / "casualties.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["count_low"] == "2"
    assert row["victim_side"] == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", "nowhere"], "nowhere"),
        (["compare", "talks.txt", "--conflict", "atlantis"], "is not a known conflict pack"),
        (["compare", "talks.txt", "--source", "talks.txt"], "is not FILE=LABEL"),
        (["compare", "talks.txt", "--out", "kept"], "holds no earlier run"),
        (["compare", "talks.txt", "--lexicons", "nowhere"], "does not exist"),
        (["compare", "talks.txt", "--model", "xx_none"], "is not an installed spaCy model"),
        (["evaluate", "attribution", "nowhere"], "does not exist"),
        (["evaluate", "beauty", "talks.txt"], "is not a measure"),
    ],
)
def test_a_mistake_is_one_line_with_a_remedy_and_exit_code_2(
    tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "thesis.parse").write_text("mine")
    done = framing(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    line = error_line(done)
    assert says in line
    assert "Remedy: " in line


def test_a_process_ends_with_the_line_and_the_code_of_a_mistake(tmp_path: Path) -> None:
    done = framing_process("compare", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "nowhere" in error_line(done)


def test_a_typo_in_an_option_is_wrong_use(tmp_path: Path) -> None:
    done = framing("compare", "talks.txt", "--ouput", "x", cwd=tmp_path)
    assert done.returncode == 2
    assert "--ouput" in done.stderr
    assert "Traceback" not in done.stderr


def test_lexicon_check_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("kind: names\nkind: names\n")
    done = framing("lexicon", "check", "bad.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "bad.yaml" in error_line(done)


def test_sides_lists_the_actors_and_writes_a_starter_file_once(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS + "\nFrance and Germany urged France's envoy to stay.\n")
    done = framing("sides", "talks.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "France" in done.stdout
    used = framing("features", "talks.txt", "--sides", "sides.yaml", cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    assert "from the file sides.yaml" in used.stdout
    again = framing("sides", "talks.txt", cwd=tmp_path)
    assert again.returncode == 2
    assert "exists already" in error_line(again)


def test_names_from_inputs_do_not_move_the_terminal(tmp_path: Path) -> None:
    rows = [
        {"id": "a\u202eb\x1b[2J", "source": "A", "text": "Das Hafenamt schloss am Montag den alten Pier."}
    ]
    (tmp_path / "t.json").write_text(json.dumps(rows), encoding="utf-8")
    done = framing("features", tmp_path / "t.json", cwd=tmp_path)
    assert "\u202e" not in done.stderr and "\x1b" not in done.stderr
    assert r"a\u202eb\x1b[2J" in done.stderr


def test_further_columns_of_a_table_stand_at_the_end_of_articles(tmp_path: Path) -> None:
    header = "id,source,body,words,=desk"
    rows = [
        "a,Courier,Officials said the pier was shut.,7,sea",
        "b,Radio,The minister said it would open.,8,",
    ]
    (tmp_path / "press.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    done = framing("features", "press.csv", "--wide", "--out", "run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "run" / "own.csv").open(encoding="utf-8", newline="") as file:
        own = [tuple(row.values()) for row in csv.DictReader(file)]
    assert own == [
        ("a", "words", "7", "integer"),
        ("a", "'=desk", "sea", "string"),
        ("b", "words", "8", "integer"),
    ]
    with (tmp_path / "run" / "wide.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert list(table[0])[-3:] == ["duplicate_of", "input_words", "desk"]
    assert [row["input_words"] for row in table] == ["7", "8"]
    assert [row["desk"] for row in table] == ["sea", ""]
    first = json.loads((tmp_path / "run" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["extra"] == {"words": "7", "=desk": "sea"}


def test_columns_and_encoding_can_be_named(tmp_path: Path) -> None:
    text = "Paper;Inhalt\nCourier;The café on the pier was closed, officials said.\n"
    (tmp_path / "press.csv").write_bytes(text.encode("cp1252"))
    arguments = ["--text-column", "Inhalt", "--source-column", "paper", "--encoding", "cp1252"]
    done = framing("features", "press.csv", *arguments, "--out", "run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    first = json.loads((tmp_path / "run" / "articles.jsonl").read_text(encoding="utf-8"))
    assert (first["source"], first["text"][:8]) == ("Courier", "The café")


def test_groups_are_written_reviewed_and_used(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, text in {"a": TALKS, "b": TALKS.replace("ended", "failed"), "c": FIRE}.items():
        (folder / f"{name}.txt").write_text(text)
    done = framing("group", "mixed", "--out", "events.csv", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "events.csv").open(newline="") as file:
        events = {row["file"]: row["event"] for row in csv.DictReader(file)}
    assert set(events) == {"mixed/a.txt", "mixed/b.txt", "mixed/c.txt"}
    assert events["mixed/a.txt"] == events["mixed/b.txt"] != events["mixed/c.txt"]
    again = framing("group", "mixed", "--out", "events.csv", cwd=tmp_path)
    assert again.returncode == 2
    assert "exists already" in error_line(again)

    reviewed = (tmp_path / "events.csv").read_text().replace(events["mixed/a.txt"], "talks")
    (tmp_path / "events.csv").write_text(reviewed)
    chosen = ("--labels", "events.csv", "--event", "talks", "--out", "run")
    done = framing("features", "mixed", *chosen, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "run" / "articles.csv").open(newline="") as file:
        assert {row["article_id"]: row["event"] for row in csv.DictReader(file)} == {
            "a": "talks",
            "b": "talks",
        }


def test_groups_of_a_table_come_back_to_its_rows(tmp_path: Path) -> None:
    rows = [("t1", "One", TALKS), ("t2", "Two", TALKS), ("f1", "One", FIRE)]
    with (tmp_path / "press.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("id", "source", "text"), *rows])
    framing("group", "press.csv", "--out", "events.csv", cwd=tmp_path)
    with (tmp_path / "events.csv").open(newline="") as file:
        (fire,) = [row["event"] for row in csv.DictReader(file) if row["part"] == "f1"]
    done = framing(
        "features", "press.csv", "--labels", "events.csv", "--event", fire, "--out", "run", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    with (tmp_path / "run" / "articles.csv").open(newline="") as file:
        assert [row["article_id"] for row in csv.DictReader(file)] == ["f1"]


def test_an_event_that_nothing_is_labelled_with_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    done = framing("features", "talks.txt", "--event", "fire", cwd=tmp_path)
    assert done.returncode == 2
    assert "no article is labelled with event 'fire'" in error_line(done)
    missing = framing("features", "talks.txt", "--labels", "none.csv", cwd=tmp_path)
    assert missing.returncode == 2
    assert "none.csv: does not exist" in error_line(missing)


def test_keywords_of_two_sources_are_all_listed(tmp_path: Path) -> None:
    rows = [
        (f"{source}{n}", source, f"The council met again on Monday. {own} blocked the road.")
        for source, own in (("North", "Violent rioters"), ("South", "Peaceful protesters"))
        for n in range(30)
    ]
    with (tmp_path / "press.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("id", "source", "text"), *rows])
    groups = ("--group-a", "North", "--group-b", "South")
    done = framing("keywords", "press.csv", *groups, "--out", "words.csv", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "words.csv").open(newline="") as file:
        found = {row["phrase"]: row for row in csv.DictReader(file)}
    assert found["violent rioters"]["marks"] == "true"
    assert (found["rioters"]["n_a"], found["rioters"]["n_b"]) == ("30", "0")
    assert found["council"]["marks"] == "false"
    wrong = framing("keywords", "press.csv", "--group-a", "West", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "West: is the source of no article" in error_line(wrong)


def test_every_command_shows_an_example_in_its_help(tmp_path: Path) -> None:
    commands = [
        (info.name or info.callback.__name__, info) for info in app.registered_commands if info.callback
    ]
    named = [name.replace("_", "-") for name, _ in commands]
    assert len(named) > 15
    for name in named:
        shown = " ".join(framing(name, "--help", cwd=tmp_path).stdout.split())
        assert f"framing {name}" in shown.partition("Arguments:")[0].partition("Usage:")[2][20:], name


def test_the_shell_can_complete_commands_and_options() -> None:
    environment = os.environ | {
        "_FRAMING_COMPLETE": "complete_bash",
        "COMP_WORDS": "framing time",
        "COMP_CWORD": "1",
        "PYTHONPATH": str(ROOT),
    }
    code = "import sys; sys.argv = ['framing']; from framing.cli import app; app(prog_name='framing')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert done.stdout.split() == ["timeline"]
