"""The numbers board: quantities of several articles on one event that are about the same thing, side by side.

Two quantities belong together where the same noun is counted or measured and their sentences speak of the
same: the stems that both sentences hold weigh by how few sentences of the event hold them. People that are
dead in one sentence never stand beside people that are hurt in another; two tolls belong together by what
their sentences say besides. Values play no part in this, but to break ties, so that differing figures are
found too. A row whose figures cannot be held
against each other says why: other currencies, other rates, a share beside a count, a scale that is not said,
or another reference ("Russian planes" beside "Ukrainian planes").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from framing.compare.passages import folded_words
from framing.compare.quantity_context import QuantityContext, Stems, quantity_contexts
from framing.compare.recurring import beginning, recurring
from framing.compare.similarity import stem
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers.convert import rescaled
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

Reason = Literal["", "currency", "rate", "kind", "scale", "reference"]

LEAST = 0.35
"""Likeness from which two quantities with the same noun belong together."""
LEAST_WITHOUT_NOUN = 0.6
LEAST_LETTERS = 4
COUNTS = ("people", "thing", "other")
MEASURES = frozenset({"duration", "distance", "time_of_day"})
"""What says how long, how far and when never stands beside what says how many or how much."""
ROUNDING = 0.02
"""How far the same figure written in two units may lie apart: 1,000 km is a 620-mile line."""
NEARBY = 0.05
"""What an equal value adds, and a near one in part: enough to choose between two that are equally alike."""
FAR_APART = 5
"""How many times the least value the greatest may be before a line is held to mix things."""
ALMOST = 1 - 1e-9
"""What rounding may take from a sum of weights."""


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """What one article says: bounds in the unit of its board, the rows that say so, and who is cited."""

    article_id: str
    low: float | None
    high: float | None
    rows: tuple[NumberMention, ...]

    @property
    def first(self) -> NumberMention:
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class NumberBoard:
    """One line of the board: what is counted, in which unit, and the figure of each article that has one.

    `event` is that of the articles, empty where they have no label. `fate` is the kind of casualty that befell
    those counted; empty where none did. `not_comparable` says why the figures cannot be held against each
    other, and is empty where they can.
    """

    counts_what: str
    fate: str
    kind: str
    unit: str
    figures: tuple[BoardFigure, ...]
    not_comparable: Reason
    event: str = ""

    @property
    def rows(self) -> tuple[NumberMention, ...]:
        return tuple(row for figure in self.figures for row in figure.rows)

    @property
    def differs(self) -> bool:
        """Whether the figures can be compared and no value fits all of them."""
        lows = [f.low for f in self.figures if f.low is not None]
        highs = [f.high for f in self.figures if f.high is not None]
        written = {f.first.unit for f in self.figures}
        slack = 1 + (ROUNDING if len(written) > 1 else 0)
        return not self.not_comparable and bool(lows and highs) and max(lows) > min(highs) * slack

    @property
    def varies(self) -> bool:
        """Whether the figures are not all the same, or not held to be as exact."""
        return bool(self.not_comparable) or self.differs or len({row.qualifier for row in self.rows}) > 1

    @property
    def is_far_apart(self) -> bool:
        """Whether the figures lie so far apart that they may well not be about the same thing."""
        ends = [v for figure in self.figures for v in (figure.low, figure.high) if v is not None]
        return not self.not_comparable and min(ends) * FAR_APART < max(ends)

    def of_articles(self, chosen: Collection[str]) -> NumberBoard | None:
        """The line with the figures of some articles only; None where it is none any more."""
        kept = tuple(figure for figure in self.figures if figure.article_id in chosen)
        return replace(self, figures=kept) if len(kept) > 1 else None


def boards_of_events(
    parsed: Iterable[ParsedArticle], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[NumberBoard, ...]:
    """The numbers board of each event, in the order of events; articles without a label are one event."""
    articles = {one.article.article_id: one for one in parsed}
    rows: dict[str, list[NumberMention]] = {one.article.event: [] for one in articles.values()}
    for row in mentions.get("numbers", ()):
        if isinstance(row, NumberMention) and row.article_id in articles:
            rows[articles[row.article_id].article.event].append(row)
    notices = recurring(list(articles.values()))
    rows = {
        event: [row for row in found if not _is_in(row, articles[row.article_id], notices)]
        for event, found in rows.items()
    }
    casualties = [
        row
        for row in mentions.get("casualty", ())
        if isinstance(row, CasualtyMention) and row.article_id in articles
    ]
    return tuple(
        replace(board, event=event)
        for event, found in rows.items()
        for board in number_boards(found, quantity_contexts(found, articles, casualties))
    )


def _is_in(row: NumberMention, article: ParsedArticle, notices: Collection[str]) -> bool:
    """Whether a quantity stands in a notice that its source prints again and again."""
    return beginning(article.sentence_at(row.start).text) in notices


def number_boards(rows: Sequence[NumberMention], near: Mapping[str, QuantityContext]) -> list[NumberBoard]:
    """The lines of the board for the number rows of one event, those with most articles first.

    `near` gives the words around each row, as `quantity_contexts` does. Quantities given again in another
    unit, and those without a number, are left out.
    """
    counted = [row for row in rows if not row.restates and (row.value_low, row.value_high) != (None, None)]
    lines = [line for line in _lines(counted, near) if _is_told_by_several(line, near)]
    return sorted((_board(line, near) for line in lines), key=lambda board: -len(board.figures))


def _is_told_by_several(line: Sequence[NumberMention], near: Mapping[str, QuantityContext]) -> bool:
    """Whether several articles say what is counted: that people came to harm, or a noun.

    A figure by which one article counts nothing ("2,800 miles east of the port") gives the line no name.
    """
    if near[line[0].mention_id].fate:
        return len({row.article_id for row in line}) > 1
    named = {row.article_id for row in line if near[row.mention_id].noun}
    return len(named) > 1


def _lines(
    rows: Sequence[NumberMention], near: Mapping[str, QuantityContext]
) -> Iterator[list[NumberMention]]:
    """The rows in groups about the same thing: pairs are joined from the most alike on, as far as they may."""
    group_of = list(range(len(rows)))
    groups = {number: [number] for number in group_of}
    for _, one, other in sorted(_pairs(rows, near), key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = group_of[one], group_of[other]
        if a != b and _may_join([rows[i] for i in groups[a]], [rows[i] for i in groups[b]]):
            for member in groups[b]:
                group_of[member] = a
            groups[a] += groups.pop(b)
    yield from ([rows[i] for i in sorted(group)] for group in groups.values())


def _pairs(
    rows: Sequence[NumberMention], near: Mapping[str, QuantityContext]
) -> Iterator[tuple[float, int, int]]:
    """The pairs of rows that may be about the same thing, with how alike they are."""
    weights = _weights(near[row.mention_id].words for row in rows)
    nouns = [_noun(row) for row in rows]
    for one, other in _with_words_in_common(rows, near, weights):
        a, b = rows[one], rows[other]
        told, heard = near[a.mention_id], near[b.mention_id]
        least = (
            _least_likeness(a, b, nouns[one], nouns[other], told.fate) if told.fate == heard.fate else None
        )
        if least is None:
            continue
        alike = _alike(told.words, heard.words, weights)
        if alike >= least:
            yield alike + NEARBY * _closeness(a, b), one, other


def _weights(sentences: Iterable[Stems]) -> dict[str, float]:
    """How much a stem tells: more, the fewer sentences hold it (Spärck Jones 1972)."""
    distinct = set(sentences)
    held = Counter(word for words in distinct for word in words)
    return {word: math.log(1 + len(distinct) / count) for word, count in held.items()}


def _with_words_in_common(
    rows: Sequence[NumberMention], near: Mapping[str, QuantityContext], weights: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """The pairs of rows whose words may make them alike enough: all others are passed over unseen.

    Of two such rows the one with less to tell shares one of the words that tell most of it (prefix filtering, Chaudhuri et
    al. 2006): only these are looked up, and they are the rare ones.
    """
    words = [near[row.mention_id].words for row in rows]
    total = [sum(weights[word] for word in held) for held in words]
    holding: dict[str, list[int]] = {word: [] for word in weights}
    for number, held in enumerate(words):
        for word in held:
            holding[word].append(number)
    for one, held in enumerate(words):
        wanted = ALMOST * LEAST * total[one]
        met = {other for word in _telling(held, weights, ALMOST * wanted) for other in holding[word]}
        for other in met:
            smaller = (total[one], one) < (total[other], other)
            if smaller and sum(weights[word] for word in held & words[other]) >= wanted:
                yield min(one, other), max(one, other)


def _telling(words: Stems, weights: Mapping[str, float], least: float) -> Iterator[str]:
    """The rarest of some words: any others of them together weigh less than `least`."""
    left = sum(weights[word] for word in words)
    for word in sorted(words, key=lambda word: (-weights[word], word)):
        if left < least:
            return
        left -= weights[word]
        yield word


def _least_likeness(a: NumberMention, b: NumberMention, noun_a: str, noun_b: str, fate: str) -> float | None:
    """How alike two rows of one fate must be to belong together; None where nothing would make them."""
    named = bool(fate) or _same_noun(noun_a, noun_b)
    same = a.kind == b.kind or (a.kind in COUNTS and b.kind in COUNTS)
    if not same and {a.kind, b.kind} & MEASURES:
        return None
    people = a.kind == b.kind == "people"
    if not (same or named) or (noun_a and noun_b and not named and not people):
        return None
    return LEAST if named and same else LEAST_WITHOUT_NOUN


def _noun(row: NumberMention) -> str:
    """The last word of what is counted, without a plural ending."""
    words = folded_words(row.counts_what)[0]
    return words[-1].removesuffix("s") if words else ""


def _same_noun(one: str, other: str) -> bool:
    """Whether two nouns are forms of one, or one a compound of the other (warplanes, planes)."""
    if not (one and other):
        return False
    if stem(one) == stem(other):
        return True
    return min(len(one), len(other)) >= LEAST_LETTERS and (one.endswith(other) or other.endswith(one))


def _alike(one: Stems, other: Stems, weights: Mapping[str, float]) -> float:
    """Weight of the shared stems against that of the shorter sentence."""
    shared = sum(weights[word] for word in one & other)
    least = min(sum(weights[word] for word in words) for words in (one, other))
    return shared / least if least else 0.0


def _same_value(a: NumberMention, b: NumberMention) -> bool:
    return (a.value_low, a.value_high, a.unit) == (b.value_low, b.value_high, b.unit)


def _closeness(a: NumberMention, b: NumberMention) -> float:
    """How near two values are: 1 where they are the same, 0 where they cannot be held against each other."""
    if _same_value(a, b):
        return 1.0
    ends = [row.value_low if row.value_low is not None else row.value_high for row in (a, b)]
    low, high = sorted(abs(end or 0.0) for end in ends)
    return low / high if a.unit == b.unit and high else 0.0


def _may_join(one: Sequence[NumberMention], other: Sequence[NumberMention]) -> bool:
    """Whether two groups give no article two different figures."""
    return all(_same_value(a, b) for a in one for b in other if a.article_id == b.article_id)


def _board(rows: Sequence[NumberMention], near: Mapping[str, QuantityContext]) -> NumberBoard:
    labels = Counter(noun for row in rows if (noun := near[row.mention_id].noun))
    reason = _not_comparable(rows)
    unit = rows[0].converted_unit or rows[0].unit
    by_article: dict[str, list[NumberMention]] = {}
    for row in rows:
        by_article.setdefault(row.article_id, []).append(row)
    figures = tuple(
        BoardFigure(
            article_id, *_bounds(said[0], unit if not reason else said[0].converted_unit), tuple(said)
        )
        for article_id, said in by_article.items()
    )
    label = labels.most_common(1)[0][0] if labels else ""
    fate = near[rows[0].mention_id].fate
    return NumberBoard(label, fate, rows[0].kind, "" if reason else unit, figures, reason)


def _bounds(row: NumberMention, unit: str) -> tuple[float | None, float | None]:
    """Both ends in a unit of the same kind; as written where the row has no converted value."""
    if not row.converted_unit:
        return row.value_low, row.value_high
    if row.converted_unit == unit:
        return row.converted_low, row.converted_high
    low, high = (
        None if bound is None else rescaled(bound, row.converted_unit, unit)
        for bound in (row.converted_low, row.converted_high)
    )
    return low, high


def _not_comparable(rows: Sequence[NumberMention]) -> Reason:
    kinds = {"count" if row.kind in COUNTS else row.kind for row in rows}
    if len(kinds) > 1:
        return "kind"
    if len({row.per for row in rows}) > 1:
        return "rate"
    units = {row.converted_unit or row.unit for row in rows}
    if len(units) > 1 and kinds == {"money"}:
        return "currency"
    if len(units) > 1 and kinds != {"duration"}:
        return "scale"
    return "reference" if _name_others(rows) else ""


def _name_others(rows: Sequence[NumberMention]) -> bool:
    """Whether two rows name what they count by other names ("Russian planes", "Ukrainian planes")."""
    names = [{w for w in row.counts_what.split() if w[:1].isupper()} for row in rows]
    return any(a and b and not a & b for a, b in combinations(names, 2))
