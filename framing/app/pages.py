"""How a view gets a form and gives a page, and how times and numbers are written on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import cache
from typing import Any

from anyio import CapacityLimiter, to_thread
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from framing import __version__
from framing.app.state import state_of

MOST_FILES = 100
"""Files in one upload."""
MOST_MARKED = 20_000
"""Fields of a form: the pieces of a long article, each with a box to tick."""

UPLOADS = CapacityLimiter(4)
"""Forms with files that are taken in at the same time; the others wait. Of each file 1 MB is held in memory."""
WORKING = CapacityLimiter(4)
"""Forms that are worked on at the same time, so that many uploads do not keep other answers waiting."""

FormView = Callable[[Request, FormData], Response]
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def posted(view: FormView) -> Endpoint:
    """An endpoint for a form of the app; the view itself works off the event loop."""

    async def endpoint(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("multipart/"):
            return await answer(request)
        async with UPLOADS:
            return await answer(request)

    async def answer(request: Request) -> Response:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_MARKED) as form:
            if not state_of(request).session.owns_form(form.get("token")):
                raise HTTPException(403, "The form is out of date. Open the page again.")
            return await to_thread.run_sync(view, request, form, limiter=WORKING)

    return endpoint


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the app."""
    session = state_of(request).session
    common = {"token": session.form_token, "root": session.root, "version": __version__}
    return HTMLResponse(templates().get_template(template).render(common | values), status)


def redirect(address: str) -> RedirectResponse:
    """After a form: on to a page."""
    return RedirectResponse(address, 303)


def field(form: FormData, name: str, longest: int = 300) -> str:
    """A field of a form as one line of text."""
    value = form.get(name, "")
    return " ".join(_LINE.sub(" ", value).split())[:longest] if isinstance(value, str) else ""


@cache
def templates() -> Environment:
    """The app's templates; everything in them is escaped."""
    environment = Environment(
        loader=PackageLoader("framing.app"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["when"] = when
    environment.filters["count"] = count
    return environment


def when(stamp: str) -> str:
    """A kept time as a reader takes it, in the zone of the machine.

    >>> when("")
    ''
    """
    if not stamp:
        return ""
    local = datetime.fromisoformat(stamp).replace(tzinfo=UTC).astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"


def count(number: int, noun: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "text"), count(1200, "entry", "entries")
    ('1 text', '1,200 entries')
    """
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"
