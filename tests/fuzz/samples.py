"""A good file of every kind that is read, and of every table or list that people write beside them."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl
import pyarrow
from pyarrow import parquet

from tests.read.test_documents import write_pdf

TITLE = "Two die as boiler bursts in mill"
PARAGRAPHS = (
    "LUND, March 4 (Wire) - Two workers were killed and at least 12 were wounded on Tuesday when a boiler burst in a mill "
    "near Lund, Ukraine’s consul and Russian officials said.",
    "“Nobody told us that the valve was shut,” said Ilze Ozola, who runs the night shift. She claimed that Russia’s army "
    "had struck the mill, which Moscow denied.",
    "The ministry said that Ukrainian forces had fired 14 drones over 30 km; the figure could not be verified. Kyiv called "
    "the report a lie, according to the Harbour Echo.",
    "Read more: Ferry pier shut after inspection",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = (
    f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | The Harbour Echo</title>"
    '<meta property="og:site_name" content="The Harbour Echo"><meta name=author content="Nora Lind">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-05T06:00:00Z"}</script>'
    f"</head><body><nav><a href=/>Home</a></nav><article><h1>{TITLE}</h1>{BODY}</article></body></html>"
)
ROWS = [
    {
        "id": str(number),
        "source": source,
        "title": TITLE,
        "date": "2026-03-05",
        "url": "https://echo.example/1",
        "text": "\n".join(PARAGRAPHS[number:]),
    }
    for number, source in enumerate(("Harbour Echo", "Courier"))
]


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of members; the one that says what it is lies in it as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


def _markdown() -> bytes:
    return f"# {TEXT}".encode()


def _mhtml() -> bytes:
    head = 'From: x\r\nSubject: p\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://echo.example/1\r\n\r\n"
    return f"{head}{part}{PAGE}\r\n--b--\r\n".encode()


def _webarchive() -> bytes:
    resource = {"WebResourceData": PAGE.encode(), "WebResourceMIMEType": "text/html"}
    whole = {"WebMainResource": resource | {"WebResourceTextEncodingName": "UTF-8"}}
    return plistlib.dumps(whole, fmt=plistlib.FMT_BINARY)


def _rtf() -> bytes:
    lines = r"\par ".join((TITLE, *PARAGRAPHS))
    escaped = "".join(sign if sign < "\x80" else rf"\u{ord(sign)}?" for sign in lines)
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Arial;}}}}{escaped}\par}}".encode("ascii")


def _docx() -> bytes:
    made, held = docx.Document(), io.BytesIO()
    made.add_heading(TITLE, 1)
    for paragraph in PARAGRAPHS:
        made.add_paragraph(paragraph)
    made.add_table(1, 2).cell(0, 0).text = "a cell"
    made.save(held)
    return held.getvalue()


def _odt() -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    lines = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>{TITLE}</text:h>{lines}"
        "</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _epub() -> bytes:
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Mill</dc:title>'
        '<dc:date>2026-03-05</dc:date></metadata><manifest><item id="c" href="c.xhtml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="b/p.opf"/></rootfiles></container>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "b/p.opf": package,
            "b/c.xhtml": PAGE,
        }
    )


def _mail() -> bytes:
    message = EmailMessage()
    message["From"] = "The Harbour Echo <news@echo.example>"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 05 Mar 2026 06:00:00 +0000"
    message.set_content("\n\n".join(PARAGRAPHS))
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


def _feed() -> bytes:
    items = "".join(
        f"<item><title>{row['title']}</title><link>{row['url']}</link><pubDate>Thu, 05 Mar 2026 06:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{BODY}]]></content:encoded></item>"
        for row in ROWS
    )
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss {names}><channel><title>Echo</title>{items}</channel></rss>'.encode()


def _ris() -> bytes:
    return "".join(
        f"TY  - NEWS\nTI  - {row['title']}\nT2  - {row['source']}\nPY  - 2026/03/05\nN2  - {PARAGRAPHS[0]}\nER  - \n"
        for row in ROWS
    ).encode()


def _pdf() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        plain = [line.encode("cp1252", "replace").decode("cp1252") for line in (TITLE, "", *PARAGRAPHS)]
        write_pdf(path, [plain])
        return path.read_bytes()


def _csv() -> bytes:
    lines = [
        ",".join(ROWS[0]),
        *(",".join('"' + value.replace('"', '""') + '"' for value in row.values()) for row in ROWS),
    ]
    return ("\n".join(lines) + "\n").encode()


def _xlsx() -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(ROWS[0]))
    for row in ROWS:
        book.active.append(list(row.values()))
    book.save(held)
    return held.getvalue()


def _json_lines() -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


def _parquet() -> bytes:
    held = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(ROWS), held)
    return held.getvalue()


INPUTS: Mapping[str, Callable[[], bytes]] = {
    "txt": TEXT.encode,
    "md": _markdown,
    "html": PAGE.encode,
    "mhtml": _mhtml,
    "webarchive": _webarchive,
    "rtf": _rtf,
    "docx": _docx,
    "odt": _odt,
    "epub": _epub,
    "eml": _mail,
    "xml": _feed,
    "ris": _ris,
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
    "jsonl": _json_lines,
    "json": lambda: json.dumps(ROWS).encode(),
    "parquet": _parquet,
}
"""Suffix to a maker of a good file of that kind."""

COMPANIONS: Mapping[str, bytes] = {
    "labels.csv": b"file,part,source,title,published,url,event\ngood.txt,,Courier,,2026-03-05,https://a.example,mill\n"
    b"a.txt,,Echo,Mill bursts,2026-03-06T10:00,,mill\n",
    "corrections.csv": b"article_id,table,start,end,text,action,column,value\n"
    b"good,attributions,33,40,workers,reject,,\ngood,casualties,34,36,Two,correct,count_low,3\n",
    "sides.yaml": b"""kind: conflict
id: mill
title: The mill
about: The owners and the crew of a mill.
references: {made: written for tests}
sides:
  - id: owners
    label: the owners
    source: [made]
    markers: [Russia, Russian, Moscow]
    actors:
      - {type: institution, name: army, forms: [army, the army]}
  - id: crew
    label: the crew
    source: [made]
    markers: [Ukraine, Ukrainian, Kyiv]
    actors:
      - {type: named_person, name: Ilze Ozola, forms: [Ilze Ozola, Ozola]}
third_parties: {id: others, label: others, source: [made], markers: [Lund]}
""",
    "wording.yaml": b"""kind: wording
about: Words of mills.
references: {made: written for tests}
entries:
  - {id: blast, category: loaded, source: [made], forms: [burst, bursts], not_in: [cloud burst]}
  - {id: shut_down, category: euphemism, source: [made], forms: [was shut, were shut]}
""",
}
"""Names of what people write beside their inputs, with a good content."""


@cache
def good(suffix: str) -> bytes:
    """A good file of a kind."""
    return INPUTS[suffix]()
