"""A headless browser, and pages opened in it as a reader would: from a file, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from framing.measure.error import by_table, load_record
from framing.publish.page import build
from framing.results import Results
from tests.browser.install import find

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = ("file:", "data:", "blob:")
expect.set_options(timeout=20_000)
"""Milliseconds that the page may take to show what a test expects, where two browsers share two cores."""

UNFOLD = (
    "() => { for (const part of document.querySelectorAll('details.counts, .sc details')) part.open = true; }"
)

Open = Callable[..., Page]


def unfold(page: Page) -> None:
    """Open what stands folded for a first reading: counts, source cards, method, glossary."""
    page.evaluate(UNFOLD)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def seed_page(seed_results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the seed documents, as `framing compare seeds` writes it."""
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(build(seed_results, measured=by_table(load_record())), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def fire_page(fire_results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the example event: five sources and two sides."""
    path = tmp_path_factory.mktemp("fire") / "index.html"
    path.write_text(build(fire_results, measured=by_table(load_record())), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a file in a window; the test fails on a console message, an error or a request."""
    complaints: list[str] = []
    contexts = []

    def open_page(
        path: Path, width: int = 1400, height: int = 1000, fragment: str = "", **options: Any
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: None if request.url.startswith(LOCAL) else complaints.append(request.url),
        )
        page.goto(path.as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def seeds(seed_page: Path, open_page: Open) -> Page:
    """The seed page at 1400 pixels."""
    return open_page(seed_page)
