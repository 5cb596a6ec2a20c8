"""The shape of the code: how much a function branches."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.conftest import ROOT

PACKAGE = ROOT / "framing"
MOST_BRANCHES = 15
STILL_BRANCHING: set[str] = {
    "classroom/passages.py:_of_kind",
    "compare/claims/ledger.py:ledger",
    "compare/claims/statements.py:_of_sentence",
    "compare/statistics/contrasts.py:_contrast",
    "compare/statistics/source_map.py:profiles",
    "compare/summaries/checks.py:_attributed",
    "compare/summaries/checks.py:_outer",
    "compare/summaries/people.py:relation",
    "compare/summaries/quoted.py:same_words",
    "compare/words/keywords.py:comparisons",
    "compare/words/spellings.py:_rivals",
    "compare/words/spellings.py:_uses",
    "evaluation/attribution.py:evaluate",
    "evaluation/casualties.py:evaluate",
    "evaluation/claims.py:evaluate",
    "evaluation/reuse.py:evaluate",
    "evaluation/spans.py:miss_table",
    "pipeline.py:_features",
    "publish/anonymise/aliases.py:aliases",
    "publish/page/about.py:overview",
    "publish/page/assembly.py:assemble",
    "publish/page/cards/how_many.py:how_many",
    "publish/page/cards/what_called.py:what_is_it_called",
    "publish/page/charts.py:dots",
    "publish/page/claims/differences.py:differences",
    "publish/page/claims/table.py:claim_table",
    "read/article_building.py:article",
    "read/cleaning/aggregator.py:split_page",
    "read/cleaning/boilerplate.py:_partial_marks",
    "read/cleaning/page_lines.py:_in_blocks",
    "read/encoding.py:decode",
    "read/formats/columns.py:map_columns",
    "read/formats/kinds.py:kind_of",
    "read/inputs.py:_members",
    "text/spacy_adapter.py:columns",
}
"""Functions with more branches, as file and name. The list may only shrink: a function is split by meaning, and its line goes."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package by its path."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def branches(function: ast.AST) -> int:
    """One, and one more for every place at which a function, with those inside it, can go two ways."""
    return 1 + sum(map(_ways, ast.walk(function)))


def _ways(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.For() | ast.AsyncFor() | ast.While():
            return 1
        case ast.ExceptHandler() | ast.Assert() | ast.match_case():
            return 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.BoolOp():
            return len(node.values) - 1
        case _:
            return 0


def test_branches_are_counted_as_they_are_read() -> None:
    source = (
        "def f(x, y):\n    if x and y or not x:\n        return [i for i in x if i]\n    return 1 if y else 2"
    )
    assert branches(ast.parse(source)) == 1 + 1 + 2 + 2 + 1


def test_no_function_branches_more_than_fifteen_ways() -> None:
    many = {
        f"{path}:{node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and branches(node) > MOST_BRANCHES
    }
    assert many - STILL_BRANCHING == set(), "split these by meaning: named questions, tables of cases"
    assert STILL_BRANCHING - many == set(), "these need no exception any more"
