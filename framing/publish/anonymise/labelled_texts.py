"""Texts with their three versions: as they are, with names hidden, and with house spellings hidden too."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.publish.anonymise.replacing import Replacement, TextAnonymiser, replaced, without_overlaps
from framing.publish.shared.names import CLOSE, OPEN, bare

_LABEL = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}?")
SHORTEST = 2


class TextVersions(NamedTuple):
    """A text, what it is with names hidden, and what it is with house spellings hidden too."""

    real: str
    names: str
    house: str


class TextReplacements(NamedTuple):
    """A text and what is replaced in it: what tells the source, and house spellings; no two overlap."""

    real: str
    names: tuple[Replacement, ...]
    house: tuple[Replacement, ...]

    @property
    def all(self) -> tuple[Replacement, ...]:
        return tuple(sorted((*self.names, *self.house)))


@dataclass(slots=True)
class LabelledTexts:
    """Anonymises texts in which labels of sources are marked; `labels` gives the letter of each label."""

    labels: Mapping[str, str]
    names: TextAnonymiser
    house: TextAnonymiser
    _known: dict[str, TextReplacements] = field(default_factory=dict)

    def versions(self, text: str) -> TextVersions:
        found = self.pieces(text)
        return TextVersions(found.real, replaced(found.real, found.names), replaced(found.real, found.all))

    def pieces(self, text: str) -> TextReplacements:
        if text not in self._known:
            self._known[text] = self._looked_at(text)
        return self._known[text]

    def _looked_at(self, text: str) -> TextReplacements:
        real, labels = self._without_marks(text)
        if len(real.strip()) < SHORTEST:
            return TextReplacements(real, tuple(labels), ())
        names = without_overlaps([*labels, *beside(labels, self.names.pieces(real))])
        return TextReplacements(real, tuple(names), tuple(beside(names, self.house.pieces(real))))

    def _without_marks(self, text: str) -> tuple[str, list[Replacement]]:
        """The text without the marks at labels, and the labels as pieces."""
        parts: list[str] = []
        pieces: list[Replacement] = []
        at = length = 0
        for match in _LABEL.finditer(text):
            before = bare(text[at : match.start()])
            start = length + len(before)
            length = start + len(match[1])
            parts += [before, match[1]]
            at = match.end()
            if letter := self._letter(html.unescape(match[1])):
                pieces.append(Replacement(start, length, f"Source {letter}"))
        return "".join([*parts, bare(text[at:])]), pieces

    def _letter(self, label: str) -> str:
        """The letter of a label, which may be cut with an ellipsis; empty for what is no label."""
        if label in self.labels:
            return self.labels[label]
        start = label.removesuffix("…")
        starting = (letter for whole, letter in self.labels.items() if whole.startswith(start))
        return next(starting, "") if start and start != label else ""


def beside(taken: Iterable[Replacement], pieces: Iterable[Replacement]) -> list[Replacement]:
    """The pieces that overlap none of those taken."""
    kept = list(taken)
    return [piece for piece in pieces if all(piece.end <= o.start or o.end <= piece.start for o in kept)]
