"""A data frame as input: one article a row, as from a table of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from framing.lexicon import Lexicons
from framing.read import ReadInputs
from framing.read.cleaning.damage import stray_quotes
from framing.read.cleaning.duplicates import distinct_ids, flag_duplicates
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.formats.input_rows import InputRow
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.mojibake import mojibake
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from pandas import DataFrame

NAME: Final = "data frame"
STEM: Final = "row"


@dataclass(frozen=True, slots=True)
class ReadFrame:
    """What was read from a data frame; `places` gives for each article, by its id, the row it came from, from 0."""

    inputs: ReadInputs
    places: Mapping[str, int]


def read_frame(data: DataFrame, columns: Mapping[str, str], lexicons: Lexicons) -> ReadFrame:
    """The articles of a data frame; `columns` gives the column for each role (text, source, date …).

    A row without a text is listed as skipped. Raises InputError where a column is not there, or nothing can be read.
    """
    names = [str(name) for name in data.columns]
    for role, name in columns.items():
        if name not in names:
            raise InputError(
                NAME, f"has no column {name!r} for the {role}", f"name one of {', '.join(names)}"
            )
    present = data.astype(object).where(data.notna(), None)
    rows = [
        InputRow(number, dict(zip(names, cells, strict=True)))
        for number, cells in enumerate(present.itertuples(index=False, name=None), 1)
    ]
    item = Input(Path(NAME), NAME, STEM)
    found = articles_of_rows(
        item, "", names, rows, ReadingLexicons.of(lexicons), ReadOptions(columns=dict(columns))
    )
    articles, warnings = distinct_ids(list(found.articles))
    places = {article.article_id: article.row - 1 for article in articles if article.row is not None}
    articles, notes = flag_duplicates(articles)
    warnings += [*found.warnings, *notes, *stray_quotes(articles), *mojibake(articles)]
    inputs = ReadInputs(tuple(articles), (), found.skipped, tuple(warnings), {})
    return ReadFrame(inputs, places)
