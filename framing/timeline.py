"""A feature over time, from the tables of a written run: by source and period, with its interval.

A rate is summed over the articles of a period, its numerator and its denominator; its interval comes from a bootstrap of
articles. A count is the mean of the articles. The share of articles with a word has Wilson's interval.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, get_args

import numpy as np

from framing.compare.statistics.intervals import wilson
from framing.compare.statistics.resampling import bootstrapped_sums, interval
from framing.compare.words.concordance import phrase_pattern, uses_of
from framing.extract.naming.features import BETWEEN
from framing.read.written_articles import text_of_run, written_articles
from framing.records.columns import Column, Table
from framing.records.errors import InputError

Step = Literal["day", "week", "month", "year"]
STEPS: Final[tuple[str, ...]] = get_args(Step)
TOGETHER: Final = "all sources"
NOT_THERE: Final = "choose a column of articles.csv, or a feature of features.csv with --group"
MOST_NAMED: Final = 8

TIMELINE: Final = Table(
    "timeline",
    (
        Column(name="feature", definition="The feature, or “articles with” and a word."),
        Column(name="group", definition="What it is of.", missing_means="it is of the whole text"),
        Column(name="source", definition="Label of the source, or all sources."),
        Column(name="period", definition="The day, week, month or year; or before, or from, a day."),
        Column(
            name="articles",
            type="integer",
            definition="Articles of the period that have the feature's basis.",
        ),
        Column(name="n", type="number", definition="The number above the line."),
        Column(name="of", type="number", definition="The number below the line: articles, for a mean."),
        Column(name="rate", type="number", definition="n by of."),
        Column(
            name="low",
            type="number",
            definition="Lower end of the 95 % interval.",
            missing_means="one article",
        ),
        Column(
            name="high",
            type="number",
            definition="Upper end of the 95 % interval.",
            missing_means="one article",
        ),
    ),
)

Row = Mapping[str, str]
Basis = Mapping[str, tuple[float, float]]
"""For each article that has one, what is above and below the line."""
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRate:
    """One point of a timeline."""

    feature: str
    group: str
    source: str
    period: str
    articles: int
    n: float
    of: float
    rate: float
    low: float | None
    high: float | None

    def row(self) -> Mapping[str, Any]:
        """The row of the table."""
        return {column.name: getattr(self, column.name) for column in TIMELINE.columns}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The points in the order of sources and periods, and the articles without a date, which are left out."""

    points: tuple[PeriodRate, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Dating:
    """How days are put into periods: a step, or two periods parted by a day."""

    step: str = "month"
    at: date | None = None

    def period(self, published: str) -> str:
        """The period of a time of publication; empty where there is none.

        >>> Dating("week").period("2022-02-24T10:00"), Dating(at=date(2022, 2, 24)).period("2022-02-24")
        ('2022-W08', 'from 2022-02-24')
        """
        try:
            day = date.fromisoformat(published[:10])
        except ValueError:
            return ""
        if self.at is not None:
            return f"{'before' if day < self.at else 'from'} {self.at.isoformat()}"
        if self.step == "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02d}"
        return day.isoformat()[: {"year": 4, "month": 7}.get(self.step, 10)]


def dating(step: str, at: str | None) -> Dating:
    """The periods asked for; raises InputError for a step or a day that is none."""
    if step not in STEPS:
        raise InputError(f"--by {step}", "is no period", f"choose from {', '.join(STEPS)}")
    try:
        return Dating(step, date.fromisoformat(at) if at else None)
    except ValueError:
        raise InputError(f"--at {at}", "is no day", "write it as 2022-02-24") from None


def feature_timeline(
    folder: Path, feature: str, group: str, dates: Dating, *, together: bool = False
) -> Timeline:
    """A feature of a run over time; raises InputError where the run has no such feature."""
    articles = _table(folder, "articles")
    if articles and feature in articles[0]:
        basis = _of_core(folder, feature, articles)
    else:
        basis = _of_long(folder, feature, group, articles)
    return _timeline(articles, basis, (feature, group), dates, _bootstrap, together)


def word_timeline(folder: Path, phrase: str, dates: Dating, *, together: bool = False) -> Timeline:
    """The share of articles with a word or phrase over time."""
    articles = _table(folder, "articles")
    texts = list(written_articles(folder))
    found = {use.article.article_id for use in uses_of(phrase_pattern(phrase), texts)}
    basis = {a.article_id: (float(a.article_id in found), 1.0) for a in texts}
    return _timeline(articles, basis, (f"articles with “{phrase}”", ""), dates, _wilson, together)


def _table(folder: Path, name: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text_of_run(folder / f"{name}.csv"), newline="")))


def _of_core(folder: Path, feature: str, articles: Sequence[Row]) -> Basis:
    """A column of the core profile: a quotient by its denominator where the table has that, else a mean of articles."""
    declared = [
        row for row in _table(folder, "codebook") if (row["table"], row["column"]) == ("articles", feature)
    ]
    if not declared or declared[0]["type"] not in ("integer", "number"):
        raise InputError(feature, "is no number", NOT_THERE)
    below = declared[0]["denominator"]
    given = [row for row in articles if row[feature]]
    if below and below in articles[0]:
        return {
            row["article_id"]: (round(float(row[feature]) * float(row[below]), 3), float(row[below]))
            for row in given
            if row[below]
        }
    return {row["article_id"]: (float(row[feature]), 1.0) for row in given}


def _of_long(folder: Path, feature: str, group: str, articles: Sequence[Row]) -> Basis:
    """A feature of the long table. An article without a row has none of it: what is below the line stands then in the core
    profile, or in the rows of the same concept (`concept / name`); without either there is nothing to divide by."""
    rows = [row for row in _table(folder, "features") if row["feature"] == feature]
    chosen = {row["article_id"]: row for row in rows if row["group"] == group}
    if not chosen:
        raise _no_such(feature, group, rows)
    below = _below(folder, feature, group, rows, articles, chosen.values())
    return {
        name: (float(row["n"] or row["rate"]), float(row["of"] or 1)) if row else (0.0, below[name])
        for article in articles
        for name in (article["article_id"],)
        for row in (chosen.get(name),)
        if row or below.get(name)
    }


def _below(
    folder: Path,
    feature: str,
    group: str,
    rows: Iterable[Row],
    articles: Iterable[Row],
    chosen: Collection[Row],
) -> Mapping[str, float]:
    """What stands below the line where an article has none of the feature; nothing where that is not known."""
    if not all(row["n"] for row in chosen):
        return {}
    if not any(row["of"] for row in chosen):
        return {article["article_id"]: 1.0 for article in articles if article["words"]}
    if BETWEEN in group:
        start = group.partition(BETWEEN)[0] + BETWEEN
        return {r["article_id"]: float(r["of"]) for r in rows if r["of"] and r["group"].startswith(start)}
    column = next((r["denominator"] for r in _table(folder, "measures") if r["feature"] == feature), "")
    return {article["article_id"]: float(article.get(column) or 0) for article in articles}


def _no_such(feature: str, group: str, rows: Sequence[Row]) -> InputError:
    groups = sorted({row["group"] for row in rows if row["group"]})
    if not rows:
        return InputError(feature, "is no feature of this run", NOT_THERE)
    named = ", ".join(groups[:MOST_NAMED]) + (" …" if len(groups) > MOST_NAMED else "")
    reason = f"has no group {group!r} here" if group else "is of a group here"
    return InputError(feature, reason, f"choose one with --group: {named}" if groups else NOT_THERE)


Interval = Callable[[Sequence[tuple[float, float]]], tuple[float | None, float | None]]


def _timeline(
    articles: Sequence[Row],
    basis: Basis,
    named: tuple[str, str],
    dates: Dating,
    ends: Interval,
    together: bool,
) -> Timeline:
    cells: dict[str, dict[str, list[tuple[float, float]]]] = {}
    undated = 0
    for row in articles:
        name = row["article_id"]
        if name not in basis:
            continue
        period = dates.period(row["published"])
        undated += not period
        if period:
            source = TOGETHER if together else row["source"]
            cells.setdefault(source, {}).setdefault(period, []).append(basis[name])
    points = (
        _point(named, source, period, values, ends)
        for source, periods in cells.items()
        for period, values in sorted(periods.items())
    )
    return Timeline(tuple(point for point in points if point is not None), undated)


def _point(
    named: tuple[str, str], source: str, period: str, values: Sequence[tuple[float, float]], ends: Interval
) -> PeriodRate | None:
    n, of = (sum(value[part] for value in values) for part in (0, 1))
    if not of:
        return None
    low, high = ends(values)
    return PeriodRate(
        feature=named[0],
        group=named[1],
        source=source,
        period=period,
        articles=len(values),
        n=n,
        of=of,
        rate=n / of,
        low=low,
        high=high,
    )


def _wilson(values: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    return wilson(int(sum(n for n, _ in values)), len(values)) or (None, None)


def _bootstrap(values: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    if len(values) < 2:
        return None, None
    sums = bootstrapped_sums(np.array(values))
    rates = np.divide(sums[:, 0], sums[:, 1], out=np.full(len(sums), np.nan), where=sums[:, 1] > 0)
    (low,), (high,) = interval(rates[:, None], np.array([len(values)]))
    return float(low), float(high)
