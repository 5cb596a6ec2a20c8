"""The charts of statements and mentions: a barcode of each text, and dots by row and column.

Every block or dot carries the place of its passage in `customdata`. Sides have no colours: they are
lanes, or a full dot, a ring and a half dot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from framing.publish.page.chart_frame import (
    PITCH,
    ChartData,
    ChartFrame,
    Dot,
    StatementBar,
    label_width,
    room,
    short_name,
)

LANE, LEAST_LANE = 19, 220
MOST_DOTS = 60
BAR_STYLE: dict[str, dict[str, Any]] = {
    "plain": {"color": "--Ap", "line": {"color": "--A", "width": 1}},
    "weight": {"color": "--A", "line": {"color": "--A", "width": 1}},
    "doubt": {
        "color": "--card",
        "line": {"color": "--A", "width": 1},
        "pattern": {"shape": "/", "fgcolor": "--A", "bgcolor": "--card", "size": 5, "solidity": 0.4},
    },
}


@dataclass(frozen=True, slots=True)
class Lanes:
    """The panel of one source in the barcode: the statements drawn, and how many each lane has."""

    name: str
    blocks: tuple[StatementBar, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a dot chart: its heading, its columns, and the dots by row and column."""

    heading: str
    columns: tuple[str, ...]
    cells: tuple[tuple[tuple[Dot, ...], ...], ...]


def barcode(lane_labels: Sequence[str], panels: Sequence[Lanes]) -> ChartData:
    """Statements at their place in each text, a lane per side (or kind of speaker)."""
    most = max((count for panel in panels for count in panel.counts), default=0)
    tail = 12 + round(6.6 * max(3, len(f"{most:,}")))
    figure = ChartFrame(label=label_width(lane_labels), repeat_labels=True, row=LANE, tail=tail)
    for panel in panels:
        number = figure.panel(rows=len(lane_labels), least=LEAST_LANE)
        figure.heading(number, panel.name)
        for lane, label in enumerate(lane_labels):
            figure.line(number, lane + 0.5)
            figure.row_label(number, lane + 0.5, label)
            figure.tail_label(number, lane + 0.5, f"{panel.counts[lane]:,}")
        for style, look in BAR_STYLE.items():
            blocks = [block for block in panel.blocks if block.style == style]
            if blocks:
                figure.bars(number, blocks, look)
    return figure.finished()


def mentions_a_dot(panels: Iterable[Panel]) -> int:
    """How many mentions one dot has to stand for, so that no cell has more dots than can be counted."""
    most = max((len(cell) for panel in panels for row in panel.cells for cell in row), default=0)
    return next((each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500) if most <= each * MOST_DOTS), 1000)


def dots(row_labels: Sequence[str], panels: Sequence[Panel], colour: str, *, most_in_line: int) -> ChartData:
    """One dot per mention, or per some mentions where they are many: a row per rung or source, a panel with its
    columns side by side."""
    each = mentions_a_dot(panels)
    counts = [[[len(cell) for cell in row] for row in panel.cells] for panel in panels]
    panels = [
        replace(panel, cells=tuple(tuple(cell[::each] for cell in row) for row in panel.cells))
        for panel in panels
    ]
    most = max((len(cell) for panel in panels for row in panel.cells for cell in row), default=0)
    lines = max(1, ceil(most / most_in_line))
    figure = ChartFrame(
        label=label_width(row_labels), repeat_labels=False, row=max(22, round(PITCH * lines) + 10), tail=0
    )
    for panel, counted in zip(panels, counts, strict=True):
        _dot_panel(figure, row_labels, panel, counted, colour, most_in_line)
    return figure.finished()


def _dot_panel(
    figure: ChartFrame,
    row_labels: Sequence[str],
    panel: Panel,
    counts: Sequence[Sequence[int]],
    colour: str,
    most_in_line: int,
) -> None:
    """One panel with its columns side by side; its last column takes in what the heading needs."""
    widths = [_width(panel, column, most_in_line) for column in range(len(panel.columns))]
    inner = sum(widths)
    needed = max(inner, (room(short_name(panel.heading)) * 7.6 + 12) / PITCH)
    widths[-1] += needed - inner
    number = figure.panel(
        rows=len(row_labels),
        width=round(needed * PITCH),
        inner=round(inner * PITCH),
        units=needed,
        columns=sum(map(bool, panel.columns)),
    )
    figure.heading(number, panel.heading)
    for row, label in enumerate(row_labels):
        figure.line(number, row)
        figure.row_label(number, row + 0.5, label)
    figure.line(number, len(row_labels))
    at = 0.0
    for column, label in enumerate(panel.columns):
        if label:
            figure.column_label(number, at, label)
        for row, cells in enumerate(panel.cells):
            figure.cell(number, at, row, cells[column], counts[row][column], most_in_line, colour)
        at += widths[column]


def _width(panel: Panel, column: int, most_in_line: int) -> float:
    """The room that a column needs, in dots: for its longest line, and for its label."""
    longest = max((len(row[column]) for row in panel.cells), default=0)
    return max(min(most_in_line, longest) + 2.4, (len(panel.columns[column]) * 6.9 + 14) / PITCH)
