"""Figure: two sources give two numbers of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.compare.number_boards import BoardFigure, NumberBoard, boards_of_events
from framing.extract.numbers import NumberMention
from framing.text.sentences import Sentence

SAME = 0.45
"""Least cosine of two sentences whose figures are held against each other."""
FAR_APART = 2.5
"""How many times the smaller figure the greater may be; beyond that they may well count different things."""
MOST_DAYS = 1
"""Days between two articles whose figures are of one state of affairs."""
KINDS = ("people", "thing", "other")
OPEN = ("dozens", "vague")
CONFIDENCE = 0.6
TELLING = 0.75


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each line of the numbers board in which two like sentences differ."""
    for board in boards_of_events(list(articles.parsed.values()), articles.results.mentions):
        best = max(_likely(articles, board), key=lambda found: found[0], default=None)
        if best is not None:
            yield _finding(articles, board, *best)


def _likely(
    articles: EventArticles, board: NumberBoard
) -> Iterator[tuple[float, NumberMention, NumberMention]]:
    if board.not_comparable or board.kind not in KINDS or not (board.counts_what or board.fate):
        return
    figures = [figure for figure in board.figures if figure.first.qualifier not in OPEN]
    for number, one in enumerate(figures):
        for other in figures[number + 1 :]:
            a, b = one.first, other.first
            if articles.source(a) == articles.source(b) or not _differ(one, other):
                continue
            alike = articles.alike(a, b)
            if not articles.are_near_in_time(a, b, MOST_DAYS):
                continue
            if alike >= SAME and not _elsewhere(articles, a, b):
                yield alike, a, b


def _differ(one: BoardFigure, other: BoardFigure) -> bool:
    """Whether no value fits both figures, and they are near enough to be of one thing."""
    ends = [end for figure in (one, other) for end in (figure.low, figure.high) if end is not None]
    if not ends or min(ends) <= 0 or max(ends) > FAR_APART * min(ends):
        return False
    return _above(one, other) or _above(other, one)


def _above(one: BoardFigure, other: BoardFigure) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _elsewhere(articles: EventArticles, one: NumberMention, other: NumberMention) -> bool:
    """Whether both sentences name places or people, and other ones."""
    here, there = (_names(articles.sentence(row)) for row in (one, other))
    return bool(here) and bool(there) and not (here <= there or there <= here)


def _names(sentence: Sentence) -> set[str]:
    if sentence.parse is None:
        return set()
    return {token.lower for token in sentence.parse if token.pos == "PROPN" and token.i > 0}


def _finding(
    articles: EventArticles, board: NumberBoard, alike: float, one: NumberMention, other: NumberMention
) -> Finding:
    a, b = (literal(articles.text(row)) for row in (one, other))
    what = f" {literal(board.fate)}" if board.fate else ""
    return articles.finding(
        articles.cite(one),
        articles.cite(other),
        kind="figure",
        wording=f"{{a}} has “{a}”{what}, {{b}} “{b}”.",
        telling=TELLING,
        confidence=round(CONFIDENCE + 0.4 * alike, 4),
        rows=(one.mention_id, other.mention_id),
    )
