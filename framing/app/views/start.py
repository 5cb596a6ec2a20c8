"""The first page: begin a comparison, try the example, go on with an earlier one."""

from __future__ import annotations

import io
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from framing.app.adding import Upload, add_files
from framing.app.pages import page, redirect
from framing.app.read_texts import listed
from framing.app.rows import StoredComparison, StoredRun
from framing.app.state import AppState, state_of
from framing.app.views.texts import add_given
from framing.example import folder

EXAMPLE = "Example: a fire at a school"


@dataclass(frozen=True, slots=True)
class ListedComparison:
    """A comparison in the list: its name, how many texts it has, its newest run that finished."""

    id: str
    title: str
    made: str
    texts: int
    finished: StoredRun | None


def start(request: Request) -> Response:
    """The list of comparisons, and the ways to begin one."""
    state = state_of(request)
    return page(request, "start.html.j2", earlier=[_earlier(state, one) for one in state.store.comparisons()])


def begin(request: Request, form: FormData) -> Response:
    """A new comparison of the texts that are given with it."""
    state = state_of(request)
    comparison = state.store.add_comparison()
    try:
        add_given(state, comparison, form)
    except Exception:
        state.store.delete_comparison(comparison)
        raise
    return redirect(f"/comparisons/{comparison}")


def example(request: Request, form: FormData) -> Response:
    """A new comparison of the example's texts."""
    state = state_of(request)
    comparison = state.store.add_comparison(EXAMPLE)
    uploads = [Upload(path.name, io.BytesIO(path.read_bytes())) for path in sorted(folder().iterdir())]
    add_files(state, comparison, uploads)
    state.jobs.read(comparison)
    return redirect(f"/comparisons/{comparison}")


def title_of(state: AppState, comparison: StoredComparison) -> str:
    """The name of a comparison: the one it was given, else its first headline, else its first file."""
    if comparison.title:
        return comparison.title
    texts = state.store.texts(comparison.id)
    for text in texts:
        for summary in listed(state.folder.text(text.id)).articles[:1]:
            if summary.title:
                return summary.title
    return texts[0].name if texts else "A comparison without texts"


def _earlier(state: AppState, comparison: StoredComparison) -> ListedComparison:
    finished = [run for run in state.store.runs(comparison.id) if run.state == "finished"]
    return ListedComparison(
        comparison.id,
        title_of(state, comparison),
        comparison.made,
        len(state.store.texts(comparison.id)),
        next(iter(finished), None),
    )
