"""The charts: plotly figures as plain data, laid out as small panels.

A figure has one pair of axes per panel and says in `layout.meta` how large panels are, in pixels at a
root size of 16; the page's script places them for the real width and redraws when it changes, so that
type never shrinks. Colours are the style sheet's names (`--A`), so that dark mode and print follow.
Every block or dot carries the place of its passage in `customdata`. Sides have no colours: they are
lanes, or a full dot, a ring and a half dot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Any, Literal

Figure = dict[str, Any]
Fill = Literal["full", "ring", "half"]

LANE, LEAST_LANE = 19, 220
LABEL_SIZE, HEAD_SIZE = 12, 13.5
DOT, PITCH = 9, 11.5
LONGEST_NAME = 34
LONGEST_ROW = 30
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
class Block:
    """A statement in a lane: where it stands in its text (shares of the text), its style, its passage."""

    lane: int
    start: float
    end: float
    style: str
    passage: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The panel of one source in the barcode."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """One mention in a dot chart."""

    fill: Fill
    passage: int


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a dot chart: its heading, its columns, and the dots by row and column."""

    heading: str
    columns: tuple[str, ...]
    cells: tuple[tuple[tuple[Dot, ...], ...], ...]


def barcode(lane_labels: Sequence[str], panels: Sequence[Lanes]) -> Figure:
    """Statements at their place in each text, a lane per side (or kind of speaker)."""
    figure = _Figure(label=_label_width(lane_labels), repeat_labels=True, row=LANE, tail=30)
    for panel in panels:
        number = figure.panel(rows=len(lane_labels), least=LEAST_LANE)
        figure.heading(number, panel.name)
        for lane, label in enumerate(lane_labels):
            count = sum(block.lane == lane for block in panel.blocks)
            figure.line(number, lane + 0.5)
            figure.row_label(number, lane + 0.5, label)
            figure.tail_label(number, lane + 0.5, str(count))
        for style, look in BAR_STYLE.items():
            blocks = [block for block in panel.blocks if block.style == style]
            if blocks:
                figure.bars(number, blocks, look)
    return figure.finished()


def dots(row_labels: Sequence[str], panels: Sequence[Panel], colour: str, *, most_in_line: int) -> Figure:
    """One dot per mention: a row per rung or source, a panel with its columns side by side."""
    most = max((len(cell) for panel in panels for row in panel.cells for cell in row), default=0)
    lines = max(1, ceil(most / most_in_line))
    figure = _Figure(
        label=_label_width(row_labels), repeat_labels=False, row=max(22, round(PITCH * lines) + 10), tail=0
    )
    for panel in panels:
        widths = [
            max(
                min(most_in_line, max((len(row[c]) for row in panel.cells), default=0)) + 2.4,
                (len(label) * 6.9 + 14) / PITCH,
            )
            for c, label in enumerate(panel.columns)
        ]
        inner = sum(widths)
        needed = max(inner, (len(_name(panel.heading)) * 7.6 + 12) / PITCH)
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
                figure.cell(number, at, row, cells[column], lines, most_in_line, colour)
            at += widths[column]
    return figure.finished()


def _label_width(labels: Iterable[str]) -> int:
    return round(max((len(_name(label, LONGEST_ROW)) for label in labels), default=0) * 6.6) + 20


def _name(text: str, longest: int = LONGEST_NAME) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


class _Figure:
    """Collects traces, axes and annotations panel by panel."""

    def __init__(self, *, label: int, repeat_labels: bool, row: int, tail: int) -> None:
        self._data: list[dict[str, Any]] = []
        self._axes: dict[str, Any] = {}
        self._notes: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []
        self._halves: list[dict[str, Any]] = []
        self._panels: list[dict[str, Any]] = []
        self._label, self._repeat, self._row, self._tail = label, repeat_labels, row, tail

    def panel(
        self,
        *,
        rows: int,
        least: int = 0,
        width: int = 0,
        inner: int = 0,
        units: float = 1.0,
        columns: int = 0,
    ) -> int:
        """Add a panel; `inner` is the width that its columns need, `width` also takes in its heading."""
        number = len(self._panels) + 1
        size = {"least": least, "width": width, "inner": inner, "head": 40 if columns else 24}
        self._panels.append({"rows": rows, "columns": columns, **size})
        hidden = {"visible": False, "fixedrange": True}
        self._axes[_axis("xaxis", number)] = {**hidden, "range": [0, units], "anchor": _axis("y", number)}
        self._axes[_axis("yaxis", number)] = {**hidden, "range": [rows, 0], "anchor": _axis("x", number)}
        return number

    def bars(self, number: int, blocks: Sequence[Block], look: dict[str, Any]) -> None:
        self._data.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [round(block.start, 4) for block in blocks],
                "x": [round(max(block.end - block.start, 0.008), 4) for block in blocks],
                "y": [block.lane + 0.5 for block in blocks],
                "width": 0.74,
                "customdata": [block.passage for block in blocks],
                "marker": look,
                "hoverinfo": "none",
                **self._on(number),
            }
        )

    def cell(
        self, number: int, at: float, row: int, cell: Sequence[Dot], lines: int, wrap: int, colour: str
    ) -> None:
        step = PITCH / self._row
        used = ceil(len(cell) / wrap)
        places = [
            (at + 0.5 + index % wrap, row + 0.5 + step * (index // wrap - (used - 1) / 2))
            for index in range(len(cell))
        ]
        for fill in ("full", "ring", "half"):
            chosen = [
                (x, y, dot.passage) for (x, y), dot in zip(places, cell, strict=True) if dot.fill == fill
            ]
            if not chosen:
                continue
            self._data.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [round(x, 3) for x, _, _ in chosen],
                    "y": [round(y, 3) for _, y, _ in chosen],
                    "customdata": [passage for _, _, passage in chosen],
                    "marker": {
                        "size": DOT,
                        "opacity": 1,
                        "color": colour if fill == "full" else "--card",
                        "line": {"color": colour, "width": 1.6},
                    },
                    "cliponaxis": False,
                    "hoverinfo": "none",
                    **self._on(number),
                }
            )
            if fill == "half":
                self._halves += [
                    {"xref": _axis("x", number), "yref": _axis("y", number), "x": x, "y": y, "color": colour}
                    for x, y, _ in chosen
                ]
        end = at + min(len(cell), wrap) + (0.35 if cell else 0.2)
        self._note(
            str(len(cell)),
            xref=_axis("x", number),
            x=round(end, 3),
            yref=_axis("y", number),
            y=row + 0.5,
            xanchor="left",
            yanchor="middle",
            font={"size": LABEL_SIZE, "color": "--ink" if cell else "--ink2"},
        )

    def heading(self, number: int, text: str) -> None:
        self._note(
            f"<b>{_safe(_name(text))}</b>",
            name="heading",
            xref=f"{_axis('x', number)} domain",
            x=0,
            xshift=-self._label if self._repeat else 0,
            yref=f"{_axis('y', number)} domain",
            y=1,
            yshift=self._panels[number - 1]["head"] - 8,
            xanchor="left",
            yanchor="middle",
            font={"size": HEAD_SIZE, "color": "--ink"},
        )

    def column_label(self, number: int, at: float, text: str) -> None:
        self._note(
            _safe(text),
            name="column",
            xref=_axis("x", number),
            x=round(at, 3),
            yref=f"{_axis('y', number)} domain",
            y=1,
            yshift=10,
            xanchor="left",
            yanchor="middle",
            font={"size": LABEL_SIZE, "color": "--ink2"},
        )

    def row_label(self, number: int, y: float, text: str) -> None:
        self._note(
            _safe(_name(text, LONGEST_ROW)),
            name="row",
            xref=f"{_axis('x', number)} domain",
            x=0,
            xshift=-self._label,
            yref=_axis("y", number),
            y=y,
            xanchor="left",
            yanchor="middle",
            font={"size": LABEL_SIZE, "color": "--ink2"},
        )

    def tail_label(self, number: int, y: float, text: str) -> None:
        self._note(
            f"<b>{text}</b>",
            xref=f"{_axis('x', number)} domain",
            x=1,
            xshift=self._tail,
            yref=_axis("y", number),
            y=y,
            xanchor="right",
            yanchor="middle",
            font={"size": LABEL_SIZE, "color": "--ink"},
        )

    def line(self, number: int, y: float) -> None:
        self._shapes.append(
            {
                "type": "line",
                "layer": "below",
                "xref": f"{_axis('x', number)} domain",
                "x0": 0,
                "x1": 1,
                "yref": _axis("y", number),
                "y0": y,
                "y1": y,
                "line": {"color": "--rule", "width": 1},
            }
        )

    def _note(self, text: str, **place: Any) -> None:
        panel = {"panel": len(self._panels) - 1}
        self._notes.append({"text": text, "showarrow": False, **place} | panel)

    def _on(self, number: int) -> dict[str, Any]:
        return {"xaxis": _axis("x", number), "yaxis": _axis("y", number), "showlegend": False}

    def finished(self) -> Figure:
        meta = {
            "label": self._label,
            "repeat": self._repeat,
            "row": self._row,
            "tail": self._tail,
            "panels": self._panels,
            "halves": self._halves,
            "dot": DOT,
        }
        layout = {
            "template": None,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"size": LABEL_SIZE, "color": "--ink"},
            "barmode": "overlay",
            "hovermode": "closest",
            "dragmode": False,
            "showlegend": False,
            "annotations": self._notes,
            "shapes": self._shapes,
            "meta": meta,
            **self._axes,
        }
        return {"data": self._data, "layout": layout}


def _axis(name: str, number: int) -> str:
    return name if number == 1 else f"{name}{number}"


def _safe(text: str) -> str:
    return escape(text, quote=False)
