"""The projector, the dark page and the sheet for students."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def test_the_projector_shows_one_card_a_screen_and_nothing_scrolls(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page, width=1920, height=1080)
    page.locator(".wide-only[data-view=projector]").click()
    count = page.locator("[data-slide]").count()
    expect(page.locator("#slide-place")).to_contain_text(f"1 of {count}: The event")
    for number in range(1, count):
        page.keyboard.press("ArrowRight")
        expect(page.locator("#slide-place")).to_contain_text(f"{number + 1} of {count}")
        expect(page.locator("[data-slide].pv")).to_be_visible()
        scroll, height = page.evaluate(
            "(m => [m.scrollHeight, m.clientHeight])(document.querySelector('main'))"
        )
        assert scroll <= height + 1
    expect(page.locator("#slide-next")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(page.locator("#slide-bar")).to_be_hidden()
    expect(page.locator(".col.shown").first).to_be_visible()


def test_the_dark_page_can_be_chosen_and_left_whatever_the_computer_asks_for(seeds: Page) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    for wanted in ("rgb(23, 25, 28)", "rgb(245, 243, 238)"):
        seeds.locator("#views summary").click()
        seeds.locator(".pop [data-view=dark]").click()
        assert seeds.evaluate(background) == wanted
    seeds.emulate_media(color_scheme="dark")
    assert seeds.evaluate(background) == "rgb(245, 243, 238)"


def test_the_menu_of_views_works_by_keyboard(seeds: Page) -> None:
    summary = seeds.locator("#views summary")
    summary.focus()
    seeds.keyboard.press("Enter")
    seeds.keyboard.press("Tab")
    assert seeds.evaluate("document.activeElement.closest('#views .pop') !== null")
    seeds.keyboard.press("Escape")
    expect(seeds.locator("#views .pop")).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_sheet_for_students_has_texts_and_no_marks(seeds: Page) -> None:
    seeds.evaluate("document.documentElement.classList.add('sheet')")
    seeds.emulate_media(media="print")
    expect(seeds.locator("#text-A .pp").last).to_be_visible()
    for hidden in (".col .tg", ".cmp", "#claims", "#sure", ".srcs", ".shared"):
        expect(seeds.locator(hidden).first).to_be_hidden()
    assert (
        seeds.locator("#text-A .spk").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    )


def test_questions_lead_to_both_passages_in_the_texts(seeds: Page) -> None:
    questions = seeds.locator("#class .qs > li")
    assert questions.count() >= 6
    for question in questions.all():
        expect(question.locator("blockquote")).to_have_count(2)
    link = questions.first.locator("blockquote a").first
    anchor = (link.get_attribute("href") or "")[1:]
    link.click()
    expect(seeds.locator(f"[id='{anchor}']").first).to_be_in_viewport()
