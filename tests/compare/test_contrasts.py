"""Contrasts between sources and sides; too few cases are said to be too few, and chance finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import comb
from typing import Any

import numpy as np
import pytest

from framing.compare.statistics.contrast_record import OTHERS, Contrast
from framing.compare.statistics.contrasts import contrasts
from framing.compare.statistics.intervals import wilson
from framing.records.columns import Column, count, every_row, ratio, share

Row = dict[str, Any]

COLUMNS = (
    count("k", "", "rows", rows=every_row),
    count("n", "", "rows", rows=every_row),
    share("s", "", "k", "n"),
)
SIDES = ("north", "south")
MEASURES = ("doubt", "agentless", "quoted")
TONE = (
    count("sentences", "", "sentences", rows=every_row),
    Column(name="tone_sum", type="number", definition=""),
    ratio("tone", "", "tone_sum", "sentences", unit="compound score"),
)


def sided(measure: str) -> Iterator[Column]:
    for side in SIDES:
        k, n = f"{measure}_{side}", f"{measure}_all_{side}"
        yield count(k, "", "rows", rows=every_row)
        yield count(n, "", "rows", rows=every_row)
        yield share(f"{measure}_share_{side}", "", k, n, measure=f"{measure}_share", side=side)


SIDED = tuple(column for measure in MEASURES for column in sided(measure))


def article(source: str, k: int, n: int) -> Row:
    return {"source": source, "k": k, "n": n}


def corpus(
    seed: int, sizes: Mapping[str, int], rates: Mapping[tuple[str, str], float] | None = None
) -> list[Row]:
    """Articles with counts that hang together within an article; `rates` plants rates for source and side."""
    rng = np.random.default_rng(seed)
    rows: list[Row] = []
    for source, articles in sizes.items():
        for _ in range(articles):
            row: Row = {"source": source}
            for measure in MEASURES:
                for side in SIDES:
                    middle = (rates or {}).get((source, side), 0.2) if measure == "doubt" else 0.3
                    cases = int(rng.poisson(6))
                    own = rng.beta(6 * middle, 6 * (1 - middle))
                    row[f"{measure}_{side}"] = int(rng.binomial(cases, own))
                    row[f"{measure}_all_{side}"] = cases
            row["sentences"] = int(rng.poisson(20))
            row["tone_sum"] = float(row["sentences"] * rng.normal(-0.1, 0.2))
            rows.append(row)
    return rows


def found(rows: list[Contrast]) -> list[tuple[str, str, str]]:
    return [
        (row.measure, row.group_a, row.group_b)
        for row in rows
        if row.p_adjusted is not None and row.p_adjusted < 0.05
    ]


def test_two_sources_are_compared_with_counts_rates_intervals_and_an_exact_test() -> None:
    (row,) = contrasts([article("A", 15, 25), article("B", 4, 20)], COLUMNS)
    assert (row.group_a, row.n_a, row.of_a, row.rate_a) == ("A", 15, 25, 0.6)
    assert (row.group_b, row.n_b, row.of_b, row.rate_b) == ("B", 4, 20, 0.2)
    assert row.enough
    assert row.difference == 0.4
    assert row.ci_low is not None and row.ci_high is not None
    assert 0 < row.ci_low < 0.4 < row.ci_high < 1
    interval = wilson(15, 25)
    assert interval is not None
    assert row.rate_a_low == round(interval[0], 6)
    assert row.test == "fisher_exact"
    tables = [comb(25, k) * comb(20, 19 - k) / comb(45, 19) for k in range(20)]
    assert row.p == row.p_adjusted == round(sum(p for p in tables if p <= tables[15] * (1 + 1e-9)), 6)


def test_below_ten_cases_the_counts_stand_and_nothing_is_compared() -> None:
    (row,) = contrasts([article("A", 5, 9), article("B", 4, 20)], COLUMNS)
    assert (row.n_a, row.of_a) == (5, 9)
    assert not row.enough
    assert row.difference is row.ci_low is row.ci_high is row.p is row.p_adjusted is None
    assert row.test == ""


def test_a_source_without_cases_has_no_rate() -> None:
    (row,) = contrasts([article("A", 0, 0), article("B", 4, 20)], COLUMNS)
    assert row.rate_a is None and row.rate_a_low is None


def test_one_source_has_nothing_to_compare_with() -> None:
    assert contrasts([article("A", 1, 20)], COLUMNS) == []


def test_many_sources_are_each_compared_with_all_the_others() -> None:
    rows = contrasts([article(f"S{i}", i, 20) for i in range(13)], COLUMNS)
    assert len(rows) == 13
    assert {row.group_b for row in rows} == {OTHERS}
    assert (rows[12].n_b, rows[12].of_b, rows[12].source_b) == (sum(range(12)), 240, None)


def test_the_same_construction_is_compared_between_sides_of_one_source() -> None:
    row = dict.fromkeys((c.name for c in SIDED if not c.denominator), 0) | {
        "source": "A",
        "doubt_north": 12,
        "doubt_all_north": 20,
        "doubt_south": 3,
        "doubt_all_south": 30,
    }
    (contrast,) = contrasts([row], SIDED)
    assert (contrast.measure, contrast.group_a, contrast.group_b) == ("doubt_share", "A: north", "A: south")
    assert (contrast.kind, contrast.difference, contrast.test) == ("sides", 0.5, "fisher_exact")


def test_sides_that_share_the_same_rows_are_not_tested_as_two_samples() -> None:
    columns = (
        count("rows", "", "rows", rows=every_row),
        *(count(side, "", "rows", rows=every_row) for side in SIDES),
        *(share(f"{side}_share", "", side, "rows", measure="voice", side=side) for side in SIDES),
    )
    (contrast,) = contrasts([{"source": "A", "rows": 40, "north": 15, "south": 3}], columns)
    assert contrast.test == "binomial_exact"
    assert contrast.p == round(2 * sum(n for n in (1, 18, 153, 816)) / 2**18, 6)
    assert contrast.ci_low is not None and contrast.ci_low > 0


def test_a_share_of_words_is_not_tested_as_if_words_were_independent() -> None:
    columns = (count("quoted", "", "words"), count("words", "", "words"), share("s", "", "quoted", "words"))
    rows = [{"source": name, "quoted": k, "words": 400} for name, k in (("A", 200), ("B", 20))]
    (contrast,) = contrasts(rows, columns)
    assert contrast.difference == 0.45
    assert contrast.p is contrast.ci_low is contrast.rate_a_low is None


def test_a_quotient_that_is_declared_to_stay_out_of_contrasts_stays_out() -> None:
    columns = (*COLUMNS[:2], share("s", "", "k", "n", contrasted=False))
    assert contrasts([article("A", 15, 25), article("B", 4, 20)], columns) == []


def test_with_enough_articles_whole_articles_are_dealt() -> None:
    one_odd = [article("A", 20, 20), *(article("A", 2, 20) for _ in range(9))]
    rows = [*one_odd, *(article("B", 2, 20) for _ in range(10))]
    (contrast,) = contrasts(rows, COLUMNS)
    assert (contrast.test, contrast.articles_a, contrast.articles_b) == ("article_permutation", 10, 10)
    assert contrast.p is not None and contrast.p > 0.5
    assert contrast.ci_low is not None and contrast.ci_low <= 0
    (as_if_independent,) = contrasts([article("A", 38, 200), article("B", 20, 200)], COLUMNS)
    assert as_if_independent.p is not None and as_if_independent.p < 0.05


def test_means_are_compared_on_articles_and_have_no_count_of_cases() -> None:
    rng = np.random.default_rng(3)
    rows = [
        {"source": source, "sentences": 20, "tone_sum": float(20 * rng.normal(middle, 0.1))}
        for source, middle in (("A", 0.3), ("B", -0.3))
        for _ in range(12)
    ]
    (contrast,) = contrasts(rows, TONE)
    assert contrast.n_a is contrast.n_b is None
    assert (contrast.of_a, contrast.test) == (240, "article_permutation")
    assert contrast.p_adjusted is not None and contrast.p_adjusted < 0.01
    assert contrast.ci_low is not None and contrast.ci_low > 0.4
    (single,) = contrasts([rows[0], rows[-1]], TONE)
    assert single.difference is not None
    assert single.p is single.ci_low is None


def test_the_interval_is_never_narrower_than_with_independent_cases() -> None:
    nowhere = [article("A", 0, 10) for _ in range(20)]
    (contrast,) = contrasts([*nowhere, *(article("B", 1, 10) for _ in range(20))], COLUMNS)
    assert contrast.ci_low is not None and contrast.ci_high is not None
    assert contrast.ci_low < -0.13 and contrast.ci_high > -0.07


@pytest.mark.parametrize("sizes", [{"A": 60, "B": 30}, {f"S{i:02}": 6 for i in range(20)}])
def test_shuffled_labels_find_nothing(sizes: dict[str, int]) -> None:
    planted = {(source, "north"): 0.1 + 0.6 * (i % 2) for i, source in enumerate(sizes)}
    for seed in range(5):
        rows = corpus(seed, sizes, planted)
        rng = np.random.default_rng(seed)
        labels = rng.permutation([row["source"] for row in rows])
        shuffled = [row | {"source": str(label)} for row, label in zip(rows, labels, strict=True)]
        for row in shuffled:
            if rng.random() < 0.5:
                row |= {c.name: row[_other_side(c.name)] for c in SIDED if not c.denominator}
        assert found(contrasts(shuffled, (*SIDED, *TONE))) == [], seed


def _other_side(name: str) -> str:
    here, there = SIDES if name.endswith(SIDES[0]) else SIDES[::-1]
    return name.removesuffix(here) + there


def test_a_planted_difference_is_found_between_sources_and_between_sides() -> None:
    for seed in range(3):
        rows = corpus(seed, {"A": 40, "B": 40}, {("A", "north"): 0.5})
        assert set(found(contrasts(rows, (*SIDED, *TONE)))) >= {
            ("doubt_share_north", "A", "B"),
            ("doubt_share", "A: north", "A: south"),
        }


def test_a_planted_difference_is_found_among_many_sources() -> None:
    sizes = {f"S{i:02}": 10 for i in range(15)}
    rows = corpus(1, sizes, {("S04", "north"): 0.7})
    assert ("doubt_share_north", "S04", OTHERS) in found(contrasts(rows, SIDED))


def test_the_same_rows_give_the_same_contrasts() -> None:
    rows = corpus(2, {"A": 20, "B": 20})
    assert contrasts(rows, (*SIDED, *TONE)) == contrasts(rows, (*SIDED, *TONE))
