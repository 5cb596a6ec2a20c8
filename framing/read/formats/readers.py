"""The table of readers: which function reads which kind of input. A reader is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile
from framing.read.formats.kinds import Kind
from framing.read.inputs import Input
from framing.read.options import ReadOptions

Reader = Callable[[Input, InputFile, ReadingLexicons, ReadOptions], ReadFile]

READERS: dict[Kind, tuple[str, str]] = {
    "text": ("plaintext", "read_text"),
    "markdown": ("plaintext", "read_markdown"),
    "html": ("webpage", "read_html"),
    "mhtml": ("mhtml", "read_mhtml"),
    "rtf": ("rtf", "read_rtf"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "webarchive": ("mhtml", "read_webarchive"),
    "epub": ("epub", "read_epub"),
    "mail": ("mail", "read_mail"),
    "feed": ("feed", "read_feed"),
    "ris": ("ris", "read_ris"),
    "pdf": ("pdf", "read_pdf"),
    "table": ("delimited", "read_table"),
    "workbook": ("xlsx", "read_workbook"),
    "json": ("json_files", "read_json"),
    "parquet": ("parquet", "read_parquet"),
}


def reader_of(kind: Kind) -> Reader:
    """The function that reads inputs of a kind."""
    module, name = READERS[kind]
    reader: Reader = getattr(import_module(f"framing.read.formats.{module}"), name)
    return reader
