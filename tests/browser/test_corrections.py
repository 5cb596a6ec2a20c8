"""Corrections on the page: reject, correct, save, load again; the next run follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.results import Results
from tests.browser.axe import violations
from tests.browser.conftest import Open, unfold
from tests.conftest import article_of

THINGS = (
    "bridge",
    "depot",
    "market",
    "railway",
    "harbour",
    "airfield",
    "school",
    "road",
    "dam",
    "camp",
    "pier",
)
ARTICLES = [
    article_of(
        f"{who} killed 12 soldiers in a strike on the depot.",
        *(
            f"Ukrainian officials {cue} that the {thing} in district {n} was open."
            for n, thing in enumerate(THINGS)
        ),
        title=title,
        article_id=name,
        source=name.title(),
    )
    for name, cue, who, title in (
        ("courier", "claimed", "Russia", "Roads open again"),
        ("gazette", "said", "Russian forces", "District counts its roads"),
    )
]


def page_of(results: Results, folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(build(results, measured={}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Results, Path]:
    results = analyse(ARTICLES, Options(conflict="russia_ukraine"))
    return results, page_of(results, tmp_path_factory.mktemp("before"), "index.html")


def open_note(page: Page, anchor: str) -> Locator:
    page.locator(f"#{anchor}").focus()
    page.keyboard.press("Enter")
    note = page.locator("#note")
    expect(note).to_be_visible()
    return note


def press(page: Page, button: Locator) -> None:
    button.focus()
    page.keyboard.press("Enter")


def reject(page: Page, anchor: str, reason: str = "") -> None:
    note = open_note(page, anchor)
    press(page, note.get_by_role("button", name="No", exact=True))
    note.get_by_label("Why, if you like").fill(reason)
    press(page, note.get_by_role("button", name="Not a case"))
    expect(note).to_contain_text("Noted by hand: Not a case")
    page.keyboard.press("Escape")


def test_reject_one_correct_one_by_keyboard_and_the_next_run_follows(
    before: tuple[Results, Path], open_page: Open, tmp_path: Path
) -> None:
    results, path = before
    page = open_page(path, reduced_motion="reduce")
    reject(page, "m-A-a001", reason="a sign, not a person")
    assert page.locator("#m-A-a001").get_attribute("aria-describedby") == "said-rejected"
    note = open_note(page, "m-A-a002")
    press(page, note.get_by_role("button", name="No", exact=True))
    press(page, note.get_by_role("button", name="Correct it"))
    expect(note.get_by_label("Who says so")).to_be_focused()
    assert violations(page) == []
    press(page, note.get_by_role("button", name="Keep correction"))
    expect(note).to_contain_text("Nothing is changed yet")
    note.get_by_label("Side", exact=True).select_option("russia")
    note.get_by_label("The reporting word").select_option("neutral")
    press(page, note.get_by_role("button", name="Keep correction"))
    expect(note.locator(".said")).to_be_focused()
    expect(note).to_contain_text("Side: Russian side; The reporting word: Plain word")
    page.keyboard.press("Escape")
    expect(page.locator("#m-A-a002")).to_be_focused()
    bar = page.locator("#corrections-bar")
    expect(bar).to_contain_text("3 corrections on this page, not yet saved")
    page.locator("#corrections-by").fill("Kim")
    assert violations(page) == []
    with page.expect_download() as saved:
        press(page, bar.get_by_role("button", name="Save corrections"))
    expect(bar).to_contain_text("The numbers change at the next run")
    table = tmp_path / saved.value.suggested_filename
    saved.value.save_as(table)
    assert table.name == "corrections.csv"

    after = analyse(ARTICLES, Options(conflict="russia_ukraine", corrections=table))
    assert [o.status for o in after.corrections] == ["applied"] * 3
    first = after.corrections[0].correction
    assert (first.by, first.reason) == ("Kim", "a sign, not a person")
    old, new = results.article_rows[0], after.article_rows[0]
    assert (old["attributions"], new["attributions"]) == (11, 10)
    assert (old["attributions_by_ukraine"], new["attributions_by_ukraine"]) == (11, 9)
    assert (old["attributions_doubt"], new["attributions_doubt"]) == (11, 9)

    again = open_page(page_of(after, tmp_path, "again.html"), reduced_motion="reduce")
    unfold(again)
    says = again.locator("#card-who-says .say").all_inner_texts()
    assert says[0].startswith("Courier gives 1 of its 10 attributed statements to the Russian side")
    assert "on 9 of 9 statements of the Ukrainian side and on 0 of 1 of the Russian side" in says[1]
    expect(again.locator("#m-A-a001")).to_have_count(0)
    expect(again.locator("#limits")).to_contain_text("3 human corrections applied")
    corrected = open_note(again, "m-A-a002")
    expect(corrected).to_contain_text("Corrected by a person: Side, The reporting word")
    expect(corrected).to_contain_text("Side: Russian side (the program said: Ukrainian side)")
    expect(corrected).to_contain_text("corrected by a person: speaker_side, cue_class")
    assert again.locator("#m-A-a002").get_attribute("aria-describedby") == "said-mended"
    expect(again.locator("#corrections-list li")).to_have_count(3)
    expect(again.locator("#corrections-bar")).to_be_hidden()
    assert violations(again) == []


def test_a_correction_is_taken_back_and_a_saved_table_loaded(
    before: tuple[Results, Path], open_page: Open, tmp_path: Path
) -> None:
    page = open_page(before[1], reduced_motion="reduce")
    reject(page, "m-B-c001", reason='he said "so", =1+1')
    reject(page, "m-B-a002", reason="=1+1")
    items = page.locator("#corrections-list li")
    press(page, items.first.get_by_role("button", name="Take back"))
    expect(page.locator("#corrections-said")).to_be_focused()
    expect(items).to_have_count(1)
    assert page.locator("#m-B-c001").get_attribute("aria-describedby") is None
    reject(page, "m-B-c001", reason='he said "so", and went')
    with page.expect_download() as saved:
        page.locator("#corrections [data-save-corrections]").click()
    table = tmp_path / "mine.csv"
    saved.value.save_as(table)
    assert '"\'=1+1"' in table.read_text(encoding="utf-8-sig")

    other = open_page(before[1])
    other.locator("#corrections-file").set_input_files(table)
    expect(other.locator("#corrections-said")).to_have_text("2 corrections loaded.")
    expect(other.locator("#corrections-list li").last).to_contain_text('he said "so", and went')
    assert other.locator("#m-B-c001").get_attribute("aria-describedby") == "said-rejected"
    expect(other.locator("#corrections-bar")).to_be_hidden()
    other.locator("#corrections-file").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2\n"}
    )
    expect(other.locator("#corrections-said")).to_contain_text("no table of corrections")


def test_a_figure_is_rejected_in_the_list_of_passages_and_leaving_asks_first(
    before: tuple[Results, Path], open_page: Open
) -> None:
    page = open_page(before[1])
    page.locator("#card-how-many button.num").first.click()
    button = page.locator("#drawer .rejecting button").first
    press(page, button)
    expect(page.locator("#drawer .rejecting").first).to_contain_text("rejected by hand")
    expect(button).to_be_focused()
    expect(page.locator("#corrections-list")).to_contain_text("Figure")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_a_correction_that_fits_no_mark_marks_none(
    before: tuple[Results, Path], open_page: Open, tmp_path: Path
) -> None:
    row = before[0].mentions["attribution"][0]
    table = tmp_path / "corrections.csv"
    table.write_text(
        "article_id,table,start,end,text,action\n"
        f"{row.article_id},attributions,{row.start},{row.end},Another text,reject\n"
        "elsewhere,attributions,1,4,</script><img src=x onerror=alert(1)>,reject\n",
        encoding="utf-8",
    )
    after = analyse(ARTICLES, Options(conflict="russia_ukraine", corrections=table))
    page = open_page(page_of(after, tmp_path, "index.html"))
    assert page.locator("button[aria-describedby]").count() == 0
    items = page.locator("#corrections-list li")
    expect(items.first).to_contain_text("not found in this run")
    expect(items.last).to_contain_text("“</script><img src=x onerror=alert(1)>”")
    expect(items.last).to_contain_text("a text that is not on this page")
    assert items.get_by_role("button", name="Go to the mark").count() == 0
