"""Contrasts between sources and sides; too few cases are said to be too few."""

from __future__ import annotations

from framing.columns import count, share
from framing.compare.contrasts import OTHERS, contrasts
from framing.compare.statistics import wilson

COLUMNS = (
    count("k", "", "rows"),
    count("n", "", "rows"),
    share("s", "", "k", "n"),
)
SIDED = tuple(
    column
    for side in ("north", "south")
    for column in (
        count(f"k_{side}", "", "rows"),
        count(f"n_{side}", "", "rows"),
        share(f"s_{side}", "", f"k_{side}", f"n_{side}", measure="s", side=side),
    )
)


def source(name: str, k: int, n: int) -> dict[str, object]:
    return {"source": name, "articles": 1, "k": k, "n": n}


def test_two_sources_are_compared_with_counts_rates_and_intervals() -> None:
    (row,) = contrasts([source("A", 15, 25), source("B", 4, 20)], COLUMNS)
    assert (row.group_a, row.n_a, row.of_a, row.rate_a) == ("A", 15, 25, 0.6)
    assert (row.group_b, row.n_b, row.of_b, row.rate_b) == ("B", 4, 20, 0.2)
    assert row.enough
    assert row.difference == 0.4
    assert row.ci_low is not None and row.ci_high is not None
    assert 0 < row.ci_low < 0.4 < row.ci_high < 1
    assert row.rate_a_low is not None
    interval = wilson(15, 25)
    assert interval is not None
    assert round(interval[0], 6) == row.rate_a_low


def test_below_ten_cases_the_counts_stand_and_nothing_is_compared() -> None:
    (row,) = contrasts([source("A", 5, 9), source("B", 4, 20)], COLUMNS)
    assert (row.n_a, row.of_a) == (5, 9)
    assert not row.enough
    assert row.difference is row.ci_low is row.ci_high is None


def test_a_source_without_cases_has_no_rate() -> None:
    (row,) = contrasts([source("A", 0, 0), source("B", 4, 20)], COLUMNS)
    assert row.rate_a is None and row.rate_a_low is None


def test_one_source_has_nothing_to_compare_with() -> None:
    assert contrasts([source("A", 1, 20)], COLUMNS) == []


def test_many_sources_are_each_compared_with_all_the_others() -> None:
    rows = contrasts([source(f"S{i}", i, 20) for i in range(13)], COLUMNS)
    assert len(rows) == 13
    assert {row.group_b for row in rows} == {OTHERS}
    assert (rows[12].n_b, rows[12].of_b) == (sum(range(12)), 240)


def test_the_same_construction_is_compared_between_sides_of_one_source() -> None:
    row = {"source": "A", "articles": 1, "k_north": 12, "n_north": 20, "k_south": 3, "n_south": 30}
    (contrast,) = contrasts([row], SIDED)
    assert (contrast.measure, contrast.group_a, contrast.group_b) == ("s", "A: north", "A: south")
    assert contrast.difference == 0.5
