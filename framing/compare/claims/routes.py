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

MOSTLY = 0.5
"""Part of the terms of two short statements that must be common (Jaccard)."""
SAME_PREDICATE = 1 / 3
"""The same where they have one predicate."""


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


def _are_of_same_words(one: Proposition, other: Proposition) -> bool:
    """Both are clauses, and half of the terms that either has are common; a third where the predicate is among them."""
    common = one.content & other.content
    same = one.predicate == other.predicate and bool(one.predicate & common)
    least = SAME_PREDICATE if same else MOSTLY
    return _are_clauses(one, other) and len(common) >= least * len(one.content | other.content)


def _are_of_one_deed(one: Proposition, other: Proposition) -> bool:
    """Both are clauses with the same predicate and somebody named in common as doer or object."""
    named = (one.doers | one.objects) & (other.doers | other.objects)
    return _are_clauses(one, other) and bool(one.predicate & other.predicate) and bool(named)


def _any(one: Proposition, other: Proposition) -> bool:
    return True


ROUTES: tuple[Route, ...] = (
    Route("run", 0, 0.0, _share_a_run),
    Route("lead", 4, 0.25, _are_leads),
    Route("rich-wording", 4, 0.35, _are_of_one_form),
    Route("wording", 3, 0.6, _are_clauses),
    Route("same-words", 1, 0.6, _are_of_same_words),
    Route("same-deed", 2, 0.6, _are_of_one_deed),
    Route("phrase", 3, 0.6, _are_of_one_form),
    Route("nominal", 3, 0.75, _any),
)
