"""The app: its routes, its errors, its static files."""

from __future__ import annotations

import errno
import sqlite3
from functools import cache
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from framing import __version__
from framing.app.pages import page, posted, templates
from framing.app.security import Guard
from framing.app.state import AppState
from framing.app.views import article, comparison, results, runs, sides, start, texts
from framing.records.errors import FramingError

COMPARISON = "/comparisons/{comparison}"
TEXT = COMPARISON + "/texts/{text}"
ARTICLE = TEXT + "/articles/{number:int}"
RUN = "/runs/{run}"
PALETTE, DARK = "publish/shared/static/tokens.css", "publish/shared/static/dark.css"
"""The look that the app shares with the comparison page; the dark one is declarations without a selector."""
STATIC = {"app.css": "text/css", "app.js": "text/javascript"}
MISSING = "There is no such page. It may have been deleted."


def routes() -> list[Route]:
    """Every address of the app."""
    shown = {
        "/": start.start,
        "/static/{name}": static,
        COMPARISON: comparison.show,
        f"{COMPARISON}/delete": comparison.ask_delete,
        f"{COMPARISON}/progress": texts.progress,
        f"{COMPARISON}/sides": sides.show,
        f"{COMPARISON}/sides/progress": sides.progress,
        f"{TEXT}/columns": texts.columns,
        ARTICLE: article.show,
        RUN: runs.show,
        f"{RUN}/progress": runs.progress,
        f"{RUN}/delete": runs.ask_delete,
        f"{RUN}/page": results.comparison_page,
        f"{RUN}/worksheet/{{name}}": results.worksheet,
        f"{RUN}/tables.zip": results.tables,
    }
    forms = {
        "/comparisons": start.begin,
        "/example": start.example,
        f"{COMPARISON}/texts": texts.add,
        f"{COMPARISON}/name": comparison.rename,
        f"{COMPARISON}/delete": comparison.delete,
        f"{COMPARISON}/sides": sides.choose,
        f"{COMPARISON}/sides/look": sides.look,
        f"{COMPARISON}/sides/name": sides.name,
        f"{COMPARISON}/runs": runs.begin,
        f"{COMPARISON}/corrections": runs.correct,
        f"{COMPARISON}/corrections/forget": runs.forget_corrections,
        f"{TEXT}/delete": texts.delete,
        f"{TEXT}/columns": texts.map_columns,
        f"{ARTICLE}/facts": article.correct,
        f"{ARTICLE}/pieces": article.leave_out,
        f"{ARTICLE}/forget": article.forget,
        f"{RUN}/stop": runs.stop,
        f"{RUN}/delete": runs.delete,
    }
    return [
        *(Route(address, view, methods=["GET"]) for address, view in shown.items()),
        *(Route(address, posted(view), methods=["POST"]) for address, view in forms.items()),
    ]


def make_app(state: AppState) -> ASGIApp:
    """The app, behind its guard."""
    app = Starlette(
        routes=routes(),
        exception_handlers={
            HTTPException: _refused,
            FramingError: _mistake,
            sqlite3.OperationalError: _disk,
            OSError: _disk,
            Exception: _unexpected,
        },
    )
    app.state.shared = state
    return Guard(app, state.session, _closed)


def static(request: Request) -> Response:
    """A style sheet or script."""
    name = request.path_params["name"]
    if name == "tokens.css":
        return Response(_palette(), media_type="text/css")
    if name not in STATIC:
        raise HTTPException(404)
    return Response(_asset(f"app/static/{name}"), media_type=STATIC[name])


def _palette() -> str:
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_asset(DARK)}}}}}"
    return f"{_asset(PALETTE)}\n{dark}"


@cache
def _asset(path: str) -> str:
    return files("framing").joinpath(path).read_text(encoding="utf-8")


def _closed() -> Response:
    text = templates().get_template("closed.html.j2").render(version=__version__, token="", root="")
    return HTMLResponse(text, 403)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    reason = MISSING if error.status_code == 404 else error.detail
    return page(
        request, "error.html.j2", error.status_code, heading="That did not work", reason=reason, remedy=""
    )


def _mistake(request: Request, error: Exception) -> Response:
    assert isinstance(error, FramingError)
    place = error.place if error.row is None else f"{error.place}, row {error.row},"
    reason = f"{place} {error.reason}"
    return page(
        request, "error.html.j2", 422, heading="That did not work", reason=reason, remedy=error.remedy
    )


def _unexpected(request: Request, error: Exception) -> Response:
    return page(
        request,
        "error.html.j2",
        500,
        heading="Something went wrong in the app",
        reason="What was finished is still there. The window in which framing serve runs says more.",
        remedy="go back and try again",
    )


def _disk(request: Request, error: Exception) -> Response:
    """The disk is full or cannot be written: nothing that was finished is touched by it."""
    known = isinstance(error, sqlite3.OperationalError) or getattr(error, "errno", None) in (
        errno.ENOSPC,
        errno.EFBIG,
        errno.EDQUOT,
        errno.EACCES,
        errno.EROFS,
    )
    if not known:
        raise error
    return page(
        request,
        "error.html.j2",
        507,
        heading="Nothing more can be written",
        reason="The disk is full, or the app's folder cannot be written. What was finished is still there.",
        remedy="free some space, then try again",
    )
