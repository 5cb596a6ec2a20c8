"""E-books (EPUB): the chapters in reading order as one text, as a page saved by a reading app has them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from framing.read.article_building import ArticleBuilder, InputMetadata, ReadFile, Title
from framing.read.cleaning.page_lines import visible_lines
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.dates import written_date
from framing.read.encoding import decode, normalised
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
CONTAINER = "META-INF/container.xml"


def read_epub(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The article of an e-book; its offsets have no place in the file.

    Raises InputError where it cannot be opened, or holds no article or a whole book.
    """
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            package, folder = _package(archive)
            lines = list(_lines(archive, package, folder))
    except (zipfile.BadZipFile, KeyError, LxmlError, OSError, ValueError):
        raise InputError(
            item.name, "cannot be opened as an e-book", "save its text as .txt or HTML"
        ) from None
    said = _declared(package)
    title = said.get("title", "")
    body = [line for line in lines if line != title]
    given = InputMetadata(
        source=said.get("publisher", ""),
        byline=said.get("creator", ""),
        published=written_date(said.get("date", "")),
        published_raw=said.get("date", ""),
    )
    text = normalised("\n\n".join(body))
    builder = ArticleBuilder(item, text, file.sha256, rules, placed=False, given=given)
    return articles_of(builder, Title(title) if title else None)


def _package(archive: zipfile.ZipFile) -> tuple[_Element, str]:
    """The list of the book's files, and the folder in which it lies."""
    container = _parsed(archive.read(CONTAINER))
    path = next((str(e.get("full-path")) for e in container.iter("{*}rootfile")), "")
    return _parsed(archive.read(path)), posixpath.dirname(path)


def _lines(archive: zipfile.ZipFile, package: _Element, folder: str) -> Iterator[str]:
    """The visible lines of the chapters, in reading order, without the table of contents."""
    from lxml.html import document_fromstring

    listed = {e.get("id"): e for e in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        entry = listed.get(reference.get("idref"))
        if entry is None or "nav" in (entry.get("properties") or "").split():
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(str(entry.get("href")))))
        data = archive.read(path)
        if data.strip():
            yield from visible_lines(document_fromstring(_XML_HEAD.sub("", decode(data, path).text, count=1)))


def _declared(package: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("title", "creator", "publisher", "date"):
        element = next(package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"), None)
        if element is not None and element.text:
            found[name] = " ".join(element.text.split())
    return found


def _parsed(data: bytes) -> _Element:
    from lxml.etree import XMLParser, fromstring

    return fromstring(data, parser=XMLParser(resolve_entities=False))
