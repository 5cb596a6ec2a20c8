"""The texts of a comparison: adding them, what was read, which columns of a table hold what."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from framing.app.adding import Upload, add_address, add_files, add_pasted, checked_date
from framing.app.jobs import READING
from framing.app.pages import field, page, redirect
from framing.app.read_texts import ArticleSummary, listed
from framing.app.rows import StoredEdit, StoredText
from framing.app.state import AppState, state_of
from framing.read.options import COLUMNS
from framing.records.errors import InputError

A_PAGE = 50
"""Texts or articles that a list shows at a time."""
LONGEST_TEXT = 1_000_000
ROLE_WORDS = {
    "text": "the text",
    "title": "the headline",
    "source": "the source",
    "date": "the date",
    "id": "an id",
    "url": "the address",
    "event": "the event",
}


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in the list of what was read; `number` is its place in its text."""

    text: str
    name: str
    number: int
    title: str
    source: str
    published: str
    words: int
    removed: int
    scored: bool
    corrected: bool


def add(request: Request, form: FormData) -> Response:
    """Add files, a pasted text or an address to a comparison."""
    state = state_of(request)
    comparison = state.comparison(request).id
    add_given(state, comparison, form)
    return redirect(f"/comparisons/{comparison}")


def add_given(state: AppState, comparison: str, form: FormData) -> None:
    """Add what a form gives; raises FramingError where it gives nothing that can be added."""
    edit = StoredEdit(
        title=field(form, "title") or None,
        source=field(form, "source") or None,
        published=checked_date(field(form, "published", 40)) or None,
    )
    pasted = form.get("pasted")
    uploads = [
        Upload(given.filename, given.file)
        for given in form.getlist("files")
        if isinstance(given, UploadFile) and given.filename
    ]
    if isinstance(pasted, str) and "pasted" in form:
        add_pasted(state, comparison, pasted.replace("\r\n", "\n"), edit)
    elif "address" in form:
        add_address(state, comparison, field(form, "address", 2000), edit)
    elif uploads:
        add_files(state, comparison, uploads)
    else:
        raise InputError("nothing", "was chosen", "choose files, paste a text, or give an address")
    state.jobs.read(comparison)


def delete(request: Request, form: FormData) -> Response:
    """Take a text out of a comparison."""
    state = state_of(request)
    text = state.text(request)
    state.store.delete_text(text.id)
    state.folder.forget(state.folder.text(text.id))
    state.folder.actors(text.comparison).unlink(missing_ok=True)
    return redirect(f"/comparisons/{text.comparison}#texts")


def columns(request: Request) -> Response:
    """Which column of a table holds what: the form."""
    return page(request, "columns.html.j2", text=state_of(request).text(request), roles=ROLE_WORDS)


def map_columns(request: Request, form: FormData) -> Response:
    """Which column of a table holds what: the answer. The table is read again."""
    state = state_of(request)
    text = state.text(request)
    chosen = {role: field(form, role) for role in COLUMNS}
    mapped = {
        role: text.names[int(at)]
        for role, at in chosen.items()
        if at.isdecimal() and int(at) < len(text.names)
    }
    if "text" not in mapped and "title" not in mapped:
        raise InputError(text.name, "needs a column of texts", "say which column holds the text")
    state.store.drop_edits(text.id)
    state.store.map_columns(text.id, mapped)
    state.jobs.read(text.comparison)
    return redirect(f"/comparisons/{text.comparison}")


def progress(request: Request) -> Response:
    """Where the reading of a comparison's texts is."""
    state = state_of(request)
    step = state.jobs.step((READING, state.comparison(request).id))
    if step is None:
        return JSONResponse({"working": False, "reached": 1, "words": ""})
    return JSONResponse(
        {"working": True, "reached": step.reached, "words": reading_words(step.done, step.of)}
    )


def reading_words(done: int, of: int) -> str:
    """What is said while texts are read.

    >>> reading_words(1, 3), reading_words(0, 0)
    ('Reading: 1 of 3 done', 'Waiting to be read')
    """
    return f"Reading: {done} of {of} done" if of else "Waiting to be read"


def rows(state: AppState, texts: list[StoredText]) -> list[ListedArticle]:
    """The articles of some texts, as they are corrected."""
    result = []
    edits = state.store.edits(texts[0].comparison) if texts else {}
    for text in texts:
        for number, summary in enumerate(listed(state.folder.text(text.id)).articles):
            result.append(_row(text, number, summary, edits.get((text.id, number))))
    return result


def _row(text: StoredText, number: int, summary: ArticleSummary, edit: StoredEdit | None) -> ListedArticle:
    given = edit or StoredEdit()
    return ListedArticle(
        text=text.id,
        name=text.name,
        number=number,
        title=summary.title if given.title is None else given.title,
        source=given.source or summary.source,
        published=summary.published if given.published is None else given.published,
        words=summary.words,
        removed=summary.removed if given.removed is None else len(given.removed),
        scored=summary.language in ("", "en"),
        corrected=given != StoredEdit(),
    )
