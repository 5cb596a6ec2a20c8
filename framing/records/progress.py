"""How far a run is: what the layers tell to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

Stage = Literal["cutting", "sentences", "articles", "comparing", "writing"]
"""The stages of a run in their order: cutting texts into sentences, parsing these, finding in each article, comparing them, writing the files."""

Progress = Callable[[Stage, int, int], None]
"""Called with a stage, the pieces of it that are done, and how many there are."""

Piece = TypeVar("Piece")


def silent(stage: Stage, done: int, of: int) -> None:
    """Nobody wants to know."""


def told(pieces: Iterable[Piece], of: int, stage: Stage, progress: Progress) -> Iterator[Piece]:
    """The pieces as they come, each reported when the next one is asked for.

    >>> list(told("ab", 2, "articles", lambda stage, done, of: print(f"{stage}: {done} of {of}")))
    articles: 1 of 2
    articles: 2 of 2
    ['a', 'b']
    """
    for done, piece in enumerate(pieces, 1):
        yield piece
        progress(stage, done, of)
