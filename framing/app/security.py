"""Access control: who may send the app requests, and how large and how slow they may be.

The app listens on 127.0.0.1 only. Any page in the same browser, and any program of any user of the machine,
can still send it requests; each is refused unless it names this app as its host (DNS rebinding), comes from a
page of this app or from the address bar (`Origin`, `Sec-Fetch-Site`), and carries the session's cookie, which
only the address printed in the terminal gives, once. Forms carry a token besides. Bodies have a largest size
and a longest time.

A browser sends a cookie to every port of a host: another program of this machine would get it with the first page
that is opened there. So all addresses of the app begin with a part that nobody can guess, the cookie is for
addresses that begin so, and its name is drawn too.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Callable
from threading import Lock
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 256_000_000
"""Bytes of one request with files."""
MOST_FIELDS = 8_000_000
"""Bytes of any other request."""
MOST_SILENCE = 30.0
"""Seconds between two pieces of a request's body."""
MOST_SECONDS = 600.0
"""Seconds for all of it."""
START = "/start"
OPEN_PATHS = ("/static/",)
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAGE_POLICY = (
    "sandbox allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox; "
    "frame-ancestors 'none'"
)
"""For pages made from the users' texts: an origin of their own, from which nothing of the app can be reached."""
HEADERS = {
    "Content-Security-Policy": OWN_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Session:
    """Who may use the app: whoever opened the address that was printed. A new one is printed after each use."""

    def __init__(self, port: int, announce: Callable[[str], None]) -> None:
        self.port = port
        self.root = f"/{secrets.token_urlsafe(16)}"
        self.cookie = f"framing_{secrets.token_hex(8)}"
        self._secret = secrets.token_urlsafe(32)
        self._ticket = secrets.token_urlsafe(32)
        self._announce = announce
        self._lock = Lock()

    @property
    def hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    @property
    def address(self) -> str:
        """The address that opens the app, once."""
        return f"http://127.0.0.1:{self.port}{self.root}{START}?ticket={self._ticket}"

    @property
    def form_token(self) -> str:
        """What every form of the app carries."""
        return hmac.new(self._secret.encode(), b"form", hashlib.sha256).hexdigest()

    def opened(self, ticket: str) -> str | None:
        """The cookie's value for a ticket that is good; it is good once."""
        with self._lock:
            if not hmac.compare_digest(ticket.encode(), self._ticket.encode()):
                return None
            self._ticket = secrets.token_urlsafe(32)
        self._announce(self.address)
        return self._secret

    def knows(self, cookies: str) -> bool:
        """Whether a `Cookie` header is that of this session."""
        found = cookie_parser(cookies).get(self.cookie, "")
        return hmac.compare_digest(found.encode(), self._secret.encode())

    def owns_form(self, token: object) -> bool:
        return isinstance(token, str) and hmac.compare_digest(token.encode(), self.form_token.encode())


class Guard:
    """The outermost layer of the app: refuses requests that are not the user's own, and limits their size and time."""

    def __init__(self, app: ASGIApp, session: Session, closed: Callable[[], Response]) -> None:
        self._app = app
        self._session = session
        self._closed = closed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        send = _with_headers(send)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        most = MOST_BODY if headers.get("content-type", "").startswith("multipart/") else MOST_FIELDS
        root = "" if scope["path"].startswith(OPEN_PATHS) else self._session.root
        send = _below(send, root)
        await self._app({**scope, "root_path": root}, BoundedBody(receive, most).receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request that is not let in; None for all others."""
        host, method, path = headers.get("host", ""), scope["method"], scope["path"]
        if host not in self._session.hosts:
            return PlainTextResponse("This is not the address of the app.", 421)
        if method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Not allowed.", 405)
        origin = headers.get("origin")
        if (origin is not None and origin != f"http://{host}") or (origin is None and method == "POST"):
            return PlainTextResponse("The request comes from another page.", 403)
        allowed = ("same-origin",) if method == "POST" else ("same-origin", "none")
        if headers.get("sec-fetch-site", allowed[0]) not in allowed:
            return PlainTextResponse("The request comes from another page.", 403)
        if path.startswith(OPEN_PATHS):
            return None
        if path == self._session.root + START:
            return self._start(scope, headers)
        below = path.startswith(f"{self._session.root}/")
        return None if below and self._session.knows(headers.get("cookie", "")) else self._closed()

    def _start(self, scope: Scope, headers: Headers) -> Response:
        query = parse_qs(scope["query_string"].decode("latin-1"))
        value = self._session.opened(query.get("ticket", [""])[0])
        if value is None and not self._session.knows(headers.get("cookie", "")):
            return self._closed()
        root = self._session.root
        answer = RedirectResponse(f"{root}/", 303)
        if value is not None:
            answer.set_cookie(self._session.cookie, value, path=root, httponly=True, samesite="strict")
        return answer


class BoundedBody:
    """The body of a request as it comes in, up to a size, a time, and a silence between two pieces."""

    def __init__(self, receive: Receive, most: int, silence: float = MOST_SILENCE) -> None:
        self._receive = receive
        self._left = most
        self._silence = silence
        self._until = asyncio.get_running_loop().time() + MOST_SECONDS
        self._whole = False

    async def receive(self) -> Message:
        if self._whole:
            return await self._receive()
        left = self._until - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(self._receive(), max(0, min(self._silence, left)))
        except TimeoutError:
            raise HTTPException(408, "The files took too long to come in.") from None
        self._left -= len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._left < 0:
            raise HTTPException(413, "That is more than one upload may hold. Add the files in several goes.")
        return message


def _below(send: Send, root: str) -> Send:
    """Send the browser on to addresses below the root: views name them without it."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("location", "").startswith("/"):
                headers["location"] = root + headers["location"]
        await send(message)

    return sent


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
