"""Figures of one thing that differ, or that are held open by one text and not by the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair
from framing.compare.number_boards import NumberBoard
from framing.extract.numbers import NumberMention

SAME = 0.3
"""Least cosine of two sentences whose figures are held against each other."""
FAR_APART = 4
"""How many times the smaller figure the greater may be; beyond that they may well count different things."""
_NEVER = ("time_of_day",)


@dataclass(frozen=True, kw_only=True)
class FigurePair(PassagePair):
    """Two figures of one line of the numbers board: other values (figure), or one of them open (hedge)."""

    board: NumberBoard
    figures: tuple[NumberMention, NumberMention]


def pairs(articles: LessonArticles) -> Iterator[FigurePair]:
    """One pair for each line of the numbers board in which two sources differ."""
    for number, board in enumerate(articles.results.number_boards):
        if board.not_comparable or board.kind in _NEVER or not board.counts_what:
            continue
        best = max(_likely(articles, board), key=lambda pair: pair[0], default=None)
        if best is not None:
            alike, one, other = best
            differ = _differ(one, other)
            yield FigurePair(
                kind="figure" if differ else "hedge",
                passages=(articles.cite(one), articles.cite(other)),
                topic=f"board{number}",
                asks=("figure", board.counts_what) if differ else ("hedge",),
                weight=(0.5 if differ else 0.3) + 0.4 * alike,
                board=board,
                figures=(one, other),
            )


def _likely(
    articles: LessonArticles, board: NumberBoard
) -> Iterator[tuple[float, NumberMention, NumberMention]]:
    for one, other in articles.pairs(board.rows):
        alike = articles.alike(one, other)
        differ = _differ(one, other)
        if alike < SAME or not (differ or one.qualifier != other.qualifier):
            continue
        if differ and _apart(one, other) > FAR_APART:
            continue
        yield alike + 0.3 * differ - 0.3 * ("title" in (one.region, other.region)), one, other


def _differ(one: NumberMention, other: NumberMention) -> bool:
    return (one.unit, _value(one)) != (other.unit, _value(other)) and one.unit == other.unit


def _value(row: NumberMention) -> float:
    value = row.value_low if row.value_low is not None else row.value_high
    return value or 0.0


def _apart(one: NumberMention, other: NumberMention) -> float:
    low, high = sorted((_value(one), _value(other)))
    return high / low if low else float("inf")
