"""Pages that print several outlets' articles."""

import pytest

from tests.read.conftest import ReadText, kept_text

SUMMARY = "A pier was closed on Monday. The mayor says it is safe, and that the mo"
BODIES = {
    "Gulfcourier.example": "Divers found cracks in the piles of the northern pier, the harbour authority said.",
    "Northport.example": "Ferries will leave from the southern pier until June, the shipping line said on Monday.",
    "Isle Radio": "Islanders were told to stock up on fuel, although no shortage is expected, officials said.",
}


def page(toggle: str = "Read full article ▼", closing: str = "Source: {} | View original article") -> str:
    parts = ["Pier closed in Riga", "Pier closed in Riga", "What do you make of this? Share your view below."]
    for number, (source, body) in enumerate(BODIES.items(), 1):
        parts += [f"Headline number {number} about the pier", SUMMARY, toggle, body, closing.format(source)]
    parts += [
        "Source: https://feeds.example/rss/1",
        "Leave a Reply",
        "Your email address will not be published.",
    ]
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    ("toggle", "closing"),
    [
        ("Read full article ▼", "Source: {} | View original article"),
        ("Show more", "Via: {} – Read the original"),
        ("▸ Expand story", "From: {} » Open source"),
    ],
)
def test_each_outlet_is_an_article(read_text: ReadText, toggle: str, closing: str) -> None:
    reading = read_text(page(toggle, closing))
    assert [article.source for article in reading.articles] == list(BODIES)
    for number, (article, body) in enumerate(zip(reading.articles, BODIES.values(), strict=True), 1):
        assert article.title == f"Headline number {number} about the pier"
        assert article.summary == SUMMARY
        assert kept_text(article) == [article.title, body]
        assert [span.reason for span in article.removed] == ["summary", "other", "source_line"]


def test_ids_are_stem_and_outlet(read_text: ReadText) -> None:
    ids = [article.article_id for article in read_text(page()).articles]
    assert ids == ["page#gulfcourier.example", "page#northport.example", "page#isle-radio"]


def test_lines_of_the_page_itself_are_outside(read_text: ReadText) -> None:
    text = page()
    reading = read_text(text)
    reasons = [outside.reason for outside in reading.outside]
    assert reasons == ["other", "other", "comment_form", "source_line", "comment_form", "comment_form"]
    assert all(text[o.file_start : o.file_end] == o.text for o in reading.outside)


def test_one_article_of_an_outlet_without_summary(read_text: ReadText) -> None:
    text = "\n\n".join(
        f"Headline {word} about the pier\n\n{body}\n\nSource: {source} | View original"
        for word, (source, body) in zip(("one", "two", "three"), BODIES.items(), strict=True)
    )
    articles = read_text(text).articles
    assert [article.title for article in articles] == [
        f"Headline {word} about the pier" for word in ("one", "two", "three")
    ]
    assert all(article.summary == "" for article in articles)


def test_a_source_line_alone_makes_no_aggregator_page(read_text: ReadText) -> None:
    body = BODIES["Northport.example"]
    (article,) = read_text(f"Ferries move south\n\n{body}\n\nSource: Northport | View original").articles
    assert article.article_id == "page"
