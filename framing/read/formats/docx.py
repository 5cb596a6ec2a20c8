"""Word documents (DOCX): paragraphs and the cells of tables, in order; a title only by its style."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.read.article_building import ArticleBuilder, ReadFile, Title
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import normalised
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

TITLE_STYLES = ("Title", "Heading 1")


def read_docx(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The article of a Word document; its offsets have no place in the file.

    Raises InputError where the document cannot be opened or holds no article.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(file.data))
        lines = [(style, " ".join(text.split())) for style, text in _paragraphs(document)]
    except Exception as error:
        raise InputError(
            item.name,
            f"cannot be opened as a Word document ({type(error).__name__})",
            "save it again, or as .txt",
        ) from None
    filled = [(style, text) for style, text in lines if text]
    title = None
    if len(filled) > 1 and filled[0][0] in TITLE_STYLES:
        title, filled = Title(normalised(filled[0][1])), filled[1:]
    text = normalised("\n\n".join(text for _, text in filled))
    return articles_of(ArticleBuilder(item, text, file.sha256, rules, placed=False), title)


def _paragraphs(container: Document | _Cell) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph."""
    from docx.text.paragraph import Paragraph

    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield (block.style.name or "") if block.style else "", block.text
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        for cell in dict.fromkeys(row.cells):
            yield from _paragraphs(cell)
