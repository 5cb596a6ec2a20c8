"""Takes the pictures of the docs: the page of the seed documents, and the local app. `make pictures`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from framing import run, write
from tests.app.running import starting
from tests.browser.conftest import ARGUMENTS
from tests.browser.install import find

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
BEFORE = 70


def scrolled_to(page: Page, selector: str, before: int = BEFORE) -> None:
    """Put an element at the top of the window, below the bar of the page."""
    page.evaluate(
        "([s, b]) => { const y = document.querySelector(s).getBoundingClientRect().top;"
        " window.scrollTo(0, window.scrollY + y - b); }",
        [selector, before],
    )
    page.wait_for_timeout(300)


def of_the_app(browser: Browser, folder: Path) -> None:
    """What was read of an article of the example, as the local app shows it."""
    with starting() as start:
        app = start(folder)
        page = browser.new_page(viewport={"width": 1100, "height": 860}, reduced_motion="reduce")
        page.goto(app.next_address())
        page.get_by_role("button", name="Try the example event").click()
        page.get_by_role("link", name="See and correct").first.click()
        scrolled_to(page, "#text", before=0)
        page.screenshot(path=IMAGES / "app.png")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "seeds"
        write(run([ROOT / "seeds"]), target)
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        page.goto((target / "index.html").as_uri())
        page.wait_for_timeout(1500)
        scrolled_to(page, "#read article", before=140)
        page.screenshot(path=IMAGES / "reading.png")
        scrolled_to(page, "#claims")
        page.screenshot(path=IMAGES / "claims.png")
        page.set_viewport_size({"width": 1600, "height": 900})
        scrolled_to(page, "#event")
        page.locator(".wide-only[data-view=blind]").click()
        page.locator(".wide-only[data-view=projector]").click()
        while page.locator("#card-who-says").is_hidden():
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        page.screenshot(path=IMAGES / "projector.png")
        of_the_app(browser, Path(folder) / "app")
        browser.close()


if __name__ == "__main__":
    main()
