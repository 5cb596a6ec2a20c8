"""A whole lesson by keyboard alone, on the example event."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

MOST_STEPS = 400


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element that the selector names, and it can be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("query => document.activeElement.matches(query)", selector):
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_a_lesson_needs_no_mouse(fire_page: Path, open_page: Open) -> None:
    page = open_page(fire_page, reduced_motion="reduce")

    tab_to(page, ".nav a[href='#heads']")
    page.keyboard.press("Enter")
    expect(page.locator(".heads .h").first).to_be_in_viewport()

    tab_to(page, "#one-kind")
    page.keyboard.press("Enter")
    expect(page.locator(".chip[data-kind=A]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".chip[data-kind=C]")).to_have_attribute("aria-pressed", "false")

    tab_to(page, ".legend summary")
    page.keyboard.press("Enter")
    expect(page.locator(".legend .lg")).to_be_visible()

    tab_to(page, "#lineup-claim")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#lu > div")).to_have_count(3)
    expect(page.locator(".clm.lined").first).to_be_visible()

    tab_to(page, "#whole")
    page.keyboard.press("Enter")
    expect(page.locator("#lineup-claim")).to_be_focused()

    tab_to(page, "#text-A button.tg")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#text-A button.tg:focus")).to_be_visible()

    tab_to(page, "#text-A .more button")
    page.keyboard.press("Enter")
    expect(page.locator("#text-A .rest")).to_be_visible()

    tab_to(page, "#card-who-says button.num")
    count = int(page.locator(":focus").inner_text())
    page.keyboard.press("Enter")
    expect(page.locator("#drawer li")).to_have_count(count)
    tab_to(page, "#drawer li a")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_be_hidden()
    expect(page.locator("#note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".col button.tg:focus")).to_be_in_viewport()

    tab_to(page, "#table-claims button.cell")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#table-claims button.cell:focus")).to_be_visible()

    tab_to(page, "#views summary")
    page.keyboard.press("Enter")
    tab_to(page, "#views [data-view=projector]")
    page.keyboard.press("Enter")
    expect(page.locator("#slide-bar")).to_be_visible()
    place = page.locator("#slide-place").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-place")).not_to_have_text(place)
    page.keyboard.press("Escape")
    expect(page.locator("#slide-bar")).to_be_hidden()
