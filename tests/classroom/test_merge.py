"""`framing merge-answers`: from saved files to tables, with errors in one line each."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from framing.classroom import read_run
from framing.classroom.units import words_of
from framing.pipeline import Options, analyse
from framing.publish.run import write
from framing.records.article import Article
from tests.classroom.making import saved, write_answers
from tests.command import Done, framing
from tests.conftest import article_of

DAM = article_of(
    "The dam broke at dawn, the water board said. Nine workers were killed and four injured.",
    "The mayor claimed that the board had been warned; that could not be verified.",
    title="Nine killed as dam breaks",
    article_id="=dam",
    source="The Valley Post",
)
SPILL = article_of(
    "Nine people died when the dam burst, according to the mayor. The board denied that it had been warned.",
    title="Dam bursts: nine dead",
    article_id="spill",
    source="The <b>Hill</b> Times",
)
PAGE = [DAM, SPILL]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("merge") / "dam"
    write(analyse(PAGE, Options(conflict="none")), folder)
    return folder


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The files of three students, one of whom saved twice."""
    folder = tmp_path / "class"
    folder.mkdir()
    ada = {
        "=dam": [
            ("A", "the water board said"),
            ("C", "Nine workers were killed"),
            ("H", "could not be verified"),
        ]
    }
    ben = {
        "=dam": [("A", "water board said"), ("C", "Nine workers were killed and four injured")],
        "spill": [],
    }
    cleo = {"=dam": [("N", "dam"), ("C", "Nine workers")], "spill": [("A", "according to the mayor")]}
    replies = {"q1": "=1+1", "q2": "The board <i>denied</i> it."}
    write_answers(folder / "ada-early.json", saved(PAGE, {"=dam": []}, coder="Ada"))
    write_answers(
        folder / "ada.json", saved(PAGE, ada, coder="Ada", saved="2026-03-02T10:30:00+01:00", replies=replies)
    )
    write_answers(
        folder / "ada-last.json", saved(PAGE, ada, coder="Ada", saved="2026-03-02T12:00:00Z", replies=replies)
    )
    write_answers(folder / "ben.json", saved(PAGE, ben, coder="Ben"))
    write_answers(folder / "cleo b.json", saved(PAGE, cleo, file_id="c"))
    return folder


Merge = Callable[..., Done]


@pytest.fixture
def merge(tmp_path: Path) -> Merge:
    """Run the command in the test's folder."""
    return partial(framing, "merge-answers", cwd=tmp_path)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_a_class_is_pooled_with_the_program_as_one_more_coder(
    run: Path, answers: Path, merge: Merge, tmp_path: Path
) -> None:
    done = merge(run, answers, "--out", "pooled")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning: ") == 2 and "ada-early.json" in done.stderr
    assert "3 students" in done.stdout
    pooled = tmp_path / "pooled"
    coders = {row["coder"]: row for row in rows(pooled / "coders.csv")}
    assert set(coders) == {"Student 1", "Student 2", "Student 3"}
    assert {row["articles"] for row in coders.values()} == {"=dam", "=dam;spill"}
    marks = [row for row in rows(pooled / "answers.csv") if row["answer"] == "mark"]
    assert len(marks) == 8
    texts = {article.article_id: article.text for article in PAGE}
    for row in marks:
        article_id = row["article_id"].removeprefix("'")
        assert texts[article_id][int(row["start"]) : int(row["end"])] == row["text"]
    replies = {
        row["question"]: row["text"] for row in rows(pooled / "answers.csv") if row["answer"] == "reply"
    }
    assert replies == {"q1": "'=1+1", "q2": "The board <i>denied</i> it."}
    compared = rows(pooled / "agreement.csv")
    assert {row["among"] for row in compared} == {
        "students",
        "students_and_program",
        "student_and_program",
        "two_students",
    }
    assert len(compared) == 5 * (2 + 3 + 3)
    with_program = [row for row in compared if row["among"] == "student_and_program" and row["kind"] == "C"]
    assert all(row["coder_b"] == "program" for row in with_program)
    assert {row["marks_a_touching"] for row in with_program} == {"1"}
    found = {(row["found_by"], row["kind"], row["text"]) for row in rows(pooled / "passages.csv")}
    assert ("both", "C", "Nine workers") in {(by, kind, text[:12]) for by, kind, text in found}


def test_every_column_is_in_the_codebook_and_no_name_is_in_the_tables(
    run: Path, answers: Path, merge: Merge, tmp_path: Path
) -> None:
    merge(run, answers, "--out", "pooled")
    declared = {(row["table"], row["column"]) for row in rows(tmp_path / "pooled" / "codebook.csv")}
    written = {
        (path.stem, column)
        for path in (tmp_path / "pooled").glob("*.csv")
        for column in next(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    }
    assert written == declared
    for path in (tmp_path / "pooled").iterdir():
        content = path.read_text(encoding="utf-8")
        assert not any(name in content for name in ("Ada", "Ben", "cleo b")), path.name


def test_the_page_to_project_holds_no_script_and_shows_texts_as_text(
    run: Path, answers: Path, merge: Merge, tmp_path: Path
) -> None:
    merge(run, answers, "--out", "pooled")
    page = (tmp_path / "pooled" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page and "default-src 'none'" in page
    assert "The board &lt;i&gt;denied&lt;/i&gt; it." in page and "<i>" not in page and "<b>Hill" not in page
    assert "3 students marked 2 texts" in page and "too few to compare" in page
    assert "Nine workers were killed" in page and "Student 2" in page


def test_names_are_given_on_request(run: Path, answers: Path, merge: Merge, tmp_path: Path) -> None:
    merge(run, answers, "--out", "pooled", "--names")
    names = {row["coder"] for row in rows(tmp_path / "pooled" / "coders.csv")}
    assert names == {"Ada", "Ben", "cleo b"}


def test_two_merges_are_the_same_to_the_byte(run: Path, answers: Path, merge: Merge, tmp_path: Path) -> None:
    files = sorted(answers.iterdir())
    merge(run, *files, "--out", "one")
    merge(run, *reversed(files), "--out", "two")
    for path in (tmp_path / "one").iterdir():
        if path.name != "manifest.json":
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_a_file_that_does_not_fit_is_skipped_and_the_rest_is_done(
    run: Path, answers: Path, merge: Merge, tmp_path: Path
) -> None:
    write_answers(answers / "other.json", saved([SPILL], {"spill": []}, coder="Dan"))
    (answers / "broken.json").write_text("{")
    done = merge(run, answers, tmp_path / "gone.json")
    assert done.returncode == 3
    skipped = [line for line in done.stderr.splitlines() if line.startswith("skipped: ")]
    assert len(skipped) == 3
    assert any("other.json: holds answers to another page" in line for line in skipped)
    pooled = run.with_name("dam-answers")
    assert {Path(row["file"]).name for row in rows(pooled / "skipped.csv")} == {
        "other.json",
        "broken.json",
        "gone.json",
    }
    assert len(rows(pooled / "coders.csv")) == 3


@pytest.mark.parametrize("out", [None, "kept"])
def test_nothing_else_is_overwritten(
    run: Path, answers: Path, merge: Merge, tmp_path: Path, out: str | None
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "essay.txt").write_text("mine")
    done = merge(run, answers, "--out", out or run)
    assert done.returncode == 2 and done.stderr.startswith("error: ")
    assert (kept / "essay.txt").exists() and (run / "index.html").exists()


def test_wrong_use_is_one_line(run: Path, answers: Path, merge: Merge, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments in ((tmp_path / "empty", answers), (run, tmp_path / "empty"), (answers, answers)):
        done = merge(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stderr.splitlines()[-1].startswith("error: ")


def test_the_program_of_a_written_run_is_that_of_its_page(run: Path) -> None:
    found = read_run(run)
    dam: Article = found.articles["=dam"]
    assert dam.text == DAM.text and dam.kept() == DAM.kept()
    marks = [m for m in found.program.marks if m.article_id == "=dam"]
    texts = {(m.kind, " … ".join(dam.text[s:e] for s, e in m.pieces)) for m in marks}
    assert ("A", "the water board … said") in texts
    assert ("H", "could not be verified") in {(kind, text[-21:]) for kind, text in texts}
    assert words_of(dam).spans
