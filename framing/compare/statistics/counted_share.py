"""A share with the rows that it was counted from, its interval, and its difference to another one."""

from __future__ import annotations

from dataclasses import dataclass

from framing.compare.statistics.intervals import ENOUGH, newcombe, wilson


@dataclass(frozen=True, slots=True)
class CountedShare:
    """The cases of one group (a source, or a side within it), and those of them that have a property, by id.

    `within` is the source of a group that is a side; a group that is a source bears its name.
    """

    name: str
    having: tuple[str, ...]
    cases: tuple[str, ...]
    within: str = ""

    @property
    def source(self) -> str:
        return self.within or self.name

    @property
    def k(self) -> int:
        return len(self.having)

    @property
    def n(self) -> int:
        return len(self.cases)

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH

    @property
    def share(self) -> float:
        return self.k / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of the Wilson interval; None where there are too few cases to compare."""
        return wilson(self.k, self.n) if self.enough else None

    def difference_to(self, other: CountedShare) -> tuple[float, float, float]:
        """How much greater it is than another, and both ends of the interval; nothing where one has no cases."""
        return newcombe(self.k, self.n, other.k, other.n) or (0.0, 0.0, 0.0)
