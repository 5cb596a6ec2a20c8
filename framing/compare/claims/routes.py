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

FEWEST_TELLING = 2
"""A statement with fewer terms that tell something is like too many others ("I don't think", "that means")."""
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
    if min(one.telling, other.telling) < FEWEST_TELLING and not one.runs & other.runs:
        return ""
    common = len(one.content & other.content)
    common += len(one.rare_names & other.rare_names) if common else 0
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
    """Both are clauses, and half of the terms that either has are common; a third where the predicate is among them.

    A single term tells nothing but as the predicate.
    """
    common = one.content & other.content
    same = one.predicate == other.predicate and bool(one.predicate & common)
    if not same and len(common) < 2:
        return False
    least = SAME_PREDICATE if same else MOSTLY
    return _are_clauses(one, other) and len(common) >= least * len(one.content | other.content)


def _are_of_one_predicate(one: Proposition, other: Proposition) -> bool:
    """Both are clauses that say the same happens, by a word that tells something."""
    return _are_clauses(one, other) and bool(one.predicate & other.predicate & one.content & other.content)


def _are_of_one_deed(one: Proposition, other: Proposition) -> bool:
    """Both are clauses with the same predicate and somebody named in common as doer or object."""
    named = (one.doers | one.objects) & (other.doers | other.objects)
    return _are_clauses(one, other) and bool(one.predicate & other.predicate) and bool(named)


def _are_of_one_toll(one: Proposition, other: Proposition) -> bool:
    """Both count people who came to the same harm, as clauses or as phrases; the figures are free to differ."""
    kinds = {toll.kind for toll in one.tolls} & {toll.kind for toll in other.tolls}
    return _are_of_one_form(one, other) and bool(kinds)


def _any(one: Proposition, other: Proposition) -> bool:
    return True


ROUTES: tuple[Route, ...] = (
    Route("run", 0, 0.0, _share_a_run),
    Route("lead", 4, 0.25, _are_leads),
    Route("short-lead", 2, 0.5, _are_leads),
    Route("rich-wording", 4, 0.35, _are_of_one_form),
    Route("toll", 1, 0.4, _are_of_one_toll),
    Route("same-predicate", 1, 0.6, _are_of_one_predicate),
    Route("same-deed", 1, 0.5, _are_of_one_deed),
    Route("wording", 3, 0.6, _are_clauses),
    Route("same-words", 1, 0.5, _are_of_same_words),
    Route("any-form", 2, 0.8, _any),
)
