"""Shared fixtures: the seeds analysed once, and one-paragraph articles made from sentences; markers by folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from framing import lexicon
from framing.example import SIDES, folder
from framing.people.sides import Sides
from framing.pipeline import Options, features_of, run
from framing.publish.page import build
from framing.publish.run import comparison_files
from framing.records.article import Article, Paragraph
from framing.results import Results

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
MARKED = {"browser": "browser", "app": "app", "gold": "gold"}
"""Folder of tests to the marker of what its tests need."""
LONGEST_FIRST = ("slow", "app", "browser", "gold")
"""Markers in the order in which their tests begin, so that no worker is left with a long one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of a folder, and begin with the long ones."""
    for item in items:
        folder = item.path.parent
        if folder.parent == ROOT / "tests" and folder.name in MARKED:
            item.add_marker(MARKED[folder.name])
    items.sort(
        key=lambda item: next((n for n, name in enumerate(LONGEST_FIRST) if item.get_closest_marker(name)), 9)
    )


def article_of(
    *paragraphs: str, title: str = "", article_id: str = "test", source: str = "Test", language: str = "en"
) -> Article:
    """An article whose text is these paragraphs, as if read from a file that starts with it."""
    pieces = [title, *paragraphs] if title else list(paragraphs)
    text = "\n\n".join(pieces)
    spans, at = [], 0
    for piece in pieces:
        spans.append(Paragraph(at, at + len(piece), at))
        at += len(piece) + 2
    return Article(
        article_id=article_id,
        source=source,
        text=text,
        title=title,
        file=f"{article_id}.txt",
        sha256="0" * 64,
        paragraphs=tuple(spans),
        language=language,
    )


@pytest.fixture(scope="session")
def seed_results() -> Results:
    """Everything found in the seed documents, with the options of `framing compare seeds`."""
    return run([SEEDS])


@pytest.fixture(scope="session")
def seed_files(seed_results: Results) -> dict[str, str]:
    """The files of the seed documents' run, by name."""
    return comparison_files(seed_results)


@pytest.fixture(scope="session")
def seed_html(seed_results: Results) -> str:
    """The comparison page of the seed documents, without figures of measured error."""
    return build(seed_results, measured={})


@pytest.fixture(scope="session")
def fire_results() -> Results:
    """Everything found in the example event: five sources and two sides, with boilerplate in their pages."""
    return run([folder()], Options(sides_file=folder() / SIDES))


@pytest.fixture(scope="session")
def russia_ukraine() -> Sides:
    return Sides(lexicon.load().packs["russia_ukraine"])


Analyse = Callable[..., Results]


@pytest.fixture(scope="session")
def analysed() -> Analyse:
    """What one article of some paragraphs holds by itself; keyword arguments as for `article_of`, and `conflict`."""

    def analysed(*paragraphs: str, conflict: str = "russia_ukraine", title: str = "") -> Results:
        return features_of([article_of(*paragraphs, title=title)], Options(conflict=conflict))

    return analysed
