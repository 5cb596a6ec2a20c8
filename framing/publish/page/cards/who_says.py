"""Who says so? To whom the statements of each source are given, and with which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from framing.compare.statistics.counted_share import CountedShare
from framing.compare.statistics.resampling import SEED
from framing.extract.attribution.shown import cue_group
from framing.publish.page import charts
from framing.publish.page.cards.card import (
    SIDE_BY_SIDE,
    Card,
    CardMaterial,
    CardRow,
    CardTable,
    Chart,
    Measure,
    Property,
    capital,
)
from framing.publish.page.cards.own_words import in_own_words
from framing.publish.page.chart_frame import StatementBar
from framing.publish.page.charts import Lanes
from framing.publish.page.sides import Lane
from framing.publish.shared.items import Item, attribution
from framing.publish.shared.parts import (
    SentenceParts,
    share_cell,
)
from framing.publish.shared.sentences import shares, two_sides

MOST_DOUBTING = 2
MOST_DRAWN = 150
"""Statements of one source in the barcode."""


def who_says_so(material: CardMaterial) -> Card:
    """Attribution: to whom the statements of each source are given, and with which words."""
    question = "Can every sentence of a text be accurate, and the text still stand on one side?"
    items = material.of("A")
    if not items:
        nothing = "No attributed statement was found in these texts."
        return Card(id="who-says", kind="A", heading="Who says so?", question=question, notice=nothing)
    lanes = material.sides.lanes(items)
    compared = [lane for lane in lanes if lane.compared] or list(lanes[:1])
    given = [_given(material, items, lane) for lane in compared]
    sided = compared if material.sides.known else []
    doubted = [_doubted(material, items, lane) for lane in sided]
    widest = max(range(len(given)), key=lambda number: _spread(given[number].groups))
    said = shares(
        given[widest].groups,
        material.opener(given[widest]),
        first=f"{{source}} gives {{k}} of its {{n}} attributed statements to {compared[widest].phrase}",
        rest="{source} gives {k} of {n}",
    )
    return Card(
        id="who-says",
        kind="A",
        heading="Who says so?",
        question=question,
        sentences=(
            *said,
            *in_own_words(
                material, given[widest], first=f"gives {{k}} of {{n}} to {compared[widest].phrase}"
            ),
            *_doubt_sentences(material, sided, doubted),
        ),
        notice=material.sides.notice,
        chart=_barcode(material, items, lanes),
        table=_statement_table(material, items, lanes, compared[widest], given[widest]),
        passages=material.number("Who says so? All attributed statements", items),
        measures=(*given, *doubted, *_sides_within(material, sided, doubted)),
        wide=len(material.sources) > SIDE_BY_SIDE,
    )


def is_doubted(item: Item) -> bool:
    return cue_group(attribution(item)) == "doubt"


def is_weighted(item: Item) -> bool:
    return cue_group(attribution(item)) == "weight"


def _given(material: CardMaterial, items: Sequence[Item], lane: Lane) -> Measure:
    return material.measure(
        f"Statements given to {lane.phrase}",
        f"statements given to {lane.phrase}",
        "all attributed statements",
        items,
        lane.holds,
        f"attributions_by_{lane.id}_share" if lane.is_side else "",
    )


def _doubted(material: CardMaterial, items: Sequence[Item], lane: Lane) -> Measure:
    return material.measure(
        f"A doubt word on statements of {lane.phrase}",
        f"statements of {lane.phrase}, with a doubt word",
        f"statements of {lane.phrase}",
        [item for item in items if lane.holds(item)],
        is_doubted,
        f"doubt_share_{lane.id}",
    )


def _spread(groups: Sequence[CountedShare]) -> float:
    found = [g.share for g in groups if g.enough] or [g.share for g in groups if g.n]
    return max(found, default=0.0) - min(found, default=0.0)


def _sides_within(
    material: CardMaterial, lanes: Sequence[Lane], doubted: Sequence[Measure]
) -> Iterable[Measure]:
    """The same measure for the sides within one source: same construction, by side."""
    for number, source in enumerate(material.sources if len(lanes) > 1 else ()):
        groups = tuple(
            CountedShare(f"{source}, {lane.label}", m.groups[number].having, m.groups[number].cases, source)
            for lane, m in zip(lanes, doubted, strict=True)
        )
        yield Measure(
            "A doubt word, side against side",
            "with a doubt word",
            "all statements",
            groups,
            tuple(f"doubt_share_{lane.id}" for lane in lanes),
        )


def _doubt_sentences(
    material: CardMaterial, lanes: Sequence[Lane], doubted: Sequence[Measure]
) -> tuple[SentenceParts, ...]:
    """Of the sources that cite both sides, those with the most doubt words, side against side."""
    if len(doubted) < 2:
        return ()
    pairs = [(doubted[0].groups[at], doubted[1].groups[at]) for at in range(len(material.sources))]
    doubting = [at for at, (one, other) in enumerate(pairs) if one.n and other.n and one.k + other.k]
    doubting.sort(key=lambda at: (-_doubts(pairs[at]), -_apart(*pairs[at])))
    return tuple(
        two_sides(
            material.sources[at],
            [
                (lanes[n].phrase, doubted[n].groups[at], material.opener(doubted[n]))
                for n in sorted((0, 1), key=lambda n: -doubted[n].groups[at].k)
            ],
            first="{source} puts a doubt word on {k} of {n} statements of {side}",
            rest=" and on {k} of {n} of {side}",
        )
        for at in doubting[:MOST_DOUBTING]
    )


def _doubts(sides: Sequence[CountedShare]) -> int:
    return sum(group.k for group in sides)


def _apart(one: CountedShare, other: CountedShare) -> float:
    return abs(one.share - other.share)


def _barcode(material: CardMaterial, items: Sequence[Item], lanes: Sequence[Lane]) -> Chart:
    panels = []
    for source in material.sources:
        own = [item for item in items if item.source == source]
        counts = tuple(sum(lane.holds(item) for item in own) for lane in lanes)
        panels.append(Lanes(source, tuple(_blocks(material, _sampled(own), lanes)), counts))
    told = [
        f"{panel.name}: " + ", ".join(f"{ln.label} {n}" for ln, n in zip(lanes, panel.counts, strict=True))
        for panel in panels
    ]
    sampled = any(sum(panel.counts) > MOST_DRAWN for panel in panels)
    note = f" Drawn are {MOST_DRAWN} statements of each source that has more, at random." if sampled else ""
    return Chart(
        "Where the attributed words stand in each text.",
        "From the start of the text (left) to its end (right). Each block is one statement, as wide as its "
        f"words. Solid: with weight (▲). Striped: with doubt (▽). Pale: any other word.{note}",
        "Chart of where attributed words stand in each text. " + ". ".join(told) + ".",
        charts.barcode([lane.label for lane in lanes], panels),
    )


def _sampled(items: Sequence[Item]) -> list[Item]:
    """The statements that a panel can show; of more than these a random part."""
    if len(items) <= MOST_DRAWN:
        return list(items)
    return [items[n] for n in sorted(Random(SEED).sample(range(len(items)), MOST_DRAWN))]


def _blocks(material: CardMaterial, items: Iterable[Item], lanes: Sequence[Lane]) -> Iterable[StatementBar]:
    for item in items:
        style = "doubt" if is_doubted(item) else "weight" if is_weighted(item) else "plain"
        start, end = material.place(item)
        for number, lane in enumerate(lanes):
            if lane.holds(item):
                yield StatementBar(number, start, end, style, material.book.place(item.id))


def _statement_table(
    material: CardMaterial, items: Sequence[Item], lanes: Sequence[Lane], lane: Lane, given: Measure
) -> CardTable:
    columns: list[tuple[str, Property]] = [
        ("attributed statements", lambda item: True),
        *((ln.label, ln.holds) for ln in lanes),
        ("with a doubt word", is_doubted),
        ("with a weight word", is_weighted),
    ]
    rows = tuple(
        CardRow(
            heading=source, cells=(*material.count_row(source, items, columns), share_cell(given.groups[n]))
        )
        for n, source in enumerate(material.sources)
    )
    heads = ("Source", *(capital(label) for label, _ in columns), f"Share: {lane.label} (95\u00a0% interval)")
    return CardTable("who says so", heads, rows)
