"""What each entry of a number's trail means: a rule by its example, the rest in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.extract.numbers.ages import AGES_WITH_UNIT, AGES_WITHOUT_UNIT
from framing.extract.numbers.clock import TIMES
from framing.extract.numbers.counted import (
    OF_AGE,
    OF_COUNT,
    OF_FRACTION,
    OF_LONE_NUMBER,
    OF_MEASURE,
    OF_TIME,
)
from framing.extract.numbers.fractions import SHARES
from framing.extract.numbers.links import LINKS
from framing.extract.numbers.measured import ARTICLES, MEASURES
from framing.extract.numbers.named import BY_GRAMMAR
from framing.extract.numbers.record import KINDS
from framing.extract.numbers.scan import NEVER, WITHOUT_UNIT
from framing.extract.rules import Rule

Rules = tuple[Rule[Any, Any], ...]

CONSTRUCTIONS: tuple[Rules, ...] = (MEASURES, ARTICLES, SHARES, TIMES, AGES_WITH_UNIT, AGES_WITHOUT_UNIT)
"""The tables of how a quantity is written."""

PARTS: Mapping[str, tuple[Rules, ...]] = {
    "linked": (LINKS,),
    "counts": (OF_COUNT, OF_LONE_NUMBER, OF_MEASURE, OF_FRACTION, OF_AGE, OF_TIME),
}
"""The tables of what belongs to a quantity, by the prefix that their names have in a trail."""

EXCLUDING: Mapping[str, Rules] = {
    "no quantity": NEVER,
    "name, date or code": WITHOUT_UNIT,
    "by the grammar": BY_GRAMMAR,
}
"""The tables of what is no quantity."""

OTHER: Mapping[str, str] = {
    **{f"quantity:{kind}": f"a quantity of kind {kind}" for kind in KINDS},
    "bound:preposition": "“over” or “about” before it is a preposition and no bound: drones over eight regions",
    "counts:people": "no noun, but people: victims, “20 who”, or what is done to people only",
    "counts:noun-before": "the people counted before it in the sentence",
    "counts:as-before": "what was counted before it in the sentence",
    "counts:restated": "what the same quantity in another unit counts",
    "says:attribution": "an attribution has it in its content",
}
"""What is added to a trail without a table."""

ENTRIES: Mapping[str, str] = {
    **{rule.name: rule.example for rules in CONSTRUCTIONS for rule in rules},
    **{
        f"{prefix}:{rule.name}": rule.example
        for prefix, tables in PARTS.items()
        for rules in reversed(tables)
        for rule in rules
    },
    **OTHER,
}
"""Every entry of a trail."""
