"""What is it called? Which of several names for the same thing each source uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.publish.page import charts
from framing.publish.page.cards.card import (
    SIDE_BY_SIDE,
    Card,
    CardMaterial,
    CardRow,
    CardTable,
    Chart,
    capital,
)
from framing.publish.page.chart_frame import Dot
from framing.publish.page.charts import Panel
from framing.publish.page.sides import one_dot
from framing.publish.shared.items import Item, name
from framing.publish.shared.parts import (
    SentenceParts,
    Together,
    in_words,
    listed,
    of_counts,
    plural,
)

MOST_CONCEPTS_DRAWN = 6
MOST_SPELLING_SENTENCES = 2


def what_is_it_called(material: CardMaterial) -> Card:
    """Naming: which of several names each source uses."""
    question = "Which of these words did the writer choose, and which came with the style book?"
    heading = "What is it called?"
    items = [item for item in material.of("N") if not name(item).exception]
    if not items:
        nothing = "No name or word of which several are in use was found in these texts."
        return Card(id="what-called", kind="N", heading=heading, question=question, notice=nothing)
    several = _of_several_names(material, items)
    drawn = several[:MOST_CONCEPTS_DRAWN]
    others = [*several[MOST_CONCEPTS_DRAWN:], *(key for key in material.named_things if key not in several)]
    notice = "" if several else "Everything in these texts is called by one name: nothing to compare."
    said = [_spelling(material, items, key) for key in _told(material, items, several)]
    return Card(
        id="what-called",
        kind="N",
        heading=heading,
        question=question,
        sentences=tuple(said),
        notice=notice,
        chart=_spellings(material, items, drawn, len(several) - len(drawn)) if several else None,
        table=_name_table(material, items, drawn, "names for the same thing") if drawn else None,
        more=_name_table(material, items, others, f"{plural(len(others), 'more name')}") if others else None,
        passages=material.number("What is it called? All counted names", items),
        wide=len(material.sources) > SIDE_BY_SIDE,
    )


def _of_several_names(material: CardMaterial, items: Sequence[Item]) -> list[str]:
    """The things with several names in these texts, those that are most worth comparing first."""
    several = [key for key, thing in material.named_things.items() if len(thing.variants) > 1]
    return sorted(several, key=lambda key: _interest(material, items, key), reverse=True)


def _told(material: CardMaterial, items: Sequence[Item], several: Sequence[str]) -> Sequence[str]:
    """Those of them that get a sentence: of several sources, where there are such."""
    shared = [key for key in several if _interest(material, items, key)[0]]
    return (shared or several)[:MOST_SPELLING_SENTENCES]


def _interest(material: CardMaterial, items: Sequence[Item], key: str) -> tuple[bool, bool, int]:
    """What makes a name worth comparing: several sources use it, they differ, they use it often."""
    uses = _uses(items, key)
    sources = {item.source for item in uses}
    variants = {_favourite(material, [item for item in uses if item.source == s], key) for s in sources}
    return len(sources) > 1, len(variants) > 1, len(uses)


def _favourite(material: CardMaterial, own: Sequence[Item], key: str) -> str:
    """The variant that these uses have most often; of equals the first in the lexicon."""
    return max(material.named_things[key].variants, key=lambda variant: len(_uses(own, key, variant)))


def _uses(items: Iterable[Item], concept: str, variant: str = "", source: str = "") -> list[Item]:
    return [
        item
        for item in items
        if name(item).concept == concept
        and (not variant or name(item).variant == variant)
        and (not source or item.source == source)
    ]


def _spelling(material: CardMaterial, items: Sequence[Item], key: str) -> SentenceParts:
    """Who writes which name: for each source the variant it uses most; of many sources only how many."""
    concept = material.named_things[key]
    if len(material.sources) > SIDE_BY_SIDE:
        return _spread_of_names(material, items, key)
    by_variant: dict[str, list[SentenceParts]] = {variant: [] for variant in concept.variants}
    for source in material.sources:
        own = _uses(items, key, source=source)
        if not own:
            continue
        variant = _favourite(material, own, key)
        pair = (
            material.number(f"{source}: “{variant}”", _uses(own, key, variant)),
            material.number(f"{source}: {concept.label}", own),
        )
        by_variant[variant].append(of_counts(source, *pair))
    clauses = [_write(who, variant) for variant, who in by_variant.items() if who]
    return (f"For {concept.label}: ", *listed(clauses, last="; "), ".")


def _spread_of_names(material: CardMaterial, items: Sequence[Item], key: str) -> SentenceParts:
    concept = material.named_things[key]
    clauses: list[SentenceParts] = []
    for variant in concept.variants:
        uses = _uses(items, key, variant)
        who = list(dict.fromkeys(item.source for item in uses))
        named = " and ".join(who) if len(who) <= 2 else f"{in_words(len(who))} sources"
        number = material.number(f"All sources: “{variant}”", uses)
        times = " use)" if number.count == 1 else " uses)"
        clauses.append((f"“{variant}” in {named} ", Together(("(", number, times))))
    return (f"For {concept.label}: ", *listed(clauses), ".")


def _write(who: Sequence[SentenceParts], variant: str) -> SentenceParts:
    return (*listed(who), f" {'writes' if len(who) == 1 else 'write'} “{variant}”")


def _spellings(material: CardMaterial, items: Sequence[Item], keys: Sequence[str], left: int) -> Chart:
    panels, told = [], []
    for key in keys:
        concept = material.named_things[key]
        cells = tuple(
            tuple(
                tuple(Dot("full", material.book.place(i.id)) for i in _uses(items, key, variant, source))
                for variant in concept.variants
            )
            for source in material.sources
        )
        panels.append(Panel(capital(concept.label), concept.variants, cells))
        for source, row in zip(material.sources, cells, strict=True):
            pairs = zip(concept.variants, row, strict=True)
            counts = [f"{variant} {len(found)}" for variant, found in pairs if found]
            if counts:
                told.append(f"{source}: {', '.join(counts)}")
    more = f" {plural(left, 'more name')} with several forms below the table." if left else ""
    return Chart(
        "Which name or word each source uses.",
        f"{one_dot(charts.mentions_a_dot(panels), 'use')} Headlines count too.{more}",
        "Chart of names and words by source. " + ". ".join(told) + ".",
        charts.dots(material.sources, panels, "--N", most_in_line=6),
    )


def _name_table(material: CardMaterial, items: Sequence[Item], keys: Sequence[str], label: str) -> CardTable:
    rows: list[CardRow] = []
    for key in keys:
        concept = material.named_things[key]
        rows.append(CardRow(heading=capital(concept.label)))
        for variant in concept.variants:
            uses = _uses(items, key, variant)
            numbers = [
                (material.number(f"{source}: “{variant}”", _uses(uses, key, variant, source)),)
                for source in material.sources
            ]
            everywhere = material.number(f"All sources: “{variant}”", uses)
            rows.append(
                CardRow(heading=f"“{variant}”", small=name(uses[0]).signals, cells=(*numbers, (everywhere,)))
            )
    return CardTable(label, ("Name", *material.sources, "All"), tuple(rows), sparse=True)
