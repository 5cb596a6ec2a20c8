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

Kind = Literal[
    "text",
    "markdown",
    "html",
    "mhtml",
    "webarchive",
    "rtf",
    "docx",
    "odt",
    "pdf",
    "epub",
    "mail",
    "feed",
    "ris",
    "table",
    "workbook",
    "json",
    "parquet",
]

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
    ".webarchive": "webarchive",
    ".rtf": "rtf",
    ".doc": "rtf",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".eml": "mail",
    ".epub": "epub",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".ris": "ris",
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
NAMES: dict[Kind, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "mhtml": "a saved web page (MHTML)",
    "webarchive": "a web archive of Safari",
    "rtf": "rich text (RTF)",
    "docx": "a Word document (DOCX)",
    "odt": "an OpenDocument text (ODT)",
    "epub": "an e-book (EPUB)",
    "mail": "an e-mail (EML)",
    "feed": "a feed (RSS or Atom)",
    "ris": "references (RIS)",
    "pdf": "a PDF",
    "table": "a CSV table",
    "workbook": "an Excel workbook (XLSX)",
    "json": "JSON",
    "parquet": "Parquet",
}
_RENAME: dict[Kind, str] = {
    "docx": ".docx",
    "odt": ".odt",
    "epub": ".epub",
    "pdf": ".pdf",
    "workbook": ".xlsx",
    "parquet": ".parquet",
    "webarchive": ".webarchive",
}
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PAR1", "parquet"),
    (b"bplist00", "webarchive"),
    (b"{\\rtf", "rtf"),
)
_R = 'in R: write.csv(x, "texts.csv", row.names = FALSE), or arrow::write_parquet(x, "texts.parquet")'
_UNREAD: dict[str, tuple[str, str]] = {
    ".rds": ("an R data file", _R),
    ".rda": ("an R data file", _R),
    ".rdata": ("an R data file", _R),
    ".sav": ("an SPSS data file", "export it as CSV (in SPSS: File, Export, CSV data)"),
    ".zsav": ("an SPSS data file", "export it as CSV (in SPSS: File, Export, CSV data)"),
    ".por": ("an SPSS data file", "export it as CSV (in SPSS: File, Export, CSV data)"),
    ".dta": ("a Stata data file", "export it as CSV (in Stata: export delimited)"),
    ".sas7bdat": ("a SAS data file", "export it as CSV (in SAS: proc export)"),
    ".pkl": ("a Python pickle, which may run code", "write the table as CSV, JSON Lines or Parquet"),
    ".pickle": ("a Python pickle, which may run code", "write the table as CSV, JSON Lines or Parquet"),
    ".feather": ("a Feather table", "write it as Parquet or CSV"),
    ".arrow": ("an Arrow table", "write it as Parquet or CSV"),
    ".ods": ("an OpenDocument spreadsheet", "save it as .xlsx or CSV UTF-8"),
    ".xls": ("an old Excel file", "save it as .xlsx or CSV UTF-8"),
    ".xlsb": ("a binary Excel file", "save it as .xlsx or CSV UTF-8"),
    ".numbers": ("a Numbers spreadsheet", "export it as CSV or Excel"),
    ".pages": ("a Pages document", "export it as Word or plain text"),
    ".bib": ("references without texts (BibTeX)", "export the full texts, as text or CSV"),
    ".enw": ("references without texts (EndNote)", "export the full texts, as text or CSV"),
    ".nbib": ("references without texts (PubMed)", "export the full texts, as text or CSV"),
    ".msg": ("an Outlook message", "save it as .eml or as text"),
    ".mbox": ("a mailbox of many e-mails", "save each e-mail as .eml"),
    ".mobi": ("an e-book (MOBI)", "give it as EPUB, or its text"),
    ".wet": (
        "a web archive (WET) of many pages",
        "take the pages' texts out with warcio, one file or row each",
    ),
    ".wat": (
        "metadata of a web archive (WAT), no texts",
        "take the WARC or WET file, and the pages out of it",
    ),
    ".warc": ("a web archive (WARC) of many pages", "take the pages out with warcio, one HTML file each"),
}
"""What is known and not read, by suffix: what it is, and the way out."""
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx or .xlsx"),
    (b"\x89PNG", "an image (PNG)", "save the article's text instead"),
    (b"\xff\xd8\xff", "an image (JPEG)", "save the article's text instead"),
    (b"GIF8", "an image (GIF)", "save the article's text instead"),
    (b"RIFF", "an image, sound or video (RIFF)", "save the article's text instead"),
    (b"BZh", "compressed (bzip2)", "unpack it first"),
    (b"\xfd7zXZ", "compressed (xz)", "unpack it first"),
    (b"7z\xbc\xaf", "compressed (7z)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", "unpack it first"),
    (b"SQLite format", "a database (SQLite)", "export its table as CSV"),
    (b"WARC/", "a web archive (WARC) of many pages", "take the pages out with warcio, one file each"),
    (b"$FL2@(#)", "an SPSS data file", "export it as CSV"),
    (b"<stata_dta>", "a Stata data file", "export it as CSV"),
)
_ZIP = b"PK\x03\x04"
_HEAD = 2_000
_HTML = re.compile(
    rb"\s*(?:<\?xml\b[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype html|<html\b)", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    rb"\s*(?:<\?xml\b[^>]*>\s*|<\?xml-stylesheet[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_RIS = re.compile(rb"\s*TY  - \w+\s*\r?\n", re.IGNORECASE)
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
    if suffix in _UNREAD:
        raise _unread(name, suffix)
    _refuse_foreign(name, data, wanted or "text")
    if wanted is None:
        raise _unread(name, suffix)
    found = _by_magic(name, data)
    if found == wanted or (wanted == "pdf" and b"%PDF-" in data[:1024]):
        return wanted
    if found == "rtf":
        return found
    if found is not None:
        reason = f"looks like {NAMES[found]}, not {NAMES[wanted]}"
        raise InputError(name, reason, f"give it the suffix {_RENAME[found]}, or paste the text")
    if wanted in _RENAME:
        raise InputError(
            name, f"is not {NAMES[wanted]}", "save it again, or give it the suffix of what it is"
        )
    return _by_text(data, wanted)


def _by_text(data: bytes, wanted: Kind) -> Kind:
    """The kind of a text file by how it begins, where that shows more than its suffix."""
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if wanted != "mhtml" and _MHTML.match(head):
        return "mhtml"
    if wanted in ("text", "markdown", "mhtml", "feed", "rtf") and _HTML.match(head):
        return "html"
    if wanted in ("text", "html") and _FEED.match(head):
        return "feed"
    if wanted == "text" and _RIS.match(head):
        return "ris"
    return "text" if wanted == "rtf" else wanted


def _unread(name: str, suffix: str) -> InputError:
    """The refusal of a file of a kind that is not read, with the way out."""
    if suffix in _UNREAD:
        what, remedy = _UNREAD[suffix]
        return InputError(name, f"is {what}", remedy)
    what = f"{suffix} files are not read" if suffix else "a file without a suffix is not read"
    return InputError(name, what, "save it as text, HTML, DOCX, RTF, PDF, CSV, XLSX, JSON or Parquet")


def _refuse_foreign(name: str, data: bytes, wanted: Kind) -> None:
    """Raise InputError where the bytes are of a kind that no reader reads."""
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise InputError(name, f"looks like {what}, not {NAMES[wanted]}", remedy)


def _by_magic(name: str, data: bytes) -> Kind | None:
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if found is not None or not data.startswith(_ZIP):
        return found
    members = check_zip(data, name)
    if any(member.startswith("word/") for member in members):
        return "docx"
    if any(member.startswith("xl/") for member in members):
        return "workbook"
    if "META-INF/container.xml" in members and any(member.endswith(".opf") for member in members):
        return "epub"
    if "content.xml" in members and "mimetype" in members:
        if b"opendocument.text" in data[:200]:
            return "odt"
        raise InputError(name, f"is {_UNREAD['.ods'][0]}", _UNREAD[".ods"][1])
    raise InputError(name, "is a ZIP file of another kind", "unpack it and give the files in it")
