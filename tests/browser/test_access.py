"""Small and large screens, dark mode, paper, keyboard and assistive technology."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Open, unfold

WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"
VIEWS = (
    "() => [...document.querySelectorAll('#views [data-view]:not([hidden])')].map(item => item.dataset.view)"
)
SWITCH = "view => document.querySelector(`#views [data-view=${view}]`).click()"
OUTSIDE = """() => [...document.querySelectorAll('main *')].filter(element => {
  const box = element.getBoundingClientRect();
  const scrolls = element.closest('.tools .row, .pick, .tw, .vh, .skip, svg');
  return box.width && !scrolls && (box.right > innerWidth + 1 || box.left < -1);
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [390, 768, 1400, 1920, 3840])
def test_nothing_scrolls_sideways(seed_page: Path, open_page: Open, width: int) -> None:
    page = open_page(seed_page, width=width)
    page.locator("#show-removed").click()
    scroll, window = page.evaluate(WIDTHS)
    assert scroll <= window
    assert page.evaluate(OUTSIDE) == []


def test_axe_finds_no_violation_in_any_way_to_see_the_page(fire_page: Path, open_page: Open) -> None:
    page = open_page(fire_page, reduced_motion="reduce")
    for button in ("#show-removed", "#show-claims", "#show-copied"):
        page.locator(button).click()
    page.locator("#lineup-claim").select_option(index=1)
    for details in page.locator("details:not(#views) > summary").all():
        if details.is_visible():
            details.click()
    assert violations(page) == []
    page.locator(".col.shown button.tg").first.click()
    page.locator("#note").get_by_role("button", name="No", exact=True).click()
    assert violations(page, "#note") == []
    page.keyboard.press("Escape")
    page.locator("#views summary").click()
    assert violations(page, "#views") == []
    page.keyboard.press("Escape")
    views = page.evaluate(VIEWS)
    assert {"annotate", "dark", "projector"} <= set(views)
    for view in set(views) - {"projector"}:
        page.evaluate(SWITCH, view)
        assert page.evaluate(WIDTHS) == [1400, 1400]
        assert violations(page) == [], view
        page.evaluate(SWITCH, view)
    page.evaluate(SWITCH, "projector")
    for number in range(1, page.locator("[data-slide]").count()):
        page.keyboard.press("ArrowRight")
        if number % 3 == 0:
            assert violations(page) == [], page.locator("#slide-place").inner_text()
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert violations(page) == []


@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "dark"}, {"width": 390, "height": 844}],
    ids=["dark", "phone"],
)
def test_axe_finds_no_violation(fire_page: Path, open_page: Open, options: dict[str, Any]) -> None:
    page = open_page(fire_page, reduced_motion="reduce", **options)
    page.locator("#show-removed").click()
    assert violations(page) == []
    page.locator(".col.shown button.tg").first.click()
    expect(page.locator("#note")).to_be_visible()
    assert violations(page, "#note") == []
    page.keyboard.press("Escape")
    page.locator(".say button.num").first.click()
    expect(page.locator("#drawer")).to_be_visible()
    assert violations(page, "#drawer") == []


@pytest.mark.parametrize(("width", "height", "longest"), [(1400, 1000, 12_000), (390, 844, 26_000)])
def test_the_page_is_no_longer_than_this(
    seed_page: Path, open_page: Open, width: int, height: int, longest: int
) -> None:
    page = open_page(seed_page, width=width, height=height)
    assert page.evaluate("document.documentElement.scrollHeight") <= longest


def test_the_dark_page_is_dark(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 25, 28)"
    head = page.locator(".chart .annotation-text").first
    assert head.evaluate("element => getComputedStyle(element).fill") == "rgb(234, 231, 224)"


def test_a_phone_shows_one_text_at_a_time(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page, width=390, height=844)
    assert page.locator(".col.shown").count() == 1
    page.locator(".txt-chip", has_text="Dw.com").click()
    assert page.locator(".col.shown").get_attribute("data-letter") == "H"


def test_type_never_shrinks_in_charts(seed_page: Path, open_page: Open) -> None:
    for width in (390, 1400):
        page = open_page(seed_page, width=width)
        sizes = page.eval_on_selector_all(
            ".chart text", "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
        )
        assert min(sizes) >= 10


def test_paper_shows_every_text_unfolded_and_no_controls(seed_page: Path, open_page: Open) -> None:
    page = open_page(seed_page)
    page.emulate_media(media="print")
    for letter in "ABCDEFGHI":
        expect(page.locator(f"#text-{letter} .pp").last).to_be_visible()
    for hidden in (".bar", ".tools", ".pick", ".more"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_everything_is_reached_by_tab(seeds: Page) -> None:
    unfold(seeds)
    seeds.locator(".skip").focus()
    seen = set()
    for _ in range(400):
        seeds.keyboard.press("Tab")
        seen.add(seeds.evaluate("document.activeElement.id || document.activeElement.className"))
        if seeds.evaluate("document.activeElement === document.body"):
            break
    assert {"btn wide-only", "one-kind", "show-removed", "num", "btn flat", "table-who-says"} <= seen
