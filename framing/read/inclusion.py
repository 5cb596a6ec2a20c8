"""The way of the inputs into the analysis, step by step, as a methods section reports it: what was found, what was left
out at each step and why, what was scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.records.article import Article, Skipped

SCORED_LANGUAGE = "en"
EMPTY = ("has no text", "the file is empty", "no article text", "holds no article text", "has no rows")
"""Beginnings of the reasons for which an input counts as empty rather than unread."""
MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class InclusionStep:
    """One step: how many are left at it, or how many it takes away; `parts` say of what these are."""

    name: str
    number: int
    taken_away: bool = False
    parts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InclusionFlow:
    """The steps in order; `copies` are scored articles that repeat others, which are flagged and stay."""

    steps: tuple[InclusionStep, ...]
    copies: int

    def number(self, name: str) -> int:
        """The number of the step of this name."""
        return next(step.number for step in self.steps if step.name == name)

    @property
    def line(self) -> str:
        """The flow in one line.

        >>> flow_of([], [Skipped(file="a.txt", reason="the file is empty", remedy="")]).line
        'found 1 → not read 0 → empty 1 → read 0 → in another language 0 → scored 0 (copies among them: 0)'
        """
        shown = " → ".join(f"{step.name} {step.number:,}" for step in self.steps)
        return f"{shown} (copies among them: {self.copies:,})"

    def as_json(self) -> dict[str, int | dict[str, int]]:
        """The steps by name, with the reasons where some were left out."""
        found: dict[str, int | dict[str, int]] = {}
        for step in self.steps:
            key = step.name.replace(" ", "_")
            found[key] = step.number
            if step.parts:
                found[f"{key}_by_reason"] = dict(step.parts)
        return {**found, "copies": self.copies}


def flow_of(articles: Sequence[Article], skipped: Sequence[Skipped]) -> InclusionFlow:
    """The flow of some articles and of what was not read."""
    empty = [item for item in skipped if item.reason.startswith(EMPTY)]
    unread = [item for item in skipped if not item.reason.startswith(EMPTY)]
    foreign = [article for article in articles if article.language not in ("", SCORED_LANGUAGE)]
    scored = [article for article in articles if article.language in ("", SCORED_LANGUAGE)]
    return InclusionFlow(
        (
            InclusionStep("found", len(articles) + len(skipped)),
            InclusionStep("not read", len(unread), True, _parts(item.reason for item in unread)),
            InclusionStep("empty", len(empty), True, _parts(item.reason for item in empty)),
            InclusionStep("read", len(articles)),
            InclusionStep(
                "in another language", len(foreign), True, _parts(article.language for article in foreign)
            ),
            InclusionStep("scored", len(scored)),
        ),
        sum(bool(article.duplicate_of) for article in scored),
    )


def _parts(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(reasons).most_common(MOST_REASONS))
