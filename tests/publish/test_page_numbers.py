"""The card of figures, its number lines, own words beside all text, and tests in words."""

from __future__ import annotations

from functools import partial

import pytest

from framing.pipeline import Options, analyse
from framing.publish.page.cards import Card, CardMaterial
from framing.publish.page.cards.how_many import how_many
from framing.publish.page.number_lines import NumberLines, Stated, number_lines
from framing.publish.page.sides import SideWords
from framing.publish.page.sure import AMONG_MANY, LEAVES_OUT_ZERO, TAKES_IN_ZERO, ShareComparison
from framing.publish.page.unmarked import passage_record, quantities
from framing.publish.shared.passages import PassageBook
from framing.publish.shared.words import FAR_APART
from tests.conftest import article_of
from tests.publish.test_page_sentences import words


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
    row = ShareComparison(what="", first=(), second=(), difference=20, low=low, high=40, p=p, test="a test")
    assert row.in_words == in_words
    assert row.tested == ("not tested" if p is None else f"adjusted p = {p:.3f}, a test")


def card_of(*texts: str) -> Card:
    articles = [article_of(text, article_id=f"a{n}", source=f"Paper {n}") for n, text in enumerate(texts)]
    results = analyse(articles, Options(conflict="none"))
    letters = {article.article_id: str(n) for n, article in enumerate(articles)}
    sources = {article.article_id: article.source for article in articles}
    found = tuple(quantities(results.mentions["numbers"], letters, sources))
    book = PassageBook()
    for number, item in enumerate(found):
        article = results.articles[int(item.letter)]
        book.add(item.id, partial(passage_record, item, article, results.parsed[article.article_id], number))
    return how_many(
        CardMaterial(
            sources=tuple(sources.values()),
            items=(),
            quantities=found,
            boards=results.number_boards,
            is_one_event=True,
            borrowed=frozenset(),
            alike={},
            book=book,
            sides=SideWords(None),
            named_things={},
            kinds=(),
            place=lambda item: (0.0, 0.0),
        )
    )


def test_figures_for_the_same_thing_stand_beside_who_is_cited() -> None:
    card = card_of(
        "The ministry said 472 sheep crossed the frozen lake at night.",
        "More than 400 sheep crossed the frozen lake at night.",
    )
    assert card.table and card.chart
    cells = [[row.heading, *(cell[0] for cell in row.cells[:3])] for row in card.table.rows if row.cells]
    assert cells == [
        ["Paper 0", "472", "this number", "The ministry"],
        ["Paper 1", "More than 400", "more than", "the source itself"],
    ]
    assert card.table.rows[0].heading == "Sheep" and "frozen lake" in card.table.rows[0].small
    assert "Paper 0: 472; Paper 1: More than 400" in card.chart.sentence


def test_a_toll_says_what_befell_and_one_figure_in_two_spellings_is_one() -> None:
    card = card_of(
        "Nine people were killed when a ferry sank in the northern harbour.",
        "12 people were killed when a ferry sank in the northern harbour. Twelve people died when the ferry sank.",
    )
    assert (
        words(card.sentences[0])
        == "People killed: “nine” in Paper 0 (1 passage) and “12” in Paper 1 (2 passages)."
    )


def test_figures_far_apart_are_not_drawn_on_one_line() -> None:
    card = card_of(
        "Some 53,000 sheep crossed the frozen lake at night.",
        "Twelve sheep crossed the frozen lake at night.",
    )
    assert card.chart is None and card.table
    assert FAR_APART in card.table.rows[0].small
    assert not any("53,000" in str(sentence) for sentence in card.sentences)


def test_one_source_alone_says_that_nothing_is_side_by_side() -> None:
    card = card_of("Twelve sheep crossed the lake.")
    assert card.table is None and "No two" in card.notice
