"""The frame that all charts are drawn in: panels with axes, labels and lines, as plain data for plotly.

A figure has one pair of axes per panel and says in `layout.meta` how large panels are, in pixels at a
root size of 16; the page's script places them for the real width and redraws when it changes, so that
type never shrinks. Colours are the style sheet's names (`--A`), so that dark mode and print follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Any, Literal
from unicodedata import combining, east_asian_width

from framing.publish.shared.names import OPEN, SHORTEST

ChartData = dict[str, Any]
DotFill = Literal["full", "ring", "half"]

LABEL_SIZE, HEAD_SIZE = 12, 13.5
DOT, PITCH = 9, 11.5
LONGEST_NAME = 34
LONGEST_ROW = 30
MOST_CHARACTERS = 120
"""Characters of a label that are looked at: marks above letters need no room, but there must be an end."""


@dataclass(frozen=True, slots=True)
class StatementBar:
    """A statement in a lane: where it stands in its text (shares of the text), its style, its passage."""

    lane: int
    start: float
    end: float
    style: str
    passage: int


@dataclass(frozen=True, slots=True)
class Dot:
    """One mention in a dot chart."""

    fill: DotFill
    passage: int


def label_width(labels: Iterable[str]) -> int:
    """The room that row labels need."""
    return round(max((room(short_name(label, LONGEST_ROW)) for label in labels), default=0) * 6.6) + 20


def short_name(text: str, longest: int = LONGEST_NAME) -> str:
    """A label cut to what a chart can hold: the room of so many letters.

    >>> short_name("Kaldrena Voice", 9), short_name("KALDRENA VOICE", 9)
    ('Kaldren…', 'KALDRE…')
    """
    if breadth(text) <= longest:
        return text
    cut = text[:MOST_CHARACTERS]
    while breadth(cut) > longest - 1:
        cut = cut[:-1]
    return cut + "…"


def room(text: str) -> float:
    """How much room a label needs: that of a source at least as much as the letter that may stand for it."""
    return max(breadth(text), breadth(SHORTEST)) if OPEN in text else breadth(text)


def breadth(text: str) -> float:
    """How much room a label needs, in common letters: marks above letters none, capitals more, signs of
    Chinese or emoji most.

    >>> breadth("voice"), breadth("VOICE"), breadth("a\u0301\u0327")
    (5.0, 6.5, 1.0)
    """
    return float(sum(map(_breadth, text[:MOST_CHARACTERS])))


def _breadth(letter: str) -> float:
    if combining(letter) or not letter.isprintable():
        return 0.0
    if east_asian_width(letter) in "WF":
        return 2.0
    return 1.3 if letter.isupper() else 1.0


class ChartFrame:
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

    def trace(self, number: int, trace: dict[str, Any]) -> None:
        """Draw what is given as a plotly trace in a panel."""
        self._data.append({**trace, "hoverinfo": "none", **self._on(number)})

    def bars(self, number: int, blocks: Sequence[StatementBar], look: dict[str, Any]) -> None:
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
        self, number: int, at: float, row: int, cell: Sequence[Dot], count: int, wrap: int, colour: str
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
            f"{count:,}",
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
            f"<b>{_safe(short_name(text))}</b>",
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

    def column_label(self, number: int, at: float, text: str, anchor: str = "left") -> None:
        self._note(
            _safe(text),
            name="column",
            xref=_axis("x", number),
            x=round(at, 3),
            yref=f"{_axis('y', number)} domain",
            y=1,
            yshift=10,
            xanchor=anchor,
            yanchor="middle",
            font={"size": LABEL_SIZE, "color": "--ink2"},
        )

    def row_label(self, number: int, y: float, text: str) -> None:
        self._note(
            _safe(short_name(text, LONGEST_ROW)),
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
            f"<b>{_safe(text)}</b>",
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

    def finished(self) -> ChartData:
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
