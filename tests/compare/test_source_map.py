"""The source map: who frames alike lies together, and without enough there is no map."""

from __future__ import annotations

from typing import Any

import pytest

from framing.compare.statistics.source_map import profiles, source_map
from framing.records.columns import Column, count, every_row, share

MEASURES = ("doubt", "quoted", "agentless", "emphasis", "hedged")
COLUMNS: tuple[Column, ...] = tuple(
    column
    for name in MEASURES
    for column in (
        count(name, "", "rows", rows=every_row),
        count(f"{name}_all", "", "rows", rows=every_row),
        share(f"{name}_share", "", name, f"{name}_all"),
    )
)


def row(source: str, *shares: float, cases: int = 100) -> dict[str, Any]:
    values: dict[str, Any] = {"source": source}
    for name, value in zip(MEASURES, shares, strict=True):
        values |= {name: round(value * cases), f"{name}_all": cases, f"{name}_share": value}
    return values


ALIKE = [
    row("A", 0.1, 0.5, 0.3, 0.2, 0.10),
    row("B", 0.1, 0.5, 0.3, 0.2, 0.12),
    row("C", 0.4, 0.1, 0.6, 0.2, 0.10),
    row("D", 0.4, 0.1, 0.6, 0.3, 0.11),
]


def test_sources_that_frame_alike_are_each_others_nearest() -> None:
    rows = {found.source: found for found in source_map(profiles(ALIKE, COLUMNS))}
    assert {name: found.nearest_source for name, found in rows.items()} == dict(
        zip("ABCD", "BADC", strict=True)
    )
    assert (rows["A"].x > 0) == (rows["B"].x > 0) != (rows["C"].x > 0)
    assert rows["A"].measures == 5
    assert 0.5 < rows["A"].shown <= 1
    assert {name.removeprefix("-") for name in rows["A"].x_most} == {
        "doubt_share",
        "quoted_share",
        "agentless_share",
    }


def test_the_map_does_not_turn_over_with_the_order_of_the_sources() -> None:
    there = {found.source: (found.x, found.y) for found in source_map(profiles(ALIKE, COLUMNS))}
    back = {found.source: (found.x, found.y) for found in source_map(profiles(ALIKE[::-1], COLUMNS))}
    for source, place in there.items():
        assert place == pytest.approx(back[source], abs=1e-3)


def test_three_sources_make_no_map() -> None:
    assert profiles(ALIKE[:3], COLUMNS) is None
    assert source_map(None) == ()


def test_sources_with_too_few_cases_are_not_on_the_map() -> None:
    few = row("E", 0.1, 0.5, 0.3, 0.2, 0.1, cases=9)
    found = profiles([*ALIKE, few], COLUMNS)
    assert found is not None and found.sources == ("A", "B", "C", "D")
    assert profiles([row(name, 0.1, 0.5, 0.3, 0.2, 0.1, cases=9) for name in "ABCDE"], COLUMNS) is None


def test_a_share_that_is_never_compared_is_not_in_the_profiles() -> None:
    columns = (*COLUMNS[:-1], share("hedged_share", "", "hedged", "hedged_all", contrasted=False))
    found = profiles(ALIKE, columns)
    assert found is not None and "hedged_share" not in found.measures
