"""What a notebook uses: a data frame of articles in, data frames out.

import framing
table = framing.features(df, text="body", source="paper", date="day")
results = framing.compare(df, text="body", source="paper")
results.attributions.groupby("source").cue_class.value_counts()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from framing import lexicon
from framing.comparison import compared
from framing.measure.core_profile import CORE, core_columns
from framing.pipeline import Options, features_of
from framing.progress_bar import progress_bar
from framing.publish.run import DTYPES, tables, write
from framing.read.frame import ReadFrame, read_frame
from framing.records.errors import InputError
from framing.records.progress import Progress
from framing.results import Results

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_SHOWN: Final = 12
"""Sources that the short form of results in a notebook lists."""


def features(
    data: DataFrame,
    *,
    text: str = "text",
    source: str | None = None,
    title: str | None = None,
    date: str | None = None,
    id: str | None = None,
    url: str | None = None,
    event: str | None = None,
    options: Options | None = None,
    progress: bool = True,
) -> DataFrame:
    """The core profile of each article of a data frame, a row for each of its rows, under the same index.

    The names are those of its columns; what is left out is found where the column has a usual name. A row that could
    not be read is missing throughout. Types are those of the codebook (`Int64`, `Float64`), never object. Raises
    InputError where a column is not there or no row has a text.
    """
    roles = _roles(text, source, title, date, id, url, event)
    with progress_bar(progress) as shown:
        found, frame = _found(data, roles, options, shown)
    return _aligned(found, frame, data)


def compare(
    data: DataFrame,
    *,
    text: str = "text",
    source: str | None = None,
    title: str | None = None,
    date: str | None = None,
    id: str | None = None,
    url: str | None = None,
    event: str | None = None,
    options: Options | None = None,
    progress: bool = True,
) -> Comparison:
    """Compare the articles of a data frame; the names are those of its columns, as for `features`."""
    roles = _roles(text, source, title, date, id, url, event)
    with progress_bar(progress) as shown:
        found, _ = _found(data, roles, options, shown)
        return Comparison(compared(found, progress=shown))


@dataclass(frozen=True)
class Comparison:
    """A comparison with its tables as data frames: `comparison.attributions`, `comparison.claims` …"""

    results: Results

    @cached_property
    def frames(self) -> Mapping[str, DataFrame]:
        """Every table by its name, as `framing.tables` gives them."""
        return tables(self.results)

    def __getattr__(self, name: str) -> DataFrame:
        if name.startswith("_") or name not in self.frames:
            raise AttributeError(f"there is no table {name!r}: choose one of {', '.join(self.frames)}")
        return self.frames[name]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.frames})

    def __repr__(self) -> str:
        return repr(self.results)

    def _repr_html_(self) -> str:
        """The sources with their articles and words, and how many rows each table has."""
        sources = self.frames["sources"][["source", "articles", "words"]].head(MOST_SHOWN)
        rows = ", ".join(
            f"{escape(name)} {len(frame):,}" for name, frame in self.frames.items() if len(frame)
        )
        return f"{sources.to_html(index=False, border=0)}<p>Rows: {rows}</p>"

    def write(self, folder: Path | str) -> None:
        """Write page and tables into a folder."""
        write(self.results, Path(folder))


def _roles(*names: str | None) -> dict[str, str]:
    roles = ("text", "source", "title", "date", "id", "url", "event")
    return {role: name for role, name in zip(roles, names, strict=True) if name is not None}


def _found(
    data: DataFrame, roles: Mapping[str, str], options: Options | None, progress: Progress
) -> tuple[Results, ReadFrame]:
    chosen = options or Options()
    frame = read_frame(data, roles, lexicon.load(chosen.lexicons))
    if not frame.inputs.articles:
        raise InputError("data frame", "no row could be read", "give a column of texts as text=")
    found = features_of(frame.inputs.articles, chosen, progress=progress)
    warnings = (*found.warnings, *frame.inputs.warnings)
    return replace(found, skipped=frame.inputs.skipped, warnings=warnings), frame


def _aligned(found: Results, frame: ReadFrame, data: DataFrame) -> DataFrame:
    """The rows of articles at the places that they came from."""
    import pandas as pd

    by_place = {frame.places[row["article_id"]]: row for row in found.article_rows}
    types: dict[str, Any] = {
        column.name: DTYPES.get(column.type, "string") for column in core_columns(found.feature_columns)
    }
    return pd.DataFrame(
        {
            name: pd.array(
                [by_place[place][name] if place in by_place else None for place in range(len(data))],
                dtype=types[name],
            )
            for name in CORE
        },
        index=data.index,
    )
