"""The shape of the code: how much a function branches, and that a class name means one thing."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache

from tests.conftest import ROOT

PACKAGE = ROOT / "framing"
MOST_BRANCHES = 15
STILL_BRANCHING: set[str] = set()
"""Functions with more branches, as file and name. The list may only shrink: a function is split by meaning, and its line goes."""
STILL_SHARED: set[str] = set()
"""Names that two classes still have. The list may only shrink: each class gets the name of what it is, and the line goes."""


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the package by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


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
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and branches(node) > MOST_BRANCHES
    }
    assert many - STILL_BRANCHING == set(), "split these by meaning: named questions, tables of cases"
    assert STILL_BRANCHING - many == set(), "these need no exception any more"


def test_a_class_name_means_one_thing() -> None:
    """A leading underscore makes no other name: who reads it in a message or a type does not know which is meant."""
    names = Counter(
        node.name.lstrip("_")
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    shared = {name for name, times in names.items() if times > 1}
    assert shared - STILL_SHARED == set(), "give each its own name"
    assert STILL_SHARED - shared == set(), "these need no exception any more"
