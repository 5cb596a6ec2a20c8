"""Word documents (DOCX): paragraphs, tables and text boxes, in order; a title only by its style.

Of a document with tracked changes the text is read as it would be once all are accepted. Footnotes are left apart.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from framing.read.article_building import ArticleBuilder, ReadFile, Title
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import normalised
from framing.read.files import InputFile, has_entities
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

TITLE_STYLES = ("Title", "Heading 1")
GAP = "\n\n"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK))
"""Elements whose text is not the document's: deleted, moved away, a copy for old programs."""
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_NOTE = re.compile(r"/footnotes\d*\.xml$|/endnotes\d*\.xml$")


class StyledParagraph(NamedTuple):
    """The text of a paragraph as one line, and the name of its style."""

    style: str
    text: str


def read_docx(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a Word document; their offsets have no place in the file.

    Raises InputError where the document cannot be opened or holds no article.
    """
    import docx

    if has_entities(file.data):
        raise InputError(item.name, "declares entities, whose text Word hides", "save it again, or as .txt")
    try:
        document = docx.Document(io.BytesIO(file.data))
        lines = [
            StyledParagraph(style, " ".join(normalised(text).split()))
            for style, text in _paragraphs(document)
        ]
        notes = _footnotes(document)
    except Exception as error:
        raise InputError(
            item.name,
            f"cannot be opened as a Word document ({type(error).__name__})",
            "save it again, or as .txt",
        ) from None
    found = articles_of_paragraphs(item, [line for line in lines if line.text], file.sha256, rules)
    if notes:
        found = found.warned([f"{item.name}: {notes} footnotes are not read"])
    return found


def articles_of_paragraphs(
    item: Input, filled: list[StyledParagraph], sha256: str, rules: ReadingLexicons
) -> ReadFile:
    """The articles of a document's paragraphs; a heading at its start is the title, if it is the only one.

    Raises InputError where they hold no article.
    """
    hints, at = {}, 0
    for line in filled:
        if line.style in TITLE_STYLES:
            hints[at] = "title"
        at += len(line.text) + len(GAP)
    text = GAP.join(line.text for line in filled)
    builder = ArticleBuilder(item, text, sha256, rules, placed=False)
    if len(filled) > 1 and filled[0].style in TITLE_STYLES:
        title = filled[0].text
        return articles_of(builder, Title(title), begin=len(title), hints=hints)
    return articles_of(builder, hints=hints)


def _paragraphs(document: Document) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph, those of table cells and text boxes where they stand."""
    names = {style.style_id: style.name or "" for style in document.styles}
    before = ""
    for paragraph in document.element.body.iter(f"{_W}p"):
        if any(above.tag in _GONE for above in paragraph.iterancestors()):
            continue
        text = before + "".join(_text(paragraph))
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            before = text
            continue
        before = ""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        yield names.get(style.get(f"{_W}val") if style is not None else None, ""), text
    if before:
        yield "", before


def _text(paragraph: _Element) -> Iterator[str]:
    """The pieces of a paragraph's own text, without what is deleted and without its text boxes."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _GONE or element.tag == f"{_W}txbxContent":
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag not in (f"{_W}pPr", f"{_W}rPr"):
            waiting += reversed(element)


def _footnotes(document: Document) -> int:
    """How many footnotes and endnotes with text the document has."""
    from lxml.etree import fromstring

    number = 0
    for part in document.part.package.iter_parts():
        if _NOTE.search(str(part.partname)):
            tree = fromstring(part.blob)
            number += sum(1 for note in tree if "".join(note.itertext()).strip())
    return number
