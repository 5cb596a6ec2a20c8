"""Reads a file that people write beside their inputs: a plain file, no larger than it may be, or one line that says why not."""

from __future__ import annotations

import stat
from pathlib import Path

from framing.records.errors import FramingError

NO_PLAIN_FILE = "is no plain file (a folder, a pipe, a device or a socket)"


def plain_bytes(path: Path, place: str, most: int, error: type[FramingError]) -> bytes:
    """The content of a file that messages call `place`; what is no plain file is not opened, so nothing waits for it.

    Raises `error` where it is not there, cannot be read, or holds more than `most` bytes.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise error(place, NO_PLAIN_FILE, "give a file")
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise error(place, "does not exist", "check the path and its spelling") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise error(place, f"cannot be read ({reason})", "check the path and its permissions") from None
    if len(content) > most:
        raise error(place, f"is larger than {most:,} bytes", "split it into several files")
    return content
