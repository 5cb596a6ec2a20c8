"""Texts as they come in: files under random names, pasted text, addresses, and files given with them that are not articles."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from framing.app.companion_files import corrections_of, labels_in, pack_of
from framing.app.folder import CONTENT
from framing.app.rows import StoredEdit
from framing.app.state import AppState
from framing.app.store import new_id
from framing.app.tasks import OWN
from framing.read.address import as_address
from framing.read.dates import is_iso
from framing.records.errors import InputError, OutputError

MOST_FILE = 64_000_000
"""Bytes of one file."""
MOST_TEXTS = 1000
"""Files of one comparison."""
MOST_BYTES = 256_000_000
"""Bytes of all files of one comparison."""
LONGEST_NAME = 200

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in: the name it was given elsewhere, which is only shown, and its content."""

    name: str
    content: BinaryIO


def add_files(state: AppState, comparison: str, uploads: Iterable[Upload]) -> None:
    """Add files to a comparison; what is refused is listed with its reason.

    Files that say something about the others are used as that: `labels.csv` says which source, title and
    date the others have, `sides.yaml` names the sides, `corrections.csv` corrects marks; README files are left out.
    """
    labels: dict[str, StoredEdit] = {}
    files = []
    for upload in uploads:
        name = shown_name(upload.name)
        match name.lower():
            case "labels.csv":
                labels |= labels_in(upload.content.read(MOST_FILE))
            case "sides.yaml":
                pack = upload.content.read(MOST_FILE).decode("utf-8-sig", "replace")
                pack_of(pack)
                state.store.choose_sides(comparison, OWN, pack)
            case "corrections.csv":
                add_corrections(state, comparison, upload.content)
            case _ if name.lower().partition(".")[0] != "readme":
                files.append((name, upload.content))
    for name, content in files:
        _add_file(state, comparison, name, content, labels.get(name))


def add_corrections(state: AppState, comparison: str, content: BinaryIO) -> None:
    """Let the next runs go by these corrections of marks instead of those given before.

    The page saves the earlier ones with the new ones. Raises CorrectionsError where there is no such table.
    """
    corrections = content.read(MOST_FILE).decode("utf-8-sig", "replace")
    corrections_of(corrections)
    state.store.correct(comparison, corrections)


def add_pasted(state: AppState, comparison: str, text: str, edit: StoredEdit) -> None:
    """Add a text that was pasted, under the name of its source."""
    if not text.strip():
        raise InputError("the text", "is empty", "paste the article into the box")
    name = shown_name(f"{edit.source or 'pasted text'}.txt".replace("/", "-").replace("\\", "-"))
    _add_file(state, comparison, name, io.BytesIO(text.encode("utf-8", "replace")), edit)


def add_address(state: AppState, comparison: str, address: str, edit: StoredEdit) -> None:
    """Add a page by its address; it is fetched when it is read.

    Raises InputError for anything but an address of the web.
    """
    if not as_address(address):
        raise InputError(
            address or "the address", "is no address of the web", "it starts with https:// or http://"
        )
    refused = _no_room(state, comparison, 0)
    if refused:
        raise InputError("the comparison", refused, "begin another comparison")
    place = state.folder.text(text_id := new_id())
    with _written(place):
        place.mkdir()
    state.store.add_text(
        comparison, as_address(address), text_id=text_id, address=as_address(address), edit=edit
    )


def shown_name(name: str) -> str:
    """The name of a file as it is shown: its last part, in one line.

    >>> shown_name("C:\\\\class\\\\fire.txt"), shown_name("../../etc/passwd\\n"), shown_name("..")
    ('fire.txt', 'passwd', 'file')
    """
    last = _UNPRINTABLE.sub("", re.split(r"[/\\]", name)[-1]).strip()
    stem, dot, suffix = last.rpartition(".")
    short = (
        last
        if len(last) <= LONGEST_NAME
        else f"{stem[: LONGEST_NAME - len(suffix[:20]) - 1]}{dot}{suffix[:20]}"
    )
    return short if short.strip(".") else "file"


def checked_date(value: str) -> str:
    """A date as it is kept; raises InputError unless it is an ISO date or empty."""
    if value and not is_iso(value):
        raise InputError(f"the date {value!r}", "is not a date", "write it as 2026-05-31")
    return value


def _add_file(
    state: AppState, comparison: str, name: str, content: BinaryIO, edit: StoredEdit | None
) -> None:
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    refused = f"is larger than {MOST_FILE // 1_000_000} MB" if size > MOST_FILE else ""
    refused = refused or _no_room(state, comparison, size)
    text_id = new_id()
    if not refused:
        place = state.folder.text(text_id)
        with _written(place):
            place.mkdir()
            with (place / CONTENT).open("xb") as file:
                shutil.copyfileobj(content, file)
    remedy = "split it, or begin another comparison" if refused else ""
    state.store.add_text(
        comparison, name, text_id=text_id, size=0 if refused else size, edit=edit, refused=(refused, remedy)
    )


def _no_room(state: AppState, comparison: str, size: int) -> str:
    """Why a comparison can take no more; empty where it can."""
    texts, held = state.store.size(comparison)
    if texts >= MOST_TEXTS:
        return f"holds {MOST_TEXTS:,} files already"
    if held + size > MOST_BYTES:
        return f"would bring the comparison over {MOST_BYTES // 1_000_000} MB"
    return ""


@contextmanager
def _written(place: Path) -> Iterator[None]:
    """Take a text's folder away again where it cannot be written; raises OutputError then."""
    try:
        yield
    except OSError as error:
        shutil.rmtree(place, ignore_errors=True)
        raise OutputError(
            "the file", f"cannot be kept ({error.strerror})", "free some space on the disk"
        ) from None
