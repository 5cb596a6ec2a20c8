"""What came of a run: its page, worksheet and tables, and what is said about it."""

from __future__ import annotations

import csv
import json
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from framing.app.security import PAGE_POLICY
from framing.app.state import state_of
from framing.publish.folder import MANIFEST

PAGE = "index.html"
WORKSHEET = {
    "For students": (("Open", "student.html"), ("Word", "student.docx"), ("PDF", "student.pdf")),
    "Teacher's key": (("Open", "key.html"), ("Word", "key.docx"), ("PDF", "key.pdf")),
    "Quiz": (
        ("QTI, for a learning platform", "key-qti.zip"),
        ("CSV", "student.csv"),
        ("CSV with answers", "key.csv"),
    ),
}
"""What the result page offers of a worksheet: for whom, and the name and file of each form of it."""
SHEETS = {file for forms in WORKSHEET.values() for _, file in forms}
MOST_SHOWN = 20


def comparison_page(request: Request) -> Response:
    """The comparison page, with an origin of its own, so that nothing in it can reach the app."""
    path = _finished(request) / PAGE
    headers = {"Content-Security-Policy": PAGE_POLICY}
    if "save" in request.query_params:
        return FileResponse(path, filename="framing.html", media_type="text/html", headers=headers)
    return FileResponse(path, media_type="text/html", headers=headers)


def worksheet(request: Request) -> Response:
    """A file of the worksheet, in an origin of its own."""
    name = request.path_params["name"]
    path = _finished(request).parent / "worksheet" / name
    if name not in SHEETS or not path.is_file():
        raise HTTPException(404)
    headers = {"Content-Security-Policy": PAGE_POLICY}
    if name.endswith(".html"):
        return FileResponse(path, media_type="text/html", headers=headers)
    return FileResponse(path, filename=f"framing-{name}", headers=headers)


def tables(request: Request) -> Response:
    """All files of a run in one ZIP file."""
    result = _finished(request)
    packed = result.parent / "tables.zip"
    if not packed.exists():
        _pack(result, packed)
    return FileResponse(packed, filename="framing-tables.zip", media_type="application/zip")


@cache
def packs() -> Mapping[str, str]:
    """The titles of the conflict packs that travel with the package, by id."""
    from framing import lexicon

    return {name: pack.title for name, pack in sorted(lexicon.load().packs.items())}


def facts(result: Path) -> Mapping[str, Any]:
    """What the result page says about a run, from its manifest and its list of what was skipped."""
    manifest = json.loads((result / MANIFEST).read_text(encoding="utf-8"))
    with (result / "skipped.csv").open(encoding="utf-8", newline="") as file:
        skipped = list(csv.DictReader(file))
    return {
        "articles": manifest["counts"]["articles"],
        "sources": manifest["counts"]["sources"],
        "pack": manifest["conflict"]["pack"],
        "chosen_by": manifest["conflict"]["chosen_by"],
        "corrections": {
            status: number
            for status, number in manifest["corrections"].items()
            if isinstance(number, int) and number
        },
        "warnings": manifest["warnings"][:MOST_SHOWN],
        "more_warnings": max(0, len(manifest["warnings"]) - MOST_SHOWN),
        "skipped": skipped[:MOST_SHOWN],
        "more_skipped": max(0, len(skipped) - MOST_SHOWN),
        "has_page": (result / PAGE).is_file(),
    }


def text_in(path: Path) -> str:
    """What a file says; nothing where it is not there."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def sides_of(result: Mapping[str, Any]) -> str:
    """The sides of a run in words."""
    pack = result["pack"]
    return (
        f"{packs()[pack]}, {result['chosen_by']}" if pack in packs() else "named by you" if pack else "none"
    )


def _finished(request: Request) -> Path:
    """The folder of a finished run's files."""
    state = state_of(request)
    run = state.run(request)
    if run.state != "finished" or not state.folder.has_result(run.id):
        raise HTTPException(404)
    return state.folder.result(run.id)


def _pack(result: Path, packed: Path) -> None:
    """Write the ZIP file atomically."""
    with (
        tempfile.NamedTemporaryFile(dir=packed.parent, prefix=".", delete=False) as half,
        zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for path in sorted(result.iterdir()):
            archive.write(path, path.name)
    Path(half.name).replace(packed)
