"""Texts with their three faces: as they are, with names hidden, and with house spellings hidden too."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.publish.anonymise.masker import Masker, Piece, replaced, without_overlaps
from framing.publish.shared.names import CLOSE, OPEN, bare

_LABEL = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}?")
SHORTEST = 2


class Faces(NamedTuple):
    """A text, what it is with names hidden, and what it is with house spellings hidden too."""

    real: str
    names: str
    house: str


class Pieces(NamedTuple):
    """A text and what is masked in it: what tells the source, and house spellings; no two overlap."""

    real: str
    names: tuple[Piece, ...]
    house: tuple[Piece, ...]

    @property
    def all(self) -> tuple[Piece, ...]:
        return tuple(sorted((*self.names, *self.house)))


@dataclass(slots=True)
class Strings:
    """Masks texts in which labels of sources are marked; `labels` gives the letter of each label."""

    labels: Mapping[str, str]
    names: Masker
    house: Masker
    _known: dict[str, Pieces] = field(default_factory=dict)

    def faces(self, text: str) -> Faces:
        found = self.pieces(text)
        return Faces(found.real, replaced(found.real, found.names), replaced(found.real, found.all))

    def pieces(self, text: str) -> Pieces:
        if text not in self._known:
            self._known[text] = self._looked_at(text)
        return self._known[text]

    def _looked_at(self, text: str) -> Pieces:
        real, labels = self._without_marks(text)
        if len(real.strip()) < SHORTEST:
            return Pieces(real, tuple(labels), ())
        names = without_overlaps([*labels, *beside(labels, self.names.pieces(real))])
        return Pieces(real, tuple(names), tuple(beside(names, self.house.pieces(real))))

    def _without_marks(self, text: str) -> tuple[str, list[Piece]]:
        """The text without the marks at labels, and the labels as pieces."""
        parts: list[str] = []
        pieces: list[Piece] = []
        at = length = 0
        for match in _LABEL.finditer(text):
            before = bare(text[at : match.start()])
            start = length + len(before)
            length = start + len(match[1])
            parts += [before, match[1]]
            at = match.end()
            if letter := self._letter(html.unescape(match[1])):
                pieces.append(Piece(start, length, f"Source {letter}"))
        return "".join([*parts, bare(text[at:])]), pieces

    def _letter(self, label: str) -> str:
        """The letter of a label, which may be cut with an ellipsis; empty for what is no label."""
        if label in self.labels:
            return self.labels[label]
        start = label.removesuffix("…")
        starting = (letter for whole, letter in self.labels.items() if whole.startswith(start))
        return next(starting, "") if start and start != label else ""


def beside(taken: Iterable[Piece], pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that overlap none of those taken."""
    kept = list(taken)
    return [piece for piece in pieces if all(piece.end <= o.start or o.end <= piece.start for o in kept)]
