"""The inclusion flow as a picture (SVG) for a methods section: boxes of what is left, and beside them what was left out."""

from __future__ import annotations

from html import escape

from framing.read.inclusion import InclusionFlow, InclusionStep

WIDTH = 640
BOX = 250
LINE = 18
GAP = 26
_STYLE = "font-family:sans-serif;font-size:13px"


def flow_svg(flow: InclusionFlow) -> str:
    """The picture of a flow; it stands by itself and loads nothing."""
    pieces: list[str] = []
    at = 10
    before = 0
    aside: list[InclusionStep] = []
    for step in flow.steps:
        if step.taken_away:
            aside.append(step)
            continue
        if before:
            at = _aside(pieces, aside, before, at)
            aside = []
        note = f"copies among them: {flow.copies:,}" if step.name == "scored" else ""
        before = _box(pieces, 10, at, [f"{step.name}: {step.number:,}", *([note] if note else [])])
        at = before + GAP
    title = f"<title>{escape(flow.line)}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" height="{before + 10}" '
        f'viewBox="0 0 {WIDTH} {before + 10}" style="{_STYLE}">{title}'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(pieces)}</svg>\n'
    )


def _aside(pieces: list[str], steps: list[InclusionStep], top: int, at: int) -> int:
    """Draw what was left out, and the arrow past it; where the next box begins."""
    x = 10 + BOX // 2
    y = at
    for step in steps:
        lines = [
            f"{step.name}: {step.number:,}",
            *(f"{_cut(name)}: {number:,}" for name, number in step.parts),
        ]
        end = _box(pieces, BOX + 60, y, lines, width=WIDTH - BOX - 70)
        pieces.append(_arrow(x, y + LINE, BOX + 60, y + LINE))
        y = end + 10
    y = max(y, at) + 6
    pieces.insert(0, _arrow(x, top, x, y))
    return y


def _box(pieces: list[str], x: int, y: int, lines: list[str], width: int = BOX) -> int:
    """Draw a box with some lines of text; where it ends."""
    height = 14 + LINE * len(lines)
    pieces.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#fff" stroke="#333"/>')
    pieces += [
        f'<text x="{x + 10}" y="{y + 21 + LINE * n}" fill="#111">{escape(line)}</text>'
        for n, line in enumerate(lines)
    ]
    return y + height


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    head = f"{to_x - 6},{to_y - 4} {to_x},{to_y} {to_x - 6},{to_y + 4}"
    if x == to_x:
        head = f"{to_x - 4},{to_y - 6} {to_x},{to_y} {to_x + 4},{to_y - 6}"
    return f'<polyline points="{x},{y} {to_x},{to_y}" fill="none" stroke="#333"/><polygon points="{head}" fill="#333"/>'


def _cut(text: str) -> str:
    return text if len(text) <= 42 else f"{text[:41]}…"
