"""`framing kwic` and `framing timeline`: every use found, and rates by period that are those of the tables."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from framing.records.errors import FramingError
from framing.timeline import Dating, feature_timeline, word_timeline
from tests.command import Done, error_line, framing

DAYS = ("2022-01-10", "2022-01-20", "2022-02-10", "2022-03-01", "")
BODIES = {
    "Gazette": (
        "The minister said the talks in Kyiv had ended. The war went on, officials claimed.",
        "The warden of Kyiv said “the war is far”, and the pre-war rules held.",
        "Nothing was said of it in Kiev.",
        "The ferry sailed at noon, the port said.",
        "War, war, war: the undated piece said so.",
    ),
    "Herald": (
        "The operation in Kiev went on. Kiev was quiet.",
        "Officials in Kiev claimed success.",
        "The harbour was open.",
        "The war of words in Kyiv ended, the mayor said.",
        "The road was closed.",
    ),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run over ten articles of two sources, two of them undated."""
    folder = tmp_path_factory.mktemp("timeline")
    with (folder / "press.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("id", "paper", "date", "text"))
        for source, bodies in BODIES.items():
            for number, (day, body) in enumerate(zip(DAYS, bodies, strict=True)):
                table.writerow((f"{source[0]}{number}", source, day, body))
    (folder / "mine.csv").write_text("category,word\nconflict,war\nconflict,operation\n", encoding="utf-8")
    done = framing(
        *(
            "features",
            "press.csv",
            "--source-column",
            "paper",
            "--dictionary",
            "mine.csv",
            "--conflict",
            "none",
        ),
        *("--out", "run"),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    return folder


def kwic(place: Path, *arguments: str) -> Done:
    return framing("kwic", "run", *arguments, cwd=place)


def test_every_use_is_shown_in_its_context_and_counted_by_source(place: Path) -> None:
    done = kwic(place, "war")
    lines = done.stdout.splitlines()
    assert "Gazette: 6 uses in 3 of 5 articles" in lines and "Herald: 1 use in 1 of 5 articles" in lines
    assert lines[-1] == "7 uses in all"
    assert any("talks in Kyiv had ended. The [war] went on, officials claimed." in line for line in lines)
    assert not any("[war]den" in line for line in lines)
    assert kwic(place, "War", "--match-case").stdout.splitlines()[-1] == "1 use in all"
    assert "10 uses" not in kwic(place, "ward*").stdout
    assert kwic(place, "ward*").stdout.splitlines()[-1] == "1 use in all"


def test_the_table_of_uses_has_offsets_into_the_articles(place: Path, tmp_path: Path) -> None:
    kwic(place, "in  kiev", "--out", str(tmp_path / "kwic.csv"))
    with (tmp_path / "kwic.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["article_id"], row["word"]) for row in rows] == [
        ("G2", "in Kiev"),
        ("H0", "in Kiev"),
        ("H1", "in Kiev"),
    ]
    body = BODIES["Gazette"][2]
    assert body[int(rows[0]["start"]) : int(rows[0]["end"])] == "in Kiev"


def test_a_rate_over_time_is_summed_by_source_and_period(place: Path) -> None:
    found = feature_timeline(place / "run", "name_used", "capital_kyiv / Kiev", Dating("month"))
    rates = {(point.source, point.period): (point.n, point.of, point.articles) for point in found.points}
    assert rates == {
        ("Gazette", "2022-01"): (0, 2, 2),
        ("Gazette", "2022-02"): (1, 1, 1),
        ("Herald", "2022-01"): (3, 3, 2),
        ("Herald", "2022-03"): (0, 1, 1),
    }
    assert found.undated == 0


def test_articles_without_a_word_of_the_category_count_below_the_line(place: Path) -> None:
    found = feature_timeline(place / "run", "dictionary", "conflict", Dating("year"), together=True)
    (point,) = found.points
    assert (point.source, point.period, point.articles, point.n) == ("all sources", "2022", 8, 4)
    with (place / "run" / "articles.csv").open(newline="", encoding="utf-8") as file:
        words = sum(int(row["words"]) for row in csv.DictReader(file) if row["published"])
    assert point.of == words and found.undated == 2
    assert point.low is not None and point.high is not None and point.low <= point.rate <= point.high


def test_a_column_of_the_core_profile_and_the_share_of_articles_with_a_word(place: Path) -> None:
    found = feature_timeline(place / "run", "attributions", "", Dating("year"), together=True)
    with (place / "run" / "articles.csv").open(newline="", encoding="utf-8") as file:
        counted = sum(int(row["attributions"]) for row in csv.DictReader(file) if row["published"])
    assert [(point.n, point.of) for point in found.points] == [(counted, 8)]
    dates = Dating(at=date(2022, 2, 1))
    shares = word_timeline(place / "run", "war", dates)
    assert [(p.source, p.period, p.n, p.of) for p in shares.points] == [
        ("Gazette", "before 2022-02-01", 2, 2),
        ("Gazette", "from 2022-02-01", 0, 2),
        ("Herald", "before 2022-02-01", 0, 2),
        ("Herald", "from 2022-02-01", 1, 2),
    ]
    assert all(p.low is not None and p.high is not None and p.low < p.high for p in shares.points)


def test_the_command_writes_a_table_and_a_picture(place: Path, tmp_path: Path) -> None:
    done = framing(
        *("timeline", "run", "--word", "war", "--by", "year"),
        *("--out", tmp_path / "t.csv", "--plot", tmp_path / "t.svg"),
        cwd=place,
    )
    assert done.returncode == 0, done.stderr
    assert "Gazette  2022  2/4 = 0.500 [" in done.stdout
    assert "2 articles without a date left out" in done.stderr
    picture = (tmp_path / "t.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg") and "Gazette" in picture and "href" not in picture
    assert "exists already" in error_line(
        framing("timeline", "run", "words", "--out", tmp_path / "t.csv", cwd=place)
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("no_such",), "no_such: is no feature of this run"),
        (("title",), "title: is no number"),
        (("name_used",), "is of a group here. Remedy: choose one with --group: capital_kyiv / Kiev"),
        ((), "give a feature or --word"),
        (("words", "--by", "fortnight"), "--by fortnight: is no period"),
        (("words", "--at", "soon"), "--at soon: is no day"),
        (("--word", "…"), "holds no word"),
    ],
)
def test_what_cannot_be_shown_is_one_line(place: Path, arguments: tuple[str, ...], says: str) -> None:
    done = framing("timeline", "run", *arguments, "--out", "none.csv", cwd=place)
    assert done.returncode == 2
    assert says in error_line(done)


def test_a_folder_without_a_run_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FramingError, match="cannot be read"):
        feature_timeline(tmp_path, "words", "", Dating())
