"""The claim table: voices, figures, cues from plain to strong, gaps, and what only one source has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.pipeline import Options, analyse
from framing.publish.page.claims import ClaimTable, claim_table
from framing.publish.page.voice_words import voice_words
from framing.publish.shared.passages import PassageBook
from framing.records.article import Article
from framing.results import Results
from tests.conftest import article_of

FLAT = "A landslide killed 14 miners in the quarry at Berg on Friday. Rescue dogs came from the coast."
SAID = "The mayor said on Friday that a landslide had killed at least 14 miners in the quarry at Berg."
CONFIRMED = (
    "The prefect confirmed that a landslide killed 14 miners in the quarry at Berg on Friday. "
    "The company said that it had checked the slope 3 times."
)
DOUBTED = "The company claimed that a landslide killed 14 miners in the quarry at Berg on Friday."
ELSEWHERE = "The opera in the capital opens its season with a new Figaro. Tickets cost 80 euros."


def stories(*texts: str, published: tuple[str, ...] = ()) -> list[Article]:
    made = [article_of(text, article_id=f"a{n}", source=f"Paper {n}") for n, text in enumerate(texts)]
    return [replace(a, published=day) for a, day in zip(made, published or [""] * len(made), strict=True)]


def table_of(results: Results) -> ClaimTable:
    voice = {name: voice_words(one) for name, one in results.claim_voices.items()}
    book = PassageBook()
    for row in results.ledger.claims:
        book.add(row.mention_id, dict)
    sources = {a.article_id: a.source for a in results.articles if a.article_id not in results.left_out}
    return claim_table(results.ledger, voice, results.mentions, sources, book)


@pytest.fixture(scope="module")
def told() -> ClaimTable:
    return table_of(analyse(stories(FLAT, SAID, CONFIRMED, DOUBTED), Options(conflict="none")))


def test_one_row_shows_each_source_in_its_voice(told: ClaimTable) -> None:
    row = told.rows[0]
    assert [[said.voice.glyph for said in cell.said] for cell in row.cells] == [
        ["own"],
        ["said"],
        ["weight"],
        ["doubt"],
    ]
    assert [cell.said[0].voice.word for cell in row.cells] == ["own voice", "said", "confirmed", "claimed"]
    assert (row.sources, len(told.sources)) == (4, 4)


def test_figures_stand_with_their_qualifier(told: ClaimTable) -> None:
    figures = [cell.said[0].voice.figure for cell in told.rows[0].cells]
    assert figures == ["14", "at least 14", "14", "14"]
    assert "how exact" in told.rows[0].points


def test_cues_are_ordered_from_doubt_to_plain_fact(told: ClaimTable) -> None:
    assert told.rows[0].cues == (("claimed",), ("said",), ("confirmed",), ("plain fact",))


def test_what_one_source_has_is_listed_apart(told: ClaimTable) -> None:
    assert [source for source, _ in told.alone] == ["Paper 2"]
    [(gist, said)] = told.alone[0][1]
    assert "slope" in gist and said.number.count == 1


def test_every_button_counts_its_passages(told: ClaimTable) -> None:
    for row in told.rows:
        shown = sum(said.number.count for cell in row.cells for said in cell.said)
        assert shown == row.everywhere.count


@pytest.mark.parametrize(
    ("published", "gap"),
    [
        (("2024-05-01", "2024-05-02", "2024-05-04"), "omitted"),
        (("2024-05-02", "2024-05-02", "2024-05-01"), "not_yet_reported"),
        (("", "", ""), "undated"),
    ],
)
def test_a_gap_says_whether_it_could_have_been_known(published: tuple[str, ...], gap: str) -> None:
    quiet = "Bakers of the old town were on strike for better pay all winter, their union recalled."
    results = analyse(stories(FLAT, SAID, quiet, published=published), Options(conflict="none"))
    row = table_of(results).rows[0]
    assert [cell.gap for cell in row.cells] == [None, None, gap]
    assert len(row.silent) == 1 and row.silent[0][1] == "Paper 2"


def test_a_sentence_that_comes_near_makes_no_gap() -> None:
    quiet = "In the quarry at Berg miners were on strike for better pay all winter, the union recalled."
    cell = table_of(analyse(stories(FLAT, SAID, quiet), Options(conflict="none"))).rows[0].cells[2]
    assert (cell.gap, cell.nearest) == ("perhaps", quiet)


def test_rows_that_differ_most_come_first(seed_results: Results) -> None:
    spreads = [row.spread for row in table_of(seed_results).rows]
    assert spreads == sorted(spreads, reverse=True) and spreads[0] > spreads[-1]


def test_two_voices_of_one_article_are_both_shown(seed_results: Results) -> None:
    both = [
        cell
        for row in table_of(seed_results).rows
        for cell in row.cells
        if {"own", "said"} <= {said.voice.glyph for said in cell.said}
    ]
    assert both


def test_articles_that_share_nothing_have_no_rows() -> None:
    table = table_of(analyse(stories(FLAT, ELSEWHERE), Options(conflict="none")))
    assert table.rows == () and table.most_told == ()


def test_a_word_in_two_forms_stands_once_in_the_line_of_cues() -> None:
    says = SAID.replace("said", "says")
    row = table_of(analyse(stories(SAID, says), Options(conflict="none"))).rows[0]
    assert row.cues == () and row.cells[1].said[0].voice.word == "says"
