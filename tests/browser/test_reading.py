"""The texts on the page: their exact words, their marks, notes, folding, what was removed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from framing.results import Results
from tests.browser.conftest import Open

FAMILIES = ("attribution", "casualty", "naming", "verification")
PARAGRAPHS = "columns => columns.map(c => [...c.querySelectorAll('.pp')].map(p => p.textContent))"
MARKS = """marks => {
  const found = {};
  for (const mark of marks) found[mark.dataset.mention] = (found[mark.dataset.mention] ?? '') + mark.textContent;
  return found;
}"""


def test_every_kept_paragraph_stands_there_word_for_word(seeds: Page, seed_results: Results) -> None:
    shown = seeds.eval_on_selector_all(".col", PARAGRAPHS)
    for article, paragraphs in zip(seed_results.articles, shown, strict=True):
        kept = [paragraph for paragraph, _ in article.kept()][article.has_title :]
        assert paragraphs == [article.text[p.start : p.end] for p in kept]


def test_every_mark_holds_exactly_the_words_of_its_row(seeds: Page, seed_results: Results) -> None:
    texts = {article.article_id: article.text for article in seed_results.articles}
    marks = seeds.eval_on_selector_all(".col mark[data-mention]", MARKS)
    rows = [mention for family in FAMILIES for mention in seed_results.mentions[family]]
    assert set(marks) == {mention.mention_id for mention in rows}
    for mention in rows:
        words = texts[mention.article_id][mention.start : mention.end]
        assert marks[mention.mention_id].split() == words.split()


def test_headlines_stand_without_marks(seeds: Page, seed_results: Results) -> None:
    strip = seeds.locator(".heads .h")
    assert strip.all_text_contents() == [a.title or "No headline on the page." for a in seed_results.articles]
    assert seeds.locator(".heads mark").count() == 0


def test_a_badge_opens_the_note_of_its_row_and_gives_the_focus_back(
    seeds: Page, seed_results: Results
) -> None:
    mention = next(m for m in seed_results.mentions["naming"] if m.article_id.startswith("000"))
    mark = seeds.locator(f'mark[data-mention="{mention.mention_id}"]').first
    badge = mark.locator("button.kN").first
    badge.click()
    note = seeds.locator("#note")
    expect(note).to_be_visible()
    assert "“Zelenskyy”" in note.inner_text()
    assert f"characters {mention.start}–{mention.end}" in note.inner_text()
    assert mention.rule in note.inner_text()
    assert seeds.url.endswith("#" + str(badge.get_attribute("id")))
    seeds.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(badge).to_be_focused()


def test_a_click_on_marked_words_opens_the_innermost_mark(seeds: Page) -> None:
    seeds.locator(".col.shown .cas").first.click()
    expect(seeds.locator("#note h3")).to_contain_text("Killed, hurt, held")


def test_switches_hide_one_kind_and_say_so(seeds: Page) -> None:
    switch = seeds.locator('.chip[data-kind="N"]')
    badge = seeds.locator(".col.shown button.kN").first
    expect(badge).to_be_visible()
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    expect(badge).to_be_hidden()
    seeds.locator("#one-kind").click()
    pressed = [chip.get_attribute("aria-pressed") for chip in seeds.locator(".chip[data-kind]").all()]
    assert pressed == ["true", "false", "false", "false"]


def test_columns_are_chosen_and_the_oldest_gives_way(seeds: Page) -> None:
    assert seeds.locator(".col.shown").count() == 3
    seeds.locator(".txt-chip", has_text="Npr.org").click()
    shown = [column.get_attribute("data-letter") for column in seeds.locator(".col.shown").all()]
    assert shown == ["B", "C", "G"]
    seeds.locator(".txt-chip", has_text="Npr.org").click()
    assert seeds.locator(".col.shown").count() == 2


def test_a_text_unfolds_and_folds(seeds: Page) -> None:
    button = seeds.locator("#text-A .more button")
    rest = seeds.locator("#text-A .rest")
    expect(rest).to_be_hidden()
    button.click()
    expect(rest).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    button.click()
    expect(rest).to_be_hidden()


def test_removed_text_is_shown_on_request_with_its_reason(seeds: Page) -> None:
    caption = seeds.locator("#text-A .rm", has_text="Picture: Alamy")
    expect(caption).to_be_hidden()
    seeds.locator("#show-removed").click()
    expect(caption).to_be_visible()
    expect(caption).to_contain_text("Removed: picture caption")
    seeds.locator(".txt-chip", has_text="Npr.org").click()
    summary = seeds.locator("#text-G .rm", has_text="automatic summary")
    expect(summary.first).to_be_visible()


def test_a_link_to_a_mark_unfolds_its_text(seed_page: Path, open_page: Open, seed_results: Results) -> None:
    last = [m for m in seed_results.mentions["attribution"] if "npr" in m.article_id][-1]
    for fragment in (f"#m-G-{last.mention_id.rpartition(':')[2]}", f"#m-{last.mention_id}"):
        page = open_page(seed_page, fragment=fragment)
        expect(page.locator("#note")).to_be_visible()
        expect(page.locator("#text-G .rest")).to_be_visible()
        expect(page.locator(f'mark[data-mention="{last.mention_id}"]').first).to_be_in_viewport()


def test_tab_enters_a_text_once_and_arrows_walk_its_marks(seeds: Page) -> None:
    badges = seeds.locator("#text-A button.tg")
    assert sum(badge.get_attribute("tabindex") == "0" for badge in badges.all()) == 1
    badges.first.focus()
    for _ in range(badges.count() - 1):
        seeds.keyboard.press("ArrowRight")
    expect(badges.last).to_be_focused()
    expect(badges.last).to_be_visible()
    seeds.keyboard.press("Enter")
    expect(seeds.locator("#note")).to_be_visible()


def test_texts_and_tables_can_be_read_without_javascript(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page, java_script_enabled=False)
    expect(page.locator(".txt").get_by_text("Other drone strikes were also reported").first).to_be_visible()
    expect(page.locator("#table-who-says table")).to_be_visible()
    expect(page.locator(".say").first).to_be_visible()
    for hidden in (".tools", "#card-who-says figure", ".more"):
        expect(page.locator(hidden).first).to_be_hidden()
