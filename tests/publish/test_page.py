"""The page as a document: self-contained, locked, the same every time, in words fit for a class."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from importlib.resources import files
from random import Random
from typing import Any

import pytest
from plotly.offline import get_plotlyjs_version

from framing.extract.attribution import AttributionMention
from framing.extract.attribution.shown import CUE_CLASS, CUE_MEANING, DIRECTNESS, SPEAKER_TYPE
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import FACTUALITY, LOSS_KIND
from framing.measure.error import MeasuredError
from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.publish.page.document import EARLY, LIBRARY, SCRIPTS, SHARED_STYLES, STYLES
from framing.publish.shared import words
from framing.records.article import REMOVED_REASONS
from framing.records.mention import Mention
from framing.results import Results
from tests.conftest import article_of

PAGE = files("framing.publish.page")
NEVER_SAID = (
    r"\b(hid(es|ing)|admit\w*|fails? to|bias\w*|slant\w*|propaganda|manipulat\w*|left-wing|right-wing)\b"
)


@pytest.fixture(scope="module")
def data(seed_html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', seed_html, re.DOTALL)
    assert found
    return json.loads(found[1])


def scripts(page: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def test_the_page_is_small_and_the_same_every_time(seed_html: str, seed_results: Results) -> None:
    assert len(seed_html.encode()) < 3_400_000
    assert build(seed_results, measured={}) == seed_html


def test_nothing_is_loaded_from_anywhere(seed_html: str) -> None:
    bare = re.sub(r"<script.*?</script>", "", seed_html, flags=re.DOTALL)
    assert not re.search(r"\b(src|srcset|action|poster)=", bare)
    assert set(re.findall(r'href="([^#"][^"]*)"', bare)) == {"data:,"}
    assert "url(" not in bare and "@import" not in bare


def test_only_the_scripts_of_the_page_may_run(seed_html: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', seed_html)
    assert found
    policy = html.unescape(found[1])
    hashes = [
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts(seed_html)
    ]
    assert policy.startswith("default-src 'none'; script-src " + " ".join(f"'sha256-{h}'" for h in hashes))
    assert not re.search(r"\son\w+=", re.sub(r"<script.*?</script>", "", seed_html, flags=re.DOTALL))


def test_plotly_is_the_version_of_the_python_package() -> None:
    head = PAGE.joinpath(f"vendor/{LIBRARY}").read_text(encoding="utf-8")[:200]
    assert f"v{get_plotlyjs_version()}" in head
    assert "Permission is hereby granted" in PAGE.joinpath("vendor/plotly-LICENSE.txt").read_text("utf-8")


def test_every_style_and_script_file_is_used() -> None:
    on_disk = {entry.name for entry in PAGE.joinpath("static").iterdir()}
    own = {f"{name}.css" for name in STYLES if name not in SHARED_STYLES}
    assert on_disk == own | {f"{name}.js" for name in (EARLY, *SCRIPTS)}
    shared = files("framing.publish.shared").joinpath("static")
    assert {entry.name for entry in shared.iterdir()} == {f"{name}.css" for name in SHARED_STYLES}


def test_every_list_names_passages_of_the_page(data: Any) -> None:
    assert len(data["lists"]) == len(data["titles"])
    for places in data["lists"]:
        assert len(set(places)) == len(places)
        assert all(0 <= place < len(data["passages"]) for place in places)


def test_every_chart_mark_leads_to_a_passage(data: Any) -> None:
    for figure in data["figures"].values():
        for trace in figure["data"]:
            assert len(trace["customdata"]) == len(trace["x"])
            assert all(data["passages"][place]["m"] for place in trace["customdata"])


def test_bold_words_of_a_passage_are_the_words_of_the_row(data: Any, seed_results: Results) -> None:
    texts = {a.article_id: a.text for a in seed_results.articles}
    rows = {m.mention_id: m for m in (*seed_results.mentions["casualty"], *seed_results.mentions["naming"])}
    for passage in data["passages"]:
        if passage["m"] in rows:
            row = rows[passage["m"]]
            [[start, end]] = passage["s"]
            assert passage["t"][start:end] == texts[row.article_id][row.start : row.end]


def test_the_page_gives_no_verdict(seed_html: str) -> None:
    own_words = re.sub(r"<script.*?</script>|<style>.*?</style>", "", seed_html, flags=re.DOTALL)
    own_words = re.sub(
        r'<article class="col".*?</article>|<ul class="(heads|shared)".*?</ul>',
        "",
        own_words,
        flags=re.DOTALL,
    )
    assert not re.search(NEVER_SAID, re.sub(r"<[^>]+>", " ", own_words), re.IGNORECASE)


def allowed(mention: type[Mention], name: str) -> tuple[str, ...]:
    return next(column.values for column in mention.COLUMNS if column.name == name)


def test_every_word_of_the_closed_lists_has_a_label() -> None:
    assert set(CUE_CLASS) == set(CUE_MEANING) == set(allowed(AttributionMention, "cue_class"))
    assert set(SPEAKER_TYPE) == set(allowed(AttributionMention, "speaker_type"))
    assert set(DIRECTNESS) == set(allowed(AttributionMention, "directness"))
    assert set(LOSS_KIND) == set(allowed(CasualtyMention, "kind"))
    assert set(FACTUALITY) == set(allowed(CasualtyMention, "factuality"))
    assert set(words.REMOVED_REASON) == set(REMOVED_REASONS)


def test_not_measured_is_said_and_measured_is_shown(seed_html: str) -> None:
    assert "not measured" in seed_html
    error = MeasuredError(
        measure="naming",
        table="names",
        gold="ten stories",
        size=120,
        unit="names",
        precision=0.93,
        recall=0.88,
        f1=0.9,
    )
    results = analyse([article_of("Talks ended in Kyiv.")], Options(conflict="none"))
    measured = build(results, measured={"names": error})
    assert "<span>93</span>" in measured and "<span>88</span>" in measured
    assert "ten stories; 120 names" in measured


SAID = "The ministry said that two people were killed in Kyiv."


def test_articles_about_another_event_are_shown_but_not_compared() -> None:
    events = {"a": "fire", "b": "fire", "c": "flood", "d": ""}
    made = [
        replace(article_of(SAID, article_id=key, source=key), event=event) for key, event in events.items()
    ]
    page = build(analyse(made, Options(conflict="none")), measured={})
    assert page.count('<article class="col"') == 4
    table = page[page.index('id="table-who-says"') : page.index('id="card-who-did"')]
    assert re.findall(r'<th scope="row"><span><span[^>]*>(\w)</span></span>', table) == ["a", "b", "d"]
    assert "1 article about another event" in page


@pytest.mark.slow
def test_twelve_articles_of_full_length_stay_below_eight_megabytes() -> None:
    words_of = Random(3)
    syllables = ["ka", "lo", "mi", "ren", "sta", "tor", "ve", "nu", "gar", "pel"]

    def invented() -> str:
        nouns = ["".join(words_of.choices(syllables, k=3)) for _ in range(6)]
        return f"{nouns[0].title()} said that the {nouns[1]} of {nouns[2]} killed two {nouns[3]} {' '.join(nouns[4:])}."

    made = [
        article_of(*(invented() for _ in range(70)), article_id=f"a{n}", source=f"S{n}") for n in range(12)
    ]
    page = build(analyse(made, Options(conflict="none")), measured={})
    assert page.count('<article class="col"') == 12
    assert page.count("<mark") > 1000
    assert len(page.encode()) < 8_000_000


def test_a_larger_run_has_charts_of_all_its_articles_and_says_what_was_drawn() -> None:
    made = [article_of(SAID, article_id=f"a{n}", source=f"S{n % 14}") for n in range(43)]
    results = analyse(made, Options(conflict="none"))
    page = build(results, measured={})
    assert page.count('<article class="col"') == 0
    assert "the 12 sources with the most articles, of 14" in page
    assert "at most 20 of its passages, drawn at random" in page
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data = json.loads(found[1])
    sizes = {data["titles"][int(key)]: size for key, size in data["sizes"].items()}
    shown = [a for a in made if a.source not in ("S12", "S13")]
    said = [m for m in results.mentions["attribution"] if m.article_id in {a.article_id for a in shown}]
    assert sizes["Who says so? All attributed statements"] == len(said) > 20
    assert max(map(len, data["lists"])) == 20


def test_of_many_articles_that_are_not_scored_the_first_are_listed_and_the_others_counted() -> None:
    made = [
        article_of(SAID, article_id="a"),
        *(article_of("Добрый день, мир.", article_id=f"r{n}", language="ru") for n in range(30)),
    ]
    page = build(analyse(made, Options(conflict="none")), measured={})
    assert page.count("listed, not scored") == 2 * 12
    assert "18 more: articles.csv of the same run lists them all." in page
    assert "30 articles" in page


def test_the_organiser_of_the_sheet_names_what_to_look_for(seed_html: str) -> None:
    organiser = seed_html[seed_html.index('<div class="org">') : seed_html.index('id="limits"')]
    rows = re.findall(r'<th scope="row">(.*?)</th>', organiser)
    assert rows[:2] == ["Words that stand out", "Who is quoted"]
    assert " at 0x" not in seed_html
