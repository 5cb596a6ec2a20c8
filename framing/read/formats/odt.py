"""OpenDocument texts (ODT): paragraphs and headings in order; without notes, comments and deleted text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import normalised
from framing.read.files import InputFile
from framing.read.formats.docx import StyledParagraph, articles_of_paragraphs
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_APART = frozenset((f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}forms"))
_TITLE = "Title"


def read_odt(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of an OpenDocument text; their offsets have no place in the file.

    Raises InputError where it cannot be opened or holds no article.
    """
    from lxml.etree import LxmlError, XMLParser, fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            content = archive.read("content.xml")
        tree = fromstring(content, parser=XMLParser(resolve_entities=False, huge_tree=True))
    except (zipfile.BadZipFile, KeyError, LxmlError, OSError, ValueError):
        raise InputError(
            item.name, "cannot be opened as an OpenDocument text", "save it again, or as .txt"
        ) from None
    lines = [StyledParagraph(style, " ".join(normalised(text).split())) for style, text in _paragraphs(tree)]
    return articles_of_paragraphs(item, [line for line in lines if line.text], file.sha256, rules)


def _paragraphs(tree: _Element) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph; a heading of the first level and the document's title have theirs."""
    for element in tree.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if any(above.tag in _APART for above in element.iterancestors()):
            continue
        style = element.get(f"{_TEXT}style-name") or ""
        if element.tag == f"{_TEXT}h" and element.get(f"{_TEXT}outline-level", "1") == "1":
            style = "Heading 1"
        yield _TITLE if style == _TITLE else style, "".join(_pieces(element))


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _APART:
            if child.tag == f"{_TEXT}s" or child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                yield " "
            elif child.tag not in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from _pieces(child)
        yield child.tail or ""
