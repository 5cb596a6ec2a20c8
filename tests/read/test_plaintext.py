"""Title, paragraphs, offsets and what the page says about the article."""

from pathlib import Path

from framing.lexicon import Lexicons
from framing.read import read
from tests.read.conftest import ReadText, kept_text, removed_text

TITLE = "Harbour shuts cracked pier as ferry season nears"
FIRST = "The harbour authority closed the northern pier on Monday after divers found cracks in its piles."
SECOND = "“We would rather lose a week than a ferry,” said Ilze Ozola, the harbour master."


def test_title_then_blank_line_then_the_file_as_it_stands(read_text: ReadText) -> None:
    page = f"{TITLE}\n{FIRST}\n{SECOND}"
    (article,) = read_text(page).articles
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    for paragraph in article.paragraphs:
        assert paragraph.file_start is not None
        length = paragraph.end - paragraph.start
        assert article.text[paragraph.start : paragraph.end] == page[paragraph.file_start :][:length]


def test_a_long_first_paragraph_is_no_title(read_text: ReadText) -> None:
    (article,) = read_text(f"{FIRST} {SECOND}\n{SECOND}").articles
    assert article.title == ""
    assert article.text.startswith(FIRST)


def test_a_short_first_sentence_is_no_title(read_text: ReadText) -> None:
    (article,) = read_text(f"The pier is closed.\n\n{FIRST}").articles
    assert article.title == ""


def test_standfirst_and_crossheads_are_kept(read_text: ReadText) -> None:
    page = [TITLE, "Divers found cracks as wide as a hand.", FIRST, "Old wood", SECOND]
    (article,) = read_text("\n".join(page)).articles
    assert kept_text(article) == page


def test_what_the_page_shows_goes_into_fields(read_text: ReadText) -> None:
    page = f"""{TITLE}

3 May 2024, 09:12 | Updated: 4 May 2024, 18:30

By Ada Krone

RIGA (AP) — {FIRST}

{SECOND}"""
    (article,) = read_text(page).articles
    assert (article.byline, article.agency) == ("Ada Krone", "AP")
    assert (article.published, article.updated) == ("2024-05-03T09:12", "2024-05-04T18:30")
    assert article.language == "en"
    assert kept_text(article) == [TITLE, FIRST, SECOND]


def test_page_head_before_the_title_is_outside(read_text: ReadText) -> None:
    page = f"Skip to content\nSubscribe\nGulf Courier\n{TITLE}\nBy Ada Krone\n{FIRST}\n{SECOND}"
    reading = read_text(page)
    (article,) = reading.articles
    assert article.title == TITLE
    assert [outside.text for outside in reading.outside] == ["Skip to content", "Subscribe", "Gulf Courier"]
    for outside in reading.outside:
        assert page[outside.file_start : outside.file_end] == outside.text


def test_a_name_printed_on_the_page_never_becomes_the_source(read_text: ReadText) -> None:
    (article,) = read_text(f"Gulf Courier\n{TITLE}\n{FIRST}\n© 2024 Gulf Courier").articles
    assert article.source == "page"


def test_byte_order_mark_and_newlines(tmp_path: Path, lexicons: Lexicons) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(f"\ufeff{TITLE}\r\n\r\n{FIRST}\r{SECOND}".encode())
    (article,) = read([path], lexicons=lexicons).articles
    assert article.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    assert article.paragraphs[0].file_start == 0


def test_russian_is_read_and_told(read_text: ReadText) -> None:
    page = "Порт закрыл пирс\n\nВ понедельник портовые власти закрыли северный пирс: водолазы нашли трещины."
    (article,) = read_text(page).articles
    assert (article.title, article.language) == ("Порт закрыл пирс", "ru")


def test_many_foreign_names_leave_it_english(read_text: ReadText) -> None:
    page = (
        "Ilze Ozola and Jānis Bērziņš met Łukasz Żółć in Šiauliai. Gönül Yıldız was one of the guests. " * 3
    )
    (article,) = read_text(page).articles
    assert article.language == "en"


def test_marks_lie_within_the_text(read_text: ReadText) -> None:
    (article,) = read_text(f"{TITLE}\n\nAdvertisement\n\n{FIRST}\n\nPhoto: Tom Pohl").articles
    assert removed_text(article) == [("sponsor", "Advertisement"), ("caption", "Photo: Tom Pohl")]
