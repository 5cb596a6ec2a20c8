"""Every number opens exactly the passages it was counted from; charts and downloads show the same rows."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from framing.results import Results
from tests.browser.conftest import unfold

FAMILIES = ("attribution", "casualty", "naming", "verification")
OPEN_ALL = """buttons => buttons.map(button => {
  button.click();
  const drawer = document.querySelector('#drawer');
  const passages = [...drawer.querySelectorAll('li')].map(item => item.dataset.passage);
  drawer.querySelector('.x').click();
  return [button.textContent, passages];
})"""


def test_each_number_opens_that_many_different_passages(seeds: Page) -> None:
    opened = seeds.eval_on_selector_all("button.num", OPEN_ALL)
    assert len(opened) > 100
    for number, passages in opened:
        assert len(passages) == int(number)
        assert len(set(passages)) == len(passages)


def test_the_passages_are_the_rows_of_the_tables(seeds: Page, seed_results: Results) -> None:
    about_talks = {a.article_id for a in seed_results.articles if a.event.startswith("istanbul")}
    sources = {a.article_id: a.source for a in seed_results.articles}
    rows = [m for m in seed_results.mentions["attribution"] if m.article_id in about_talks]
    counts = Counter(sources[m.article_id] for m in rows)
    unfold(seeds)
    for row in seeds.locator("#table-who-says tbody tr").all():
        source = row.locator("th").inner_text()
        assert row.locator("td").first.inner_text() == str(counts[source])
    seeds.locator("#card-who-says .all-rows").click()
    shown = seeds.eval_on_selector_all("#drawer li", "items => items.map(item => item.dataset.passage)")
    assert sorted(shown) == sorted(m.mention_id for m in rows)


def test_a_passage_shows_its_sentence_and_leads_to_its_mark(seeds: Page, seed_results: Results) -> None:
    unfold(seeds)
    seeds.locator("#table-who-did button.num").first.click()
    item = seeds.locator("#drawer li").first
    mention_id = item.get_attribute("data-passage")
    row = next(m for m in seed_results.mentions["casualty"] if m.mention_id == mention_id)
    text = next(a.text for a in seed_results.articles if a.article_id == row.article_id)
    assert item.locator("mark").inner_text() == text[row.start : row.end]
    item.locator("a").click()
    expect(seeds.locator("#drawer")).to_be_hidden()
    expect(seeds.locator("#note")).to_be_visible()
    expect(seeds.locator(f'mark[data-mention="{mention_id}"]').first).to_be_in_viewport()


def test_the_drawer_closes_with_escape_and_gives_the_focus_back(seeds: Page) -> None:
    number = seeds.locator(".say button.num").first
    number.click()
    expect(seeds.locator("#drawer")).to_be_focused()
    seeds.keyboard.press("Escape")
    expect(seeds.locator("#drawer")).to_be_hidden()
    expect(number).to_be_focused()


@pytest.mark.parametrize(
    ("card", "marks"), [("who-says", ".barlayer .point path"), ("who-did", ".points path.point")]
)
def test_a_chart_draws_one_mark_a_row_and_each_opens_its_passage(seeds: Page, card: str, marks: str) -> None:
    chart = seeds.locator(f"#chart-{card}")
    total = int(seeds.locator(f"#card-{card} .all-rows").inner_text().split()[2])
    assert chart.locator(marks).count() == total
    chart.scroll_into_view_if_needed()
    box = chart.locator(marks).first.bounding_box()
    assert box
    seeds.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(seeds.locator("#drawer li")).to_have_count(1)


def test_every_chart_says_in_words_what_it_shows(seeds: Page) -> None:
    for chart in seeds.locator(".chart").all():
        assert chart.get_attribute("role") == "img"
        label = chart.get_attribute("aria-label") or ""
        assert label.startswith("Chart of") and "Source 001:" in label


def test_a_table_is_saved_as_csv_and_a_chart_as_svg_and_png(seeds: Page, tmp_path: Path) -> None:
    with seeds.expect_download() as download:
        seeds.locator('[data-csv="table-who-says"]').click()
    download.value.save_as(tmp_path / "table.csv")
    rows = list(csv.reader((tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:2] == ["Source", "Attributed statements"]
    assert rows[1][0] == "Source 000" and int(rows[1][1]) > 10
    with seeds.expect_download() as download:
        seeds.locator('[data-image="what-called"][data-format="png"]').click()
    download.value.save_as(tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    with seeds.expect_download() as download:
        seeds.locator('[data-image="what-called"][data-format="svg"]').click()
    download.value.save_as(tmp_path / "chart.svg")
    drawn = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg") and "Zelenskyy" in drawn and "--N" not in drawn
