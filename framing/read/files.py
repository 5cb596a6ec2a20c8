"""From a path to the bytes of a file: gzip unpacked, everything within stated limits.

A file may hold at most `MOST_BYTES`. A packed one may unpack to `MOST_UNPACKED`, or to `MOST_RATIO`
times its own size where that is more: text packs to a third or a tenth, what unpacks to hundreds of times
its size is a decompression bomb. What is packed twice is refused.
"""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from framing.records.errors import InputError

MOST_BYTES = 2_000_000_000
MOST_UNPACKED = 64_000_000
MOST_RATIO = 25

NO_FILE = "is no plain file (a pipe, a device or a socket)"
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class InputFile:
    """The content of an input, unpacked; the hash is that of the file as it lies on the disk."""

    data: bytes
    sha256: str


def is_there(path: Path) -> bool:
    """Whether a path names something; a name that no system can hold names nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def read_file(path: Path, name: str) -> InputFile:
    """Read a file; `name` is how messages call it.

    Raises InputError where it cannot be read, is empty, or is larger than the limits.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError(name, NO_FILE, "save its content as a file")
        if found.st_size > MOST_BYTES:
            raise InputError(name, f"is larger than {_size(MOST_BYTES)}", "split it into several files")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(name, f"cannot be read ({reason})", "check the path and its permissions") from None
    return file_of(data, name)


def file_of(data: bytes, name: str) -> InputFile:
    """The content of bytes read from anywhere.

    >>> import gzip
    >>> file_of(gzip.compress(b"Talks resume."), "a.txt.gz").data
    b'Talks resume.'
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
        if data.startswith(_GZIP):
            raise InputError(name, "is compressed twice (gzip in gzip)", "unpack it once and give the result")
    if not data.strip():
        raise InputError(name, "the file is empty", "save the article again or take the file away")
    return InputFile(data, sha256)


def _unpacked(data: bytes, name: str) -> bytes:
    limit = _limit(len(data))
    parts: list[bytes] = []
    size, rest = 0, data
    while rest.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        while not unpacker.eof:
            try:
                part = unpacker.decompress(rest, _CHUNK)
            except zlib.error:
                raise InputError(name, "is damaged gzip", "fetch or pack the file again") from None
            rest = unpacker.unconsumed_tail
            size += len(part)
            parts.append(part)
            if size > limit:
                raise InputError(
                    name, f"unpacks to more than {_size(limit)}", "unpack it and give a part of it"
                )
            if not part and not rest:
                raise InputError(name, "is incomplete gzip", "fetch or pack the file again")
        rest = unpacker.unused_data
    return b"".join(parts)


def check_zip(data: bytes, name: str) -> frozenset[str]:
    """The members of a ZIP file (Word, Excel), after a look at what it would unpack to.

    Raises InputError where the file is damaged or beyond the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise InputError(name, "is damaged or incomplete", "save the document again") from None
    limit = _limit(len(data))
    if sum(member.file_size for member in members) > limit:
        raise InputError(name, f"unpacks to more than {_size(limit)}", "save the text as plain text or CSV")
    return frozenset(member.filename for member in members)


def has_entities(data: bytes) -> bool:
    """Whether an XML member of a ZIP file declares a document type, with which text can be hidden or multiplied.

    In UTF-16 there is a NUL beside every letter of the declaration.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = (name for name in archive.namelist() if name.lower().endswith((".xml", ".rels")))
            parts = (archive.read(name).replace(b"\x00", b"") for name in members)
            return any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, RuntimeError):
        return False


def most_unpacked(packed: int) -> int:
    """How many bytes a file of so many may unpack to."""
    return _limit(packed)


def _limit(packed: int) -> int:
    return min(max(MOST_UNPACKED, MOST_RATIO * packed), MOST_BYTES)


def _size(number: int) -> str:
    return f"{number // 1_000_000:,} MB"
