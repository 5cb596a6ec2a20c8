"""Two passages that differ in how they tell: what a class can be asked about, whatever the words of the question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from framing.compare.lesson.articles import CitedPassage

PairKind = Literal[
    "voice",
    "cue",
    "speaker",
    "figure",
    "hedge",
    "doer",
    "name",
    "wording",
    "gap",
    "copied",
    "share",
    "headline",
    "within",
]
PAIR_KINDS: tuple[str, ...] = get_args(PairKind)

SourceCounts = Mapping[str, int]
"""How many rows each source has."""


@dataclass(frozen=True, kw_only=True)
class PassagePair:
    """Two passages, and in what they differ; each kind of contrast adds what it was found by.

    `topic` names what the pair is about (a claim, a board, a concept), so that no two are about the same.
    `asks` are the things that a question on the pair names: two pairs with equal `asks` make the same question.
    `weight` (0 to 1) is the size of the contrast.
    """

    kind: PairKind
    passages: tuple[CitedPassage, CitedPassage]
    topic: str
    asks: tuple[str, ...]
    weight: float
