"""Results are complete before anything is published: publishing formats what a notebook has too."""

from __future__ import annotations

import ast
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import framing
from framing.results import Results

PUBLISH = Path(framing.__file__).parent / "publish"


def test_publishing_calls_no_function_of_the_comparison() -> None:
    called = set()
    for path in PUBLISH.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("framing.compare"):
                home = import_module(str(node.module))
                called |= {f"{path.name}: {a.name}" for a in node.names if isfunction(getattr(home, a.name))}
    assert not called


def test_a_comparison_has_what_page_worksheet_and_tables_show(seed_results: Results) -> None:
    results = seed_results
    assert {own.article_id for own in results.own_words} == set(results.parsed)
    boards = results.number_boards
    assert boards and all(len({row.article_id for row in board.rows}) > 1 for board in boards)
    assert set(results.claim_voices) == {row.mention_id for row in results.ledger.claims}
    lesson = results.lesson
    assert lesson.pairs and lesson.quiz and lesson.examples
    assert [outline.source for outline in lesson.outlines] == list(
        dict.fromkeys(one.article.source for one in results.compared_articles)
    )


def test_every_cited_passage_is_the_text_itself(seed_results: Results) -> None:
    texts = {article.article_id: article.text for article in seed_results.articles}
    lesson = seed_results.lesson
    cited = [passage for pair in lesson.pairs for passage in pair.passages]
    cited += [*lesson.headlines, *lesson.examples.values(), *(item.passage for item in lesson.quiz)]
    assert len(cited) > 20
    for passage in cited:
        assert passage.text == texts[passage.article_id][passage.start : passage.end]


def test_borrowed_rows_are_those_that_own_words_are_counted_without(seed_results: Results) -> None:
    found = {row.mention_id for rows in seed_results.mentions.values() for row in rows}
    assert seed_results.borrowed_rows <= found
    assert bool(seed_results.borrowed_rows) == bool(seed_results.borrowed)


def test_results_say_in_short_how_much_there_is(seed_results: Results) -> None:
    said = repr(seed_results)
    assert len(said) < 500 and "\n" not in said
    assert f"{len(seed_results.articles)} articles of" in said
    for name, rows in (
        ("attributions", seed_results.mentions["attribution"]),
        ("contrasts", seed_results.contrasts),
        ("claims", seed_results.ledger.claims),
    ):
        assert f"{name} {len(rows):,}" in said
