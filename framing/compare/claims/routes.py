"""Routes: by what two statements of different sources are linked as one claim.

Each route asks for another kind of evidence, so each has its own threshold: long wording in common needs no more, a
pair of leads less likeness than two sentences from anywhere, a noun phrase and a clause more than two clauses.
The routes are tried from top to bottom. Their thresholds were set where, on annotated events, nine of ten linked
pairs were right (docs/method.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from framing.compare.claims.propositions import Proposition


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of evidence. `fewest` are the terms in common at least, names and times not counted, `least` the support."""

    name: str
    fewest: int
    least: float
    fits: Callable[[Proposition, Proposition], bool]


def route(one: Proposition, other: Proposition, support: float) -> str:
    """The name of the first route that links two statements with this support, empty where none does."""
    common = len(one.content & other.content)
    for rule in ROUTES:
        if common >= rule.fewest and support >= rule.least and rule.fits(one, other):
            return rule.name
    return ""


def _share_a_run(one: Proposition, other: Proposition) -> bool:
    return bool(one.runs & other.runs)


def _are_leads(one: Proposition, other: Proposition) -> bool:
    return one.is_lead and other.is_lead


def _are_of_one_form(one: Proposition, other: Proposition) -> bool:
    """Both are clauses, or both phrases without a verb."""
    return one.is_clause == other.is_clause


def _are_clauses(one: Proposition, other: Proposition) -> bool:
    return one.is_clause and other.is_clause


def _any(one: Proposition, other: Proposition) -> bool:
    return True


ROUTES: tuple[Route, ...] = (
    Route("run", 0, 0.0, _share_a_run),
    Route("lead", 4, 0.25, _are_leads),
    Route("rich-wording", 4, 0.35, _are_of_one_form),
    Route("wording", 1, 0.6, _are_clauses),
    Route("phrase", 2, 0.6, _are_of_one_form),
    Route("nominal", 2, 0.75, _any),
)
