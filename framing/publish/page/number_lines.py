"""Number lines: the figures that several sources give for the same thing, each on a line of its own.

A dot is an exact figure; a ring with an arrow is an open one, "more than" or "up to". An axis that does
not begin at zero says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import floor, log10
from typing import Any

from framing.publish.page.chart_frame import DOT, ChartData, ChartFrame, label_width

LINE, LEAST_LINE = 22, 270
ARROW = 0.16
LEFT, RIGHT = 0.06, 0.8
WIDTH_OF_LETTER = 7.6
LONGEST_FIGURE = 24


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure on a line: its ends (None where open), as written, and its passage."""

    source: str
    low: float | None
    high: float | None
    written: str
    passage: int


@dataclass(frozen=True, slots=True)
class NumberLines:
    """The panel of one thing that is counted."""

    heading: str
    figures: tuple[Stated, ...]

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value on the axis; 0 is taken in unless that leaves no room."""
        values = [v for f in self.figures for v in (f.low, f.high) if v is not None]
        low, high = min(values), max(values)
        if high <= 0 or low < 0 or high - low > 0.25 * high:
            return min(0.0, low), high
        step = 10.0 ** floor(log10(0.1 * high))
        margin = max(high - low, 0.1 * high) * 0.5
        return max(0.0, floor((low - margin) / step) * step), high

    @property
    def is_cut(self) -> bool:
        return self.ends[0] > 0


def number_lines(panels: Sequence[NumberLines]) -> ChartData:
    """A panel a thing, a line a source."""
    labels = [figure.source for panel in panels for figure in panel.figures]
    longest = max(len(_short(figure.written)) for panel in panels for figure in panel.figures)
    frame = ChartFrame(
        label=label_width(labels), repeat_labels=True, row=LINE, tail=round(longest * WIDTH_OF_LETTER) + 12
    )
    for panel in panels:
        number = frame.panel(rows=len(panel.figures), least=LEAST_LINE, columns=1)
        frame.heading(number, panel.heading)
        low, high = panel.ends
        at = partial(_place, low=low, high=high)
        for value in dict.fromkeys((low, high)):
            frame.column_label(number, at(value), _tick(value), anchor="center")
        for row, stated in enumerate(panel.figures):
            frame.line(number, row + 0.5)
            frame.row_label(number, row + 0.5, stated.source)
            frame.tail_label(number, row + 0.5, _short(stated.written))
            frame.trace(number, _trace(stated, row + 0.5, at))
    return frame.finished()


def _place(value: float, low: float, high: float) -> float:
    """Where on the axis (0 to 1) a value stands."""
    return LEFT + (value - low) * (RIGHT - LEFT) / ((high - low) or 1)


def _tick(value: float) -> str:
    """A value on the axis.

    >>> _tick(53939.2), _tick(12.0), _tick(0.125)
    ('53,939', '12', '0.125')
    """
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_FIGURE else text[: LONGEST_FIGURE - 1] + "…"


def _trace(stated: Stated, row: float, at: Callable[[float], float]) -> dict[str, Any]:
    """A dot for an exact figure, a ring with an arrow for an open one, two rings for a range."""
    ends = [at(value) for value in (stated.low, stated.high) if value is not None]
    if len(ends) == 2 and stated.low == stated.high:
        xs, symbols, colours = ends[:1], ["circle"], ["--ink"]
    elif len(ends) == 2:
        xs, symbols, colours = ends, ["circle", "circle"], ["--card", "--card"]
    elif stated.low is not None:
        xs, symbols, colours = [*ends, ends[0] + ARROW], ["circle", "triangle-right"], ["--card", "--ink"]
    else:
        xs, symbols, colours = (
            [*ends, max(0.0, ends[0] - ARROW)],
            ["circle", "triangle-left"],
            ["--card", "--ink"],
        )
    return {
        "type": "scatter",
        "mode": "lines+markers" if len(xs) > 1 else "markers",
        "x": [round(x, 4) for x in xs],
        "y": [row] * len(xs),
        "customdata": [stated.passage] * len(xs),
        "marker": {
            "size": DOT,
            "opacity": 1,
            "symbol": symbols,
            "color": colours,
            "line": {"color": "--ink", "width": 1.6},
        },
        "line": {"color": "--ink", "width": 1.6, "dash": "dot"},
        "cliponaxis": False,
    }
