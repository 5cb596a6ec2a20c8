"""Who did what to whom? The grammar of every mention of dead or hurt people."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.casualty.shown import GRAMMAR_STEPS, HURT_KINDS, step_of
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
    group_of,
)
from framing.publish.page.cards.own_words import in_own_words
from framing.publish.page.chart_frame import Dot
from framing.publish.page.charts import Panel
from framing.publish.shared.items import Item, casualty
from framing.publish.shared.parts import (
    SentenceParts,
    share_cell,
)
from framing.publish.shared.sentences import shares, two_sides


def who_did_what(material: CardMaterial) -> Card:
    """Casualties: the grammar of every mention of dead or hurt people."""
    question = "In which sentences could you ask “by whom?” and get no answer?"
    items = [item for item in material.of("C") if casualty(item).kind in HURT_KINDS]
    heading = "Who did what to whom?"
    if not items:
        nothing = "No mention of dead or hurt people was found in these texts."
        return Card(id="who-did", kind="C", heading=heading, question=question, notice=nothing)
    named = material.measure(
        "People or a group named as the doer",
        "people or a group as the doer",
        "all mentions of dead or hurt people",
        items,
        has_actor,
        "named_actor_share",
    )
    said = shares(
        named.groups,
        material.opener(named),
        first="{source} names people or a group as the doer in {k} of its {n} mentions of dead or hurt people",
        rest="{source} in {k} of {n}",
    )
    return Card(
        id="who-did",
        kind="C",
        heading=heading,
        question=question,
        sentences=(
            *said,
            *in_own_words(material, named, first="names such a doer in {k} of {n} mentions"),
            *_victim_sentences(material, items),
        ),
        chart=_ladder(material, items),
        table=_casualty_table(material, items, named),
        passages=material.number("Who did what to whom? All mentions of dead or hurt people", items),
        measures=(named,),
        wide=len(material.sources) > SIDE_BY_SIDE,
    )


def has_actor(item: Item) -> bool:
    return casualty(item).agent_type == "actor"


def _has_event(item: Item) -> bool:
    return casualty(item).agent_type in ("event", "instrument")


def _has_no_doer(item: Item) -> bool:
    return not has_actor(item) and not _has_event(item)


def _is_attributed(item: Item) -> bool:
    return bool(casualty(item).speaker_text or casualty(item).attribution_cue)


def _victim_sentences(material: CardMaterial, items: Sequence[Item]) -> tuple[SentenceParts, ...]:
    """Over all sources together: the doer by the side of the victims, where two sides have victims."""
    sides = []
    for side in material.sides.ids[:2]:
        phrase = material.sides.phrase(side)
        of_side = [item for item in items if casualty(item).victim_side == side]
        measure = Measure(
            "", f"victims on {phrase}, people or a group as the doer", f"victims on {phrase}", ()
        )
        sides.append((phrase, group_of("All sources", of_side, has_actor), material.opener(measure)))
    if len(sides) < 2 or not all(group.n for _, group, _ in sides):
        return ()
    return (
        two_sides(
            "the sources",
            sides,
            first="For victims on {side}, {source} together name such a doer in {k} of {n} mentions",
            rest=", for victims on {side} in {k} of {n}",
        ),
    )


def _ladder(material: CardMaterial, items: Sequence[Item]) -> Chart:
    panels, told = [], []
    for source in material.sources:
        own = [item for item in items if item.source == source]
        steps = [[i for i in own if step_of(casualty(i)) == step] for step in GRAMMAR_STEPS]
        cells = tuple(
            (
                tuple(
                    Dot(material.sides.fill(casualty(i).victim_side), material.book.place(i.id))
                    for i in found
                ),
            )
            for found in steps
        )
        panels.append(Panel(source, ("",), cells))
        counts = [f"{r.label} {len(f)}" for r, f in zip(GRAMMAR_STEPS, steps, strict=True) if f]
        told.append(f"{source}: {', '.join(counts) or 'no mention'}")
    return Chart(
        "Every mention of dead or hurt people, by the grammar of the sentence.",
        f"From “somebody does it” at the top to “it is just there” at the bottom. {material.sides.fill_legend(charts.mentions_a_dot(panels))}",
        "Chart of the grammar of each mention of dead or hurt people. " + ". ".join(told) + ".",
        charts.dots([step.label for step in GRAMMAR_STEPS], panels, "--C", most_in_line=6),
    )


def _casualty_table(material: CardMaterial, items: Sequence[Item], named: Measure) -> CardTable:
    columns: list[tuple[str, Property]] = [
        ("mentions of dead or hurt people", lambda item: True),
        ("people or a group as the doer", has_actor),
        ("an event or thing as the doer", _has_event),
        ("no doer in the sentence", _has_no_doer),
        ("said by somebody", _is_attributed),
    ]
    rows = tuple(
        CardRow(
            heading=source, cells=(*material.count_row(source, items, columns), share_cell(named.groups[n]))
        )
        for n, source in enumerate(material.sources)
    )
    heads = (
        "Source",
        *(capital(label) for label, _ in columns),
        "Share: people or a group (95\u00a0% interval)",
    )
    return CardTable("who did what to whom", heads, rows)
