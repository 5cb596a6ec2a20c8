"""From the bytes of a text file to its text: UTF-8 (or UTF-16 with a byte-order mark), newlines normalised."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from framing.errors import InputError

_MAGIC = (
    (b"%PDF-", "a PDF, not plain text", "copy its text into a .txt file"),
    (b"PK\x03\x04", "a Word or ZIP file, not plain text", "save the text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word file, not plain text", "save the text as .txt"),
    (b"{\\rtf", "rich text (RTF), not plain text", "save the text as .txt"),
    (b"\x89PNG", "an image (PNG), not plain text", "copy the article's text into a .txt file"),
    (b"\xff\xd8\xff", "an image (JPEG), not plain text", "copy the article's text into a .txt file"),
    (b"GIF8", "an image (GIF), not plain text", "copy the article's text into a .txt file"),
    (b"\x1f\x8b", "compressed (gzip), not plain text", "unpack it first"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!doctype html|<html\b)", re.IGNORECASE)
MAX_CONTROLS = 0.01
SAVE_AS_TEXT = "save the article's text as plain text (UTF-8)"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, newlines normalised and without its byte-order mark; warnings for the user."""

    text: str
    data: bytes
    warnings: tuple[str, ...] = ()


def read_text(path: Path, name: str) -> Decoded:
    """Read a plain-text file; `name` is how messages call it.

    Raises InputError, with the reason and the remedy, where the file is not readable as text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(name, f"cannot be read ({reason})", "check the path and its permissions") from None
    return decode(data, name)


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file's bytes.

    >>> decode(b"\\xef\\xbb\\xbfTalks resume\\r\\nin Vienna.", "a.txt").text
    'Talks resume\\nin Vienna.'
    """
    if not data.strip():
        raise InputError(name, "the file is empty", "save the article again or take the file away")
    for magic, reason, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, f"is {reason}", remedy)
    warnings: list[str] = []
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    body = data[len(bom) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end < len(body) or error.reason != "unexpected end of data":
            place = f"byte {error.start + len(bom):,}"
            raise InputError(
                name, f"is not text in {encoding.upper()} ({place} does not fit)", SAVE_AS_TEXT
            ) from None
        text = body.decode(encoding, errors="replace")
        warnings.append(f"{name}: the file ends amid a character; its last character is shown as �")
    if "\x00" in text:
        raise InputError(
            name, "holds NUL bytes: it is damaged, or in an encoding without a mark", SAVE_AS_TEXT
        )
    if len(_CONTROLS.findall(text)) > MAX_CONTROLS * len(text):
        raise InputError(name, "is binary data, not text", SAVE_AS_TEXT)
    if _MARKUP.match(text):
        raise InputError(
            name, "holds HTML; web pages are not supported yet", "copy the article's text into a .txt file"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, data, tuple(warnings))
