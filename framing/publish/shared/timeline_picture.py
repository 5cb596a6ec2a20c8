"""A timeline as a picture (SVG): a line and its band for each source, told apart by dashes and marks, not by colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final, NamedTuple, Protocol

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 40, 70
MOST_SOURCES: Final = 6
MOST_LABELS: Final = 12
TICKS: Final = 4
_STYLE: Final = "font-family:sans-serif;font-size:13px"


class _Line(NamedTuple):
    """How the line of a source is drawn."""

    colour: str
    dash: str


_LINES: Final = (
    _Line("#0072b2", ""),
    _Line("#d55e00", "7 4"),
    _Line("#009e73", "2 3"),
    _Line("#8a4f7d", "10 3 2 3"),
    _Line("#555555", "12 5"),
    _Line("#a06a00", "4 2"),
)
"""Colours that stay apart for those who see few of them (Okabe and Ito 2008), each with a dash of its own."""


class TimePoint(Protocol):
    """What is drawn of a point."""

    @property
    def source(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def articles(self) -> int: ...
    @property
    def rate(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


def timeline_svg(points: Sequence[TimePoint], title: str) -> str:
    """The picture; it stands by itself, loads nothing, and draws the sources with most articles."""
    periods = sorted({point.period for point in points})
    size: dict[str, int] = {}
    for point in points:
        size[point.source] = size.get(point.source, 0) + point.articles
    sources = sorted(size, key=lambda source: (-size[source], source))[:MOST_SOURCES]
    drawn = [point for point in points if point.source in sources]
    top = max((max(point.rate, point.high or 0.0) for point in drawn), default=0.0) or 1.0
    bottom = min(0.0, *(min(point.rate, point.low or 0.0) for point in drawn)) if drawn else 0.0
    places = _PlotArea({period: number for number, period in enumerate(periods)}, bottom, top)
    pieces = [
        *_axes(places),
        *(piece for n, s in enumerate(sources) for piece in _source(places, drawn, s, n)),
    ]
    left_out = len(size) - len(sources)
    note = f" ({left_out} sources with fewer articles are in the table only)" if left_out else ""
    head = f"<title>{escape(title)}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" style="{_STYLE}">{head}<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="{LEFT}" y="22" fill="#111" font-weight="bold">{escape(title + note)}</text>{"".join(pieces)}</svg>\n'
    )


class _PlotArea(NamedTuple):
    """Where periods and rates stand."""

    at: Mapping[str, int]
    bottom: float
    top: float

    def x(self, period: str) -> float:
        steps = max(1, len(self.at) - 1)
        middle = 0.5 if len(self.at) == 1 else self.at[period] / steps
        return round(LEFT + 15 + middle * (WIDTH - LEFT - RIGHT - 30), 1)

    def y(self, rate: float) -> float:
        share = (rate - self.bottom) / (self.top - self.bottom)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _axes(places: _PlotArea) -> Iterator[str]:
    end = WIDTH - RIGHT
    for tick in range(TICKS + 1):
        rate = places.bottom + (places.top - places.bottom) * tick / TICKS
        y = places.y(rate)
        yield f'<line x1="{LEFT}" y1="{y}" x2="{end}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#333">{rate:.3g}</text>'
    every = -(-len(places.at) // MOST_LABELS)
    for period, number in places.at.items():
        if number % every == 0:
            x, y = places.x(period), HEIGHT - BOTTOM + 18
            yield f'<text x="{x}" y="{y}" text-anchor="end" transform="rotate(-30 {x} {y})" fill="#333">{escape(period)}</text>'


def _source(places: _PlotArea, points: Sequence[TimePoint], source: str, number: int) -> Iterator[str]:
    line = _LINES[number]
    own = sorted((point for point in points if point.source == source), key=lambda point: point.period)
    known = [(p.period, p.low, p.high) for p in own if p.low is not None and p.high is not None]
    if len(known) > 1:
        upper = [f"{places.x(period)},{places.y(high)}" for period, _, high in known]
        lower = [f"{places.x(period)},{places.y(low)}" for period, low, _ in reversed(known)]
        yield f'<polygon points="{" ".join((*upper, *lower))}" fill="{line.colour}" fill-opacity="0.13"/>'
    for period, low, high in known:
        x = places.x(period)
        yield f'<line x1="{x}" y1="{places.y(low)}" x2="{x}" y2="{places.y(high)}" stroke="{line.colour}"/>'
    path = " ".join(f"{places.x(point.period)},{places.y(point.rate)}" for point in own)
    yield (
        f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2" '
        f'stroke-dasharray="{line.dash}"/>'
    )
    for point in own:
        yield f'<circle cx="{places.x(point.period)}" cy="{places.y(point.rate)}" r="3.5" fill="{line.colour}"/>'
    x, y = WIDTH - RIGHT + 12, TOP + 14 + 22 * number
    yield (
        f'<line x1="{x}" y1="{y - 4}" x2="{x + 30}" y2="{y - 4}" stroke="{line.colour}" stroke-width="2" '
        f'stroke-dasharray="{line.dash}"/><text x="{x + 36}" y="{y}" fill="#111">{escape(_cut(source))}</text>'
    )


def _cut(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"
