"""Rich text, OpenDocument, e-books, e-mails, feeds and Safari's archives; and what is refused with the way out."""

from __future__ import annotations

import plistlib
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from framing.lexicon import Lexicons
from framing.read import ReadInputs, read
from framing.read.formats.rtf import rtf_text
from tests.read.conftest import kept_text

TITLE = "Ferry pier shut after inspection"
FIRST = "The port authority said on Wednesday that the old pier had been closed for repairs until the summer."
SECOND = "“Nobody told us,” said Ilze Ozola, who sells tickets on the northern quay every morning."
PAGE = f"<html><head><title>x</title></head><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read_bytes(tmp_path: Path, lexicons: Lexicons, name: str, data: bytes) -> ReadInputs:
    path = tmp_path / name
    path.write_bytes(data)
    return read([path], lexicons=lexicons)


def check(reading: ReadInputs) -> None:
    (article,) = reading.articles
    assert article.title == TITLE
    assert kept_text(article)[-2:] == [FIRST, SECOND]


def test_rich_text(tmp_path: Path, lexicons: Lexicons) -> None:
    body = SECOND.replace("“", r"\u8220?").replace("”", r"\'94")
    data = rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Arial;}}}}{{\*\generator X;}}{{\pict\pngblip 89504e47}}\b {TITLE}\b0\par\par {FIRST}\par {body}{{\deleted gone}}\par}}"
    for name in ("pier.rtf", "pier.doc", "pier.txt"):
        check(read_bytes(tmp_path, lexicons, name, data.encode("latin-1")))


def test_code_pages_and_surrogates_of_rich_text() -> None:
    assert rtf_text(rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}") == "Мир"
    assert rtf_text(rb"{\rtf1\uc1 \u-10179?\u-8704? ok}") == "😀 ok"
    assert rtf_text(rb"{\rtf1 one\line two{\footnote apart}\cell three}") == "one\ntwo\nthree"


def test_open_document(tmp_path: Path, lexicons: Lexicons) -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    gone = "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    note = "<text:note><text:note-body><text:p>apart</text:p></text:note-body></text:note>"
    content = (
        f"<office:document-content {names}><office:body><office:text>{gone}"
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{FIRST}{note}</text:p><text:p><text:span>{SECOND}</text:span></text:p>'
        "</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "pier.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    check(read([tmp_path / "pier.odt"], lexicons=lexicons))


def test_e_book(tmp_path: Path, lexicons: Lexicons) -> None:
    container = '<container><rootfiles><rootfile full-path="b/p.opf"/></rootfiles></container>'
    package = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{TITLE}</dc:title>'
        "<dc:publisher>The Harbour Echo</dc:publisher><dc:date>2026-03-05</dc:date></metadata>"
        '<manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>'
    )
    with zipfile.ZipFile(tmp_path / "pier.epub", "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("b/p.opf", package)
        archive.writestr("b/c.xhtml", PAGE)
    reading = read([tmp_path / "pier.epub"], lexicons=lexicons)
    check(reading)
    assert (reading.articles[0].source, reading.articles[0].published) == ("The Harbour Echo", "2026-03-05")


def test_e_mail(tmp_path: Path, lexicons: Lexicons) -> None:
    message = EmailMessage()
    message["From"] = "The Harbour Echo <news@echo.example>"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 05 Mar 2026 06:00:00 +0000"
    message.set_content(
        f"View this email in your browser\n\n{FIRST}\n\n{SECOND}\n\nUnsubscribe | Manage preferences\n"
    )
    message.add_alternative(PAGE, subtype="html")
    reading = read_bytes(tmp_path, lexicons, "pier.eml", message.as_bytes())
    check(reading)
    assert (reading.articles[0].source, reading.articles[0].published) == (
        "The Harbour Echo",
        "2026-03-05T06:00+00:00",
    )


def test_feeds(tmp_path: Path, lexicons: Lexicons) -> None:
    rss = (
        '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour Echo</title>'
        f"<item><title>{TITLE}</title><link>https://echo.example/1</link><pubDate>Thu, 05 Mar 2026 06:00:00 GMT</pubDate>"
        f"<description>Short.</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>"
        f"<item><title>Pier repairs</title><description>{FIRST}</description></item></channel></rss>"
    )
    reading = read_bytes(tmp_path, lexicons, "feed.xml", rss.encode())
    first, second = reading.articles
    assert kept_text(first)[1:] == [FIRST, SECOND]
    assert (first.source, first.url, first.published) == (
        "The Harbour Echo",
        "https://echo.example/1",
        "2026-03-05T06:00+00:00",
    )
    assert "1 of 2 entries hold only a summary" in " ".join(reading.warnings)
    assert second.title == "Pier repairs"
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Echo</title><entry>'
        f'<title>{TITLE}</title><link href="https://echo.example/1"/><updated>2026-03-05T06:00:00Z</updated>'
        f'<author><name>Nora Lind</name></author><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>'
    )
    (entry,) = read_bytes(tmp_path, lexicons, "atom.xml", atom.encode()).articles
    assert (entry.byline, entry.url, kept_text(entry)[1:]) == (
        "Nora Lind",
        "https://echo.example/1",
        [FIRST, SECOND],
    )


def test_web_archive_of_safari(tmp_path: Path, lexicons: Lexicons) -> None:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://echo.example/1"}
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    reading = read_bytes(tmp_path, lexicons, "pier.webarchive", data)
    check(reading)
    assert reading.articles[0].url == "https://echo.example/1"


def test_tracked_changes_text_boxes_and_footnotes(tmp_path: Path, lexicons: Lexicons) -> None:
    document = docx.Document()
    document.add_heading(TITLE, level=1)
    changed = (
        f"<w:p {W}><w:r><w:t xml:space='preserve'>The port authority </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>denied</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>said</w:t></w:r></w:ins>"
        f"<w:r><w:t xml:space='preserve'>{FIRST.removeprefix('The port authority said')}</w:t></w:r></w:p>"
    )
    boxed = f"<w:p {W}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{SECOND}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    for xml in (changed, boxed):
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    document.save(str(tmp_path / "pier.docx"))
    check(read([tmp_path / "pier.docx"], lexicons=lexicons))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.rds", b"X\n\x00\x00", "write.csv"),
        ("x.sav", b"$FL2@(#) IBM SPSS", "CSV"),
        ("x.warc", b"WARC/1.0\r\n", "warcio"),
        ("x.bib", b"@article{a}", "full texts"),
        ("x.xls", b"plain", ".xlsx"),
        ("x.xml", b"<?xml version='1.0'?><nitf><body/></nitf>", "agencies"),
    ],
)
def test_what_is_not_read_names_the_way_out(
    tmp_path: Path, lexicons: Lexicons, name: str, data: bytes, said: str
) -> None:
    reading = read_bytes(tmp_path, lexicons, name, data)
    assert reading.articles == ()
    assert said in f"{reading.skipped[0].reason} {reading.skipped[0].remedy}"
