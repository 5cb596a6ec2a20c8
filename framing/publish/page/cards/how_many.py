"""How many, according to whom? The figures that several sources give for the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from framing.compare.number_boards import NumberBoard
from framing.extract.casualty.shown import FATE
from framing.extract.numbers.features import is_counted
from framing.extract.numbers.shown import QUALIFIER, cited_words
from framing.publish.page.cards.card import (
    SIDE_BY_SIDE,
    Card,
    CardMaterial,
    CardRow,
    CardTable,
    Chart,
    capital,
)
from framing.publish.page.cards.own_words import in_own_words
from framing.publish.page.number_lines import NumberLines, Stated, number_lines
from framing.publish.page.unmarked import Unmarked, quantity
from framing.publish.shared import words
from framing.publish.shared.parts import Pill, SentenceParts, Together, in_words, joined, listed, plural
from framing.publish.shared.sentences import shares

MOST_DRAWN = 6
MOST_SAID = 2
AROUND = 40
FIRST_TABLED = 4
NO_BOARD = "No two of these sources give a figure for the same thing."
MANY_EVENTS = (
    "Figures are set side by side within one event. These articles tell of several: choose one with --event."
)
_NEVER_DRAWN = ("time_of_day",)


def how_many(material: CardMaterial) -> Card:
    """Numbers: who gives which figure for the same thing, how exact, and who is cited for it."""
    question = (
        "Which of these figures contradict each other, which were rounded, and which measure something else?"
    )
    heading = "How many, according to whom?"
    items = [item for item in material.quantities if is_counted(quantity(item))]
    if not items:
        nothing = "No figure was found in these texts."
        return Card(id="how-many", kind=None, heading=heading, question=question, notice=nothing)
    cited = material.measure(
        "Figures for which somebody is cited",
        "figures with somebody cited",
        "all figures",
        items,
        is_cited,
        "attributed_number_share",
    )
    said = shares(
        cited.groups,
        material.opener(cited),
        first="{source} cites somebody for {k} of its {n} figures",
        rest="{source} for {k} of {n}",
    )
    by_id = {item.id: item for item in items}
    boards = _of_several(material, by_id)
    varying = [board for board in boards if board.varies and not board.is_far_apart]
    drawn = [board for board in varying if _can_be_drawn(board)][:MOST_DRAWN]
    first, more = boards[:FIRST_TABLED], boards[FIRST_TABLED:]
    label = f"{plural(len(more), 'more figure')} that several sources give"
    return Card(
        id="how-many",
        kind=None,
        heading=heading,
        question=question,
        sentences=(
            *(_figures(material, board, by_id) for board in varying[:MOST_SAID]),
            *said,
            *in_own_words(material, cited, first="cites somebody for {k} of {n}"),
        ),
        notice=_notice(material, boards),
        chart=_chart(material, drawn, by_id) if drawn else None,
        table=_table(material, first, by_id, "figures for the same thing") if first else None,
        more=_table(material, more, by_id, label) if more else None,
        passages=material.number("How many, according to whom? All figures", items),
        measures=(cited,),
        wide=len(material.sources) > SIDE_BY_SIDE,
    )


def _of_several(material: CardMaterial, by_id: ById) -> list[NumberBoard]:
    """The lines with figures of several sources, those that differ on one scale first; a line that nothing names
    says nothing."""
    named = (board for board in material.boards if board.fate or board.counts_what)
    boards = (board for board in named if len(_sources(board, by_id)) > 1)
    return sorted(boards, key=lambda board: (board.is_far_apart, not board.varies, -len(board.figures)))


def _notice(material: CardMaterial, boards: Sequence[NumberBoard]) -> str:
    """Why nothing stands side by side; empty where something does."""
    if boards:
        return ""
    return NO_BOARD if material.is_one_event else MANY_EVENTS


def is_cited(item: Unmarked) -> bool:
    return bool(quantity(item).attribution_id)


ById = dict[str, Unmarked]


def _items(board: NumberBoard, by_id: ById) -> list[Unmarked]:
    return [
        by_id[row.mention_id] for figure in board.figures for row in figure.rows if row.mention_id in by_id
    ]


def _sources(board: NumberBoard, by_id: ById) -> list[str]:
    return list(dict.fromkeys(item.source for item in _items(board, by_id)))


def _can_be_drawn(board: NumberBoard) -> bool:
    return not board.not_comparable and board.kind not in _NEVER_DRAWN


def _thing(board: NumberBoard) -> str:
    """What the figures of a line count, in a few words; of money that a person gives or takes only that."""
    if board.fate:
        return f"{board.counts_what or 'people'} {FATE[board.fate]}"
    if board.kind == "money" and board.counts_what.rpartition(" ")[2][:1].isupper():
        return "money"
    return board.counts_what


def _as_in(material: CardMaterial, board: NumberBoard, by_id: ById) -> str:
    """Some words around the first figure, which tell things of one name apart."""
    record = material.book.record(_items(board, by_id)[0].id)
    text, (start, end) = record["t"], record["s"][0]
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    before = "… " + text[left:start].partition(" ")[2] if left else text[:start]
    after = text[end:right].rpartition(" ")[0] + " …" if right < len(text) else text[end:]
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _written(board: NumberBoard, by_id: ById) -> dict[str, list[Unmarked]]:
    """The figures as first written, each with its rows: “12” and “twelve” are one figure."""
    found: dict[tuple[object, ...], list[Unmarked]] = {}
    for item in _items(board, by_id):
        row = quantity(item)
        found.setdefault((row.value_low, row.value_high, row.unit, row.qualifier), []).append(item)
    return {quantity(items[0]).quantity.lower(): items for items in found.values()}


def _figures(material: CardMaterial, board: NumberBoard, by_id: ById) -> SentenceParts:
    """Which figure stands in how many sources."""
    clauses: list[SentenceParts] = []
    for written, items in _written(board, by_id).items():
        who = list(dict.fromkeys(item.source for item in items))
        named = joined(who) if len(who) <= 2 else f"{in_words(len(who))} sources"
        number = material.number(f"{capital(_thing(board))}: “{written}”", items)
        uses = " passage)" if number.count == 1 else " passages)"
        clauses.append((f"“{written}” in {named} ", Together(("(", number, uses))))
    end = (": ", Pill(words.NOT_COMPARABLE[board.not_comparable])) if board.not_comparable else (".",)
    return (f"{capital(_thing(board))}: ", *listed(clauses), *end)


def _chart(material: CardMaterial, boards: Sequence[NumberBoard], by_id: ById) -> Chart:
    panels, told = [], []
    for board in boards:
        stated = []
        for figure in board.figures:
            item = by_id[figure.first.mention_id]
            place = material.book.place(item.id)
            stated.append(Stated(item.source, figure.low, figure.high, figure.first.quantity, place))
        unit = f", in {board.unit.replace('_', ' ')}s" if board.unit else ""
        panels.append(NumberLines(f"{capital(_thing(board))}{unit}", tuple(stated)))
        figures = "; ".join(f"{one.source}: {one.written}" for one in stated)
        told.append(f"{capital(_thing(board))}: {figures}")
    cut = [panel.heading for panel in panels if panel.is_cut]
    note = f" The axis does not begin at zero: {joined(cut)}." if cut else ""
    return Chart(
        "Figures for the same thing, source by source.",
        f"Dot: this number. Ring and arrow: more than, at least, or up to. Two rings: a range.{note}",
        "Chart of figures for the same thing. " + ". ".join(told) + ".",
        number_lines(panels),
    )


def _table(material: CardMaterial, boards: Sequence[NumberBoard], by_id: ById, label: str) -> CardTable:
    rows: list[CardRow] = []
    for board in boards:
        remark = words.NOT_COMPARABLE.get(board.not_comparable, "")
        remark = remark or (words.FAR_APART if board.is_far_apart else "")
        as_in = f"“{_as_in(material, board, by_id)}”"
        rows.append(CardRow(heading=capital(_thing(board)), small=". ".join(filter(None, (as_in, remark)))))
        for source in _sources(board, by_id):
            own = [item for item in _items(board, by_id) if item.source == source]
            for item in own:
                row = quantity(item)
                number = material.number(f"{source}: {row.quantity} ({_thing(board)})", [item])
                rows.append(
                    CardRow(
                        heading=source,
                        cells=(
                            (row.quantity,),
                            (QUALIFIER[row.qualifier],),
                            (cited_words(row),),
                            (number,),
                        ),
                    )
                )
    return CardTable(
        label, ("Source", "Figure as written", "How exact", "Who is cited", "Passage"), tuple(rows)
    )
