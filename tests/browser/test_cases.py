"""Runs that are not nine texts on one war: one source, two, many, no sides, another language, hostile input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.records.article import Article, Outside, Removed, Skipped
from framing.results import Results
from tests.browser.conftest import Open, unfold
from tests.conftest import article_of

SAID = "The ministry said that two people were killed in Kyiv. It claimed that nobody else was hurt."
CLAIMED = "Officials claimed on Monday that the strike had killed two people near Kiev."
QUIET = "The weather was mild. Shops stayed open until late in the evening."

Show = Callable[..., Page]


@pytest.fixture
def show(tmp_path: Path, open_page: Open) -> Show:
    """Build and open the page of some articles; keyword arguments replace fields of the results."""

    def show(*articles: Article, conflict: str = "none", width: int = 1400, **fields: object) -> Page:
        results: Results = replace(analyse(articles, Options(conflict=conflict)), **fields)  # type: ignore[arg-type]
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.html"
        path.write_text(build(results, measured={}), encoding="utf-8")
        return open_page(path, width=width)

    return show


def test_one_source_gets_cards_without_a_comparison(show: Show) -> None:
    page = show(article_of(SAID, title="Two killed"))
    expect(page.locator("#card-who-says .say").first).to_be_visible()
    expect(page.locator("#sure")).to_contain_text("a comparison needs two sources")
    assert page.locator(".txt-chip").count() == 0


def test_without_a_pack_the_page_says_how_to_get_sides(show: Show) -> None:
    page = show(article_of(SAID), article_of(CLAIMED, article_id="b", source="B"))
    expect(page.locator("#card-who-says .notice")).to_contain_text("--conflict")
    unfold(page)
    expect(page.locator("#table-who-says thead")).not_to_contain_text("Ukraine")
    expect(page.locator(".facts")).to_contain_text("not told apart")


def test_no_mention_of_a_kind_is_said_and_draws_nothing(show: Show) -> None:
    page = show(article_of(QUIET), article_of(QUIET, article_id="b", source="B"))
    for card in ("who-says", "who-did", "what-called"):
        expect(page.locator(f"#card-{card} .notice")).to_contain_text("found in these texts")
        assert page.locator(f"#card-{card} table").count() == 0
    assert page.locator(".zero").count() > 0


def test_twelve_sources_fit(show: Show) -> None:
    articles = [article_of(SAID, CLAIMED, article_id=f"a{n}", source=f"Source {n}") for n in range(12)]
    page = show(*articles)
    assert page.locator(".txt-chip").count() == 12
    assert page.locator("#table-who-says tbody tr").count() == 12
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_fewer_than_ten_cases_are_too_few_to_compare(show: Show) -> None:
    page = show(article_of(SAID), article_of(CLAIMED, article_id="b", source="B"))
    expect(page.locator("#card-who-says .say").first).to_contain_text("too few to compare")
    unfold(page)
    assert "%" not in page.locator("#table-who-says tbody").inner_text()


def test_an_article_without_a_title_says_so(show: Show) -> None:
    page = show(article_of(SAID), article_of(CLAIMED, article_id="b", source="B", title="A strike"))
    expect(page.locator(".heads .none")).to_have_text("TestNo headline on the page.")
    expect(page.locator("#head-A")).to_have_text("No headline on the page.")


def test_another_language_is_listed_not_scored(show: Show) -> None:
    foreign = article_of("Das Ministerium schweigt.", article_id="d", source="D", language="de")
    page = show(article_of(SAID), foreign)
    expect(page.locator(".others")).to_contain_text("language “de”: listed, not scored")
    assert page.locator(".col").count() == 1


def test_several_articles_of_a_source_are_told_apart_and_counted_together(show: Show) -> None:
    page = show(article_of(SAID), article_of(CLAIMED, article_id="b"))
    assert page.locator(".col header p:first-child").all_text_contents() == ["Test (1)", "Test (2)"]
    assert page.locator("#table-who-says tbody tr").count() == 1


def test_what_was_not_read_stands_there_with_reason_and_remedy(show: Show) -> None:
    skipped = (Skipped(file="scan.pdf", reason="holds no text", remedy="run OCR first"),)
    outside = (Outside(file="a.txt", file_start=0, file_end=5, reason="comment_form", text="Reply"),)
    page = show(article_of(SAID), skipped=skipped, outside=outside)
    expect(page.locator(".skipped")).to_contain_text("run OCR first")
    page.locator("#show-removed").click()
    expect(page.locator(".outside")).to_contain_text("a.txt, comment form: Reply")


def test_a_removed_piece_inside_a_paragraph_is_hidden_until_asked_for(show: Show) -> None:
    article = article_of("KYIV (AP) — The ministry said it was late. Nobody was hurt.")
    page = show(replace(article, removed=(Removed(0, 12, "dateline"),)))
    expect(page.locator(".rmi")).to_be_hidden()
    unfold(page)
    page.locator(".sc button.num").last.click()
    page.locator("#drawer li a").click()
    expect(page.locator(".rmi")).to_be_visible()


HOSTILE = '</script><script>document.title="owned"</script><img src=x onerror="document.title=1">"\'&amp;'


def test_hostile_names_titles_and_texts_are_only_text(show: Show) -> None:
    article = article_of(
        f'The ministry said "{HOSTILE}" \u202e backwards \u2066 {SAID}',
        "w" * 200_000,
        title=f"Title {HOSTILE}",
        source=f"Source {HOSTILE}",
    )
    other = article_of(CLAIMED, article_id='b"><script>', source="<b>B</b>")
    for width in (1400, 390):
        page = show(article, other, width=width)
        assert page.title().endswith("framing") and page.locator("img").count() == 0
        assert HOSTILE in (page.locator("#head-A").text_content() or "")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not any(c in page.content() for c in "\u202e\u2066")
        assert "</script>" in (page.locator("#chart-who-says").text_content() or "")
        page.locator(".say button.num").first.click()
        expect(page.locator("#drawer")).to_be_visible()
