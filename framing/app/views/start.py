"""The first page: begin a comparison, try the example, go on with an earlier one."""

from __future__ import annotations

import io
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from framing.app.adding import Upload, add_files
from framing.app.desk import Desk, desk_of, page, to
from framing.app.gather import listed
from framing.app.rows import Comparison, Run
from framing.app.views.texts import add_given
from framing.example import folder

EXAMPLE = "Example: a fire at a school"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A comparison in the list: its name, how many texts it has, its newest run that finished."""

    id: str
    title: str
    made: str
    texts: int
    finished: Run | None


def start(request: Request) -> Response:
    """The list of comparisons, and the ways to begin one."""
    desk = desk_of(request)
    return page(request, "start.html.j2", earlier=[_earlier(desk, one) for one in desk.store.comparisons()])


def begin(request: Request, form: FormData) -> Response:
    """A new comparison of the texts that are given with it."""
    desk = desk_of(request)
    comparison = desk.store.add_comparison()
    try:
        add_given(desk, comparison, form)
    except Exception:
        desk.store.delete_comparison(comparison)
        raise
    return to(f"/comparisons/{comparison}")


def example(request: Request, form: FormData) -> Response:
    """A new comparison of the example's texts."""
    desk = desk_of(request)
    comparison = desk.store.add_comparison(EXAMPLE)
    uploads = [Upload(path.name, io.BytesIO(path.read_bytes())) for path in sorted(folder().iterdir())]
    add_files(desk, comparison, uploads)
    desk.jobs.read(comparison)
    return to(f"/comparisons/{comparison}")


def title_of(desk: Desk, comparison: Comparison) -> str:
    """The name of a comparison: the one it was given, else its first headline, else its first file."""
    if comparison.title:
        return comparison.title
    texts = desk.store.texts(comparison.id)
    for text in texts:
        for summary in listed(desk.folder.text(text.id)).articles[:1]:
            if summary.title:
                return summary.title
    return texts[0].name if texts else "A comparison without texts"


def _earlier(desk: Desk, comparison: Comparison) -> Earlier:
    finished = [run for run in desk.store.runs(comparison.id) if run.state == "finished"]
    return Earlier(
        comparison.id,
        title_of(desk, comparison),
        comparison.made,
        len(desk.store.texts(comparison.id)),
        next(iter(finished), None),
    )
