"""Progress of a run: how the layers report how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

Stage = Literal["cutting", "sentences", "articles", "comparing", "writing"]
"""The stages of a run in their order: cutting texts into sentences, parsing these, finding in each article, comparing them, writing the files."""

Progress = Callable[[Stage, int, int], None]
"""Called with a stage, the pieces of it that are done, and how many there are."""

Piece = TypeVar("Piece")


def silent(stage: Stage, done: int, of: int) -> None:
    """Report nothing."""


def with_progress(pieces: Iterable[Piece], of: int, stage: Stage, progress: Progress) -> Iterator[Piece]:
    """The items of an iterator; each is reported as done when the next one is asked for.

    >>> list(with_progress("ab", 2, "articles", lambda stage, done, of: print(f"{stage}: {done} of {of}")))
    articles: 1 of 2
    articles: 2 of 2
    ['a', 'b']
    """
    for done, piece in enumerate(pieces, 1):
        yield piece
        progress(stage, done, of)
