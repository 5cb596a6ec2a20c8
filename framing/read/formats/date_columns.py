"""The dates of a table's column: the column as a whole shows in which order day and month stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from framing.read.dates import Order, by_format, column_order, epoch_date, serial_date, written_date
from framing.read.formats.input_rows import cell_text
from framing.records.errors import InputError

ORDERS: dict[str, Order] = {"day-first": "day-first", "month-first": "month-first"}
REMEDY = "say so with --date-format day-first or month-first"
MOST_SERIALS = 0.9
"""Share of a column's values that must be numbers in the range of dates to be taken for them."""


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How the dates of a column are read; `numbers` says what its numbers are."""

    order: Order = ""
    format: str = ""
    numbers: str = ""

    @classmethod
    def of(cls, values: Iterable[Any], asked: str) -> DateColumn:
        """How to read a column, from its values; `asked` is the user's `--date-format`.

        >>> DateColumn.of(["04/06/2025", "13/06/2025"], "").iso("04/06/2025")
        '2025-06-04'
        >>> DateColumn.of(["45812", "45813"], "").iso("45812")
        '2025-06-04'
        """
        if asked and asked not in ORDERS:
            return cls(format=asked)
        filled = [value for value in values if value not in (None, "")]
        numbers = [number for value in filled if (number := _number(value)) is not None]
        kind = ""
        if filled and len(numbers) >= MOST_SERIALS * len(filled):
            dates = [("serial", serial_date), ("epoch", epoch_date)]
            kind = next((name for name, read in dates if all(map(read, numbers))), "")
        order = ORDERS.get(asked) or column_order(value for value in filled if isinstance(value, str))
        return cls(order=order, numbers=kind)

    @property
    def problem(self) -> str:
        """What is uncertain about the column, with the remedy; empty where nothing is."""
        if self.order == "undecided":
            return (
                f"do not show whether the day or the month comes first; such dates are left empty: {REMEDY}"
            )
        if self.order == "both":
            return f"have the day first in some rows and the month first in others; unclear dates are left empty: {REMEDY}"
        return ""

    def iso(self, value: Any) -> str:
        """A value in ISO 8601; empty where it is no date."""
        if isinstance(value, date | datetime):
            return value.isoformat()
        text = "" if value is None else cell_text(value).strip()
        if self.format:
            return by_format(text, self.format)
        number = _number(value)
        if number is not None and self.numbers:
            return serial_date(number) if self.numbers == "serial" else epoch_date(number)
        return written_date(text, self.order)


def check_format(asked: str) -> None:
    """Raise InputError where `--date-format` is neither an order nor a format."""
    if asked and asked not in ORDERS and "%" not in asked:
        raise InputError(
            f"--date-format {asked}",
            "is neither day-first nor month-first nor a format",
            "write for example --date-format %d.%m.%Y",
        )


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return (
            float(value)
            if not isinstance(value, str) or value.strip().replace(".", "", 1).isdigit()
            else None
        )
    except ValueError:
        return None
