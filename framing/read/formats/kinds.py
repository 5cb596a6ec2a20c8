"""Which kind of input a file is: by its suffix, and by what its bytes look like.

Text files are looked into: HTML saved as `.txt` is read as HTML. A document whose bytes are of another
kind than its suffix says is refused, with what it looks like and what to do.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from framing.read.files import check_zip
from framing.records.errors import InputError

Kind = Literal["text", "markdown", "html", "mhtml", "docx", "pdf", "table", "workbook", "json", "parquet"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".docx": "docx",
    ".pdf": "pdf",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".parquet": "parquet",
}
_NAMES: dict[Kind, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "mhtml": "a saved web page (MHTML)",
    "docx": "a Word document (DOCX)",
    "pdf": "a PDF",
    "table": "a CSV table",
    "workbook": "an Excel workbook (XLSX)",
    "json": "JSON",
    "parquet": "Parquet",
}
_RENAME: dict[Kind, str] = {"docx": ".docx", "pdf": ".pdf", "workbook": ".xlsx", "parquet": ".parquet"}
_MAGIC: tuple[tuple[bytes, Kind], ...] = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"))
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx or .xlsx"),
    (b"{\\rtf", "rich text (RTF)", "save it as .docx or .txt"),
    (b"\x89PNG", "an image (PNG)", "save the article's text instead"),
    (b"\xff\xd8\xff", "an image (JPEG)", "save the article's text instead"),
    (b"GIF8", "an image (GIF)", "save the article's text instead"),
    (b"RIFF", "an image, sound or video (RIFF)", "save the article's text instead"),
    (b"BZh", "compressed (bzip2)", "unpack it first"),
    (b"\xfd7zXZ", "compressed (xz)", "unpack it first"),
    (b"7z\xbc\xaf", "compressed (7z)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", "unpack it first"),
    (b"SQLite format", "a database (SQLite)", "export its table as CSV"),
)
_ZIP = b"PK\x03\x04"
_HEAD = 2_000
_HTML = re.compile(
    rb"\s*(?:<\?xml\b[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype html|<html\b)", re.IGNORECASE | re.DOTALL
)
_MHTML = re.compile(
    rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+?content-type:\s*multipart/related", re.IGNORECASE
)


def suffix_of(name: str) -> str:
    """The suffix that tells the kind; `.gz` behind it does not count.

    >>> suffix_of("corpus.JSONL.gz"), suffix_of("notes")
    ('.jsonl', '')
    """
    path = PurePath(name.lower())
    while path.suffix == ".gz":
        path = path.with_suffix("")
    return path.suffix


def stem_of(name: str) -> str:
    """The name without the suffixes that `suffix_of` looks at.

    >>> stem_of("corpus.jsonl.gz"), stem_of("v1.2.txt")
    ('corpus', 'v1.2')
    """
    path = PurePath(name)
    while path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.stem


def kind_of(name: str, data: bytes, suffix: str = "") -> Kind:
    """The kind of an input; `suffix` stands for that of the name where it has none to go by.

    Raises InputError where there is no reader for it, or its bytes are not what its suffix says.

    >>> kind_of("page.txt", b"<!DOCTYPE html><p>Talks resume.</p>")
    'html'
    >>> kind_of("page.html", b"\\x89PNG\\r\\n")
    Traceback (most recent call last):
    framing.records.errors.InputError: page.html: looks like an image (PNG), not HTML. Remedy: save the article's text instead
    """
    suffix = suffix or suffix_of(name)
    wanted = SUFFIXES.get(suffix)
    _refuse_foreign(name, data, wanted or "text")
    if wanted is None:
        what = f"{suffix} files are not read" if suffix else "a file without a suffix is not read"
        raise InputError(name, what, "save it as text, HTML, DOCX, PDF, CSV, XLSX, JSON or Parquet")
    found = _by_magic(name, data)
    if found == wanted or (wanted == "pdf" and b"%PDF-" in data[:1024]):
        return wanted
    if found is not None:
        reason = f"looks like {_NAMES[found]}, not {_NAMES[wanted]}"
        raise InputError(name, reason, f"give it the suffix {_RENAME[found]}, or paste the text")
    if wanted in _RENAME:
        raise InputError(
            name, f"is not {_NAMES[wanted]}", "save it again, or give it the suffix of what it is"
        )
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if wanted != "mhtml" and _MHTML.match(head):
        return "mhtml"
    if wanted in ("text", "markdown", "mhtml") and _HTML.match(head):
        return "html"
    return wanted


def _refuse_foreign(name: str, data: bytes, wanted: Kind) -> None:
    """Raise InputError where the bytes are of a kind that no reader reads."""
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise InputError(name, f"looks like {what}, not {_NAMES[wanted]}", remedy)


def _by_magic(name: str, data: bytes) -> Kind | None:
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if found is not None or not data.startswith(_ZIP):
        return found
    members = check_zip(data, name)
    if any(member.startswith("word/") for member in members):
        return "docx"
    if any(member.startswith("xl/") for member in members):
        return "workbook"
    raise InputError(name, "is a ZIP file of another kind", "unpack it and give the files in it")
