"""Contrasts: the same measure between two sources, and between two sides within a source.

Every declared share is compared. With many sources each is compared with all the others together
instead of in pairs. Below the stated minimum of cases a contrast keeps its counts and gives no
difference: too few to compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import combinations
from typing import Any

from framing.columns import Column, Table
from framing.compare.statistics import ENOUGH, newcombe, wilson

MOST_PAIRED = 12
OTHERS = "all other sources"

_GROUP = "a source, “source: side”, or all other sources"

CONTRASTS = Table(
    "contrasts",
    (
        Column(name="measure", definition="The share that is compared: the name of its feature column."),
        Column(name="group_a", definition=f"First group: {_GROUP}."),
        Column(name="group_b", definition=f"Second group: {_GROUP}."),
        Column(
            name="basis",
            definition="All text of the articles, or only passages that no other article carries.",
            values=("all_text", "own_words"),
        ),
        Column(
            name="n_a", type="integer", definition="Cases with the property in group a.", range="0 or more"
        ),
        Column(name="of_a", type="integer", definition="All cases in group a.", range="0 or more"),
        Column(
            name="rate_a",
            type="number",
            definition="Share of group a.",
            numerator="n_a",
            denominator="of_a",
            range="0 to 1",
            missing_means="of_a is 0",
        ),
        Column(
            name="n_b", type="integer", definition="Cases with the property in group b.", range="0 or more"
        ),
        Column(name="of_b", type="integer", definition="All cases in group b.", range="0 or more"),
        Column(
            name="rate_b",
            type="number",
            definition="Share of group b.",
            numerator="n_b",
            denominator="of_b",
            range="0 to 1",
            missing_means="of_b is 0",
        ),
        Column(
            name="difference",
            type="number",
            definition="rate_a minus rate_b.",
            range="-1 to 1",
            missing_means="too few to compare",
        ),
        Column(
            name="ci_low",
            type="number",
            definition="Lower end of the 95 % interval of the difference, from the two Wilson intervals.",
            range="-1 to 1",
            missing_means="too few to compare",
            source="Newcombe 1998, Statistics in Medicine 17:873-890, method 10",
        ),
        Column(
            name="ci_high",
            type="number",
            definition="Upper end of the 95 % interval of the difference, from the two Wilson intervals.",
            range="-1 to 1",
            missing_means="too few to compare",
            source="Newcombe 1998, Statistics in Medicine 17:873-890, method 10",
        ),
        Column(
            name="p",
            type="number",
            definition="p value of the test.",
            range="0 to 1",
            missing_means="not tested",
        ),
        Column(
            name="p_adjusted",
            type="number",
            definition="p value adjusted for the family of comparisons.",
            range="0 to 1",
            missing_means="not tested",
        ),
        Column(name="test", definition="Name of the test.", missing_means="not tested"),
        Column(
            name="enough",
            type="boolean",
            definition=f"Whether both groups have at least {ENOUGH} cases; below that nothing is compared.",
        ),
        *(
            Column(
                name=f"rate_{group}_{end}",
                type="number",
                definition=f"{word} end of the 95 % Wilson interval of rate_{group}.",
                range="0 to 1",
                missing_means=f"of_{group} is 0",
                source="Wilson 1927, JASA 22:209-212",
            )
            for group in "ab"
            for end, word in (("low", "Lower"), ("high", "Upper"))
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One row of `contrasts.csv`; the fields are its columns."""

    measure: str
    group_a: str
    group_b: str
    basis: str
    n_a: int
    of_a: int
    rate_a: float | None
    n_b: int
    of_b: int
    rate_b: float | None
    difference: float | None
    ci_low: float | None
    ci_high: float | None
    p: float | None
    p_adjusted: float | None
    test: str
    enough: bool
    rate_a_low: float | None
    rate_a_high: float | None
    rate_b_low: float | None
    rate_b_high: float | None

    def row(self) -> Mapping[str, Any]:
        return dict(zip((field.name for field in fields(self)), astuple(self), strict=True))


def contrasts(source_rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> list[Contrast]:
    """All contrasts of the pooled source rows, in the order of columns and sources."""
    shares = [column for column in columns if column.unit == "share"]
    scored = [row for row in source_rows if row["articles"]]
    return [*_between_sources(scored, shares), *_between_sides(scored, shares)]


def _between_sources(rows: Sequence[Mapping[str, Any]], shares: Iterable[Column]) -> Iterator[Contrast]:
    for column in shares:
        cases = {row["source"]: (row[column.numerator], row[column.denominator]) for row in rows}
        if not any(of for _, of in cases.values()):
            continue
        if len(cases) <= MOST_PAIRED:
            for a, b in combinations(cases, 2):
                yield _contrast(column.name, a, b, cases[a], cases[b])
        else:
            total = (sum(n for n, _ in cases.values()), sum(of for _, of in cases.values()))
            for a, (n, of) in cases.items():
                yield _contrast(column.name, a, OTHERS, (n, of), (total[0] - n, total[1] - of))


def _between_sides(rows: Sequence[Mapping[str, Any]], shares: Iterable[Column]) -> Iterator[Contrast]:
    by_measure: dict[str, list[Column]] = {}
    for column in shares:
        if column.side:
            by_measure.setdefault(column.measure, []).append(column)
    for measure, columns in by_measure.items():
        for a, b in combinations(columns, 2):
            for row in rows:
                cases = [(row[column.numerator], row[column.denominator]) for column in (a, b)]
                if any(of for _, of in cases):
                    group_a, group_b = (f"{row['source']}: {column.side}" for column in (a, b))
                    yield _contrast(measure, group_a, group_b, *cases)


def _contrast(measure: str, group_a: str, group_b: str, a: tuple[int, int], b: tuple[int, int]) -> Contrast:
    (n_a, of_a), (n_b, of_b) = a, b
    enough = min(of_a, of_b) >= ENOUGH
    interval_a, interval_b = wilson(n_a, of_a), wilson(n_b, of_b)
    difference = newcombe(n_a, of_a, n_b, of_b) if enough else None
    return Contrast(
        measure=measure,
        group_a=group_a,
        group_b=group_b,
        basis="all_text",
        n_a=n_a,
        of_a=of_a,
        rate_a=_rounded(n_a / of_a if of_a else None),
        n_b=n_b,
        of_b=of_b,
        rate_b=_rounded(n_b / of_b if of_b else None),
        difference=_rounded(difference[0] if difference else None),
        ci_low=_rounded(difference[1] if difference else None),
        ci_high=_rounded(difference[2] if difference else None),
        p=None,
        p_adjusted=None,
        test="",
        enough=enough,
        rate_a_low=_rounded(interval_a[0] if interval_a else None),
        rate_a_high=_rounded(interval_a[1] if interval_a else None),
        rate_b_low=_rounded(interval_b[0] if interval_b else None),
        rate_b_high=_rounded(interval_b[1] if interval_b else None),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
