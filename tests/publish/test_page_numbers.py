"""The card of figures, its number lines, own words beside all text, and tests in words."""

from __future__ import annotations

import pytest

from framing.publish.page.numberlines import NumberLines, Stated, number_lines
from framing.publish.page.sure import AMONG_MANY, LEAVES_OUT_ZERO, TAKES_IN_ZERO, Comparison


def stated(low: float | None, high: float | None, written: str = "x") -> Stated:
    return Stated("Paper", low, high, written, 7)


@pytest.mark.parametrize(
    ("figure", "symbols"),
    [
        (stated(12, 12), ["circle"]),
        (stated(12, None), ["circle", "triangle-right"]),
        (stated(None, 12), ["circle", "triangle-left"]),
        (stated(10, 12), ["circle", "circle"]),
    ],
)
def test_a_figure_is_drawn_as_exact_as_it_is(figure: Stated, symbols: list[str]) -> None:
    [trace] = number_lines([NumberLines("Goats", (figure,))])["data"]
    assert trace["marker"]["symbol"] == symbols
    assert trace["customdata"] == [7] * len(symbols)
    assert all(0 <= x <= 1 for x in trace["x"])


@pytest.mark.parametrize(
    ("values", "is_cut"), [((472, 470, 400), True), ((12, 3), False), ((0, 5), False), ((0, 0), False)]
)
def test_an_axis_begins_at_zero_where_that_leaves_room(values: tuple[float, ...], is_cut: bool) -> None:
    panel = NumberLines("Goats", tuple(stated(v, v) for v in values))
    assert panel.is_cut is is_cut
    assert panel.ends[0] <= min(values) and panel.ends[1] == max(values)


@pytest.mark.parametrize(
    ("low", "p", "in_words"),
    [
        (5, 0.001, LEAVES_OUT_ZERO),
        (5, None, LEAVES_OUT_ZERO),
        (5, 0.4, AMONG_MANY),
        (-5, 0.4, TAKES_IN_ZERO),
    ],
)
def test_interval_and_adjusted_p_are_put_in_words(low: int, p: float | None, in_words: str) -> None:
    row = Comparison(what="", first=(), second=(), difference=20, low=low, high=40, p=p, test="a test")
    assert row.in_words == in_words
    assert row.tested == ("not tested" if p is None else f"adjusted p = {p:.3f}, a test")
