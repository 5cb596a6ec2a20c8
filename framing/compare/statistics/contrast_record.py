"""The record of one contrast and the declaration of `contrasts.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from framing.compare.statistics.intervals import ENOUGH
from framing.compare.statistics.resampling import BOOTSTRAP_SAMPLES, FEWEST_PERMUTATIONS, PERMUTATIONS
from framing.records.columns import Column, Table

BASES = ("all_text", "own_words")
KINDS = ("sources", "sides")
TESTS = ("fisher_exact", "binomial_exact", "article_permutation", "side_permutation")
OTHERS = "all other sources"

_GROUP = "a source, “source: side”, or all other sources"
_INTERVAL = (
    "From resampled articles where both groups have several with cases, and for shares of evidence rows never "
    "narrower than the interval that takes rows as independent (Newcombe; Wilson for parts of the same rows)."
)
_INTERVAL_SOURCE = (
    "Newcombe 1998, Statistics in Medicine 17:873-890, method 10; Davison and Hinkley 1997, section 3.8"
)
_NO_COUNT = "the measure is a mean, not a count over cases"
_TOO_FEW = "too few to compare"


def _group(group: str) -> tuple[Column, ...]:
    return (
        Column(
            name=f"n_{group}",
            type="integer",
            definition=f"Cases with the property in group {group}.",
            range="0 or more",
            missing_means=_NO_COUNT,
        ),
        Column(
            name=f"of_{group}",
            type="integer",
            definition=f"All cases in group {group}; of a mean, what it is taken over.",
            range="0 or more",
        ),
        Column(
            name=f"rate_{group}",
            type="number",
            definition=f"Rate or mean of group {group}: a share where the measure is one.",
            numerator=f"n_{group}",
            denominator=f"of_{group}",
            range="0 to 1 for shares",
            missing_means=f"of_{group} is 0",
        ),
    )


def _where(group: str) -> tuple[Column, ...]:
    return (
        Column(
            name=f"source_{group}",
            definition=f"Source of group {group}.",
            missing_means="all other sources together",
        ),
        Column(
            name=f"feature_{group}",
            definition=f"Column of sources.csv that holds the rate of group {group}.",
        ),
        Column(
            name=f"articles_{group}",
            type="integer",
            definition=f"Articles of group {group} that have cases.",
            unit="articles",
            range="0 or more",
        ),
    )


CONTRASTS = Table(
    "contrasts",
    (
        Column(name="measure", definition="What is compared: a share, a rate or a mean."),
        Column(name="group_a", definition=f"First group: {_GROUP}."),
        Column(name="group_b", definition=f"Second group: {_GROUP}."),
        Column(
            name="basis",
            definition="All text of the articles, or only passages that no other article carries. Own words "
            "stand in a row of their own where either group has borrowed something.",
            values=BASES,
        ),
        *_group("a"),
        *_group("b"),
        Column(
            name="difference",
            type="number",
            definition="rate_a minus rate_b.",
            range="-1 to 1 for shares",
            missing_means=_TOO_FEW,
        ),
        *(
            Column(
                name=f"ci_{end}",
                type="number",
                definition=f"{word} end of the 95 % interval of the difference. {_INTERVAL} {BOOTSTRAP_SAMPLES:,} samples.",
                range="-1 to 1 for shares",
                missing_means=f"{_TOO_FEW}, or no share of evidence rows and too few articles",
                source=_INTERVAL_SOURCE,
            )
            for end, word in (("low", "Lower"), ("high", "Upper"))
        ),
        Column(
            name="p",
            type="number",
            definition="Two-sided p value: how often chance alone sets the groups at least as far apart. "
            "Values below 0.000001 are given as that.",
            range="0 to 1",
            missing_means="not tested",
        ),
        Column(
            name="p_adjusted",
            type="number",
            definition="p adjusted for the family of comparisons: all tested rows of the same basis and kind.",
            range="0 to 1",
            missing_means="not tested",
            source="Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300",
        ),
        Column(
            name="test",
            definition="article_permutation assigns whole articles to the two groups at random, side_permutation swaps "
            f"the sides within articles at random ({PERMUTATIONS:,} times each, where at least {FEWEST_PERMUTATIONS} "
            "assignments are possible); "
            "fisher_exact compares shares of evidence rows of one article with one other, or of two sides in one "
            "article, and takes rows as independent; binomial_exact stands in for it where both shares are parts "
            "of the same rows.",
            values=TESTS,
            missing_means="too few cases, or too few articles",
            source="Good 2005, Permutation, Parametric and Bootstrap Tests; Fisher 1934, section 21.02",
        ),
        Column(
            name="enough",
            type="boolean",
            definition=f"Whether both groups have at least {ENOUGH} cases; below that nothing is compared.",
        ),
        *(
            Column(
                name=f"rate_{group}_{end}",
                type="number",
                definition=f"{word} end of the 95 % Wilson interval of rate_{group}; cases as independent.",
                range="0 to 1",
                missing_means=f"of_{group} is 0, or the measure is no share of evidence rows",
                source="Wilson 1927, JASA 22:209-212",
            )
            for group in "ab"
            for end, word in (("low", "Lower"), ("high", "Upper"))
        ),
        Column(
            name="kind",
            definition="Whether two sources are compared, or two sides within one source.",
            values=KINDS,
        ),
        *_where("a"),
        *_where("b"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One row of `contrasts.csv`; the fields are its columns."""

    measure: str
    group_a: str
    group_b: str
    basis: str
    n_a: int | None
    of_a: int
    rate_a: float | None
    n_b: int | None
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
    kind: str
    source_a: str | None
    feature_a: str
    articles_a: int
    source_b: str | None
    feature_b: str
    articles_b: int

    def row(self) -> Mapping[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}
