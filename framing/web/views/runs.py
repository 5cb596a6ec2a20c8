"""The runs of a comparison: starting, watching and stopping one; what came of it; deleting it."""

from __future__ import annotations

import csv
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from framing.errors import InputError
from framing.publish.folder import MANIFEST
from framing.web.adding import add_corrections
from framing.web.desk import Desk, count, desk_of, found, page, to
from framing.web.jobs import READING, Step
from framing.web.security import PAGE_POLICY
from framing.web.store import Run
from framing.web.views.start import title_of

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
STATE_WORDS = {
    "waiting": "waits for its turn",
    "running": "running",
    "finished": "finished",
    "stopped": "stopped",
    "failed": "not finished",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A run in the list: `working` where it runs or waits."""

    run: Run
    words: str
    working: bool


def shown_runs(desk: Desk, comparison: str) -> list[Shown]:
    """The runs of a comparison as they stand."""
    return [_shown(desk, run) for run in desk.store.runs(comparison)]


def begin(request: Request, form: FormData) -> Response:
    """Start a run of a comparison."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    if desk.jobs.step((READING, comparison.id)) is not None:
        raise InputError("the texts", "are still being read", "wait a moment and start again")
    if not desk.store.texts(comparison.id, "read"):
        raise InputError("the comparison", "has no text that could be read", "add a text")
    run = desk.store.add_run(comparison.id)
    desk.jobs.run(run)
    return to(f"/runs/{run}")


def correct(request: Request, form: FormData) -> Response:
    """Keep corrections of marks, as the page saves them, and run again by them."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    given = form.get("corrections")
    if not isinstance(given, UploadFile) or not given.filename:
        raise InputError("no file", "was chosen", "choose the corrections.csv that the page saved")
    add_corrections(desk, comparison.id, given.file)
    return begin(request, form)


def forget_corrections(request: Request, form: FormData) -> Response:
    """Let later runs go by no corrections."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    desk.store.correct(comparison.id, "")
    return to(f"/comparisons/{comparison.id}#runs")


def show(request: Request) -> Response:
    """A run: how far it is, or what came of it."""
    desk = desk_of(request)
    run = desk.run(request)
    step = desk.jobs.step(("run", run.id))
    result = _facts(desk.folder.result(run.id)) if run.state == "finished" else None
    return page(
        request,
        "run.html.j2",
        run=run,
        shown=_shown(desk, run),
        step=step,
        words=step_words(step),
        title=title_of(desk, found(desk.store.comparison(run.comparison))),
        result=result,
        sides=_sides(result) if result else "",
        worksheet=WORKSHEET if desk.folder.worksheet(run.id).is_dir() else {},
        no_worksheet=_text(desk.folder.no_worksheet(run.id)),
    )


def progress(request: Request) -> Response:
    """Where a run is."""
    desk = desk_of(request)
    run = desk.run(request)
    step = desk.jobs.step(("run", run.id))
    reached = step.reached if step else 1
    return JSONResponse({"working": step is not None, "reached": reached, "words": step_words(step)})


def stop(request: Request, form: FormData) -> Response:
    """Stop a run."""
    desk = desk_of(request)
    run = desk.run(request)
    desk.jobs.stop(("run", run.id))
    return to(f"/runs/{run.id}")


def ask_delete(request: Request) -> Response:
    """Ask before a run is deleted."""
    run = desk_of(request).run(request)
    return page(
        request,
        "delete.html.j2",
        what="this run",
        goes="its page and its tables",
        action=f"/runs/{run.id}/delete",
        back=f"/runs/{run.id}",
    )


def delete(request: Request, form: FormData) -> Response:
    """Delete a run with its files."""
    desk = desk_of(request)
    run = desk.run(request)
    desk.jobs.stop(("run", run.id))
    desk.store.delete_run(run.id)
    desk.folder.forget(desk.folder.run(run.id))
    return to(f"/comparisons/{run.comparison}#runs")


def comparison_page(request: Request) -> Response:
    """The comparison page, in an origin of its own: nothing in it can reach the app."""
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


def step_words(step: Step | None) -> str:
    """What is said of a run's stage.

    >>> step_words(Step("articles", 3, 8, 0.5)), step_words(Step())
    ('Looking for marks: 3 of 8 articles done', 'Waits for its turn')
    """
    if step is None:
        return ""
    words = {
        "waiting": "Waits for its turn",
        "starting": "Starting",
        "cutting": f"Finding sentences: {step.done:,} of {count(step.of, 'article')} done",
        "sentences": f"Parsing: {step.done:,} of {count(step.of, 'sentence')} done",
        "articles": f"Looking for marks: {step.done:,} of {count(step.of, 'article')} done",
        "comparing": "Comparing the articles",
        "writing": "Writing the page and the tables",
    }
    return words.get(step.stage, "")


@cache
def packs() -> Mapping[str, str]:
    """The titles of the conflict packs that travel with the package, by id."""
    from framing import lexicon

    return {name: pack.title for name, pack in sorted(lexicon.load().packs.items())}


def _shown(desk: Desk, run: Run) -> Shown:
    working = desk.jobs.step(("run", run.id)) is not None
    state = run.state if working or run.state not in ("waiting", "running") else "stopped"
    return Shown(run, STATE_WORDS[state], working)


def _finished(request: Request) -> Path:
    """The folder of a finished run's files."""
    desk = desk_of(request)
    run = desk.run(request)
    if run.state != "finished" or not desk.folder.has_result(run.id):
        raise HTTPException(404)
    return desk.folder.result(run.id)


def _facts(result: Path) -> Mapping[str, Any]:
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


def _text(path: Path) -> str:
    """What a file says; nothing where it is not there."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _sides(result: Mapping[str, Any]) -> str:
    """The sides of a run in words."""
    pack = result["pack"]
    return (
        f"{packs()[pack]}, {result['chosen_by']}" if pack in packs() else "named by you" if pack else "none"
    )


def _pack(result: Path, packed: Path) -> None:
    """Write the ZIP file; it is there whole or not at all."""
    with (
        tempfile.NamedTemporaryFile(dir=packed.parent, prefix=".", delete=False) as half,
        zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for path in sorted(result.iterdir()):
            archive.write(path, path.name)
    Path(half.name).replace(packed)
