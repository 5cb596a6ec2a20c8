"""Which module imports which: one way only, lazy imports and those for types counted.

An import is what a module's source names: `from a import b` is the module `a.b` where there is one, else `a`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import framing

ROOT = Path(framing.__file__).resolve().parent

LAYERS = (
    "records",
    "progress_bar",
    "engine",
    "example",
    "lexicon",
    "text",
    "people",
    "read",
    "extract",
    "extension",
    "corrections",
    "measure",
    "compare",
    "classroom",
    "results",
    "provenance",
    "publish",
    "verify",
    "timeline",
    "comparison",
    "engine",
    "pipeline",
    "rerun",
    "notebook",
    "transformer",
    "explanation",
    "evaluation",
    "app",
    "cli",
    "__main__",
)
"""Each imports only what stands before it. `measure` counts rows that may be corrected, and knows no comparison;
`classroom` holds what people marked against a run: it uses the statistics of `compare`, and is published."""

PUBLISH = (
    {"swap", "output", "without_text"},
    {"folder", "manifest", "tables", "datapackage", "methods"},
    {"shared", "events", "typed_tables"},
    {"anonymise", "questions"},
    {"page", "worksheet", "classroom"},
    {"run"},
)
"""The parts of `publish`, those that stand side by side together: they never import each other."""

Graph = Mapping[str, Iterable[str]]


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name; a package by its `__init__`."""
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = ("framing", *path.relative_to(ROOT).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports() -> dict[str, set[str]]:
    """The modules that each module imports, wherever in it."""
    return {name: set(_imported(name)) - {name} for name in modules()}


def _imported(name: str) -> Iterable[str]:
    for node in ast.walk(ast.parse(modules()[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules())
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            named = [(f"{node.module}.{alias.name}", str(node.module)) for alias in node.names]
            yield from (inner if inner in modules() else outer for inner, outer in named)


def circles(graph: Graph) -> list[list[str]]:
    """The sets of names that can be reached from each other.

    What cannot be in a circle, since nothing is left that it imports or that imports it, is taken away until
    only circles, and what lies between them, are left.
    """
    left = {name: set(found) & set(graph) for name, found in graph.items()}
    while True:
        used = set[str]().union(*left.values())
        kept = {name: found & set(left) for name, found in left.items() if found and name in used}
        kept = {name: found & set(kept) for name, found in kept.items()}
        if kept == left:
            return [sorted(left)] if left else []
        left = kept


def inside(package: str) -> dict[str, set[str]]:
    """The graph of what stands directly in a package: its modules, and its folders as one each."""
    depth = package.count(".") + 2

    def part(name: str) -> str:
        return ".".join(name.split(".")[:depth])

    graph: dict[str, set[str]] = {}
    for name, found in imports().items():
        if name.startswith(f"{package}."):
            parts = {part(other) for other in found if other.startswith(f"{package}.")}
            graph.setdefault(part(name), set()).update(parts - {part(name)})
    return graph


def test_a_circle_is_found_by_what_looks_for_it() -> None:
    graph = {"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": [], "e": ["a"]}
    assert circles(graph) == [["b", "c"]]
    assert circles({"a": ["b"], "b": ["d"], "d": []}) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(imports()) == []


def test_the_folders_of_publish_stand_in_no_circle_at_any_level() -> None:
    packages = [name for name, path in modules().items() if path.name == "__init__.py" and "publish" in name]
    assert "framing.publish.page.cards" in packages
    assert [found for name in packages for found in circles(inside(name))] == []


def test_layers_import_one_way() -> None:
    parts = inside("framing")
    assert set(parts) == {f"framing.{layer}" for layer in LAYERS}
    place = {f"framing.{layer}": number for number, layer in enumerate(LAYERS)}
    wrong = [
        f"{name} imports {other}" for name in parts for other in parts[name] if place[other] >= place[name]
    ]
    assert wrong == []


def test_page_worksheet_and_classroom_stand_side_by_side() -> None:
    parts = inside("framing.publish")
    assert set(parts) == {f"framing.publish.{part}" for step in PUBLISH for part in step}
    place = {f"framing.publish.{part}": number for number, step in enumerate(PUBLISH) for part in step}
    wrong = [
        f"{name} imports {other}" for name in parts for other in parts[name] if place[other] >= place[name]
    ]
    assert wrong == []
