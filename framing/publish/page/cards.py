"""The three comparison cards: sentences, a question, a chart, a table, the passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from framing.publish.page import charts, words
from framing.publish.page.charts import Dot, Figure, Lanes, Panel
from framing.publish.page.evidence import Book, Concept, Item, casualty, name
from framing.publish.page.parts import (
    Group,
    Number,
    Parts,
    Together,
    in_words,
    listed,
    of_counts,
    plural,
    share_cell,
)
from framing.publish.page.sentences import Open, shares, two_sides
from framing.publish.page.sides import Lane, SideWords

MOST_CONCEPTS_DRAWN = 6
MOST_SPELLING_SENTENCES = 2
SIDE_BY_SIDE = 4

Place = Callable[[Item], tuple[float, float]]
Property = Callable[[Item], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table row; one without cells is a heading over the rows that follow."""

    heading: str
    small: str = ""
    cells: tuple[Parts, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a card: what it shows in words, column headings, rows.

    A `sparse` table drops its zeros where it is set as a list (on a phone).
    """

    label: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: bold caption, its legend in words, the sentence a screen reader reads, the figure."""

    caption: str
    legend: str
    sentence: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Measure:
    """A share that is compared between groups; `what` and `of_what` name its two lists of passages."""

    name: str
    what: str
    of_what: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One comparison card. `notice` says what is missing and how to get it."""

    id: str
    kind: words.Kind
    heading: str
    question: str
    sentences: tuple[Parts, ...] = ()
    notice: str = ""
    chart: Chart | None = None
    table: Table | None = None
    more: Table | None = None
    passages: Number | None = None
    measures: tuple[Measure, ...] = field(default=())
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What all cards are made from. `place` gives where in its text a statement stands."""

    sources: tuple[str, ...]
    items: tuple[Item, ...]
    book: Book
    sides: SideWords
    concepts: dict[str, Concept]
    place: Place

    def of(self, kind: words.Kind) -> list[Item]:
        return [item for item in self.items if item.kind == kind]

    def number(self, title: str, items: Iterable[Item]) -> Number:
        return self.book.number(title, [item.id for item in items])

    def measure(self, name: str, what: str, of_what: str, items: Sequence[Item], having: Property) -> Measure:
        """A share per source: of its items, those that have a property."""
        groups = tuple(
            _group(source, [item for item in items if item.source == source], having)
            for source in self.sources
        )
        return Measure(name, what, of_what, groups)

    def opener(self, measure: Measure) -> Open:
        """The two numbers of a group of a measure: those that have the property, and all its cases."""

        def numbers(group: Group) -> tuple[Number, Number]:
            return (
                self.book.number(f"{group.name}: {measure.what}", group.having),
                self.book.number(f"{group.name}: {measure.of_what}", group.cases),
            )

        return numbers

    def count_row(
        self, source: str, items: Sequence[Item], columns: Sequence[tuple[str, Property]]
    ) -> list[Parts]:
        """One cell per column: how many of a source's items have its property."""
        own = [item for item in items if item.source == source]
        return [
            (self.number(f"{source}: {label}", [item for item in own if having(item)]),)
            for label, having in columns
        ]


def _group(name: str, items: Iterable[Item], having: Property) -> Group:
    cases = list(items)
    return Group(name, tuple(i.id for i in cases if having(i)), tuple(i.id for i in cases))


def cards(material: Material) -> tuple[Card, ...]:
    return (who_says_so(material), who_did_what(material), what_is_it_called(material))


# Who says so?


def who_says_so(material: Material) -> Card:
    """Attribution: to whom the statements of each source are given, and with which words."""
    question = "Can every sentence of a text be accurate, and the text still stand on one side?"
    items = material.of("A")
    if not items:
        nothing = "No attributed statement was found in these texts."
        return Card(id="who-says", kind="A", heading="Who says so?", question=question, notice=nothing)
    lanes = material.sides.lanes(items)
    compared = [lane for lane in lanes if lane.compared] or list(lanes[:1])
    given = [_given(material, items, lane) for lane in compared]
    doubted = [_doubted(material, items, lane) for lane in compared] if material.sides.known else []
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
        sentences=(*said, *_doubt_sentences(material, compared, doubted)),
        notice=material.sides.notice,
        chart=_barcode(material, items, lanes),
        table=_statement_table(material, items, lanes, compared[widest], given[widest]),
        passages=material.number("Who says so? All attributed statements", items),
        measures=(*given, *doubted, *_sides_within(material, compared, doubted)),
        wide=len(material.sources) > SIDE_BY_SIDE,
    )


def is_doubted(item: Item) -> bool:
    return "g-doubt" in item.group


def is_weighted(item: Item) -> bool:
    return "g-weight" in item.group


def _given(material: Material, items: Sequence[Item], lane: Lane) -> Measure:
    return material.measure(
        f"Statements given to {lane.phrase}",
        f"statements given to {lane.phrase}",
        "all attributed statements",
        items,
        lane.holds,
    )


def _doubted(material: Material, items: Sequence[Item], lane: Lane) -> Measure:
    return material.measure(
        f"A doubt word on statements of {lane.phrase}",
        f"statements of {lane.phrase}, with a doubt word",
        f"statements of {lane.phrase}",
        [item for item in items if lane.holds(item)],
        is_doubted,
    )


def _spread(groups: Sequence[Group]) -> float:
    found = [g.share for g in groups if g.enough] or [g.share for g in groups if g.n]
    return max(found, default=0.0) - min(found, default=0.0)


def _sides_within(material: Material, lanes: Sequence[Lane], doubted: Sequence[Measure]) -> Iterable[Measure]:
    """The same measure for the sides within one source: same construction, by side."""
    for number, source in enumerate(material.sources):
        groups = tuple(
            Group(f"{source}, {lane.label}", m.groups[number].having, m.groups[number].cases)
            for lane, m in zip(lanes, doubted, strict=True)
        )
        yield Measure("A doubt word, side against side", "with a doubt word", "all statements", groups)


def _doubt_sentences(
    material: Material, lanes: Sequence[Lane], doubted: Sequence[Measure]
) -> tuple[Parts, ...]:
    """The source with the most doubt words, side against side; nothing where there is no doubt word."""
    if len(doubted) < 2:
        return ()
    totals = [sum(m.groups[n].k for m in doubted) for n in range(len(material.sources))]
    most = max(range(len(totals)), key=lambda number: totals[number])
    if not totals[most]:
        return ()
    first, second = sorted((0, 1), key=lambda n: -doubted[n].groups[most].k)
    return (
        two_sides(
            material.sources[most],
            [
                (lanes[n].phrase, doubted[n].groups[most], material.opener(doubted[n]))
                for n in (first, second)
            ],
            first="{source} puts a doubt word on {k} of {n} statements of {side}",
            rest=" and on {k} of {n} of {side}",
        ),
    )


def _barcode(material: Material, items: Sequence[Item], lanes: Sequence[Lane]) -> Chart:
    panels = [
        Lanes(source, tuple(_blocks(material, [i for i in items if i.source == source], lanes)))
        for source in material.sources
    ]
    told = [
        f"{panel.name}: "
        + ", ".join(f"{ln.label} {sum(b.lane == n for b in panel.blocks)}" for n, ln in enumerate(lanes))
        for panel in panels
    ]
    return Chart(
        "Where the attributed words stand in each text.",
        "From the start of the text (left) to its end (right). Each block is one statement, as wide as its "
        "words. Solid: with weight (▲). Striped: with doubt (▽). Pale: any other word.",
        "Chart of where attributed words stand in each text. " + ". ".join(told) + ".",
        charts.barcode([lane.label for lane in lanes], panels),
    )


def _blocks(material: Material, items: Iterable[Item], lanes: Sequence[Lane]) -> Iterable[charts.Block]:
    for item in items:
        style = "doubt" if is_doubted(item) else "weight" if is_weighted(item) else "plain"
        start, end = material.place(item)
        for number, lane in enumerate(lanes):
            if lane.holds(item):
                yield charts.Block(number, start, end, style, material.book.place(item.id))


def _statement_table(
    material: Material, items: Sequence[Item], lanes: Sequence[Lane], lane: Lane, given: Measure
) -> Table:
    columns: list[tuple[str, Property]] = [
        ("attributed statements", lambda item: True),
        *((ln.label, ln.holds) for ln in lanes),
        ("with a doubt word", is_doubted),
        ("with a weight word", is_weighted),
    ]
    rows = tuple(
        Row(heading=source, cells=(*material.count_row(source, items, columns), share_cell(given.groups[n])))
        for n, source in enumerate(material.sources)
    )
    heads = ("Source", *(_capital(label) for label, _ in columns), f"Share: {lane.label} (95 % interval)")
    return Table("who says so", heads, rows)


# Who did what to whom?


def who_did_what(material: Material) -> Card:
    """Casualties: the grammar of every mention of dead or hurt people."""
    question = "In which sentences could you ask “by whom?” and get no answer?"
    items = [item for item in material.of("C") if casualty(item).kind in words.HURT_KINDS]
    heading = "Who did what to whom?"
    if not items:
        nothing = "No mention of dead or hurt people was found in these texts."
        return Card(id="who-did", kind="C", heading=heading, question=question, notice=nothing)
    named = material.measure(
        "People or a unit named as the doer",
        "people or a unit as the doer",
        "all mentions of dead or hurt people",
        items,
        has_actor,
    )
    said = shares(
        named.groups,
        material.opener(named),
        first="{source} names people or a unit as the doer in {k} of its {n} mentions of dead or hurt people",
        rest="{source} in {k} of {n}",
    )
    return Card(
        id="who-did",
        kind="C",
        heading=heading,
        question=question,
        sentences=(*said, *_victim_sentences(material, items)),
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


def _victim_sentences(material: Material, items: Sequence[Item]) -> tuple[Parts, ...]:
    """Over all sources together: the doer by the side of the victims, where two sides have victims."""
    sides = []
    for side in material.sides.ids[:2]:
        phrase = material.sides.phrase(side)
        of_side = [item for item in items if casualty(item).victim_side == side]
        measure = Measure(
            "", f"victims on {phrase}, people or a unit as the doer", f"victims on {phrase}", ()
        )
        sides.append((phrase, _group("All sources", of_side, has_actor), material.opener(measure)))
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


def _ladder(material: Material, items: Sequence[Item]) -> Chart:
    panels, told = [], []
    for source in material.sources:
        own = [item for item in items if item.source == source]
        rungs = [
            [i for i in own if words.rung_of(casualty(i).construction, casualty(i).agent_type) == rung.id]
            for rung in words.RUNGS
        ]
        cells = tuple(
            (
                tuple(
                    Dot(material.sides.fill(casualty(i).victim_side), material.book.place(i.id))
                    for i in found
                ),
            )
            for found in rungs
        )
        panels.append(Panel(source, ("",), cells))
        counts = [f"{r.label} {len(f)}" for r, f in zip(words.RUNGS, rungs, strict=True) if f]
        told.append(f"{source}: {', '.join(counts) or 'no mention'}")
    return Chart(
        "Every mention of dead or hurt people, by the grammar of the sentence.",
        f"From “somebody does it” at the top to “it is just there” at the bottom. {material.sides.fill_legend}",
        "Chart of the grammar of each mention of dead or hurt people. " + ". ".join(told) + ".",
        charts.dots([rung.label for rung in words.RUNGS], panels, "--C", most_in_line=6),
    )


def _casualty_table(material: Material, items: Sequence[Item], named: Measure) -> Table:
    columns: list[tuple[str, Property]] = [
        ("mentions of dead or hurt people", lambda item: True),
        ("people or a unit as the doer", has_actor),
        ("a strike or thing as the doer", _has_event),
        ("no doer in the sentence", _has_no_doer),
        ("said by somebody", _is_attributed),
    ]
    rows = tuple(
        Row(heading=source, cells=(*material.count_row(source, items, columns), share_cell(named.groups[n])))
        for n, source in enumerate(material.sources)
    )
    heads = ("Source", *(_capital(label) for label, _ in columns), "Share: people or a unit (95 % interval)")
    return Table("who did what to whom", heads, rows)


# What is it called?


def what_is_it_called(material: Material) -> Card:
    """Naming: which of several names each source uses."""
    question = "Which of these words did the writer choose, and which came with the style book?"
    heading = "What is it called?"
    items = [item for item in material.of("N") if not name(item).exception]
    if not items:
        nothing = "No name of which several spellings are in use was found in these texts."
        return Card(id="what-called", kind="N", heading=heading, question=question, notice=nothing)
    several = [key for key, concept in material.concepts.items() if len(concept.variants) > 1]
    several.sort(key=lambda key: -sum(name(item).concept == key for item in items))
    drawn = several[:MOST_CONCEPTS_DRAWN]
    others = [*several[MOST_CONCEPTS_DRAWN:], *(key for key in material.concepts if key not in several)]
    notice = "" if several else "Every name in these texts has one spelling: nothing to compare."
    said = [_spelling(material, items, key) for key in several[:MOST_SPELLING_SENTENCES]]
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


def _uses(items: Iterable[Item], concept: str, variant: str = "", source: str = "") -> list[Item]:
    return [
        item
        for item in items
        if name(item).concept == concept
        and (not variant or name(item).variant == variant)
        and (not source or item.source == source)
    ]


def _spelling(material: Material, items: Sequence[Item], key: str) -> Parts:
    """Who writes which name: for each source the variant it uses most; of many sources only how many."""
    concept = material.concepts[key]
    if len(material.sources) > SIDE_BY_SIDE:
        return _spread_of_names(material, items, key)
    by_variant: dict[str, list[Parts]] = {variant: [] for variant in concept.variants}
    for source in material.sources:
        own = _uses(items, key, source=source)
        if not own:
            continue
        variant = max(concept.variants, key=lambda v: len(_uses(own, key, v)))
        pair = (
            material.number(f"{source}: “{variant}”", _uses(own, key, variant)),
            material.number(f"{source}: {concept.label}", own),
        )
        by_variant[variant].append(of_counts(source, *pair))
    clauses = [_write(who, variant) for variant, who in by_variant.items() if who]
    return (f"For {concept.label}, ", *listed(clauses, last="; "), ".")


def _spread_of_names(material: Material, items: Sequence[Item], key: str) -> Parts:
    concept = material.concepts[key]
    clauses: list[Parts] = []
    for variant in concept.variants:
        uses = _uses(items, key, variant)
        who = list(dict.fromkeys(item.source for item in uses))
        named = " and ".join(who) if len(who) <= 2 else f"{in_words(len(who))} sources"
        number = material.number(f"All sources: “{variant}”", uses)
        times = " use)" if number.count == 1 else " uses)"
        clauses.append((f"“{variant}” in {named} ", Together(("(", number, times))))
    return (f"For {concept.label}: ", *listed(clauses), ".")


def _write(who: Sequence[Parts], variant: str) -> Parts:
    return (*listed(who), f" {'writes' if len(who) == 1 else 'write'} “{variant}”")


def _spellings(material: Material, items: Sequence[Item], keys: Sequence[str], left: int) -> Chart:
    panels, told = [], []
    for key in keys:
        concept = material.concepts[key]
        cells = tuple(
            tuple(
                tuple(Dot("full", material.book.place(i.id)) for i in _uses(items, key, variant, source))
                for variant in concept.variants
            )
            for source in material.sources
        )
        panels.append(Panel(_capital(concept.label), concept.variants, cells))
        for source, row in zip(material.sources, cells, strict=True):
            pairs = zip(concept.variants, row, strict=True)
            counts = [f"{variant} {len(found)}" for variant, found in pairs if found]
            if counts:
                told.append(f"{source}: {', '.join(counts)}")
    more = f" {plural(left, 'more name')} with several spellings below the table." if left else ""
    return Chart(
        "How names are spelled, source by source.",
        f"One dot is one use in headline and text.{more}",
        "Chart of spellings by source. " + ". ".join(told) + ".",
        charts.dots(material.sources, panels, "--N", most_in_line=6),
    )


def _name_table(material: Material, items: Sequence[Item], keys: Sequence[str], label: str) -> Table:
    rows: list[Row] = []
    for key in keys:
        concept = material.concepts[key]
        rows.append(Row(heading=_capital(concept.label)))
        for variant in concept.variants:
            uses = _uses(items, key, variant)
            numbers = [
                (material.number(f"{source}: “{variant}”", _uses(uses, key, variant, source)),)
                for source in material.sources
            ]
            everywhere = material.number(f"All sources: “{variant}”", uses)
            rows.append(
                Row(heading=f"“{variant}”", small=name(uses[0]).signals, cells=(*numbers, (everywhere,)))
            )
    return Table(label, ("Name", *material.sources, "All"), tuple(rows), sparse=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
