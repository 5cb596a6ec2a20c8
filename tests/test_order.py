"""The order in which files are given never changes a row, and a pair is named in one order."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from framing.pipeline import Options, run
from framing.publish.run import comparison_files

SHARED = (
    "Two miners were killed on Tuesday when a shaft collapsed near Lund, the ministry said. Rescuers worked through "
    "the night to reach four others who were trapped below the second level, according to the fire chief."
)
TEXTS = {
    "courier.txt": f"Two die in mine\n\n{SHARED}\n\nThe union claimed that the owners had been warned in March.\n",
    "echo.txt": f"Mine collapse kills two\n\n{SHARED}\n\nThe owners denied that they had been warned.\n",
    "herald.txt": "Three miners die\n\nThree miners were killed near Lund, police said. The ministry called it a tragedy.\n",
    "mirror.txt": "Three miners die\n\nThree miners were killed near Lund, police said. The ministry called it a tragedy.\n",
}


def tables(folder: Path, names: Sequence[str]) -> dict[str, list[list[str]]]:
    """The rows of every table of a comparison, sorted, and its warnings."""
    results = run([folder / name for name in names], Options(conflict="none", spool=False))
    found = {
        name: sorted(csv.reader(io.StringIO(text)))
        for name, text in comparison_files(results).items()
        if name.endswith(".csv") and isinstance(text, str)
    }
    return found | {"warnings": sorted([warning] for warning in results.warnings)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("order")
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def in_order(folder: Path) -> dict[str, list[list[str]]]:
    return tables(folder, list(TEXTS))


@pytest.mark.parametrize(
    "names", [tuple(reversed(TEXTS)), ("herald.txt", "echo.txt", "mirror.txt", "courier.txt")]
)
def test_another_order_gives_the_same_rows(
    folder: Path, in_order: dict[str, list[list[str]]], names: tuple[str, ...]
) -> None:
    found = tables(folder, names)
    assert found.keys() == in_order.keys()
    for name, rows in in_order.items():
        assert found[name] == rows, name


def test_there_is_something_whose_order_could_change(in_order: dict[str, list[list[str]]]) -> None:
    assert any("have the same text" in warning for (warning,) in in_order["warnings"])
    assert len(in_order["reuse.csv"]) > 1 and len(in_order["claims.csv"]) > 1
