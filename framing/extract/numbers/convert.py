"""Values in the one unit of their kind, converted by pint; the library is loaded when first needed."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from framing.lexicon.units import UnitWord

if TYPE_CHECKING:
    from pint import UnitRegistry

DIGITS = 9
"""Significant digits of a converted value; more would show the error of the machine's fractions."""


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry

    return UnitRegistry()


@lru_cache(maxsize=4096)
def converted(value: float, unit: UnitWord, into: UnitWord) -> float:
    """A value of one unit in another of the same dimension.

    >>> from framing.lexicon import load
    >>> units = {unit.id: unit for unit in load().of("units", UnitWord)}
    >>> converted(1.5, units["year"], units["month"]), converted(100, units["mile"], units["kilometre"])
    (18.0, 160.9344)
    """
    quantity = _registry().Quantity(value * unit.times, unit.library).to(into.library)
    return float(f"{float(quantity.magnitude) / into.times:.{DIGITS}g}")


@lru_cache(maxsize=4096)
def rescaled(value: float, unit: str, into: str) -> float:
    """A converted value in another converted unit of its kind: months in hours, a month being a twelfth of a year.

    >>> rescaled(2, "month", "hour")
    1461.0
    """
    quantity = _registry().Quantity(value, unit).to(into)
    return float(f"{float(quantity.magnitude):.{DIGITS}g}")
