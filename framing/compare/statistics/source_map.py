"""A map of the sources: which of them frame alike, by all shares at once.

A source's profile is its shares of evidence rows, each put on the scale of the sources (mean 0, standard
deviation 1), so that no measure counts more for being large. The distance of two sources is the root mean
square of the differences of their profiles. The map shows the two directions in which the profiles differ
most (principal components; Jolliffe 2002, Principal Component Analysis, 2nd edition) and says what part of
all differences that is. Distances on it are shortened; the table gives the real ones.

It orders what was measured and says nothing of left and right. With few cases chance moves the points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.compare.statistics.intervals import ENOUGH
from framing.records.columns import Column, Table

FEWEST_SOURCES = 4
FEWEST_MEASURES = 4
MOSTLY = 0.8
"""Share of the sources that must have enough cases of a measure for it to be in the profiles."""

_PCA = "Jolliffe 2002, Principal Component Analysis, 2nd edition"

SOURCE_MAP = Table(
    "source_map",
    (
        Column(name="source", definition="Label of the source (an outlet)."),
        *(
            Column(
                name=axis,
                type="number",
                definition=f"Place on the {which} axis: the direction in which profiles differ {how}. Only how "
                "points lie to each other means something.",
                unit="standard deviations",
                source=_PCA,
            )
            for axis, which, how in (("x", "first", "most"), ("y", "second", "most, across the first"))
        ),
        Column(name="nearest_source", definition="The source whose profile is nearest, of all measures."),
        Column(
            name="distance",
            type="number",
            definition="Distance to the nearest source: root mean square of the differences of the standardised shares.",
            unit="standard deviations",
            range="0 or more",
        ),
        Column(
            name="shown",
            type="number",
            definition="Share of the differences between all profiles that the two axes show; the same in every row.",
            range="0 to 1",
        ),
        *(
            Column(
                name=f"{axis}_most",
                type="list",
                definition=f"The three measures that {axis} rests on most, a minus before those that fall along it; the "
                "same in every row.",
            )
            for axis in "xy"
        ),
        Column(
            name="measures",
            type="integer",
            definition=f"Shares in the profiles: those of which {MOSTLY:.0%} of the sources have at least {ENOUGH} cases; "
            "sources that lack one of them are not on the map.",
            unit="measures",
        ),
    ),
)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlace:
    """One row of `source_map.csv`; the fields are its columns."""

    source: str
    x: float
    y: float
    nearest_source: str
    distance: float
    shown: float
    x_most: tuple[str, ...]
    y_most: tuple[str, ...]
    measures: int

    def row(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in SOURCE_MAP.names}


@dataclass(frozen=True)
class Profiles:
    """The standardised shares: a source a row, a measure a column."""

    sources: tuple[str, ...]
    measures: tuple[str, ...]
    values: Floats


def profiles(source_rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> Profiles | None:
    """Profiles of the sources that have enough cases; None where they or their measures are too few.

    Measures of a side, and measures in which no source differs, are left out.
    """
    shares = _shares_of_rows(columns)
    if not source_rows or not shares:
        return None
    enough = np.array(
        [[(row[share.denominator] or 0) >= ENOUGH for share in shares] for row in source_rows], dtype=bool
    )
    kept = np.flatnonzero(enough.mean(axis=0) >= MOSTLY).tolist()
    mapped = np.flatnonzero(enough[:, kept].all(axis=1)).tolist()
    if len(mapped) < FEWEST_SOURCES:
        return None
    values = np.array([[source_rows[row][shares[c].name] for c in kept] for row in mapped], dtype=float)
    spread = values.std(axis=0)
    differing = np.flatnonzero(spread > 0).tolist()
    if len(differing) < FEWEST_MEASURES:
        return None
    values = (values[:, differing] - values[:, differing].mean(axis=0)) / spread[differing]
    names = tuple(shares[kept[c]].name for c in differing)
    return Profiles(tuple(source_rows[row]["source"] for row in mapped), names, values)


def _shares_of_rows(columns: Sequence[Column]) -> list[Column]:
    """The shares, of no side, whose cases are evidence rows."""
    by_name = {column.name: column for column in columns}
    return [
        column
        for column in columns
        if column.unit == "share" and column.contrasted and not column.side
        if by_name[column.numerator].rows is not None
    ]


def source_map(found: Profiles | None) -> tuple[SourcePlace, ...]:
    """The place of each source on the map; none where there are no profiles."""
    from sklearn.decomposition import PCA
    from sklearn.metrics import pairwise_distances

    if found is None:
        return ()
    pca = PCA(n_components=2, svd_solver="full").fit(found.values)
    directions = [_upright(axis) for axis in pca.components_]
    places = found.values @ np.array(directions).T
    apart = pairwise_distances(found.values) / np.sqrt(len(found.measures))
    np.fill_diagonal(apart, np.inf)
    shown = round(float(pca.explained_variance_ratio_.sum()), 4)
    x_most, y_most = (_most(found.measures, direction) for direction in directions)
    nearest = np.argmin(apart, axis=1).tolist()
    return tuple(
        SourcePlace(
            source=source,
            x=round(float(places[number, 0]), 4),
            y=round(float(places[number, 1]), 4),
            nearest_source=found.sources[nearest[number]],
            distance=round(float(apart[number, nearest[number]]), 4),
            shown=shown,
            x_most=x_most,
            y_most=y_most,
            measures=len(found.measures),
        )
        for number, source in enumerate(found.sources)
    )


def _upright(axis: Floats) -> Floats:
    """The axis turned so that the first of its largest weights is positive: the map is the same on every run."""
    largest = np.flatnonzero(np.abs(axis) > np.abs(axis).max() * (1 - 1e-6))[0]
    turned: Floats = axis * np.sign(axis[largest])
    return turned


def _most(measures: Sequence[str], direction: Floats) -> tuple[str, ...]:
    order = np.argsort(-np.abs(direction), kind="stable")[:3].tolist()
    return tuple(("-" if direction[i] < 0 else "") + measures[i] for i in order)
