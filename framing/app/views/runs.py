"""The runs of a comparison: starting, watching and stopping one; what came of it; deleting it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from framing.app.adding import add_corrections
from framing.app.desk import Desk, count, desk_of, found, page, to
from framing.app.jobs import READING, Step
from framing.app.rows import Run
from framing.app.views.results import WORKSHEET, facts, sides_of, text_in
from framing.app.views.start import title_of
from framing.records.errors import InputError

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
    result = facts(desk.folder.result(run.id)) if run.state == "finished" else None
    return page(
        request,
        "run.html.j2",
        run=run,
        shown=_shown(desk, run),
        step=step,
        words=step_words(step),
        title=title_of(desk, found(desk.store.comparison(run.comparison))),
        result=result,
        sides=sides_of(result) if result else "",
        worksheet=WORKSHEET if desk.folder.worksheet(run.id).is_dir() else {},
        no_worksheet=text_in(desk.folder.no_worksheet(run.id)),
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


def _shown(desk: Desk, run: Run) -> Shown:
    working = desk.jobs.step(("run", run.id)) is not None
    state = run.state if working or run.state not in ("waiting", "running") else "stopped"
    return Shown(run, STATE_WORDS[state], working)
