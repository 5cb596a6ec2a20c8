"""What only several texts can show: the claim table, the line-up, figures side by side, copied sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.results import Results
from tests.browser.conftest import Open, unfold
from tests.conftest import article_of

OPEN_CELLS = """buttons => buttons.map(button => {
  button.click();
  const drawer = document.querySelector('#drawer');
  const passages = [...drawer.querySelectorAll('li')].map(item => item.dataset.passage);
  drawer.querySelector('.x').click();
  return [Number(button.dataset.count), passages];
})"""


def test_each_cell_opens_the_passages_it_stands_for(seeds: Page, seed_results: Results) -> None:
    opened = seeds.eval_on_selector_all("#claims .cell", OPEN_CELLS)
    assert opened and all(len(set(passages)) == count for count, passages in opened)
    rows = {row.mention_id for row in seed_results.ledger.claims}
    assert {name for _, passages in opened for name in passages} == rows


def test_all_claims_are_reached(seeds: Page, seed_results: Results) -> None:
    shared = {row.claim_id for row in seed_results.ledger.claims if row.scope == "shared"}
    rows = seeds.locator("#table-claims tbody tr")
    assert rows.count() == len(shared)
    expect(rows.nth(8)).to_be_hidden()
    seeds.locator("#all-claims").click()
    for row in (rows.nth(8), rows.last):
        expect(row).to_be_visible()
    seeds.locator(".alone summary").click()
    single = [row for row in seed_results.ledger.claims if row.scope == "single"]
    assert seeds.locator(".alone li:visible").count() == len(single)


def test_a_passage_of_a_claim_leads_to_its_words(seeds: Page) -> None:
    seeds.locator("#table-claims .cell").first.click()
    item = seeds.locator("#drawer li").first
    name = item.get_attribute("data-passage")
    item.locator("a").click()
    expect(seeds.locator("#drawer")).to_be_hidden()
    words = seeds.locator(f'.col .clm[data-mention="{name}"]').first
    expect(words).to_be_in_viewport()
    expect(words).to_have_class("clm hot")


def test_texts_line_up_on_a_claim_and_show_gaps(seeds: Page) -> None:
    seeds.locator("[data-lineup]").first.click()
    assert seeds.locator("#lu > div").count() == 3
    lined = seeds.locator(".col.shown .txt .clm.lined")
    assert lined.count() >= 2
    tops = [
        text.locator(".clm.lined").first.bounding_box()
        for text in seeds.locator(".col.shown .txt").all()
        if text.locator(".clm.lined").count()
    ]
    places = [box["y"] for box in tops if box]
    assert len(places) > 1
    seeds.locator(".txt-chip", has_text="Dw.com").click()
    expect(seeds.locator("#lu .missing")).to_contain_text("A gap")
    seeds.locator("#lineup select").select_option("")
    assert seeds.locator(".clm.lined").count() == 0
    assert seeds.locator("#lu > div").count() == 0


def test_without_a_finding_the_page_says_so_and_leads_to_its_claims(
    seed_results: Results, open_page: Open, tmp_path: Path
) -> None:
    path = tmp_path / "index.html"
    path.write_text(build(replace(seed_results, findings=()), measured={}), encoding="utf-8")
    page = open_page(path)
    expect(page.locator("#findings")).to_contain_text("no difference between these texts that it is sure of")
    link = page.locator(".shared a").first
    link.click()
    row = page.locator(str(link.get_attribute("href")))
    expect(row).to_be_in_viewport()
    expect(row.locator(".ct")).to_contain_text(page.locator(".shared .f").first.inner_text())


def test_copied_sentences_are_greyed_on_request(seeds: Page, seed_results: Results) -> None:
    label = seeds.locator("#text-A .bol").first
    expect(label).to_be_hidden()
    seeds.locator("#show-copied").click()
    expect(label).to_be_visible()
    assert label.get_attribute("data-also") in {a.source for a in seed_results.articles}


def test_figures_stand_side_by_side_with_who_is_cited(seeds: Page) -> None:
    card = seeds.locator("#card-how-many")
    assert card.locator(".chart .points path.point").count() > 2
    columns = card.locator("thead").first.locator("th").all_text_contents()
    assert columns == ["Source", "Figure as written", "How exact", "Who is cited", "Passage"]


def test_a_narrow_window_makes_a_list_of_each_claim(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page, width=390, height=844)
    first = page.locator("#table-claims tbody tr").first
    expect(first.locator(".nml")).to_be_visible()
    expect(first.locator("td.nm").first).to_be_hidden()
    wide = open_page(seed_page)
    expect(wide.locator("#table-claims tbody tr").first.locator("td.nm").first).to_be_visible()


def test_a_summary_is_held_against_its_text(seeds: Page, seed_results: Results) -> None:
    checks = [
        row
        for row in seed_results.summary_checks
        if "npr" in row.article_id and row.check not in ("agrees", "not_found")
    ]
    unfold(seeds)
    card = seeds.locator(".sc", has=seeds.get_by_role("heading", name="Npr.org"))
    button = card.locator("dd", has_text="automatic summary").locator("button.num")
    expect(button).to_have_text(str(len(checks)))
    button.click()
    expect(seeds.locator("#drawer li").first).to_contain_text("In the text:")
    seeds.locator("#drawer li a").first.click()
    expect(seeds.locator("#text-G .chk.hot").first).to_be_in_viewport()


def test_hostile_claims_are_only_text(open_page: Open, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="document.title=1">'
    text = f"The mayor of Berg said that 14 miners were killed by {hostile} in the quarry at Berg on Friday."
    made = [article_of(text, article_id=f"a{n}<b>", source=f"<i>Paper {n}</i>") for n in range(3)]
    path = tmp_path / "hostile.html"
    path.write_text(build(analyse(made, Options(conflict="none")), measured={}), encoding="utf-8")
    page = open_page(path)
    assert page.locator("#table-claims tbody tr").count() >= 1
    page.locator("[data-lineup]").first.click()
    page.locator("#table-claims .cell").first.click()
    expect(page.locator("#drawer")).to_contain_text("onerror")
    assert page.locator("img").count() == 0 and page.title().endswith("framing")


def test_a_claim_pressed_in_one_text_takes_the_others_to_theirs_or_to_a_gap(seeds: Page) -> None:
    seeds.locator("#show-claims").click()
    badges = seeds.locator("#text-A .pp .cb")
    number = badges.first.get_attribute("data-number")
    badges.first.click()
    expect(seeds.locator("#lineup-claim option:checked")).to_contain_text(f"{number}. ")
    shown = seeds.locator(".col.shown")
    for column in shown.all():
        here = column.locator(f'.cb[data-number="{number}"]')
        if here.count():
            expect(here.first).to_be_in_viewport()
        else:
            expect(column.locator(".gap-here")).to_contain_text("A gap:")
    seeds.locator("#whole").click()
    expect(seeds.locator(".gap-here")).to_have_count(0)


def test_arrow_keys_walk_over_claim_numbers_too(seeds: Page) -> None:
    seeds.locator("#show-claims").click()
    seeds.locator("#text-A button.tg").first.focus()
    for _ in range(12):
        seeds.keyboard.press("ArrowRight")
        if seeds.evaluate("document.activeElement.matches('.cb')"):
            break
    seeds.keyboard.press("Enter")
    expect(seeds.locator("#aligned")).to_be_visible()
    assert seeds.evaluate("document.activeElement.matches('.lined .cb')")
