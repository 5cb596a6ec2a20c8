"""A feature family from outside, as docs/extending.md has it: its marks, table, codebook rows and corrections."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.extension import Extractor, Shown, check_family
from framing.extract.shown import COLOURS
from framing.pipeline import Options, analyse
from framing.publish.run import comparison_files
from framing.publish.shared.mark_styles import DARK, LIGHT
from framing.records.article import Article
from framing.results import Results
from tests.conftest import ROOT, article_of

DOCS = ROOT / "docs" / "extending.md"
BLOCKS = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
HERALD = "The flood took the bridge of Berg on Friday. “It was a storm like no other,” said Nora Lind."
COURIER = "Snow kept the road to Berg closed, the mayor said. The bridge is gone."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the module of the docs, installed as a package would be."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "weather_family.py").write_text(BLOCKS[0], encoding="utf-8")
    installed = folder / "weather_family-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: weather-family\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[framing.extractors]\nweather = weather_family:WEATHER\n")
    return folder


@pytest.fixture(scope="module")
def weather(home: Path) -> Iterator[Extractor]:
    sys.path.insert(0, str(home))
    yield import_module("weather_family").WEATHER
    sys.path.remove(str(home))
    del sys.modules["weather_family"]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [
        article_of(HERALD, article_id="a", source="Herald"),
        article_of(COURIER, article_id="b", source="Courier"),
    ]


@pytest.fixture(scope="module")
def results(weather: Extractor, articles: list[Article]) -> Results:
    return analyse(articles, Options(conflict="none", families=(weather,)))


@pytest.fixture(scope="module")
def files(results: Results) -> dict[str, str]:
    return comparison_files(results)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_family_of_the_docs_passes_the_check(weather: Extractor, articles: list[Article]) -> None:
    assert check_family(weather, articles) == []


def test_the_second_block_of_the_docs_runs(
    weather: Extractor, articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "articles").mkdir()
    for name, text in (("herald.txt", HERALD), ("courier.txt", COURIER)):
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    known: dict[str, Any] = {"WEATHER": weather, "articles": articles}
    exec(BLOCKS[1], known)
    assert sorted(framing.tables(known["results"])["weather"].weather) == ["flood", "snow", "storm"]


def test_it_has_a_table_features_and_rows_of_the_codebook(files: dict[str, str]) -> None:
    assert [row["weather"] for row in rows_of(files["weather.csv"])] == ["flood", "storm", "snow"]
    of_sources = rows_of(files["source_features.csv"])
    quoted = [tuple(row.values()) for row in of_sources if row["feature"] == "weather_quoted_share"]
    assert quoted == [
        ("Herald", "weather_quoted_share", "", "1", "2", "0.5"),
        ("Courier", "weather_quoted_share", "", "0", "1", "0"),
    ]
    told = {(row["table"], row["column"]): row["definition"] for row in rows_of(files["codebook.csv"])}
    assert told["weather", "weather"] == "Which weather the word is for."
    measures = {row["feature"]: row["definition"] for row in rows_of(files["measures.csv"])}
    assert "weather_quoted_share" in measures


def test_it_has_marks_with_notes_a_switch_and_a_legend(files: dict[str, str]) -> None:
    page = files["index.html"]
    assert re.search(r'<mark class="kW" data-mention="a:weather001">', page)
    assert '<span class="line line-W' in page and '.tg.kW::after{content:"W"}' in page
    assert '<button type="button" class="chip" data-kind="W"' in page
    assert "A, C, N, H or W marks the selected words" in page
    assert "W, rounded square: Weather." in page
    data = data_of(page)
    assert list(data["kinds"].items())[-1] == ("W", "Weather word")
    notes = {passage["m"]: passage for passage in data["passages"]}
    assert notes["a:weather002"]["h"] == "Weather word: “storm”"
    assert notes["a:weather002"]["d"] == [["Whose word", "the speaker’s"]]
    form = data["corrections"]["forms"]["weather"]
    assert [field["c"] for field in form] == ["weather", "quoted"]
    assert notes["a:weather002"]["e"]["v"] == ["storm", "true"]


def test_a_correction_of_it_is_applied(weather: Extractor, articles: list[Article], tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    start = HERALD.index("flood")
    table.write_text(
        "article_id,table,start,end,text,action,column,value\n"
        f"a,weather,{start},{start + 5},flood,correct,weather,storm\n"
        f"b,weather,0,4,Snow,reject,,\n",
        encoding="utf-8",
    )
    options = Options(conflict="none", families=(weather,), corrections=table)
    files = comparison_files(analyse(articles, options))
    rows = rows_of(files["weather.csv"])
    assert [row["weather"] for row in rows] == ["storm", "storm"]
    assert "corrected by a person: weather" in rows[0]["rule"]
    assert [row["status"] for row in rows_of(files["corrections.csv"])] == ["applied", "applied"]
    of_sources = rows_of(files["source_features.csv"])
    words = [(row["source"], row["of"]) for row in of_sources if row["feature"] == "weather_quoted_share"]
    assert words == [("Herald", "2")]


@pytest.mark.slow
def test_an_installed_family_is_in_every_run_and_in_answers(home: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in (("herald.txt", HERALD), ("courier.txt", COURIER)):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(home), str(ROOT)])}

    def framing_says(*words: str) -> str:
        command = [sys.executable, "-m", "framing", *words]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    framing_says("compare", "in", "--conflict", "none", "--out", "run")
    page = (tmp_path / "run" / "index.html").read_text(encoding="utf-8")
    assert page.count('<mark class="kW"') == 3
    data = data_of(page)
    herald = next(article for article in data["articles"] if article["source"] == "herald")["id"]
    start = HERALD.index("flood")
    mark = {"article_id": herald, "kind": "W", "start": start, "end": start + 5, "text": "flood"}
    answers = {
        "format": "framing-answers",
        "version": 1,
        "page": data["page"],
        "file_id": "one",
        "saved": "2026-05-01T10:00:00Z",
        "marks": [mark],
    }
    (tmp_path / "one.json").write_text(json.dumps(answers), encoding="utf-8")
    framing_says("merge-answers", "run", "one.json", "--out", "pooled")
    coders = rows_of((tmp_path / "pooled" / "coders.csv").read_text(encoding="utf-8"))
    assert coders[0]["marks_W"] == "1"
    pooled = (tmp_path / "pooled" / "index.html").read_text(encoding="utf-8")
    assert "Weather" in pooled and ".tg.kW{" in pooled


def test_what_is_wrong_with_a_family_is_said(weather: Extractor, articles: list[Article]) -> None:
    assert weather.shown
    taken = replace(weather, shown=replace(weather.shown, letter="A"))
    assert any("letter A" in line for line in check_family(taken, articles))
    field = weather.shown.fields[0]._replace(column="start")
    wrong = replace(weather, shown=replace(weather.shown, fields=(field,)))
    assert any("start has a line in the form" in line for line in check_family(wrong, articles))
    assert "another family is called numbers" in check_family(replace(weather, name="numbers"), articles)
    silent = replace(weather, extract=lambda article, context: ())
    assert "no row is found in the articles given" in check_family(silent, articles)


@pytest.mark.parametrize(("letter", "colour"), [("weather", "blue"), ("w", "blue"), ("W", "mauve")])
def test_a_letter_and_a_colour_are_checked_when_they_are_declared(letter: str, colour: Any) -> None:
    with pytest.raises(ValueError, match=r"letter of a mark|is no colour"):
        Shown(letter=letter, label="", heading="", colour=colour, note=lambda context: lambda row, text: None)  # type: ignore[arg-type, return-value]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("shades", "on"), [(LIGHT, "#FFFEFB"), (DARK, "#17191C")])
def test_the_letter_on_every_colour_can_be_read(shades: dict[Any, Any], on: str) -> None:
    assert set(shades) == set(COLOURS)
    for shade in shades.values():
        low, high = sorted((luminance(shade.line), luminance(on)))
        assert (high + 0.05) / (low + 0.05) >= 4.5
