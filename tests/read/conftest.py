"""A folder to read from and the shipped lexicons."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.lexicon import Lexicons, load
from framing.read import ReadInputs, read
from framing.records.article import Article

ReadText = Callable[[str], ReadInputs]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load()


@pytest.fixture
def read_text(tmp_path: Path, lexicons: Lexicons) -> ReadText:
    """Reads one text as the file `page.txt`."""

    def reading(text: str) -> ReadInputs:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        return read([path], lexicons=lexicons)

    return reading


def kept_text(article: Article) -> list[str]:
    """What is left of each paragraph after the removed spans."""
    return [
        "".join(article.text[piece.start : piece.end] for piece in pieces).strip()
        for _, pieces in article.kept()
    ]


def removed_text(article: Article) -> list[tuple[str, str]]:
    """The removed spans with their reasons."""
    return [(span.reason, article.text[span.start : span.end]) for span in article.removed]
