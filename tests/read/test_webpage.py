"""Saved web pages: text, what the page declares, several outlets, pages that are no article."""

import json
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import ReadInputs, read
from tests.read.conftest import kept_text

TITLE = "Harbour shuts cracked pier as ferry season nears"
BODY = (
    "The harbour authority closed the northern pier on Monday after divers found cracks in its piles, and"
    " officials said that ferries would be moved to the southern pier until the summer.",
    "“We would rather lose a week than a ferry,” said Ilze Ozola, the harbour master, who had asked for the"
    " inspection in March and who promised a report to the city council before the end of the month.",
    "Shipping companies were told on Sunday evening. Two of them said that they would cancel their sailings,"
    " while a third has announced that it would land passengers at the fishing quay instead.",
)
RECORD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Elsewhere"},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "author": [{"@type": "Person", "name": "Ada Krone"}, {"@type": "Person", "name": "Tom Pohl"}],
            "datePublished": "2024-05-03T09:12:00Z",
            "dateModified": "2024-05-04T18:30:00+02:00",
            "publisher": {"@type": "Organization", "name": "Gulf Courier Media"},
        },
    ],
}


def page(body: str = "", *, head: str = "", before: str = "", after: str = "") -> str:
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a> <a>World</a></nav>"
        f"{before}<main><article><h1>{TITLE}</h1>{text}</article></main>{after}</body></html>"
    )


def read_page(folder: Path, lexicons: Lexicons, html: str | bytes, name: str = "pier.html") -> ReadInputs:
    (folder / name).write_bytes(html.encode() if isinstance(html, str) else html)
    return read([folder], lexicons=lexicons)


def test_text_title_and_declarations(tmp_path: Path, lexicons: Lexicons) -> None:
    head = (
        "<meta property='og:site_name' content='Gulf Courier'>"
        "<link rel='canonical' href='https://courier.example/pier'>"
        f"<script type='application/ld+json'>{json.dumps(RECORD)}</script>"
    )
    (article,) = read_page(tmp_path, lexicons, page(head=head)).articles
    assert (article.article_id, article.source, article.title) == ("pier", "Gulf Courier", TITLE)
    assert article.byline == "Ada Krone, Tom Pohl"
    assert (article.published, article.updated) == ("2024-05-03T09:12:00Z", "2024-05-04T18:30:00+02:00")
    assert article.url == "https://courier.example/pier"
    assert kept_text(article) == [TITLE, *BODY]
    assert all(paragraph.file_start is None for paragraph in article.paragraphs)
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start : paragraph.end] in (TITLE, *BODY)


def test_labels_stand_above_what_the_page_declares(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "labels.csv").write_text(
        "file,source,byline,updated,language\npier.html,The Courier,A. K.,2024-06-01,en\n", encoding="utf-8"
    )
    head = "<meta property='og:site_name' content='Gulf Courier'><meta name='author' content='Ada Krone'>"
    (article,) = read_page(tmp_path, lexicons, page(head=head)).articles
    assert (article.source, article.byline, article.updated) == ("The Courier", "A. K.", "2024-06-01")


def test_an_outlet_that_the_page_does_not_declare_is_not_guessed(tmp_path: Path, lexicons: Lexicons) -> None:
    html = page(head=f"<title>{TITLE} | Gulf Courier</title>", after="<footer>© Gulf Courier</footer>")
    (article,) = read_page(tmp_path, lexicons, html).articles
    assert article.source == "pier"


def test_boilerplate_in_the_text_is_marked(tmp_path: Path, lexicons: Lexicons) -> None:
    body = (
        f"<p>{BODY[0]}</p><p>Advertisement</p><p>{BODY[1]}</p><p>Sign up to our newsletter for the latest news.</p>"
        f"<p>{BODY[2]}</p>"
    )
    (article,) = read_page(tmp_path, lexicons, page(body)).articles
    assert kept_text(article) == [TITLE, *BODY]


def test_comments_and_navigation_are_no_text(tmp_path: Path, lexicons: Lexicons) -> None:
    comments = (
        "<section id='comments'><h2>Comments</h2><p>I never trusted that pier, said my aunt.</p></section>"
    )
    (article,) = read_page(tmp_path, lexicons, page(after=comments)).articles
    assert "aunt" not in " ".join(kept_text(article))


def test_a_wrong_charset_is_seen_through(tmp_path: Path, lexicons: Lexicons) -> None:
    html = page(head="<meta charset='iso-8859-1'>")
    (article,) = read_page(tmp_path, lexicons, html).articles
    assert "“We would rather" in article.text
    old = page(head="<meta charset='utf-8'>").encode("cp1252")
    (article,) = read_page(tmp_path, lexicons, old).articles
    assert "“We would rather" in article.text


def test_html_under_a_text_name_and_text_under_an_html_name(tmp_path: Path, lexicons: Lexicons) -> None:
    (article,) = read_page(tmp_path, lexicons, page(), "pier.txt").articles
    assert kept_text(article) == [TITLE, *BODY]
    (tmp_path / "pier.txt").unlink()
    (article,) = read_page(tmp_path, lexicons, "\n\n".join((TITLE, *BODY)), "pier.htm").articles
    assert kept_text(article) == [TITLE, *BODY]
    assert article.paragraphs[1].file_start == len(TITLE) + 2


CONSENT = (
    "<h1>We value your privacy</h1><p>We and our 610 partners store and access information on a device, such as"
    " cookies, and process personal data. You may click to consent to our processing.</p><button>Accept all</button>"
)
LONG_CONSENT = (
    "<h2>Before you continue</h2><p>We use cookies and data to deliver our services. If you choose to accept all, "
    "we will also use cookies to develop new services.</p><p>You can change your choices at any time in your "
    "privacy settings. Some vendors process your personal data on the basis of legitimate interest.</p>"
)
ROBOT = (
    "<h1>Access denied</h1><p>Please enable JavaScript and cookies to continue. Checking your browser.</p>"
)
MISSING = (
    "<h1>404</h1><p>Sorry, the page you were looking for could not be found.</p><p>Error 404: not found.</p>"
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (CONSENT, "looks like a consent page"),
        (LONG_CONSENT, "looks like a consent page"),
        (ROBOT, "looks like an error page"),
        (MISSING, "looks like an error page"),
        (
            "<h1>Page not found</h1><p>Try the search, or go to our homepage and look there.</p>",
            "an error page",
        ),
        ("<nav><a>Home</a></nav>", "no article text found"),
        ("<div>" * 5_000, "no article text found"),
    ],
)
def test_a_page_without_an_article_is_refused(
    tmp_path: Path, lexicons: Lexicons, body: str, reason: str
) -> None:
    reading = read_page(tmp_path, lexicons, f"<!doctype html><html><body>{body}</body></html>")
    assert reading.articles == ()
    assert reason in reading.skipped[0].reason


def test_an_article_about_consent_is_an_article(tmp_path: Path, lexicons: Lexicons) -> None:
    body = (
        "<p>Regulators in Riga fined the harbour's ferry line on Monday because its website set cookies before"
        " passengers had agreed to them.</p><p>The regulator said the company ignored three letters. Its director"
        " answered that the banner had been broken since March, and that no data had been sold.</p>"
        "<p>Passengers' groups welcomed the fine, which is the largest of its kind in the country so far.</p>"
    )
    assert len(read_page(tmp_path, lexicons, page(body)).articles) == 1


@pytest.mark.parametrize("block", ["article", "div", "section"])
def test_a_page_with_several_outlets_is_parted(tmp_path: Path, lexicons: Lexicons, block: str) -> None:
    parts = "".join(
        f"<{block} class='story'><h3>{name} on the pier</h3><p class='source'>{name}</p><p>{body} {BODY[0]}</p></{block}>"
        for name, body in zip(("Gulf Courier", "Isle Radio", "Northport"), BODY, strict=True)
    )
    html = f"<html><body><h1>The pier: who says what</h1>{parts}<p>Compiled on Monday</p></body></html>"
    reading = read_page(tmp_path, lexicons, html)
    assert [article.source for article in reading.articles] == ["Gulf Courier", "Isle Radio", "Northport"]
    assert [article.article_id for article in reading.articles][1] == "pier#isle-radio"
    for article, body in zip(reading.articles, BODY, strict=True):
        assert kept_text(article) == [f"{article.source} on the pier", f"{body} {BODY[0]}"]
    assert [outside.text for outside in reading.outside] == ["The pier: who says what", "Compiled on Monday"]
    assert reading.outside[0].file_start is None


def test_a_page_with_the_delimiters_of_an_aggregator_is_parted(tmp_path: Path, lexicons: Lexicons) -> None:
    parts = "".join(
        f"<div><h2>{name} on the pier</h2><p>{body}</p><p>Source: {name} | <a href='#'>View original</a></p></div>"
        for name, body in zip(("Gulf Courier", "Isle Radio"), BODY[:2], strict=True)
    )
    reading = read_page(tmp_path, lexicons, f"<html><body>{parts}</body></html>")
    assert [article.source for article in reading.articles] == ["Gulf Courier", "Isle Radio"]


def test_teasers_of_other_outlets_do_not_part_a_page(tmp_path: Path, lexicons: Lexicons) -> None:
    teasers = "".join(
        f"<div class='card'><h3>Other news</h3><span class='source'>{name}</span><p>Short.</p></div>"
        for name in ("Isle Radio", "Northport")
    )
    (article,) = read_page(tmp_path, lexicons, page(after=teasers)).articles
    assert kept_text(article)[:2] == [TITLE, BODY[0]]


def test_whole_articles_without_outlets_are_said(tmp_path: Path, lexicons: Lexicons) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    html = "".join(f"<article><h2>News {number}</h2>{text}</article>" for number in (1, 2))
    reading = read_page(tmp_path, lexicons, f"<html><body>{html}</body></html>")
    assert any("2 articles found on the page" in warning for warning in reading.warnings)


def test_a_single_file_archive(tmp_path: Path, lexicons: Lexicons) -> None:
    html = page(head="<meta property='og:site_name' content='Gulf Courier'>")
    mhtml = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/pier\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://courier.example/pier\r\n\r\n"
        f"{html}\r\n------B\r\nContent-Type: image/png\r\n\r\nx\r\n------B--\r\n"
    )
    for name in ("pier.mhtml", "pier2.html"):
        (tmp_path / name).write_bytes(mhtml.encode())
    first, second = read([tmp_path], lexicons=lexicons).articles
    assert kept_text(first) == kept_text(second) == [TITLE, *BODY]
    assert (first.source, first.url) == ("Gulf Courier", "https://courier.example/pier")
