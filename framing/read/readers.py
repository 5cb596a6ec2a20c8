"""The table of readers: which function reads which kind of input. A reader is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from framing.read.files import File
from framing.read.inputs import Input
from framing.read.kinds import Kind
from framing.read.making import ReadFile
from framing.read.options import ReadOptions
from framing.read.rules import Rules

Reader = Callable[[Input, File, Rules, ReadOptions], ReadFile]

READERS: dict[Kind, tuple[str, str]] = {
    "text": ("textfile", "read_text"),
    "markdown": ("textfile", "read_markdown"),
    "html": ("webpage", "read_html"),
    "mhtml": ("webarchive", "read_mhtml"),
    "docx": ("wordfile", "read_docx"),
    "pdf": ("pdffile", "read_pdf"),
    "table": ("delimited", "read_table"),
    "workbook": ("workbook", "read_workbook"),
    "json": ("jsonfile", "read_json"),
    "parquet": ("parquetfile", "read_parquet"),
}


def reader_of(kind: Kind) -> Reader:
    """The function that reads inputs of a kind."""
    module, name = READERS[kind]
    reader: Reader = getattr(import_module(f"framing.read.{module}"), name)
    return reader
