"""Each protection, with the requests that it is there for."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send
from uvicorn.server import ServerState

from framing.app.connections import BoundedConnection
from framing.app.security import BoundedBody
from tests.app.running import CHRONICLE, COURIER, App, Start, files


def test_the_folder_and_all_in_it_are_its_users_alone(app: App, state: Path) -> None:
    app.compare(a_txt=CHRONICLE)
    places = [state, *state.rglob("*")]
    assert any(place.name == "content" for place in places)
    assert not [place for place in places if place.stat().st_mode & 0o077]


def test_connections_that_send_half_a_request_deny_nobody(app: App) -> None:
    port = urlsplit(app.origin).port
    assert port is not None
    half = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-A: "
    with ExitStack() as stack:
        for number in range(300):
            opened = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            if number % 3:
                opened.sendall(half.encode())
        began = time.monotonic()
        assert app.get("/").status_code == 200
        assert app.compare(a_txt=CHRONICLE)
        assert time.monotonic() - began < 60
        assert httpx.get(app.origin).status_code == 403


def test_a_connection_without_a_whole_request_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 403, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    async def left(sent: list[bytes]) -> bytes:
        config, shared = uvicorn.Config(nothing, http=BoundedConnection), ServerState()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: BoundedConnection(config, shared, {}), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            for piece in sent:
                writer.write(piece)
                await asyncio.sleep(0.02)
            return await asyncio.wait_for(reader.read(), 2)
        except ConnectionError:
            return b""
        finally:
            writer.close()
            server.close()

    monkeypatch.setattr("framing.app.connections.HEAD_SECONDS", 0.1)
    whole = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\nx"
    with ThreadPoolExecutor(1) as own:
        for sent in ([b""], [b"GET / HT"], [whole, *[b"x"] * 20]):
            assert own.submit(asyncio.run, left(sent)).result()[:12] in (b"", b"HTTP/1.1 403")


def test_only_this_machine_can_reach_it(app: App) -> None:
    port = urlsplit(app.origin).port
    assert port is not None
    with (
        socket.create_connection(("127.0.0.1", port)),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe,
    ):
        probe.connect(("192.0.2.1", 9))
        own_address = probe.getsockname()[0]
        with pytest.raises(OSError):
            socket.create_connection((own_address, port), timeout=2).close()


def test_without_the_printed_address_nothing_opens(app: App) -> None:
    with httpx.Client(base_url=app.home) as stranger:
        for path in ("/", "/comparisons/0123456789abcdef", "/start?ticket=guess", "/start"):
            answer = stranger.get(path)
            assert answer.status_code == 403
            assert app.token not in answer.text
        answer = stranger.post("/comparisons", data={"token": app.token}, headers={"Origin": app.origin})
        assert answer.status_code == 403


def test_the_printed_address_is_good_once_and_the_next_one_is_printed(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path / "state")
    assert httpx.get(app.address, follow_redirects=True).status_code == 403
    fresh = app.next_address()
    answer = httpx.get(fresh)
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert re.match(r"framing_[0-9a-f]{16}=", cookie)
    assert httpx.get(fresh).status_code == 403


def test_cookies_of_other_programs_on_this_machine_do_no_harm(app: App) -> None:
    own = "; ".join(f"{name}={value}" for name, value in app.client.cookies.items())
    for others in ('user={"name": "a"}', 'session="2|1:0|10:1|x', "a b=c", "=x", "framing_1=guess"):
        assert httpx.get(f"{app.home}/", headers={"Cookie": f"{others}; {own}"}).status_code == 200
        assert httpx.get(f"{app.home}/", headers={"Cookie": others}).status_code == 403


def test_no_other_program_on_this_machine_gets_the_cookie(app: App) -> None:
    """A browser sends a cookie to every port of its host, but only to addresses that begin with its path."""
    (cookie,) = app.client.cookies.jar
    assert cookie.path == app.root and len(app.root) > 20
    own = {"Cookie": f"{cookie.name}={cookie.value}"}
    assert httpx.get(f"{app.origin}/", headers=own).status_code == 403
    assert app.root not in httpx.get(app.origin).text + httpx.get(f"{app.origin}/start?ticket=x").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
    ],
)
def test_a_form_of_another_page_is_refused(app: App, headers: dict[str, str]) -> None:
    before = app.comparisons()
    given = {"Origin": app.origin} | headers
    answer = app.client.post(
        f"{app.root}/comparisons", data={"token": app.token}, files=files(a_txt=CHRONICLE), headers=given
    )
    assert answer.status_code in (403, 421)
    assert app.comparisons() == before


def test_a_form_without_its_token_or_origin_is_refused(app: App) -> None:
    before = app.comparisons()
    for form in ({}, {"token": "guess"}):
        answer = app.client.post(f"{app.root}/example", data=form, headers={"Origin": app.origin})
        assert answer.status_code == 403
    assert app.client.post(f"{app.root}/example", data={"token": app.token}).status_code == 403
    assert app.comparisons() == before


def test_a_name_that_leads_here_from_elsewhere_gets_nothing(app: App) -> None:
    """DNS rebinding: the browser asks the loopback address for another host's page, cookie or not."""
    for host in ("evil.example", f"evil.example:{urlsplit(app.origin).port}", "127.0.0.1", "[::1]"):
        answer = app.get("/", headers={"Host": host})
        assert answer.status_code == 421
        assert app.token not in answer.text
    assert app.get("/", headers={"Host": f"localhost:{urlsplit(app.origin).port}"}).status_code == 200
    assert app.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_every_answer_forbids_scripts_of_others_frames_and_guessing(app: App) -> None:
    for answer in (app.get("/"), app.get("/nothing"), app.get("/static/app.js"), httpx.get(app.origin)):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy and "form-action 'self'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers
    assert "<script>" not in app.get("/").text and "style=" not in app.get("/").text


def test_other_methods_are_refused(app: App) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
        assert app.client.request(method, f"{app.root}/", headers={"Origin": app.origin}).status_code == 405


def test_an_upload_never_becomes_a_path(start: Start, tmp_path: Path) -> None:
    state = tmp_path / "deep" / "state"
    app = start(state)
    names = [
        "../../../escape.txt",
        "..\\..\\escape.txt",
        "/etc/escape.txt",
        "CON",
        "nul.txt",
        "a\x00b.txt",
        "..",
    ]
    names += [
        "x" * 1000 + ".txt",
        "<img src=x onerror=alert(1)>.txt",
        "evil\u202etxt.exe",
        "=cmd.txt",
        "a.txt",
        "A.TXT",
    ]
    uploads = [("files", (name, CHRONICLE.encode())) for name in names]
    place = app.post("/comparisons", files=uploads).headers["location"]
    app.wait(f"{place}/progress")
    assert not list(tmp_path.rglob("*escape*"))
    assert {path.name for path in (state / "texts").glob("*/*")} <= {
        "content",
        "articles.jsonl",
        "outside.json",
        "reading.json",
    }
    assert all(len(path.name) == 16 and path.name.isalnum() for path in (state / "texts").iterdir())
    shown = app.get(place).text
    assert "<img" not in shown and "&lt;img src=x onerror=alert(1)&gt;.txt" in shown
    assert "A (2).TXT" in shown and "\u202e" not in shown


def test_what_is_in_an_address_of_the_app_is_no_path_either(app: App, state: Path) -> None:
    for path in (
        "/static/..%2f..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/runs/..%2f..%2fframing.sqlite/page",
        "/runs/..%5c..%5cframing.sqlite/page",
        "/comparisons/..%2f/texts/..%2f",
    ):
        assert app.get(path).status_code == 404


def test_a_texts_page_is_only_shown_with_its_own_comparison(app: App) -> None:
    first = app.compare(a_txt=CHRONICLE)
    second = app.compare(b_txt=COURIER)
    text = app.get(first).text.split("/texts/")[1].split("/")[0]
    assert app.get(f"{first}/texts/{text}/articles/0").status_code == 200
    assert app.get(f"{second}/texts/{text}/articles/0").status_code == 404
    assert app.get(f"{first}/texts/{text}/articles/7").status_code == 404


def test_too_large_an_upload_is_refused_and_nothing_is_kept(app: App, state: Path) -> None:
    before = set((state / "texts").iterdir())

    def endless() -> Iterator[bytes]:
        head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        yield head
        for _ in range(300):
            yield b"x" * 1_000_000

    headers = {"Origin": app.origin, "Content-Type": "multipart/form-data; boundary=b"}
    with httpx.Client(cookies=app.client.cookies) as client, suppress(httpx.WriteError):
        answer = client.post(f"{app.home}/comparisons", content=endless(), headers=headers)
        assert answer.status_code == 413
    assert set((state / "texts").iterdir()) == before
    too_large = app.post("/comparisons", files=files(a_txt=b"word " * 13_000_000)).headers["location"]
    assert "is larger than 64 MB" in app.get(too_large).text
    app.post(f"{too_large}/delete")
    assert set((state / "texts").iterdir()) == before


def test_a_body_that_does_not_go_on_is_given_up() -> None:
    async def silent() -> Message:
        await asyncio.sleep(60)
        return {}

    async def asked() -> int:
        with pytest.raises(HTTPException) as refused:
            await BoundedBody(silent, most=10, silence=0.01).receive()
        return refused.value.status_code

    # In a thread of its own: this one may be the browser tests', in which a loop runs already.
    with ThreadPoolExecutor(1) as own:
        assert own.submit(lambda: asyncio.run(asked())).result() == 408


def test_too_many_files_are_refused(app: App) -> None:
    many = [("files", (f"{n}.txt", b"text")) for n in range(101)]
    assert app.post("/comparisons", files=many).status_code == 400
    assert app.post("/comparisons", data={"pasted": "x" * 1_100_000, "source": "A"}).status_code == 400


def test_a_packed_bomb_is_refused_with_its_reason(app: App) -> None:
    upload = [("files", ("bomb.txt.gz", gzip.compress(b"a" * 200_000_000)))]
    place = app.post("/comparisons", files=upload).headers["location"]
    app.wait(f"{place}/progress")
    assert "unpacks to more than" in app.get(place).text


def test_only_addresses_of_the_web_are_fetched(app: App) -> None:
    for address in (
        "file:///etc/passwd",
        "ftp://host/x",
        "gopher://host/x",
        "/etc/passwd",
        "javascript:alert(1)",
    ):
        answer = app.post("/comparisons", data={"address": address})
        assert answer.status_code == 422
        assert "is no address of the web" in answer.text


def test_hostile_texts_are_shown_as_text(app: App) -> None:
    hostile = (
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(2)> said the mayor \"quoted' on Monday.\n"
    )
    place = app.post("/comparisons", data={"pasted": hostile, "source": "<b>A</b>"}).headers["location"]
    app.wait(f"{place}/progress")
    shown = app.get(place).text + app.get("/").text
    text = app.get(place).text.split("/texts/")[1].split("/")[0]
    shown += app.get(f"{place}/texts/{text}/articles/0").text
    assert "<script>alert" not in shown and "<img" not in shown and "<b>A" not in shown
    assert "&lt;b&gt;A&lt;/b&gt;" in shown


def test_a_port_in_use_is_one_line(app: App, tmp_path: Path) -> None:
    port = str(urlsplit(app.origin).port)
    command = [
        sys.executable,
        "-m",
        "framing",
        "serve",
        "--no-browser",
        "--port",
        port,
        "--folder",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith(f"error: port {port}: cannot be used") and "Remedy:" in line


def test_a_folder_in_use_is_one_line(app: App, state: Path) -> None:
    command = [sys.executable, "-m", "framing", "serve", "--no-browser", "--folder", str(state)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert "is in use by another framing serve" in line
