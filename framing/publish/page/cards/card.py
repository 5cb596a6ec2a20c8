"""A comparison card and what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from framing.compare.number_boards import NumberBoard
from framing.compare.statistics.counted_share import CountedShare
from framing.extract.naming.shown import NamedThing
from framing.extract.shown import Shown
from framing.publish.page.chart_frame import ChartData
from framing.publish.page.sides import SideWords
from framing.publish.page.unmarked import Unmarked
from framing.publish.shared.items import Item
from framing.publish.shared.parts import (
    Number,
    SentenceParts,
)
from framing.publish.shared.passages import PassageBook
from framing.publish.shared.sentences import Opener

SIDE_BY_SIDE = 4

PlaceInText = Callable[[Item], tuple[float, float]]
Property = Callable[[Item], bool]


class CountableRow(Protocol):
    """A row that can be counted: it is of a source and has a passage."""

    @property
    def id(self) -> str: ...

    @property
    def source(self) -> str: ...


L = TypeVar("L", bound=CountableRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A table row; one without cells is a heading over the rows that follow."""

    heading: str
    small: str = ""
    cells: tuple[SentenceParts, ...] = ()


@dataclass(frozen=True, slots=True)
class CardTable:
    """A table of a card: what it shows in words, column headings, rows.

    A `sparse` table drops its zeros where it is set as a list (on a phone).
    """

    label: str
    columns: tuple[str, ...]
    rows: tuple[CardRow, ...]
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: bold caption, its legend in words, the sentence a screen reader reads, the figure."""

    caption: str
    legend: str
    sentence: str
    figure: ChartData


@dataclass(frozen=True, slots=True)
class Measure:
    """A share that is compared between groups; `what` and `of_what` name its two lists of passages.

    `features` are the columns of the feature tables that hold the share of each group, where there are
    such columns: one for all groups, or one a group. The contrasts of the run are looked up by them.
    """

    name: str
    what: str
    of_what: str
    groups: tuple[CountedShare, ...]
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One comparison card. `notice` says what is missing and how to get it."""

    id: str
    kind: str | None
    heading: str
    question: str
    sentences: tuple[SentenceParts, ...] = ()
    notice: str = ""
    chart: Chart | None = None
    table: CardTable | None = None
    more: CardTable | None = None
    passages: Number | None = None
    measures: tuple[Measure, ...] = field(default=())
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMaterial:
    """What all cards are made from. `place` gives where in its text a statement stands.

    Figures are on `boards` where the articles tell of one event. `borrowed` are the rows that stand in sentences which another source has nearly word for word, and
    `alike` names, for each source, the sources that it shares such sentences with.
    """

    sources: tuple[str, ...]
    items: tuple[Item, ...]
    quantities: tuple[Unmarked, ...]
    boards: tuple[NumberBoard, ...]
    is_one_event: bool
    borrowed: frozenset[str]
    alike: Mapping[str, tuple[str, ...]]
    book: PassageBook
    sides: SideWords
    named_things: dict[str, NamedThing]
    kinds: tuple[Shown, ...]
    place: PlaceInText

    def of(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.kind == kind]

    def number(self, title: str, items: Iterable[CountableRow]) -> Number:
        return self.book.number(title, [item.id for item in items])

    def measure(
        self,
        name: str,
        what: str,
        of_what: str,
        items: Sequence[L],
        having: Callable[[L], bool],
        feature: str = "",
    ) -> Measure:
        """A share per source: of its items, those that have a property."""
        groups = tuple(
            group_of(source, [item for item in items if item.source == source], having)
            for source in self.sources
        )
        return Measure(name, what, of_what, groups, (feature,) if feature else ())

    def opener(self, measure: Measure) -> Opener:
        """The two numbers of a group of a measure: those that have the property, and all its cases."""

        def numbers(group: CountedShare) -> tuple[Number, Number]:
            return (
                self.book.number(f"{group.name}: {measure.what}", group.having),
                self.book.number(f"{group.name}: {measure.of_what}", group.cases),
            )

        return numbers

    def count_row(
        self, source: str, items: Sequence[Item], columns: Sequence[tuple[str, Property]]
    ) -> list[SentenceParts]:
        """One cell per column: how many of a source's items have its property."""
        own = [item for item in items if item.source == source]
        return [
            (self.number(f"{source}: {label}", [item for item in own if having(item)]),)
            for label, having in columns
        ]


def group_of(name: str, items: Iterable[L], having: Callable[[L], bool]) -> CountedShare:
    cases = list(items)
    return CountedShare(name, tuple(i.id for i in cases if having(i)), tuple(i.id for i in cases))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
