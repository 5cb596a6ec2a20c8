"""Measured error: what `framing evaluate` found, kept in the package as `measured.json`.

Codebook, page and README print these figures and no others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, TypeVar

DEVELOPMENT: Final = "used in development"
"""Words in the name of a gold set that rules were written with in sight."""
Name = TypeVar("Name")
RECORD = Path(__file__).resolve().parent.parent / "measured.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredError:
    """Agreement of one table's rows with a gold set.

    `size` counts gold rows (`unit` says of what). `agreement` holds the share of matched rows in
    which a slot agrees with the gold, by the slot's name. `column` is the column that was measured by itself, empty
    where whole rows were. `negatives` are texts or places of the gold set that
    look like a row and are none; `false_alarms` those in which one was found.
    """

    measure: str
    table: str
    gold: str
    size: int
    unit: str
    precision: float
    recall: float
    f1: float
    agreement: Mapping[str, float] = field(default_factory=dict)
    negatives: int = 0
    false_alarms: int = 0
    column: str = ""

    @property
    def measured_on(self) -> str:
        return f"{self.gold}; {self.size} {self.unit}"

    @property
    def is_development(self) -> bool:
        """Whether rules or thresholds were set on the gold set; its name says so."""
        return DEVELOPMENT in self.gold and f"not {DEVELOPMENT}" not in self.gold

    @property
    def is_part(self) -> bool:
        """Whether only rows of one kind were measured ("attribution, indirect")."""
        return "," in self.measure

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """What comes first where several gold sets were measured: unseen ones, all rows, and of these the worst."""
        return self.is_development, self.is_part, self.f1

    @property
    def alarms(self) -> str:
        """How many hard negatives were taken for a row; empty where the gold set has none."""
        return f"{self.false_alarms} of {self.negatives}" if self.negatives else ""


def load_record(path: Path = RECORD) -> tuple[MeasuredError, ...]:
    """The measurements that stand in the package; none where nothing was measured."""
    if not path.exists():
        return ()
    return tuple(MeasuredError(**row) for row in json.loads(path.read_text(encoding="utf-8")))


def save_record(measurements: Iterable[MeasuredError], path: Path = RECORD) -> None:
    """Add measurements to the record; one of the same measure and gold set is replaced."""
    rows = {(error.measure, error.gold): error for error in (*load_record(path), *measurements)}
    text = json.dumps([asdict(rows[key]) for key in sorted(rows)], indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def by_table(record: Iterable[MeasuredError]) -> dict[str, MeasuredError]:
    """For each table the measurement of its rows that codebook and page print.

    One on a gold set that was not used in development comes before any that was, and one of all rows before one of
    some; of several the worst is printed, since no reader knows which of them his texts are like.

    >>> def measured(gold, f1):
    ...     return MeasuredError(measure="m", table="t", gold=gold, size=9, unit="rows", precision=f1, recall=f1, f1=f1)
    >>> record = [measured("seeds, used in development", 0.9), measured("events, used in development", 0.7)]
    >>> by_table(record)["t"].gold, by_table([*record, measured("letters, not used in development", 0.8)])["t"].gold
    ('events, used in development', 'letters, not used in development')
    """
    return _first((error.table, error) for error in record if not error.column)


def by_column(record: Iterable[MeasuredError]) -> dict[tuple[str, str], MeasuredError]:
    """The same for the columns that were measured by themselves, by table and column."""
    return _first(((error.table, error.column), error) for error in record if error.column)


def _first(named: Iterable[tuple[Name, MeasuredError]]) -> dict[Name, MeasuredError]:
    best: dict[Name, MeasuredError] = {}
    for name, error in named:
        if name not in best or error.rank < best[name].rank:
            best[name] = error
    return best
