"""The app in a browser: a teacher's whole way and a researcher's, and every screen for eyes, ears and fingers."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from framing.example import folder
from tests.app.running import CHRONICLE, COURIER, LONGEST, App, starting
from tests.browser.axe import violations
from tests.browser.test_access import WIDTHS
from tests.browser.test_corrections import reject

DROP = """files => {
  const carried = new DataTransfer();
  files.forEach(([name, text]) => carried.items.add(new File([text], name)));
  const at = document.getElementById('drop');
  at.dispatchEvent(new DragEvent('dragover', {dataTransfer: carried, bubbles: true, cancelable: true}));
  at.dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""
TABLE = "wording,paper,day\n" + "".join(
    f'"{text.strip()}",{paper},2026-03-1{number}\n'
    for number, (paper, text) in enumerate(
        {"Chronicle": CHRONICLE.replace('"', '""'), "Courier": COURIER.replace('"', '""')}.items()
    )
)
LANTERN, TODAY = "the-daily-lantern.html", "orvania-today.html"
SECONDS = LONGEST * 1000


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with starting() as start:
        yield start(tmp_path_factory.mktemp("serve") / "state")


@pytest.fixture
def window(app: App, browser: Browser) -> Iterator[Page]:
    """A window of somebody who opened the printed address; it must have no complaint but of wrong entries."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce")
    context.add_cookies(
        [{"name": name, "value": value, "url": f"{app.home}/"} for name, value in app.client.cookies.items()]
    )
    page = _listened(context, complaints)
    page.goto(f"{app.home}/")
    yield page
    context.close()
    assert complaints == []


def _listened(context: BrowserContext, complaints: list[str]) -> Page:
    context.on("page", lambda page: page.on("pageerror", lambda error: complaints.append(str(error))))
    context.on("console", lambda message: complaints.extend([] if "422" in message.text else [message.text]))
    return context.new_page()


def _checked(page: Page) -> None:
    """No violation for assistive technology, and nothing wider than a phone."""
    assert violations(page) == []
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": 390, "height": 844})
    scroll, width = page.evaluate(WIDTHS)
    assert scroll <= width
    page.set_viewport_size(size)


def _saved(page: Page, name: str, folder: Path) -> Path:
    """What a link saves."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    download.value.save_as(path := folder / download.value.suggested_filename)
    return path


def _rows(packed: Path, table: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(packed) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{table}.csv").decode("utf-8"))))


def test_a_teacher_goes_from_three_files_to_the_printed_worksheet(window: Page, tmp_path: Path) -> None:
    _checked(window)
    texts = [(folder() / name).read_text(encoding="utf-8") for name in (LANTERN, TODAY)]
    window.evaluate(DROP, [[LANTERN, texts[0]], [TODAY, texts[1]], ["notes.rds", "not news"]])
    see = window.get_by_role("link", name="See and correct")
    expect(see).to_have_count(2, timeout=SECONDS)
    expect(window.get_by_text("an R data file")).to_be_visible()
    _checked(window)
    window.get_by_role("button", name="Take out notes.rds").click()
    expect(window.get_by_text("notes.rds")).to_have_count(0)

    see.first.click()
    _checked(window)
    window.get_by_label("Source", exact=True).fill("The Lantern")
    window.get_by_label("Date", exact=True).fill("15 October")
    window.get_by_role("button", name="Save and back").first.click()
    assert "/articles/" in window.url
    window.get_by_label("Date", exact=True).fill("2025-10-16")
    window.get_by_role("button", name="Save and back").first.click()
    expect(window.get_by_text("2025-10-16", exact=True)).to_be_visible()
    see.nth(1).click()
    window.get_by_label("Some parents claimed").check()
    expect(window.get_by_text("left out", exact=True).locator("visible=true")).to_have_count(1)
    window.get_by_role("button", name="Save", exact=True).last.click()
    expect(window.get_by_label("Some parents claimed")).to_be_checked()
    window.get_by_label("Some parents claimed").uncheck()
    window.get_by_role("button", name="Save and back").last.click()

    window.get_by_role("link", name="Choose or name the sides").click()
    window.get_by_role("button", name="List who is named").click()
    expect(window.get_by_label("Side of Joss Merrow")).to_be_visible(timeout=SECONDS)
    _checked(window)
    window.get_by_label("First side").fill("School")
    window.get_by_label("Second side").fill("Parents")
    window.get_by_label("Side of Joss Merrow").select_option("first side")
    window.get_by_role("button", name="Save these sides").click()
    expect(window.get_by_text("one has nobody")).to_be_visible()
    _checked(window)
    window.go_back()
    window.get_by_role("link", name="framing").click()
    window.get_by_role("link", name="Go on").click()

    window.get_by_role("button", name="Compare", exact=True).click()
    expect(window.get_by_role("progressbar")).to_be_visible()
    expect(window.get_by_role("button", name="Stop")).to_be_visible()
    _checked(window)
    expect(window.get_by_role("link", name="Open the page")).to_be_visible(timeout=SECONDS)
    _checked(window)
    with window.expect_popup() as opened:
        window.get_by_role("link", name="Open the page").click()
    page = opened.value
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("The Lantern").first).to_be_visible()
    assert page.evaluate("origin") == "null"

    said = _rows(_saved(window, "Save the tables", tmp_path), "attributions")
    reject(page, "m-A-a001")
    with page.expect_download() as download:
        page.locator("#corrections-bar").get_by_role("button", name="Save corrections").click()
    download.value.save_as(table := tmp_path / "corrections.csv")
    window.get_by_label("The file corrections.csv").set_input_files(table)
    window.get_by_role("button", name="Apply and run again").click()
    expect(window.get_by_text("This run: 1 applied")).to_be_visible(timeout=SECONDS)
    corrected = _rows(_saved(window, "Save the tables", tmp_path), "attributions")
    assert len(corrected) == len(said) - 1

    with window.expect_popup() as opened:
        window.get_by_role("link", name="Open: For students").click()
    sheet = opened.value
    expect(sheet.locator("h1")).to_be_visible()
    assert sheet.pdf().startswith(b"%PDF")
    assert _saved(window, "PDF: Teacher's key", tmp_path).read_bytes().startswith(b"%PDF")

    window.get_by_role("link", name="Delete this run").click()
    _checked(window)
    window.get_by_role("button", name="Delete").click()
    expect(window.get_by_role("heading", name="Runs of this comparison")).to_be_visible()


def test_a_researcher_goes_from_a_table_to_the_tables(window: Page, tmp_path: Path) -> None:
    table = tmp_path / "press.csv"
    table.write_text(TABLE, encoding="utf-8")
    window.get_by_label("Files").set_input_files(table)
    window.get_by_role("button", name="Add these files").click()
    window.get_by_role("link", name="Choose the columns").click(timeout=SECONDS)
    _checked(window)
    window.get_by_label("Column of the text").select_option("wording")
    window.get_by_label("Column of the source").select_option("paper")
    window.get_by_label("Column of the date").select_option("day")
    window.get_by_role("button", name="Read the table").click()
    expect(window.get_by_text("2 articles of 2 sources")).to_be_visible(timeout=SECONDS)
    window.get_by_role("button", name="Compare", exact=True).click()
    expect(window.get_by_role("link", name="Save the tables")).to_be_visible(timeout=SECONDS)
    articles = _rows(_saved(window, "Save the tables", tmp_path), "articles")
    assert [(row["source"], row["published"]) for row in articles] == [
        ("Chronicle", "2026-03-10"),
        ("Courier", "2026-03-11"),
    ]


def test_the_example_is_one_press_away_by_keyboard_alone(window: Page) -> None:
    for _ in range(30):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.textContent") == "Try the example event":
            break
    window.keyboard.press("Enter")
    expect(window.get_by_text("5 articles of 5 sources")).to_be_visible(timeout=SECONDS)
    expect(window.get_by_text("named by you")).to_be_visible()


def test_without_a_script_the_way_is_the_same(app: App, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(
        [{"name": name, "value": value, "url": f"{app.home}/"} for name, value in app.client.cookies.items()]
    )
    page = context.new_page()
    page.goto(f"{app.home}/")
    page.get_by_text("Paste a text").click()
    page.get_by_label("Source").first.fill("Chronicle")
    page.get_by_label("Text", exact=True).fill(CHRONICLE)
    page.get_by_role("button", name="Add this text").click()
    expect(page.get_by_text("1 article of 1 source")).to_be_visible(timeout=SECONDS)
    context.close()


def test_nobody_else_gets_in_and_is_told_how(app: App, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{app.origin}/")
    expect(page.get_by_role("heading", name="Open framing from its window")).to_be_visible()
    _checked(page)
    page.goto(app.next_address())
    expect(page.get_by_role("heading", name="Compare how several sources tell one event")).to_be_visible()
    context.close()
