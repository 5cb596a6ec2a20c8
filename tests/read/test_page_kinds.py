"""Pages that hold no article of an outlet in its own words: noticed, said, and not counted."""

from __future__ import annotations

from pathlib import Path

from framing.lexicon import Lexicons
from framing.read import ReadInputs, read
from tests.read.conftest import kept_text

TITLE = "Ferry pier shut after inspection"
FIRST = "The port authority said on Wednesday that the old pier had been closed for repairs until the end of the summer."
SECOND = "“Nobody told us,” said Ilze Ozola, who sells tickets on the northern quay every morning before the first boat."
THIRD = "Passengers are taken to the northern quay by bus, which the town pays for, and the first boats were late."


def page(tmp_path: Path, lexicons: Lexicons, body: str, head: str = "", html: str = "<html>") -> ReadInputs:
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read([path], lexicons=lexicons)


def article(*paragraphs: str) -> str:
    return f"<article><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</article>"


def test_a_page_that_the_browser_translated_is_refused(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = page(tmp_path, lexicons, article(FIRST, SECOND), html='<html lang="en" class="translated-ltr">')
    assert reading.articles == ()
    assert "translated" in reading.skipped[0].reason


def test_the_beginning_of_a_paid_article_is_refused_and_a_whole_one_read(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    declared = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    )
    stub = page(tmp_path, lexicons, article(FIRST), declared)
    assert "not free" in stub.skipped[0].reason
    whole = [f"{FIRST[:-1]} of year {2000 + n}." for n in range(8)]
    assert len(page(tmp_path, lexicons, article(*whole), declared).articles) == 1
    assert len(page(tmp_path, lexicons, article(FIRST)).articles) == 1


def test_a_short_text_that_asks_to_subscribe_is_refused(tmp_path: Path, lexicons: Lexicons) -> None:
    asked = page(
        tmp_path,
        lexicons,
        article(FIRST, "This article is for subscribers only. Subscribe to continue reading."),
    )
    assert "not free" in asked.skipped[0].reason


def test_a_list_of_articles_is_refused_and_an_article_with_links_read(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    names = (
        "Pier",
        "Mill",
        "Bridge",
        "School",
        "Library",
        "Station",
        "Harbour",
        "Market",
        "Theatre",
        "Tower",
    )
    heads = [f"{name} to be shut for repairs until the summer ends" for name in names]
    teasers = "".join(f"<div><h3><a href='/{n}'>{head}</a></h3></div>" for n, head in enumerate(heads))
    shown = page(tmp_path, lexicons, f"<h1>News</h1><main>{teasers}</main>")
    assert shown.articles == ()
    both = page(tmp_path, lexicons, f"<main>{article(FIRST, SECOND, THIRD)}</main><aside>{teasers}</aside>")
    assert len(both.articles) == 1


def test_the_posts_of_a_live_blog_are_items_with_their_dates(tmp_path: Path, lexicons: Lexicons) -> None:
    posts = "".join(
        f'<div class="liveblog-post" itemprop="liveBlogUpdate"><time datetime="2026-03-05T1{n}:00:00Z">1{n}.00</time>'
        f"<h2>Update {n}</h2><p>{text}</p></div>"
        for n, text in ((2, FIRST), (1, SECOND), (0, THIRD))
    )
    declared = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Pier – live"}</script>'
    )
    reading = page(
        tmp_path, lexicons, f"<main><article><h1>Pier – live</h1>{posts}</article></main>", declared
    )
    assert [(a.title, a.published) for a in reading.articles] == [
        ("Update 2", "2026-03-05T12:00:00Z"),
        ("Update 1", "2026-03-05T11:00:00Z"),
        ("Update 0", "2026-03-05T10:00:00Z"),
    ]
    assert "live blog" in reading.warnings[0]


def test_posts_of_social_media_are_not_the_article(tmp_path: Path, lexicons: Lexicons) -> None:
    tweet = '<blockquote class="twitter-tweet"><p>The pier is rotten, everybody in this town has known it for years.</p></blockquote>'
    (one,) = page(
        tmp_path, lexicons, f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{tweet}<p>{SECOND}</p></article>"
    ).articles
    assert kept_text(one)[1:] == [FIRST, SECOND]


def test_what_the_declared_text_lacks_is_marked(tmp_path: Path, lexicons: Lexicons) -> None:
    others = [f"{THIRD[:-1]} in {year}." for year in range(2010, 2020)]
    body = " ".join([FIRST, SECOND, *others])
    declared = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    )
    foreign = (
        "Our reporters are on duty all night and will tell you about everything that goes on at the quays."
    )
    (one,) = page(tmp_path, lexicons, article(FIRST, SECOND, *others, foreign), declared).articles
    assert kept_text(one)[1:] == [FIRST, SECOND, *others]


def test_a_passage_counts_once(tmp_path: Path, lexicons: Lexicons) -> None:
    quote = "“Nobody told us,” said Ilze Ozola, who sells tickets on the northern quay every morning"
    (one,) = page(tmp_path, lexicons, article(FIRST, quote, SECOND, THIRD, FIRST)).articles
    assert kept_text(one)[1:] == [FIRST, SECOND, THIRD]
