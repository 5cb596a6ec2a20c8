"""The compared measures as arrays: what each article adds above and below the line, and sums by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.compare.statistics.contrast_record import OTHERS
from framing.compare.statistics.intervals import ENOUGH
from framing.compare.statistics.resampling import Floats
from framing.records.columns import Column

Row = Mapping[str, Any]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Measures:
    """Numerators and denominators of the compared columns: an article a row, a column a column.

    `of_rows` says which columns are shares whose cases are evidence rows, `whole` which have a count
    above the line.
    """

    columns: tuple[Column, ...]
    of_rows: tuple[bool, ...]
    whole: tuple[bool, ...]
    numerators: Floats
    denominators: Floats

    @classmethod
    def of(cls, rows: Sequence[Row], columns: Sequence[Column]) -> Measures:
        """Every quotient and every weighted mean that may be contrasted."""
        compared = tuple(c for c in columns if c.contrasted and (c.denominator or c.weight))
        by_name = {column.name: column for column in columns}
        values = np.array([_parts(column, row) for row in rows for column in compared], dtype=float)
        values = values.reshape(len(rows), len(compared), 2)
        return cls(
            compared,
            tuple(c.unit == "share" and _are_rows(c, by_name) for c in compared),
            tuple(bool(c.denominator) and by_name[c.numerator].type == "integer" for c in compared),
            values[:, :, 0],
            values[:, :, 1],
        )

    def only(self, at: Sequence[int]) -> Measures:
        """Some of the columns, by their places."""
        places = list(at)
        return Measures(
            tuple(self.columns[i] for i in places),
            tuple(self.of_rows[i] for i in places),
            tuple(self.whole[i] for i in places),
            self.numerators[:, places],
            self.denominators[:, places],
        )

    def sums(self, chosen: Chosen) -> Floats:
        """Numerators, then denominators, of some articles."""
        return np.hstack([self.numerators[chosen], self.denominators[chosen]])


def _are_rows(column: Column, by_name: Mapping[str, Column]) -> bool:
    return all(by_name[name].rows is not None for name in (column.numerator, column.denominator))


def _parts(column: Column, row: Row) -> tuple[float, float]:
    """What an article adds above and below the line; a mean is weighted by its count."""
    if column.denominator:
        return row[column.numerator] or 0.0, row[column.denominator] or 0.0
    value, weight = row[column.name], row[column.weight]
    return (0.0, 0.0) if value is None or not weight else (value * weight, weight)


@dataclass(frozen=True)
class ContrastGroup:
    """The articles of a group, with its sums in every measure and in how many articles each has cases."""

    label: str
    source: str | None
    articles: int
    numerators: Floats
    denominators: Floats
    having: NDArray[np.int64]

    @classmethod
    def of(cls, source: str, measures: Measures, chosen: Chosen) -> ContrastGroup:
        denominators = measures.denominators[chosen]
        return cls(
            source,
            source,
            int(chosen.sum()),
            measures.numerators[chosen].sum(axis=0),
            denominators.sum(axis=0),
            (denominators > 0).sum(axis=0),
        )

    def less(self, other: ContrastGroup) -> ContrastGroup:
        """All other sources: this group, of all articles, without those of one source."""
        return ContrastGroup(
            OTHERS,
            None,
            self.articles - other.articles,
            self.numerators - other.numerators,
            self.denominators - other.denominators,
            self.having - other.having,
        )


def enough(a: ContrastGroup, b: ContrastGroup) -> NDArray[np.bool_]:
    """In which measures both groups have the stated minimum of cases."""
    return np.minimum(a.denominators, b.denominators) >= ENOUGH
