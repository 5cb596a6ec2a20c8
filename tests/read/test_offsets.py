"""Whatever the text, every offset slices to what it says."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from framing.lexicon import Lexicons
from framing.read.article_building import ArticleBuilder
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.records.errors import InputError

LINES = [
    "Harbour shuts cracked pier as ferry season nears",
    "The harbour authority closed the northern pier on Monday after divers found cracks.",
    "RIGA (AP) — “We would rather lose a week than a ferry,” said Ilze Ozola. 🚢",
    "By Ada Krone",
    "3 May 2024, 09:12 | Updated: 4 May 2024, 18:30",
    "05/06/2024 May 6, 2024 Second pier closed",
    "Skip next section Second pier closed",
    "Advertisement",
    "Most read",
    "Fire guts paper mill in Turku",
    "The northern pier, Riga",
    "Picture: Alamy",
    "By subscribing I accept the terms of use and privacy policy. The pier stays shut.",
    "Read full article ▼",
    "Source: Northport.example | View original article",
    "Leave a Reply",
    "___",
]
BLANKS = ["\n", "\n\n", "\r\n", "\n \t\n", " \n"]


@pytest.fixture(scope="module")
def rules(lexicons: Lexicons) -> ReadingLexicons:
    return ReadingLexicons.of(lexicons)


pages = st.lists(
    st.tuples(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), st.sampled_from(BLANKS)), max_size=25
).map(lambda rows: "".join(line + blank for line, blank in rows))


LINK_FOR_A_TITLE = (
    "Source: Northport.example | View original article\nRead full article ▼\n \t\n"
    "Harbour shuts cracked pier as ferry season nears\n"
)

NAME_OF_A_DATABASE = "The ProQuest archive opens in Turku\nFire guts paper mill in Turku\n"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=pages)
@example(page=NAME_OF_A_DATABASE)
@example(page=LINK_FOR_A_TITLE)
def test_offsets_of_any_page(page: str, rules: ReadingLexicons) -> None:
    try:
        decoded = decode(page.encode("utf-8"), "page.txt")
        found = articles_of(
            ArticleBuilder(Input(Path("page.txt"), "page.txt", "page"), decoded.text, "", rules)
        )
    except InputError:
        return
    file = decoded.text
    for article in found.articles:
        at = 0
        for paragraph in article.paragraphs:
            assert at <= paragraph.start < paragraph.end <= len(article.text)
            assert not article.text[at : paragraph.start].strip()
            assert paragraph.file_start is not None
            length = paragraph.end - paragraph.start
            text = article.text[paragraph.start : paragraph.end]
            assert text == file[paragraph.file_start : paragraph.file_start + length]
            at = paragraph.end
        assert not article.text[at:].strip()
        at = 0
        for span in article.removed:
            assert at <= span.start < span.end <= len(article.text)
            at = span.end
        if article.title:
            assert article.text.startswith(article.title + "\n\n")
    for outside in found.outside:
        assert file[outside.file_start : outside.file_end] == outside.text
    assert len({article.article_id for article in found.articles}) == len(found.articles)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=pages)
def test_nothing_of_a_page_is_lost(page: str, rules: ReadingLexicons) -> None:
    try:
        decoded = decode(page.encode("utf-8"), "page.txt")
        found = articles_of(
            ArticleBuilder(Input(Path("page.txt"), "page.txt", "page"), decoded.text, "", rules)
        )
    except InputError:
        return
    if any(not article.title for article in found.articles) and len(found.articles) > 1:
        return
    seen: set[int] = set()
    for article in found.articles:
        for paragraph in article.paragraphs:
            assert paragraph.file_start is not None
            seen |= set(range(paragraph.file_start, paragraph.file_start + paragraph.end - paragraph.start))
    for outside in found.outside:
        assert outside.file_start is not None and outside.file_end is not None
        seen |= set(range(outside.file_start, outside.file_end))
    if "Source: Northport.example" not in page:
        assert all(at in seen for at, letter in enumerate(decoded.text) if letter.strip())
