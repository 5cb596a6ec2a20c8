"""The sides of the conflict as the page speaks of them, and the lanes of statements.

Where no conflict pack is in use there are no sides: statements are told apart by the kind of speaker,
and a notice says how to get sides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from framing.extract.attribution.shown import SPEAKER_TYPE
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.publish.page.chart_frame import DotFill
from framing.publish.shared.items import Item, attribution
from framing.publish.shared.parts import joined

NO_SIDES = (
    "Sides are not told apart here, since no conflict pack was in use. "
    "To get them, run again with --conflict and the name of a pack."
)


@dataclass(frozen=True, slots=True)
class Lane:
    """A group of statements: those of a side, or of a kind of speaker.

    `phrase` is the label inside a sentence; lanes that are `compared` get a share.
    """

    id: str
    label: str
    phrase: str
    compared: bool
    is_side: bool

    def holds(self, item: Item) -> bool:
        row = attribution(item)
        return (row.speaker_side if self.is_side else row.speaker_type) == self.id


@dataclass(frozen=True, slots=True)
class SideWords:
    """Labels of the sides in use; `sides` is None where there are none."""

    sides: Sides | None

    @property
    def known(self) -> bool:
        return self.sides is not None

    @property
    def notice(self) -> str:
        return "" if self.known else NO_SIDES

    @property
    def ids(self) -> tuple[str, ...]:
        return self.sides.ids if self.sides else ()

    def label(self, side: str) -> str:
        return self.sides.label(side) if self.sides and side else ""

    def phrase(self, side: str) -> str:
        """The side inside a sentence: "the Ukrainian side", "the side of Ukraine"."""
        label = self.label(side)
        if side not in self.ids:
            return _lower(label)
        return f"the {label}" if label.lower().endswith(" side") else f"the side of {label}"

    def speaker(self, side: str) -> str:
        """The side as one that speaks: a label with an article ("the dockers") is enough."""
        label = self.label(side)
        return label if label.startswith("the ") else self.phrase(side)

    def lanes(self, statements: Iterable[Item]) -> tuple[Lane, ...]:
        """The lanes of attributed statements, in the order of the pack or of the kinds of speaker."""
        if self.sides:
            return tuple(
                Lane(side, self.label(side), self.speaker(side), side in self.ids, True)
                for side in (*self.ids, THIRD_PARTY, UNKNOWN)
            )
        used = {attribution(item).speaker_type for item in statements}
        return tuple(
            Lane(kind, label, _lower(label), kind == "named_person", False)
            for kind, label in SPEAKER_TYPE.items()
            if kind in used
        )

    def fill(self, side: str) -> DotFill:
        """How a dot shows whose people it is about; without sides every dot is full."""
        if not self.ids or side == self.ids[0]:
            return "full"
        return "ring" if side == self.ids[1] else "half"

    def fill_legend(self, each: int = 1) -> str:
        """The key of the dots in words, where one dot stands for `each` mentions."""
        dot = one_dot(each, "mention")
        if not self.ids:
            return dot
        others = [self.label(side) for side in self.ids[2:]]
        half = f"{joined(others)}, or not said" if others else "others, or not said"
        return (
            f"{dot} Full dot: victims on {self.phrase(self.ids[0])}. "
            f"Ring: victims on {self.phrase(self.ids[1])}. Half: {half}."
        )


def one_dot(each: int, what: str) -> str:
    """What a dot of a chart stands for.

    >>> one_dot(1, "use"), one_dot(20, "use")
    ('One dot is one use.', 'One dot is up to 20 uses.')
    """
    return f"One dot is one {what}." if each == 1 else f"One dot is up to {each} {what}s."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
