"""The files of a worksheet in each format: what is for students, and what is for the teacher only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from framing.publish.manifest import manifest_text
from framing.publish.worksheet.sheet import Sheet, worksheet
from framing.results import Results

Files = dict[str, str | bytes]


def worksheet_files(results: Results, formats: Iterable[str]) -> Files:
    """File name to content: `student.*` without answers, `key*` with them, and the manifest.

    Raises InputError where there is nothing to ask about.
    """
    sheet = worksheet(results)
    files: Files = {}
    for name in dict.fromkeys(formats):
        files |= _MAKERS[name](sheet)
    return files | {"manifest.json": manifest_text(results, "worksheet")}


def _html(sheet: Sheet) -> Files:
    from framing.publish.worksheet.html import html
    from framing.publish.worksheet.layout import key_blocks, student_blocks

    return {
        "student.html": html(sheet.title, student_blocks(sheet)),
        "key.html": html(f"{sheet.title}: teacher’s key", key_blocks(sheet)),
    }


def _docx(sheet: Sheet) -> Files:
    from framing.publish.worksheet.layout import key_blocks, student_blocks
    from framing.publish.worksheet.word import docx

    return {
        "student.docx": docx(sheet.title, student_blocks(sheet)),
        "key.docx": docx(f"{sheet.title}: teacher’s key", key_blocks(sheet)),
    }


def _pdf(sheet: Sheet) -> Files:
    from framing.publish.worksheet.layout import key_blocks, student_blocks
    from framing.publish.worksheet.pdf import pdf

    return {
        "student.pdf": pdf(sheet.title, student_blocks(sheet)),
        "key.pdf": pdf(f"{sheet.title}: teacher’s key", key_blocks(sheet)),
    }


def _qti(sheet: Sheet) -> Files:
    from framing.publish.worksheet.qti import qti

    return {"key-qti.zip": qti(sheet)}


def _csv(sheet: Sheet) -> Files:
    from framing.publish.worksheet.tables import key_csv, student_csv

    return {"student.csv": student_csv(sheet), "key.csv": key_csv(sheet)}


_MAKERS: Mapping[str, Callable[[Sheet], Files]] = {
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "qti": _qti,
    "csv": _csv,
}
