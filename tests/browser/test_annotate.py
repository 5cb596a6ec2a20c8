"""Annotate first: nothing of the program before comparing; marks by mouse and by keyboard; save, merge, agree."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from framing.classroom.units import words_of
from framing.publish.run import write
from framing.records.article import Article, Span
from framing.results import Results
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.classroom.making import saved, write_answers
from tests.command import framing

DRAWN = """() => [...document.querySelectorAll('.col [data-start] *')].filter(element => {
  const style = getComputedStyle(element);
  return style.display !== 'none' && (style.textDecorationLine !== 'none' || style.outlineStyle !== 'none'
    || style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none');
}).map(element => element.outerHTML.slice(0, 100))"""
FIRST_WORDS = 40


@pytest.fixture(scope="module")
def run(fire_results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example event as `framing compare` writes it: its tables and its page."""
    folder = tmp_path_factory.mktemp("annotate") / "fire"
    write(fire_results, folder)
    return folder


def lead(article: Article) -> list[Span]:
    """The words of the first paragraph of the body."""
    words = words_of(article)
    first = int(article.has_title)
    return [span for span, number in zip(words.spans, words.paragraphs, strict=True) if number == first]


def begin(page: Page) -> None:
    page.locator(".views > [data-view=annotate]").click()
    expect(page.locator("#annotate")).to_be_visible()


def download(page: Page) -> dict[str, Any]:
    with page.expect_download() as saving:
        page.locator("#annotate-save").click()
    return dict(json.loads(Path(saving.value.path()).read_text(encoding="utf-8")))


def drag_over(page: Page, paragraph: Locator, first: str, last: str) -> None:
    """Select from the middle of one word to the middle of another with the mouse."""
    paragraph.scroll_into_view_if_needed()
    ends = paragraph.evaluate(
        """(paragraph, words) => words.map(word => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(word);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + word.length);
            const box = range.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
          }
        })""",
        [first, last],
    )
    page.mouse.move(*ends[0])
    page.mouse.down()
    page.mouse.move(*ends[1], steps=4)
    page.mouse.up()


def test_nothing_of_the_program_shows_before_comparing(
    run: Path, open_page: Open, fire_results: Results
) -> None:
    page = open_page(run / "index.html")
    page.locator("#show-claims").click()
    begin(page)
    for hidden in ("#compare", "#claims", "#sure", ".tools", ".legend", "#lineup", ".shared", ".mks"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.evaluate(DRAWN) == []
    spoken = page.locator("main").aria_snapshot()
    assert "Open note" not in spoken and "- mark" not in spoken and "start of what was said" not in spoken
    visible = page.locator("body").inner_text()
    assert fire_results.ledger.claims and "What several sources tell" not in visible
    page.evaluate("location.hash = document.querySelector('.col button.tg').id")
    page.wait_for_timeout(100)
    expect(page.locator("#note")).to_be_hidden()
    assert page.evaluate(DRAWN) == []
    page.locator("#annotate-stop").click()
    expect(page.locator("#compare")).to_be_visible()
    expect(page.locator(".col.shown button.tg").first).to_be_visible()
    assert page.locator(".col [role]").count() == 0


def test_by_keyboard_alone(run: Path, open_page: Open, fire_results: Results) -> None:
    page = open_page(run / "index.html")
    page.locator(".views > [data-view=annotate]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#annotate-heading")).to_be_focused()
    paragraph = page.locator("#text-B .pp").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if paragraph.evaluate("element => element === document.activeElement"):
            break
    expect(paragraph).to_be_focused()
    status = page.locator("#annotate-status")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "c"):
        page.keyboard.press(key)
    expect(status).to_contain_text("Marked as Killed, hurt, held")
    page.keyboard.press("End")
    page.keyboard.press("h")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("n")
    expect(page.locator("#own-marks li")).to_have_count(3)
    page.keyboard.press("Delete")
    expect(status).to_have_text("Mark removed.")
    expect(page.locator("#own-marks li")).to_have_count(2)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("Marked: Killed, hurt, held")
    article = fire_results.articles[1]
    answers = download(page)
    words = lead(article)
    assert [mark["kind"] for mark in answers["marks"]] == ["C", "H"]
    assert (answers["marks"][0]["start"], answers["marks"][0]["end"]) == (words[1].start, words[2].end)
    assert (answers["marks"][1]["start"], answers["marks"][1]["end"]) == words[-1]
    for mark in answers["marks"]:
        assert article.text[mark["start"] : mark["end"]] == mark["text"]


def test_by_mouse(run: Path, open_page: Open, fire_results: Results) -> None:
    page = open_page(run / "index.html")
    begin(page)
    article = fire_results.articles[0]
    paragraph = page.locator("#text-A .pp").first
    text = paragraph.text_content()
    words = [article.text[start:end] for start, end in lead(article)]
    long = [word for word in words[:14] if word.isalpha() and len(word) > 3]
    drag_over(page, paragraph, long[0], long[2])
    expect(page.locator("#palette")).to_be_visible()
    page.locator("#palette [data-label=A]").click()
    expect(page.locator("#palette")).to_be_hidden()
    own = paragraph.locator(".own-A")
    expect(own.first).to_be_visible()
    assert paragraph.text_content() == text
    (mark,) = download(page)["marks"]
    assert mark["text"].startswith(long[0]) and mark["text"].endswith(long[2])
    assert article.text[mark["start"] : mark["end"]] == mark["text"]
    own.first.click()
    page.locator("#palette-remove").click()
    expect(paragraph.locator(".own")).to_have_count(0)
    assert download(page)["marks"] == []


def test_offsets_stay_right_where_words_are_masked(run: Path, open_page: Open, fire_results: Results) -> None:
    page = open_page(run / "index.html")
    begin(page)
    paragraph = page.locator("#text-A .pp").first
    paragraph.evaluate(
        """paragraph => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          walker.nextNode();
          const first = walker.currentNode;
          const word = first.data.match(/^\\S+/)[0];
          first.splitText(word.length);
          const mask = document.createElement('span');
          mask.dataset.chars = [...word].length;
          mask.textContent = '[a name]';
          first.replaceWith(mask);
        }"""
    )
    paragraph.focus()
    for key in ("Home", "Shift+ArrowRight", "Shift+ArrowRight", "n"):
        page.keyboard.press(key)
    expect(page.locator("#own-marks")).to_contain_text("[a name]")
    article = fire_results.articles[0]
    (mark,) = download(page)["marks"]
    words = lead(article)
    assert (mark["start"], mark["end"]) == (words[0].start, words[2].end)
    assert mark["text"] == article.text[mark["start"] : mark["end"]]


def test_saved_marks_are_merged_with_the_agreement_that_the_page_shows(
    run: Path, open_page: Open, fire_results: Results, tmp_path: Path
) -> None:
    articles = fire_results.articles
    page = open_page(run / "index.html")
    question = page.locator("#class .qs > li").first
    asked = question.locator(".qq").inner_text()
    question.locator("textarea").fill("Not yet.")
    begin(page)
    page.locator("#annotate-name").fill("Ada <b>")
    kinds = {"attribution": "A", "casualty": "C", "naming": "N"}
    chosen = {
        articles[0].article_id: [
            (kinds[family], articles[0].text[row.start : row.end][:FIRST_WORDS].strip())
            for family in kinds
            for row in fire_results.mentions[family][:5]
            if row.article_id == articles[0].article_id
        ],
        articles[1].article_id: [],
    }
    ada = saved(articles, chosen, coder="Ada <b>", replies={"Who?": "Nobody."})
    page.locator("#annotate-load").set_input_files(write_answers(tmp_path / "early.json", ada))
    expect(page.locator("#own-count")).to_have_text(f"{len(ada['marks'])} marks")
    expect(page.locator("#class textarea").first).to_have_value("")
    page.locator("#annotate-stop").click()
    question.locator("textarea").fill("Because one text gives no figure.")
    begin(page)
    page.locator(".read-box:visible input").nth(2).check()
    files = tmp_path / "class"
    files.mkdir()
    with page.expect_download() as saving:
        page.locator("#annotate-save").click()
    assert saving.value.suggested_filename == "ada-b-marks.json"
    saving.value.save_as(files / "ada.json")
    fewer = {
        articles[0].article_id: chosen[articles[0].article_id][1:],
        articles[1].article_id: [("N", "the")],
    }
    write_answers(files / "ben.json", saved(articles, fewer, coder="Ben"))
    write_answers(files / "cleo.json", saved(articles, {articles[2].article_id: []}, coder="Cleo"))
    done = framing("merge-answers", run, files, "--names", "--out", "pooled", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "pooled" / "agreement.csv").open(newline="", encoding="utf-8") as file:
        merged = list(csv.DictReader(file))

    with (tmp_path / "pooled" / "answers.csv").open(newline="", encoding="utf-8") as file:
        replies = {
            row["asked"] or row["question"]: row["text"]
            for row in csv.DictReader(file)
            if row["answer"] == "reply"
        }
    assert replies == {"Who?": "Nobody.", asked: "Because one text gives no figure."}

    page.locator("#annotate-compare").click()
    with_program = {
        row["kind"]: row for row in merged if row["coder_a"] == "Ada <b>" and row["coder_b"] == "program"
    }
    rows = table(page, "you and the program")
    assert rows == [shown(with_program[kind]) for kind in ("A", "C", "N", "H", "all")]
    sentence = page.locator("#comparison .say").inner_text()
    all_kinds = with_program["all"]
    assert f"agree on {int(all_kinds['alike']):,} of {int(all_kinds['words']):,} words" in sentence
    touched = page.locator("#comparison").inner_text()
    assert f"Of your {all_kinds['marks_a']} marks, {all_kinds['marks_a_touching']} touch" in touched
    assert (
        f"program’s {all_kinds['marks_b']} marks in these texts, you touched {all_kinds['marks_b_touching']}"
        in touched
    )
    expect(page.locator(".col.shown button.tg").first).to_be_visible()
    page.locator("#comparison summary").nth(1).click()
    page.locator("#comparison details").nth(1).locator("li button").first.click()
    page.locator("#annotate-compare").click()
    expect(page.locator(".col.shown button.tg").first).to_be_hidden()

    page.locator("#annotate-others").set_input_files(
        [*files.iterdir(), write_answers(tmp_path / "bad.json", ada | {"page": "0" * 64})]
    )
    expect(page.locator("#comparison .notice")).to_have_text("bad.json: holds answers to another page.")
    together = [row for row in merged if row["among"] == "students"]
    assert table(page, "all students together") == [shown(row) for row in together]
    pairs = [row for row in merged if row["among"] == "two_students" and row["kind"] == "all"]
    assert sorted(table(page, "each with each, all labels together")) == sorted(shown(row) for row in pairs)


def table(page: Page, caption: str) -> list[list[str]]:
    rows = page.get_by_role("region", name=f"Table: {caption}").locator("tbody tr")
    return [[cell.inner_text() for cell in row.locator("td").all()] for row in rows.all()]


def shown(row: dict[str, str]) -> list[str]:
    """A row of `agreement.csv` as the page shows it."""
    few = "too few to compare"
    counts = [f"{int(row[name]):,}" for name in ("words", "marked", "marked_alike")]
    share = f"{round(100 * float(row['agreement']))} %" if row["agreement"] else few
    alpha = f"{float(row['alpha']):.2f}".replace("-", "−") if row["alpha"] else few
    return [*counts, share, alpha]


def test_a_file_that_does_not_fit_is_refused(
    run: Path, open_page: Open, fire_results: Results, tmp_path: Path
) -> None:
    page = open_page(run / "index.html")
    begin(page)
    good = saved(fire_results.articles, {fire_results.articles[0].article_id: []})
    mark = {
        "article_id": fire_results.articles[0].article_id,
        "kind": "A",
        "start": 0,
        "end": 3,
        "text": "<i>",
    }
    for number, answers in enumerate(
        (
            {},
            [],
            {"format": "framing-answers"},
            good | {"marks": [mark]},
            good | {"marks": [None]},
            good | {"read": ["<img src=x>"]},
            good | {"replies": None},
        )
    ):
        path = tmp_path / f"<b>{number}.json"
        path.write_text(json.dumps(answers))
        page.locator("#annotate-load").set_input_files(path)
        expect(page.locator("#annotate-status")).to_contain_text(f"<b>{number}.json: ")
    assert download(page)["marks"] == []


@pytest.mark.parametrize(
    "options", [{"color_scheme": "dark"}, {"width": 390, "height": 844}], ids=["dark", "phone"]
)
def test_axe_finds_no_violation(run: Path, open_page: Open, options: dict[str, Any]) -> None:
    page = open_page(run / "index.html", reduced_motion="reduce", **options)
    if page.locator(".views > [data-view=annotate]").is_visible():
        begin(page)
    else:
        page.locator("#views summary").click()
        page.locator("#views [data-view=annotate]").click()
    paragraph = page.locator(".col.shown .pp").first
    paragraph.focus()
    for key in ("Home", "Shift+ArrowRight", "a", "ArrowRight", "h", "ArrowRight", "Shift+ArrowRight", "n"):
        page.keyboard.press(key)
    paragraph.locator(".own-H").first.click()
    expect(page.locator("#palette")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#palette-close").click()
    page.locator("#annotate-compare").click()
    expect(page.locator("#comparison")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
