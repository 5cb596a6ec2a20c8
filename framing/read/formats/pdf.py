"""PDF: the text of its pages, with printed lines joined into paragraphs.

A PDF has lines, not paragraphs. A paragraph goes on where the line is as wide as most, or the next one
begins with a small letter; it ends at a blank line or an indent. Lines that most pages repeat (running heads,
page numbers) lie outside the article. A scan holds no text and is refused.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from framing.read.article_building import ArticleBuilder, ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import normalised
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.article import Outside
from framing.records.errors import InputError

MOST_PAGES = 500
FULL_LINE = 0.8
"""Share of the usual width that a line reaches when the next one continues its paragraph."""
EDGE_LINES = 3
"""Lines at the top and bottom of a page among which running heads stand."""

_NUMBER = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u00ad\u2010]$")


def read_pdf(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The article of a PDF; its offsets have no place in the file.

    Raises InputError where it cannot be opened, is locked, or holds no text.
    """
    pages = _pages(file.data, item.name)
    heads = running_lines(pages)
    kept = ["\n".join(line for line in page if _frame(line) not in heads).strip("\n ") for page in pages]
    dropped = [line.strip() for page in pages for line in page if _frame(line) in heads and line.strip()]
    text = "\n\n".join(paragraphs_of("\n".join(kept).split("\n")))
    if not text.strip():
        raise InputError(item.name, "holds no text (a scan?)", "recognise its text (OCR) or paste the text")
    found = articles_of(ArticleBuilder(item, normalised(text), file.sha256, rules, placed=False))
    if found.made_by:
        raise InputError(
            item.name,
            f"is the PDF of an export of {found.made_by}; its lines run through the headers and footers of pages",
            "export the articles as Word (DOCX), rich text (RTF), HTML or text",
        )
    outside = tuple(
        Outside(file=item.name, file_start=None, file_end=None, reason="other", text=normalised(line))
        for line in dropped
    )
    return ReadFile(found.articles, (*outside, *found.outside), found.skipped, found.warnings)


def _pages(data: bytes, name: str) -> list[list[str]]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(name, "is locked with a password", "save a copy without a password")
        if len(reader.pages) > MOST_PAGES:
            raise InputError(
                name, f"has more than {MOST_PAGES} pages", "save the article's own pages as a PDF"
            )
        return [page.extract_text().split("\n") for page in reader.pages]
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            name, f"cannot be opened as a PDF ({type(error).__name__})", "save it again, or paste the text"
        ) from None


def running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines at the edges of pages that most pages have, page numbers aside.

    >>> sorted(running_lines([["Daily - 1", "Talks resume."], ["Daily - 2", "They end."]]))
    ['Daily - #']
    """
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line.strip()]
        seen.update({_frame(line) for line in [*filled[:EDGE_LINES], *filled[-EDGE_LINES:]]})
    return frozenset(frame for frame, times in seen.items() if times > len(pages) / 2 and times > 1)


def _frame(line: str) -> str:
    return _NUMBER.sub("#", line.strip())


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """Printed lines joined into paragraphs; a word hyphenated at the end of a line is joined.

    >>> paragraphs_of(["Divers found cracks in the nor-", "thern pier, said the harbour.", "", "It was shut."])
    ['Divers found cracks in the northern pier, said the harbour.', 'It was shut.']
    """
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    usual = widths[len(widths) * 9 // 10] if widths else 0
    result: list[str] = []
    before = ""
    for raw in lines:
        line = " ".join(raw.split())
        if line and before and not raw.startswith("  ") and _goes_on(before, line, usual):
            result[-1] = _joined(result[-1], line)
        elif line:
            result.append(line)
        before = line
    return result


def _goes_on(line: str, following: str, usual: int) -> bool:
    """Whether the paragraph of a printed line goes on in the following one."""
    if following[:1].islower():
        return True
    return len(line) >= FULL_LINE * usual and not following.startswith(("•", "-", "–", "*"))


def _joined(paragraph: str, line: str) -> str:
    if _BROKEN_WORD.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
