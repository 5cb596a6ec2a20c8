"""The runs of a comparison: starting, watching and stopping one; what came of it; deleting it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from framing.app.adding import add_corrections
from framing.app.jobs import READING, JobProgress
from framing.app.pages import count, page, redirect
from framing.app.read_texts import listed
from framing.app.rows import StoredRun
from framing.app.state import AppState, or_404, state_of
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


MOST_WORDS = 1_000_000
"""Words of all texts of a comparison: what a run can do within its time and memory."""


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run in the list: `working` where it runs or waits."""

    run: StoredRun
    words: str
    working: bool


def shown_runs(state: AppState, comparison: str) -> list[ListedRun]:
    """The runs of a comparison as they stand."""
    return [_shown(state, run) for run in state.store.runs(comparison)]


def begin(request: Request, form: FormData) -> Response:
    """Start a run of a comparison."""
    state = state_of(request)
    comparison = state.comparison(request)
    if state.jobs.step((READING, comparison.id)) is not None:
        raise InputError("the texts", "are still being read", "wait a moment and start again")
    texts = state.store.texts(comparison.id, "read")
    if not texts:
        raise InputError("the comparison", "has no text that could be read", "add a text")
    words = sum(article.words for text in texts for article in listed(state.folder.text(text.id)).articles)
    if words > MOST_WORDS:
        reason = f"holds {words:,} words; the app compares {MOST_WORDS:,} at most"
        raise InputError("the comparison", reason, "take texts out, or use framing compare")
    run = state.store.add_run(comparison.id)
    state.jobs.run(run)
    return redirect(f"/runs/{run}")


def correct(request: Request, form: FormData) -> Response:
    """Keep corrections of marks, as the page saves them, and run again by them."""
    state = state_of(request)
    comparison = state.comparison(request)
    given = form.get("corrections")
    if not isinstance(given, UploadFile) or not given.filename:
        raise InputError("no file", "was chosen", "choose the corrections.csv that the page saved")
    add_corrections(state, comparison.id, given.file)
    return begin(request, form)


def forget_corrections(request: Request, form: FormData) -> Response:
    """Let later runs go by no corrections."""
    state = state_of(request)
    comparison = state.comparison(request)
    state.store.correct(comparison.id, "")
    return redirect(f"/comparisons/{comparison.id}#runs")


def show(request: Request) -> Response:
    """A run: how far it is, or what came of it."""
    state = state_of(request)
    run = state.run(request)
    step = state.jobs.step(("run", run.id))
    result = facts(state.folder.result(run.id)) if run.state == "finished" else None
    return page(
        request,
        "run.html.j2",
        run=run,
        shown=_shown(state, run),
        step=step,
        words=step_words(step),
        title=title_of(state, or_404(state.store.comparison(run.comparison))),
        result=result,
        sides=sides_of(result) if result else "",
        worksheet=WORKSHEET if state.folder.worksheet(run.id).is_dir() else {},
        no_worksheet=text_in(state.folder.no_worksheet(run.id)),
    )


def progress(request: Request) -> Response:
    """Where a run is."""
    state = state_of(request)
    run = state.run(request)
    step = state.jobs.step(("run", run.id))
    reached = step.reached if step else 1
    return JSONResponse({"working": step is not None, "reached": reached, "words": step_words(step)})


def stop(request: Request, form: FormData) -> Response:
    """Stop a run."""
    state = state_of(request)
    run = state.run(request)
    state.jobs.stop(("run", run.id))
    return redirect(f"/runs/{run.id}")


def ask_delete(request: Request) -> Response:
    """Ask before a run is deleted."""
    run = state_of(request).run(request)
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
    state = state_of(request)
    run = state.run(request)
    state.jobs.stop(("run", run.id))
    state.store.delete_run(run.id)
    state.folder.forget(state.folder.run(run.id))
    return redirect(f"/comparisons/{run.comparison}#runs")


def step_words(step: JobProgress | None) -> str:
    """What is said of a run's stage.

    >>> step_words(JobProgress("articles", 3, 8, 0.5)), step_words(JobProgress())
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


def _shown(state: AppState, run: StoredRun) -> ListedRun:
    working = state.jobs.step(("run", run.id)) is not None
    shown = run.state if working or run.state not in ("waiting", "running") else "stopped"
    return ListedRun(run, STATE_WORDS[shown], working)
