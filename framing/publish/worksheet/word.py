"""A sheet as a Word document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from framing.publish.shared.documents import harmless
from framing.publish.worksheet.layout import (
    Bullets,
    Fields,
    Grid,
    Heading,
    Lines,
    Quote,
    SheetBlock,
    SheetText,
)

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

MARGIN = Cm(1.8)
WIDTH = Cm(17.4)
LINE = Pt(24)
ROOMY = Cm(3.2)
_SECOND = RGBColor(0x55, 0x5A, 0x62)
_MADE = datetime(1980, 1, 1)
"""The date in the document's properties, so that equal runs say the same."""


def docx(title: str, blocks: Sequence[SheetBlock]) -> bytes:
    """The document as bytes; its size is A4, and its margins fit Letter too."""
    word = Document()
    _set_up(word, title)
    for block in blocks:
        _add(word, block)
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def _set_up(word: Word, title: str) -> None:
    properties = word.core_properties
    properties.title, properties.language = _line(title)[:255], "en"
    properties.author = "framing"
    properties.created = properties.modified = _MADE
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    footer = section.footer.paragraphs[0]
    footer.text = f"{_line(title)[:100]} · page "
    _field(footer, "PAGE")
    for run in footer.runs:
        run.font.size, run.font.color.rgb = Pt(9), _SECOND


def _add(word: Word, block: SheetBlock) -> None:
    match block:
        case Heading():
            word.add_heading(_line(block.text), level=block.level)
        case SheetText():
            paragraph = word.add_paragraph()
            if block.head:
                paragraph.add_run(f"{_line(block.head)}. ").bold = True
            run = paragraph.add_run(_line(block.text))
            if block.role == "question":
                run.bold, run.font.size = True, Pt(12)
                paragraph.paragraph_format.keep_with_next = True
            if block.role == "small":
                run.font.size, run.font.color.rgb = Pt(9), _SECOND
        case Bullets():
            for item in block.items:
                word.add_paragraph(_line(item), style="List Bullet")
        case Quote():
            _quote(word, block)
        case Lines():
            for _ in range(block.count):
                paragraph = word.add_paragraph()
                paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = LINE, Pt(0)
                _rule(paragraph)
        case Fields():
            table = word.add_table(rows=1, cols=len(block.labels))
            for cell, label in zip(table.rows[0].cells, block.labels, strict=True):
                cell.text = f"{label}: "
                _rule(cell.paragraphs[0])
        case Grid():
            _grid(word, block)
        case _:
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _quote(word: Word, block: Quote) -> None:
    passage = block.passage
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.keep_together = paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run("… " if passage.cut_before else "")
    for text, focus in passage.pieces:
        run = paragraph.add_run(_spaced(text))
        run.bold = run.underline = True if focus and block.shown else None
    paragraph.add_run(" …" if passage.cut_after else "")
    cite = word.add_paragraph()
    cite.paragraph_format.left_indent = Cm(0.8)
    run = cite.add_run(_line(passage.where))
    run.font.size, run.font.color.rgb = Pt(9), _SECOND


def _grid(word: Word, grid: Grid) -> None:
    table = word.add_table(rows=0, cols=len(grid.head), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    first = min(Cm(3), WIDTH // len(grid.head))
    widths = [first, *[(WIDTH - first) // max(1, len(grid.head) - 1)] * (len(grid.head) - 1)]
    head = table.add_row()
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)
    for cell, label, width in zip(head.cells, grid.head, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(_line(label)).bold = True
    for row in grid.rows:
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if grid.roomy:
            added.height = ROOMY
        for number, (cell, texts, width) in enumerate(zip(added.cells, row, widths, strict=True)):
            cell.width = width
            _fill(cell, texts, bold=number == 0)
    word.add_paragraph()


def _fill(cell: _Cell, texts: Sequence[str], *, bold: bool) -> None:
    for number, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        run = paragraph.add_run(_line(text))
        run.bold, run.font.size = bold or None, Pt(9.5)


def _rule(paragraph: Paragraph) -> None:
    """A line under a paragraph."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "87837A")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _field(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills, such as the number of the page."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _line(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return " ".join(harmless(text).split())


def _spaced(text: str) -> str:
    """The text with its inner line breaks as spaces; spaces at the ends stay."""
    return "".join(" " if letter in "\n\r\t" else letter for letter in harmless(text))
