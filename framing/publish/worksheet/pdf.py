"""A sheet as a PDF: text that can be selected, bookmarks, page numbers, and a font for many scripts inside it.

A page is as wide as A4 and as high as Letter, so that it prints on both as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import as_file, files

from fpdf import FPDF, FontFace, XPos, YPos
from fpdf.enums import MethodReturnValue, TableCellFillMode, VAlign
from fpdf.fonts import TTFFont

from framing.publish.shared.documents import harmless
from framing.publish.worksheet.layout import (
    Bullets,
    Fields,
    Grid,
    Heading,
    Lines,
    NewPage,
    Quote,
    SheetBlock,
    SheetText,
)

FONTS = "framing.publish.worksheet.fonts"
FAMILY = "DejaVu"
PAGE = (210.0, 279.4)
"""Width and height in millimetres."""
MARGIN = 17.0
RULE = 8.0
INDENT = 5.0
SIZE = 10.5
LEADING = 1.5
ROOMY = 30.0
SUBSTITUTE = "\u25a1"
_INK, _SECOND, _EDGE, _PALE = (34, 37, 42), (85, 90, 98), (135, 131, 122), (240, 237, 229)
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date in the file, so that equal runs make equal files."""
_TEXT = {"question": 12.0, "small": 8.5}
_SIZES = {1: 18.0, 2: 14.0, 3: 11.0}


def pdf(title: str, blocks: Sequence[SheetBlock]) -> bytes:
    """The document as bytes; what the font has no sign for is shown as an empty square."""
    paper = _Paper(title)
    for number, block in enumerate(blocks):
        paper.room(paper.needed(blocks[number:]))
        paper.put(block)
    return bytes(paper.output())


class _Paper(FPDF):
    def __init__(self, title: str) -> None:
        super().__init__(format=PAGE)
        with as_file(files(FONTS)) as folder:
            self.add_font(FAMILY, "", folder / "DejaVuSansCondensed.ttf")
            self.add_font(FAMILY, "B", folder / "DejaVuSansCondensed-Bold.ttf")
        font = self.fonts[FAMILY.lower()]
        self._known = frozenset(font.cmap) if isinstance(font, TTFFont) else frozenset()
        self._title = self.words(title)
        self.set_title(self._title)
        self.set_lang("en")
        self.set_author("framing")
        self.set_creation_date(_MADE)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, MARGIN + 4)
        self.add_page()

    def footer(self) -> None:
        self.set_y(-MARGIN + 3)
        self._ink(8, color=_SECOND)
        name = self._title if len(self._title) <= 90 else self._title[:89] + "…"
        self.cell(0, 4, f"{name} · page {self.page_no()} of {{nb}}", align="C")

    def put(self, block: SheetBlock) -> None:
        match block:
            case Heading():
                self._heading(block)
            case SheetText():
                self._text(block)
            case Bullets():
                for item in block.items:
                    self._ink(SIZE)
                    self._paragraph(f"•  {self.words(item)}", indent=INDENT / 2)
            case Quote():
                self._quote(block)
            case Lines():
                self._lines(block.count)
            case Fields():
                self._fields(block)
            case Grid():
                self._grid(block)
            case _:
                self.add_page()

    def _heading(self, block: Heading) -> None:
        self.ln(1 if block.level == 1 else 4)
        self.start_section(self.words(block.text)[:120], level=min(block.level, 3) - 1)
        self._ink(_SIZES[block.level], bold=True, color=_SECOND if block.level == 3 else _INK)
        self._paragraph(self.words(block.text))
        self.ln(1)

    def _text(self, block: SheetText) -> None:
        size = _TEXT.get(block.role, SIZE)
        text = self.words(block.text)
        if not block.head:
            self._ink(size, bold=block.role == "question", color=_SECOND if block.role == "small" else _INK)
            self._paragraph(text)
            return
        self._ink(size, bold=True)
        self.write(size * 0.5, f"{self.words(block.head)}. ")
        self._ink(size)
        self.write(size * 0.5, text)
        self.ln(size * 0.5 + 1.2)

    def _quote(self, block: Quote) -> None:
        passage = block.passage
        left, top, page = self.l_margin, self.get_y() + 1, self.page
        self.set_left_margin(left + INDENT)
        self.set_y(top)
        with self.text_columns(line_height=LEADING, text_align="L") as column:
            self._ink(SIZE)
            column.write("… " if passage.cut_before else "")
            for piece, focus in passage.pieces:
                self._ink(SIZE, bold=focus and block.shown, underlined=focus and block.shown)
                column.write(self.spaced(piece))
            self._ink(SIZE)
            column.write(" …" if passage.cut_after else "")
        self._ink(8.5, color=_SECOND)
        self.set_x(self.l_margin)
        self.multi_cell(0, 4.4, self.words(passage.where), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_left_margin(left)
        if self.page == page:
            self.set_draw_color(*_EDGE)
            self.set_line_width(0.7)
            self.line(left + 1, top, left + 1, self.get_y() - 0.5)
        self.set_y(self.get_y() + 2)

    def _lines(self, count: int) -> None:
        self.set_draw_color(*_EDGE)
        self.set_line_width(0.2)
        for _ in range(count):
            at = self.get_y() + RULE
            self.line(self.l_margin, at, self.w - self.r_margin, at)
            self.set_y(at)
        self.ln(3)

    def _fields(self, block: Fields) -> None:
        self._ink(10, color=_SECOND)
        self.set_draw_color(*_EDGE)
        width = self.epw / (len(block.labels) + 1)
        for number, label in enumerate(block.labels):
            self.cell(width * (1 if number else 2) - 4, 8, label, border="B")
            self.cell(4, 8, "")
        self.ln(12)

    def _grid(self, grid: Grid) -> None:
        first = min(0.2, 1 / len(grid.head))
        widths = [first, *[(1 - first) / max(1, len(grid.head) - 1)] * (len(grid.head) - 1)]
        self._ink(9)
        self.set_draw_color(*_EDGE)
        self.set_line_width(0.2)
        head = FontFace(family=FAMILY, emphasis="BOLD", fill_color=_PALE)
        with self.table(
            col_widths=widths,
            line_height=4.6,
            headings_style=head,
            padding=1.2,
            text_align="LEFT",
            v_align=VAlign.T,
            cell_fill_mode=TableCellFillMode.NONE,
        ) as table:
            row = table.row()
            for label in grid.head:
                row.cell(self.words(label))
            for texts in grid.rows:
                row = table.row(min_height=ROOMY if grid.roomy else None)
                for number, cell in enumerate(texts):
                    style = FontFace(emphasis="BOLD") if number == 0 else None
                    dot = "• " if len(cell) > 1 else ""
                    row.cell("\n".join(dot + self.words(text) for text in cell), style=style)
        self.ln(3)

    def _paragraph(self, text: str, *, indent: float = 0.0) -> None:
        height = self.font_size_pt * 0.5
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, height, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1.2)

    def needed(self, blocks: Sequence[SheetBlock]) -> float:
        """Room for the first block with what belongs on its page: a question, or a term with its example."""
        first, rest = blocks[0], blocks[1:]
        height = self._height_of(first)
        if isinstance(first, Heading):
            for number, block in enumerate(rest):
                if isinstance(block, Heading) and first.level < block.level:
                    return height + self.needed(rest[number:])
                if isinstance(block, Heading | NewPage | Grid):
                    break
                height += self._height_of(block)
                if first.level < 3 and not isinstance(block, SheetText):
                    break
        elif isinstance(first, SheetText) and first.head and rest and isinstance(rest[0], Quote):
            height += self._height_of(rest[0])
        return height

    def _height_of(self, block: SheetBlock) -> float:
        match block:
            case Heading():
                return 14.0
            case SheetText():
                size = _TEXT.get(block.role, SIZE)
                return self._lines_of(f"{block.head} {block.text}", size) * size * 0.5 + 1.2
            case Quote():
                return self._lines_of(block.passage.text, SIZE) * SIZE * 0.5 * 1.1 + 9
            case Lines():
                return block.count * RULE + 4
            case Grid() if block.roomy:
                return len(block.rows) * ROOMY + 12
            case _:
                return 30.0

    def _lines_of(self, text: str, size: float) -> int:
        """How many lines a text takes, at most."""
        self._ink(size, bold=True)
        found = self.multi_cell(
            self.epw - INDENT,
            size * 0.5,
            self.words(text),
            dry_run=True,
            output=MethodReturnValue.LINES,
            align="L",
        )
        return len(found) if isinstance(found, list) else 1

    def room(self, height: float) -> None:
        """Begin a new page where less than this is left, unless a page is too small for it anyway."""
        if height < self.eph and self.get_y() + height > self.page_break_trigger:
            self.add_page()

    def _ink(
        self,
        size: float,
        *,
        bold: bool = False,
        underlined: bool = False,
        color: tuple[int, int, int] = _INK,
    ) -> None:
        self.set_font(FAMILY, ("B" if bold else "") + ("U" if underlined else ""), size)
        self.set_text_color(*color)

    def words(self, text: str) -> str:
        """The text on one line, with a square for what the font lacks."""
        return " ".join(self.spaced(text).split())

    def spaced(self, text: str) -> str:
        return "".join(
            letter if ord(letter) in self._known else " " if letter.isspace() else SUBSTITUTE
            for letter in harmless(text)
        )
