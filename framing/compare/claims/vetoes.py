"""Vetoes: what two statements must not differ in to be one claim, however alike their wording is.

Each veto is a named question with two sentences of our own that it keeps apart; they run as its test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from framing.compare.claims.propositions import Proposition

OTHER_TOLL = 2.5
"""Tolls of which one is so many times the other count different things: a day's dead and a war's."""


@dataclass(frozen=True, slots=True)
class Veto:
    """Why two statements are not one claim; `example` are two sentences that it keeps apart."""

    name: str
    example: tuple[str, str]
    keeps_apart: Callable[[Proposition, Proposition], bool]


def veto(one: Proposition, other: Proposition) -> str:
    """The name of the first veto against two statements being one claim, empty where there is none."""
    return next((rule.name for rule in VETOES if rule.keeps_apart(one, other)), "")


def _other_polarity(one: Proposition, other: Proposition) -> bool:
    return one.negated != other.negated


def _other_holder(one: Proposition, other: Proposition) -> bool:
    """A position belongs to its holder, and so does a quotation; a fact may be told by anybody."""
    held = one.is_position or other.is_position or (one.quoted and other.quoted)
    if not held or one.runs & other.runs:
        return False
    return bool(one.holder) and bool(other.holder) and not one.holder & other.holder


def _other_toll(one: Proposition, other: Proposition) -> bool:
    pairs = [(a, b) for a in one.tolls for b in other.tolls if a.kind == b.kind]
    return bool(pairs) and all(max(a.low, b.low) > OTHER_TOLL * max(1, min(a.high, b.high)) for a, b in pairs)


def _other_year(one: Proposition, other: Proposition) -> bool:
    return bool(one.years) and bool(other.years) and not one.years & other.years


def _other_month(one: Proposition, other: Proposition) -> bool:
    return bool(one.months) and bool(other.months) and not one.months & other.months


def _other_day(one: Proposition, other: Proposition) -> bool:
    return any(
        here and there and not here & there
        for here, there in ((one.days, other.days), (one.weekdays, other.weekdays))
    )


def _other_in_order(one: Proposition, other: Proposition) -> bool:
    """Both number the same thing, and otherwise."""
    here, there = one.ordinals, other.ordinals
    return bool({thing for thing, _ in here} & {thing for thing, _ in there}) and not here & there


def _other_aim(one: Proposition, other: Proposition) -> bool:
    """Both only tell what for, of other doers and behind another word: what the whole event is about is wanted by many."""
    if not (one.is_aim and other.is_aim) or one.runs & other.runs:
        return False
    return one.governor != other.governor and not one.doers & other.doers


def _other_doer(one: Proposition, other: Proposition) -> bool:
    """Both doers of one predicate are names, and no name is common; or one is a name and the other several unnamed."""
    if not one.predicate & other.predicate:
        return False
    if one.doers and other.doers:
        return not one.doers & other.doers
    return (one.many and bool(other.doers)) or (other.many and bool(one.doers))


def _other_occurrence(one: Proposition, other: Proposition) -> bool:
    """One tells of a further occurrence; not where the wording is the same."""
    return one.further != other.further and not one.runs & other.runs


def _only_supposed(one: Proposition, other: Proposition) -> bool:
    return one.hypothetical != other.hypothetical


VETOES: tuple[Veto, ...] = (
    Veto(
        "polarity",
        ("The miners accepted the offer of the firm.", "The miners did not accept the offer of the firm."),
        _other_polarity,
    ),
    Veto(
        "holder",
        ("Mayor Ana Kern condemned the closing of the pier.", "The union condemned the closing of the pier."),
        _other_holder,
    ),
    Veto(
        "toll",
        ("The landslide killed 12 villagers.", "Landslides have killed 480 villagers since spring."),
        _other_toll,
    ),
    Veto(
        "year",
        ("The bridge was closed in 2011.", "The bridge was closed in 2019."),
        _other_year,
    ),
    Veto(
        "month",
        ("The bridge was closed in March.", "The bridge was closed again in October."),
        _other_month,
    ),
    Veto(
        "day",
        ("The bridge was closed on Monday.", "The bridge was closed on Friday."),
        _other_day,
    ),
    Veto(
        "order",
        ("The fourth round of talks ended in Oslo.", "The fifth round of talks ended in Oslo."),
        _other_in_order,
    ),
    Veto(
        "aim",
        ("The mayor pledged to end the long strike.", "Workers hope to end the strike."),
        _other_aim,
    ),
    Veto(
        "doer",
        ("Norway expelled the ambassador of Chile.", "Several countries expelled ambassadors of Chile."),
        _other_doer,
    ),
    Veto(
        "occurrence",
        ("A fire at the mill killed four men.", "Another fire at the mill killed two men."),
        _other_occurrence,
    ),
    Veto(
        "supposed",
        ("The firm sells the mill to Chile.", "The miners will strike if the firm sells the mill to Chile."),
        _only_supposed,
    ),
)
