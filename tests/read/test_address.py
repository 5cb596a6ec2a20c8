"""Addresses given as input, served from this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import read
from tests.read.conftest import kept_text
from tests.read.test_webpage import BODY, TITLE, page


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path.startswith("/pier")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page().encode() if found else b"nothing here")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched(site: str, lexicons: Lexicons) -> None:
    (article,) = read([f"{site}/pier.html?from=test"], lexicons=lexicons).articles
    assert (article.title, kept_text(article)) == (TITLE, [TITLE, *BODY])
    assert article.file == f"{site}/pier.html?from=test"
    assert article.article_id.endswith("/pier")


def test_a_page_that_is_not_there(site: str, lexicons: Lexicons, tmp_path: Path) -> None:
    (skipped,) = read([f"{site}/gone"], lexicons=lexicons).skipped
    assert skipped.reason.startswith("answers 404")


def test_no_network_is_one_line(lexicons: Lexicons) -> None:
    (skipped,) = read(["http://127.0.0.1:9/pier"], lexicons=lexicons).skipped
    assert "cannot be fetched" in skipped.reason and "\n" not in skipped.reason
