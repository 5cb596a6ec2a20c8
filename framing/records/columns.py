"""Declarations of columns and tables: what a number means is written where it is computed.

The codebook is generated from these records; a column of a table that is not declared fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date", "spans", "list"]
Correctable = Literal["", "value", "side", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One declared column: an evidence slot or a feature.

    `values` closes the vocabulary: a row with another value cannot be made. `numerator` and
    `denominator` name the columns a rate is made of. `source` is the published source of the measure.
    `measure` and `side` say which construction the column counts and for which side of a conflict, so
    that the same measure can be compared between sides. A column that a run has because something occurs in it
    (a name, say) is a `feature` of a `group`: it stands in the long table of features under these. `weight` names the count by which articles are
    weighted when a measure that is neither a count nor a quotient is pooled per source.

    `rows` says which evidence rows of its family a count counts: the value is the number of rows for which
    it is true, so a count and its list cannot disagree. `family` is the extractor that declares a feature;
    it is filled in when the columns of a run are put together. A quotient with `contrasted=False` is never
    compared between sources or sides.

    `correctable` says that a person may correct the value of the column in a row, and to what: a `value` of its
    type or closed list, the id of a `side`, or any `text`. `row_of` names the family whose row the value names.

    `quotes` says whose words the value is: True the article's, which a run without text never shows; False the
    program's or an address, which it always shows; None what it shows as long as it is short.
    """

    name: str
    definition: str
    type: ColumnType = "string"
    unit: str = ""
    numerator: str = ""
    denominator: str = ""
    range: str = ""
    missing_means: str = ""
    example: str = ""
    source: str = ""
    values: tuple[str, ...] = ()
    measure: str = ""
    side: str = ""
    feature: str = ""
    group: str = ""
    weight: str = ""
    rows: Callable[[Any], bool] | None = None
    family: str = ""
    contrasted: bool = True
    correctable: Correctable = ""
    row_of: str = ""
    quotes: bool | None = None

    @property
    def allowed(self) -> str:
        """The range as the codebook prints it: the closed list where there is one."""
        return self.range or " | ".join(self.values)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name (its file is `NAME.csv`) and its columns in order."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def ratio(
    name: str,
    definition: str,
    numerator: str,
    denominator: str,
    *,
    unit: str,
    range: str = "0 or more",
    source: str = "",
    example: str = "",
    measure: str = "",
    side: str = "",
    contrasted: bool = True,
) -> Column:
    """Declare a quotient of two counted columns, empty where there is nothing to divide by."""
    return Column(
        name=name,
        definition=definition,
        type="number",
        unit=unit,
        numerator=numerator,
        denominator=denominator,
        range=range,
        missing_means=f"{denominator} is 0",
        example=example,
        source=source,
        measure=measure or name,
        side=side,
        contrasted=contrasted,
    )


def share(
    name: str,
    definition: str,
    numerator: str,
    denominator: str,
    *,
    source: str = "",
    example: str = "",
    measure: str = "",
    side: str = "",
    contrasted: bool = True,
) -> Column:
    """Declare a share: the numerator counts a part of what the denominator counts, so it is at most 1.

    >>> share("quoted_share", "Share of words in quotation marks.", "quoted_words", "words").range
    '0 to 1'
    """
    return ratio(
        name,
        definition,
        numerator,
        denominator,
        unit="share",
        range="0 to 1",
        source=source,
        example=example,
        measure=measure,
        side=side,
        contrasted=contrasted,
    )


def count(
    name: str,
    definition: str,
    unit: str,
    *,
    source: str = "",
    example: str = "",
    measure: str = "",
    side: str = "",
    rows: Callable[[Any], bool] | None = None,
) -> Column:
    """Declare a count: of the evidence rows for which `rows` is true, or of units of text."""
    return Column(
        name=name,
        definition=definition,
        type="integer",
        unit=unit,
        range="0 or more",
        missing_means="article not scored (another language)",
        example=example,
        source=source,
        measure=measure or name,
        side=side,
        rows=rows,
    )


def every_row(row: object) -> bool:
    """The `rows` of a count of all evidence rows of a family."""
    return True
