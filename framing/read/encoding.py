"""From bytes to text: the byte-order mark, the encoding asked for, UTF-8, and only then a guess, with a warning.

UTF-8 is tried before what a page or a user's program declares, since text that is not UTF-8 hardly ever
decodes as UTF-8. A guess (charset-normalizer) is a warning that names the encoding. Newlines are normalised.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from framing.read.mojibake import repaired
from framing.read.options import ReadOptions
from framing.records.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL_BYTES = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_SURROGATE = re.compile("[\ud800-\udfff]")
MAX_CONTROLS = 0.01
MAX_NULS = 0.1
"""Shares of bytes; a file with more is not text."""
STRAY = 20
"""Good UTF-8 characters of several bytes for each bad byte, so that the bad ones are damage."""
SAMPLE = 100_000
"""Bytes from which an encoding is guessed."""
SAVE_AS_UTF8 = "save it as UTF-8, or name its encoding with --encoding"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file, newlines normalised and without its byte-order mark; warnings for the user."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, asked: str = "", declared: str = "") -> DecodedText:
    """The text of a file's bytes; `asked` is the user's encoding, `declared` what the file says of itself.

    Raises InputError with the encoding tried and the offset of the first byte that does not fit.

    >>> decode(b"\\xef\\xbb\\xbfTalks resume\\r\\nin Vienna.", "a.txt").text
    'Talks resume\\nin Vienna.'
    >>> decode("Переговоры".encode("cp1251"), "a.txt", asked="cp1251").text
    'Переговоры'
    """
    bom, marked = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", ""))
    body = data[len(bom) :]
    encoding = marked or _known(asked, name) or _wide(body) or "utf-8"
    if _is_narrow(encoding) and _controls(body) > MAX_CONTROLS:
        raise _binary(name)
    warnings: list[str] = []
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(body) and error.reason in ("unexpected end of data", "truncated data"):
            text = body.decode(encoding, errors="replace")
            warnings.append(f"{name}: the file ends amid a character; its last character is shown as \ufffd")
        elif marked or asked:
            raise _undecodable(name, encoding, error.start + len(bom)) from None
        else:
            text, warning = _guessed(body, name, declared, error.start)
            warnings.append(warning)
    nuls = text.count("\x00")
    if nuls > MAX_NULS * len(text):
        raise _binary(name)
    if nuls:
        text = text.replace("\x00", "")
        warnings.append(f"{name}: {nuls} NUL characters were taken out; the file may be damaged")
    return DecodedText(normalised(text), tuple(warnings))


def decode_as(options: ReadOptions, data: bytes, name: str, declared: str = "") -> DecodedText:
    """The text of a file's bytes as the user wants it read; raises InputError like `decode`."""
    found = decode(data, name, options.encoding, declared)
    return DecodedText(repaired(found.text), found.warnings) if options.repair_encoding else found


def normalised(text: str) -> str:
    """The text with line feeds as newlines and nothing in it that cannot be written as UTF-8.

    >>> normalised("one\\r\\ntwo\\rthree")
    'one\\ntwo\\nthree'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", text)


def has_surrogates(text: str) -> bool:
    """Whether a text holds halves of characters, as JSON escapes can make them."""
    return _SURROGATE.search(text) is not None


def _known(encoding: str, name: str) -> str:
    """The user's encoding, empty where none is asked for; raises InputError where there is no such encoding."""
    if not encoding:
        return ""
    try:
        codecs.lookup(encoding)
        "".encode(encoding)
    except LookupError:
        raise InputError(
            name, f"{encoding!r} is no text encoding", "name one such as utf-8, cp1251 or utf-16"
        ) from None
    return encoding


def _is_narrow(encoding: str) -> bool:
    return "16" not in encoding and "32" not in encoding


def _controls(data: bytes) -> float:
    """The share of control characters, where a byte stands for a character."""
    return (len(data) - len(data.translate(None, _CONTROL_BYTES))) / max(1, len(data))


def _wide(body: bytes) -> str:
    """UTF-16 without a byte-order mark: NULs only at even or only at odd places, and blanks when decoded as UTF-16."""
    if b"\x00" not in body[:SAMPLE]:
        return ""
    sample = body[: SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd < 0.04 * len(sample) or min(even, odd) > 0.02 * max(even, odd):
        return ""
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
    blanks = text.count(" ") + text.count("\n")
    return encoding if blanks >= 0.02 * len(text) and text.count("\ufffd") <= 0.01 * len(text) else ""


def _guessed(body: bytes, name: str, declared: str, first_bad: int) -> tuple[str, str]:
    """The text of bytes that are not UTF-8, and the warning that says what they were taken for."""
    lenient = body.decode("utf-8", errors="replace")
    bad = lenient.count("\ufffd")
    if sum(character > "\x7f" for character in lenient) - bad >= STRAY * bad:
        return (
            lenient,
            f"{name}: {bad} bytes that are not UTF-8 are shown as \ufffd, the first is byte {first_bad:,}",
        )
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return body.decode(declared), f"{name}: read as {declared}, as it says itself"
        except (LookupError, UnicodeDecodeError):
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(body[:SAMPLE], threshold=0.3).best()
    if best is None:
        raise _undecodable(name, "utf-8", first_bad)
    try:
        text = body.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, best.encoding, error.start) from None
    return text, (
        f"{name}: not UTF-8 (byte {first_bad:,}); read as {best.encoding}, which is a guess: "
        "name the right one with --encoding if letters look wrong"
    )


def _binary(name: str) -> InputError:
    return InputError(name, "is binary data, not text", "give the text itself, saved as UTF-8")


def _undecodable(name: str, encoding: str, offset: int) -> InputError:
    return InputError(name, f"is not text in {encoding.upper()} (byte {offset:,} does not fit)", SAVE_AS_UTF8)
