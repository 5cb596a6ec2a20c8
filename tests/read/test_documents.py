"""Word documents, PDFs and Markdown, made here."""

from pathlib import Path

import docx

from framing.lexicon import Lexicons
from framing.read import read
from framing.read.formats.pdf import paragraphs_of
from tests.read.conftest import kept_text

TITLE = "Harbour shuts cracked pier"
FIRST = (
    "The harbour authority closed the northern pier on Monday after divers found cracks in its piles, and ferries"
    " will be moved to the southern pier until the summer, officials said."
)
SECOND = "“We would rather lose a week than a ferry,” said Ilze Ozola, the harbour master."


def write_pdf(path: Path, pages: list[list[str]]) -> None:
    """A minimal PDF: a page is lines of text, an empty line leaves a gap."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        shown = "".join(
            f"({line.replace('(', '').replace(')', '')}) Tj 0 -14 Td " if line else "0 -14 Td "
            for line in lines
        )
        stream = f"BT /F1 11 Tf 60 780 Td {shown}ET"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F1 {font}>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)


def test_a_word_document(tmp_path: Path, lexicons: Lexicons) -> None:
    document = docx.Document()
    document.add_heading(TITLE, level=1)
    document.add_paragraph("By Ada Krone")
    document.add_paragraph(FIRST)
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = SECOND
    document.save(str(tmp_path / "pier.docx"))
    (article,) = read([tmp_path], lexicons=lexicons).articles
    assert (article.title, article.byline) == (TITLE, "Ada Krone")
    assert kept_text(article) == [TITLE, FIRST, SECOND]
    assert article.paragraphs[0].file_start is None


def test_a_word_document_without_styles_has_its_first_line_as_title(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    document = docx.Document()
    for text in (TITLE, FIRST, SECOND):
        document.add_paragraph(text)
    document.save(str(tmp_path / "pier.docx"))
    (article,) = read([tmp_path], lexicons=lexicons).articles
    assert (article.title, kept_text(article)) == (TITLE, [TITLE, FIRST, SECOND])


def test_a_word_document_under_another_name_is_named(tmp_path: Path, lexicons: Lexicons) -> None:
    document = docx.Document()
    document.add_paragraph(FIRST)
    document.save(str(tmp_path / "pier.txt"))
    (skipped,) = read([tmp_path], lexicons=lexicons).skipped
    assert skipped.reason == "looks like a Word document (DOCX), not plain text"
    assert ".docx" in skipped.remedy


def test_a_pdf_with_broken_lines_and_running_heads(tmp_path: Path, lexicons: Lexicons) -> None:
    head = ["Gulf Courier 3 May 2024"]
    pages = [
        [
            *head,
            "",
            TITLE,
            "",
            "The harbour authority closed the nor-",
            "thern pier on Monday after divers found",
        ],
        [*head, "cracks in its piles, officials said.", "", "A report will follow, the harbour master said."],
    ]
    write_pdf(tmp_path / "pier.pdf", pages)
    reading = read([tmp_path], lexicons=lexicons)
    (article,) = reading.articles
    assert kept_text(article) == [
        TITLE,
        "The harbour authority closed the northern pier on Monday after divers found cracks in its piles, officials"
        " said.",
        "A report will follow, the harbour master said.",
    ]
    assert [outside.text for outside in reading.outside] == head * 2
    assert all(paragraph.file_start is None for paragraph in article.paragraphs)


def test_a_pdf_without_text_is_refused(tmp_path: Path, lexicons: Lexicons) -> None:
    write_pdf(tmp_path / "scan.pdf", [[]])
    (skipped,) = read([tmp_path], lexicons=lexicons).skipped
    assert skipped.reason == "holds no text (a scan?)"


def test_short_lines_end_a_paragraph_unless_it_goes_on() -> None:
    lines = [
        "A headline",
        "The first line of a paragraph is as long as",
        "the page is wide.",
        "The next one",
        "is short.",
    ]
    assert paragraphs_of(lines) == [
        "A headline",
        "The first line of a paragraph is as long as the page is wide.",
        "The next one is short.",
    ]


def test_markdown_has_its_heading_as_title(tmp_path: Path, lexicons: Lexicons) -> None:
    text = f"# The pier is shut.\n\n{FIRST}\n\n{SECOND}\n"
    (tmp_path / "pier.md").write_text(text, encoding="utf-8")
    (article,) = read([tmp_path], lexicons=lexicons).articles
    assert article.title == "The pier is shut."
    for paragraph in article.paragraphs:
        assert paragraph.file_start is not None
        length = paragraph.end - paragraph.start
        assert text[paragraph.file_start :][:length] == article.text[paragraph.start : paragraph.end]
