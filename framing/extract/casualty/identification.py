"""How the victims of each side are shown: as persons or as a number.

Readers feel for one identified victim more than for many unnamed ones (Small and Loewenstein, Helping a
Victim or Helping the Victim, Journal of Risk and Uncertainty 26(1), 2003; Lee and Feeley, The Identifiable
Victim Effect: A Meta-Analytic Review, Social Influence 11(3), 2016), and news gives names and families to
the victims of one side and figures to those of the other (Entman, Journal of Communication 41(4), 1991, on
KAL 007 and Iran Air 655). What is counted follows Van Leeuwen's social actors (The Representation of Social
Actors, 1996): individualisation (one person, or a name), aggregation (a quantity), collectivisation (a group
without either). The identification index of a side is `details_per_victim_phrase`: of name, age, occupation,
family, children and personal detail, how many kinds a statement about its victims gives on average.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from framing.extract.base import Scope
from framing.extract.casualty.record import CasualtyMention
from framing.records.columns import Column, count, ratio, share
from framing.records.mention import Mention

IDENTIFIABLE = (
    "Small and Loewenstein, Journal of Risk and Uncertainty 26(1), 2003; Entman, Journal of Communication "
    "41(4), 1991"
)
SOCIAL_ACTORS = "Van Leeuwen, The Representation of Social Actors, 1996"
DETAILS = "victim_details"


def names_victims(row: CasualtyMention) -> bool:
    """Whether the statement says of somebody that they came to harm, or are missing or held."""
    return row.kind != "none_reported" and bool(row.victim_text)


def is_identified(row: CasualtyMention) -> bool:
    """Whether the statement gives a detail that makes the victims persons."""
    return bool(row.humanising)


def is_individual(row: CasualtyMention) -> bool:
    """Whether the victims are one person, or have a name."""
    return "name" in row.humanising or (row.count_low, row.count_high) == (1, 1)


def is_aggregated(row: CasualtyMention) -> bool:
    """Whether the victims are a quantity without a name."""
    return not is_individual(row) and bool(row.count_text)


def has_children(row: CasualtyMention) -> bool:
    """Whether children are said to be among the victims."""
    return row.children


_SHARES = (
    ("identified", "that give a name, age, occupation, family or other detail", is_identified, IDENTIFIABLE),
    ("individual", "whose victims are one person or have a name", is_individual, SOCIAL_ACTORS),
    ("aggregated", "whose victims are a quantity without a name", is_aggregated, SOCIAL_ACTORS),
    ("children", "with children among the victims", has_children, IDENTIFIABLE),
)


def identification_columns(scope: Scope) -> list[Column]:
    """Counts, shares and the index, over all victim phrases and by the victims' side."""
    return [column for side in ("", *scope.sides) for column in _of(side)]


def identification(mentions: Sequence[Mention], scope: Scope) -> dict[str, int]:
    """The sums of kinds of details, which are no counts of rows."""
    rows = [row for row in mentions if isinstance(row, CasualtyMention) and names_victims(row)]
    return {
        _named(DETAILS, side): sum(len(row.humanising) for row in rows if side in ("", row.victim_side))
        for side in ("", *scope.sides)
    }


def _of(side: str) -> list[Column]:
    whose = f" whose victims belong to {side}" if side else ""
    total = _named("victim_phrases", side)
    declared = [
        count(
            total,
            f"Statements with a victim phrase{whose}.",
            "mentions",
            measure="victim_phrases",
            side=side,
            rows=partial(_counts, side, names_victims),
        )
    ]
    for name, says, test, source in _SHARES:
        part = _named(f"victims_{name}", side)
        declared.append(
            count(
                part,
                f"Of the statements with a victim phrase{whose}, those {says}.",
                "mentions",
                measure=f"victims_{name}",
                side=side,
                rows=partial(_counts, side, test),
            )
        )
        declared.append(
            share(
                _named(f"victims_{name}_share", side),
                f"Share of the statements with a victim phrase{whose} {says}.",
                part,
                total,
                source=source,
                measure=f"victims_{name}_share",
                side=side,
                contrasted=name != "aggregated",
            )
        )
    details = _named(DETAILS, side)
    declared.append(
        count(
            details,
            f"Kinds of personal details in the statements with a victim phrase{whose}, added up.",
            "details",
            source=IDENTIFIABLE,
            measure=DETAILS,
            side=side,
        )
    )
    declared.append(
        ratio(
            _named("details_per_victim_phrase", side),
            f"Identification index: kinds of personal details per statement with a victim phrase{whose}.",
            details,
            total,
            unit="details per statement",
            source=IDENTIFIABLE,
            measure="details_per_victim_phrase",
            side=side,
        )
    )
    return declared


def _named(name: str, side: str) -> str:
    return f"{name}_{side}" if side else name


def _counts(side: str, test: Callable[[CasualtyMention], bool], row: CasualtyMention) -> bool:
    return names_victims(row) and side in ("", row.victim_side) and test(row)
