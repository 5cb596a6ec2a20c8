"""A comparison: its texts and what was read, its sides, its runs; its name; deleting it."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from framing.app.companion_files import corrections_of
from framing.app.jobs import READING
from framing.app.pages import field, page, redirect
from framing.app.read_texts import listed
from framing.app.rows import StoredComparison
from framing.app.state import state_of
from framing.app.tasks import OWN
from framing.app.views.results import packs
from framing.app.views.runs import shown_runs
from framing.app.views.start import title_of
from framing.app.views.texts import A_PAGE, reading_words, rows


def show(request: Request) -> Response:
    """Everything about a comparison, in the order in which it is done."""
    state = state_of(request)
    comparison = state.comparison(request)
    texts = state.store.texts(comparison.id)
    step = state.jobs.step((READING, comparison.id))
    read = [text for text in texts if text.state == "read"]
    articles = rows(state, read)
    first = _first(request, len(articles))
    found = [listed(state.folder.text(text.id)) for text in read]
    return page(
        request,
        "comparison.html.j2",
        comparison=comparison,
        title=title_of(state, comparison),
        texts=texts,
        articles=articles[first : first + A_PAGE],
        first=first,
        a_page=A_PAGE,
        of=len(articles),
        sources=len({article.source for article in articles}),
        failed=[text for text in texts if text.state == "failed"],
        skipped=[item for one in found for item in one.skipped][:A_PAGE],
        warnings=[warning for one in found for warning in one.warnings][:A_PAGE],
        step=step,
        words=reading_words(step.done, step.of) if step else "",
        sides=sides_words(comparison),
        corrections=len(corrections_of(comparison.corrections)),
        runs=shown_runs(state, comparison.id),
    )


def rename(request: Request, form: FormData) -> Response:
    """Give a comparison a name."""
    state = state_of(request)
    comparison = state.comparison(request)
    state.store.rename(comparison.id, field(form, "title", 150))
    return redirect(f"/comparisons/{comparison.id}")


def ask_delete(request: Request) -> Response:
    """Ask before a comparison is deleted."""
    state = state_of(request)
    comparison = state.comparison(request)
    return page(
        request,
        "delete.html.j2",
        what=title_of(state, comparison),
        goes="its texts, what was corrected in them, and its runs",
        action=f"/comparisons/{comparison.id}/delete",
        back=f"/comparisons/{comparison.id}",
    )


def delete(request: Request, form: FormData) -> Response:
    """Delete a comparison with its files."""
    state = state_of(request)
    comparison = state.comparison(request)
    runs = state.store.runs(comparison.id)
    texts = state.store.texts(comparison.id)
    for run in runs:
        state.jobs.stop(("run", run.id))
    state.store.delete_comparison(comparison.id)
    state.folder.forget(
        *(state.folder.text(text.id) for text in texts), *(state.folder.run(run.id) for run in runs)
    )
    state.folder.actors(comparison.id).unlink(missing_ok=True)
    return redirect("/")


def sides_words(comparison: StoredComparison) -> str:
    """What a comparison's sides are, in words."""
    if comparison.conflict == OWN:
        return "named by you"
    fixed = {"auto": "found from the texts, where a list of sides fits them", "none": "none"}
    return fixed.get(comparison.conflict) or packs().get(comparison.conflict, comparison.conflict)


def _first(request: Request, of: int) -> int:
    """The first article of the list to show."""
    asked = request.query_params.get("from", "0")
    return min(int(asked), max(0, of - 1)) if asked.isdecimal() and len(asked) < 9 else 0
