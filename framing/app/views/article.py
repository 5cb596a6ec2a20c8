"""One article that was read: its text with what is left out, and what the user corrects."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from framing.app.adding import checked_date
from framing.app.edits import BodyPiece, edited, left_out, pieces
from framing.app.pages import field, page, redirect
from framing.app.read_texts import kept_article, listed
from framing.app.rows import StoredEdit, StoredText
from framing.app.state import AppState, state_of
from framing.read.article_building import has_own_words
from framing.records.article import Article
from framing.records.errors import InputError

REASON_WORDS = {
    "dateline": "date line",
    "caption": "caption",
    "byline": "byline",
    "audio_widget": "audio player",
    "read_more": "link to another text",
    "unrelated_headlines": "other headlines",
    "summary": "summary by a program",
    "sponsor": "sponsor line",
    "source_line": "line naming the source",
    "copyright": "copyright line",
    "comment_form": "comment form",
    "repeated_title": "headline again",
    "consent": "consent to cookies",
    "other": "not the article",
}


def show(request: Request) -> Response:
    """The article with its forms."""
    state = state_of(request)
    text, number, article = _article(request)
    edit = _edit(state, text, number)
    changed = edited(article, edit)
    shift = len(changed.text) - len(article.text)
    return page(
        request,
        "article.html.j2",
        text=text,
        number=number,
        article=changed,
        paragraphs=_paragraphs(changed, shift),
        reasons=REASON_WORDS,
        corrected=edit is not None,
        words=sum(len(piece.text.split()) for piece in pieces(changed, shift=shift) if not piece.reason),
        here=f"/comparisons/{text.comparison}/texts/{text.id}/articles/{number}",
    )


def correct(request: Request, form: FormData) -> Response:
    """Keep title, source and date as the user gives them."""
    state = state_of(request)
    text, number, article = _article(request)
    title, source = field(form, "title", 500), field(form, "source")
    published = checked_date(field(form, "published", 40))
    if not source:
        raise InputError("the source", "is empty", "name the outlet, or write A, B, C")
    edit = replace(
        _edit(state, text, number) or StoredEdit(),
        title=None if title == " ".join(article.title.split()) else title,
        source=None if source == article.source else source,
        published=None if published == article.published else published,
    )
    state.store.edit(text.id, number, edit)
    return redirect(_back(text, form, f"{text.id}/articles/{number}"))


def leave_out(request: Request, form: FormData) -> Response:
    """Keep which pieces of the text are not the article."""
    state = state_of(request)
    text, number, article = _article(request)
    edit = _edit(state, text, number) or StoredEdit()
    changed = edited(article, edit)
    shift = len(changed.text) - len(article.text)
    chosen = [
        int(at) for at in form.getlist("out") if isinstance(at, str) and at.isdecimal() and len(at) < 10
    ]
    fresh = replace(edit, removed=left_out(changed, chosen, shift=shift))
    if not has_own_words(edited(article, fresh)):
        raise InputError("the article", "would have no text left", "leave at least one paragraph of it in")
    state.store.edit(text.id, number, fresh)
    return redirect(_back(text, form, f"{text.id}/articles/{number}#text"))


def forget(request: Request, form: FormData) -> Response:
    """Take the article as it was read again."""
    state = state_of(request)
    text, number, _ = _article(request)
    state.store.edit(text.id, number, StoredEdit())
    return redirect(f"/comparisons/{text.comparison}/texts/{text.id}/articles/{number}")


def _back(text: StoredText, form: FormData, place: str) -> str:
    """Where a form leads: to the list for "save and back", else to the article."""
    if "back" in form:
        return f"/comparisons/{text.comparison}#texts"
    return f"/comparisons/{text.comparison}/texts/{place}"


def _paragraphs(article: Article, shift: int) -> list[list[BodyPiece]]:
    number = 0

    def of(piece: BodyPiece) -> int:
        nonlocal number
        number += piece.first
        return number

    return [list(group) for _, group in groupby(pieces(article, shift=shift), key=of)]


def _article(request: Request) -> tuple[StoredText, int, Article]:
    state = state_of(request)
    text = state.text(request)
    number = int(request.path_params["number"])
    place = state.folder.text(text.id)
    summaries = listed(place).articles
    if number >= len(summaries):
        raise HTTPException(404)
    return text, number, kept_article(place, summaries[number])


def _edit(state: AppState, text: StoredText, number: int) -> StoredEdit | None:
    found = state.store.edits(text.comparison).get((text.id, number))
    return None if found == StoredEdit() else found
