"""The casualty columns of an article: kinds, constructions, the agency ladder, by victim side.

The *agency ladder* asks of every statement that people were killed or injured how visible the doer is.
`agentless` are passives without by-phrase, nouns and intransitives whose sentence names no actor
(Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of Economics 140(2), 2025).
Titles are counted like the rest; "none" reports are counted apart and are in no share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from framing.columns import Column, count, share
from framing.extract.base import Scope, Value
from framing.extract.casualty.frame import CONSTRUCTIONS
from framing.extract.casualty.record import (
    KINDS,
    LEXICAL_CHOICES,
    OFFICER_INVOLVED,
    WAR_VICTIMS,
    CasualtyMention,
)
from framing.language import ParsedArticle
from framing.mention import Mention

HARM = ("killed", "injured")
HIDING = ("passive_agentless", "nominalised", "intransitive")
ROUNDED = ("about", "dozens", "vague")


def is_agentless(row: CasualtyMention) -> bool:
    """Whether a statement of harm leaves its doer out: by its construction, and no actor beside it."""
    return row.construction in HIDING and row.agent_type != "actor"


def names_actor(row: CasualtyMention) -> bool:
    """Whether somebody, not only an event or a thing, is named as the doer."""
    return row.agent_type == "actor"


def is_attributed(row: CasualtyMention) -> bool:
    """Whether the sentence says who says so, or at least that somebody does."""
    return bool(row.attribution_id or row.attribution_cue or row.speaker_text)


_BY_SIDE: tuple[tuple[str, str, Callable[[CasualtyMention], bool]], ...] = (
    ("agentless", "leave out who did it", is_agentless),
    ("named_actor", "name an actor as the doer", names_actor),
    ("attributed", "say who says so", is_attributed),
)


def columns(scope: Scope) -> tuple[Column, ...]:
    """Counts of every kind, construction and register, and the shares of the agency ladder."""
    declared = [
        count(
            "casualties",
            "Statements that people were killed, hurt, taken, lost, or that none were.",
            "mentions",
        )
    ]
    declared += [
        count(f"casualties_{kind}", f"Casualty statements of kind {kind}.", "mentions") for kind in KINDS
    ]
    declared += [
        count(
            f"casualties_{c}",
            f"Casualty statements of construction {c}.",
            "mentions",
            source=OFFICER_INVOLVED,
        )
        for c in CONSTRUCTIONS
    ]
    declared += [
        count(f"casualties_wording_{c}", f"Casualty statements in {c} wording.", "mentions")
        for c in LEXICAL_CHOICES
    ]
    declared.append(count("harm", "Statements that people were killed or injured.", "mentions"))
    for name, says, _ in _BY_SIDE:
        declared.append(
            count(f"harm_{name}", f"Statements of people killed or injured that {says}.", "mentions")
        )
        declared.append(
            share(
                f"{name}_share",
                f"Share of the statements of people killed or injured that {says}.",
                f"harm_{name}",
                "harm",
                source=OFFICER_INVOLVED if name != "attributed" else WAR_VICTIMS,
            )
        )
    declared.append(
        count("casualty_counts", "Casualty statements with a number or a quantity word.", "mentions")
    )
    declared.append(
        count(
            "casualty_counts_rounded", "Of these, rounded or vague ones: about, dozens, several.", "mentions"
        )
    )
    declared.append(
        share(
            "rounded_count_share",
            "Share of casualty numbers that are rounded or vague.",
            "casualty_counts_rounded",
            "casualty_counts",
            source=WAR_VICTIMS,
        )
    )
    for side in scope.sides:
        declared += _side_columns(side)
    return tuple(declared)


def _side_columns(side: str) -> list[Column]:
    about = f"whose victims belong to {side}"
    declared = [
        count(
            f"harm_{side}",
            f"Statements of people killed or injured {about}.",
            "mentions",
            measure="harm",
            side=side,
        )
    ]
    for name, says, _ in _BY_SIDE:
        declared.append(
            count(
                f"harm_{name}_{side}",
                f"Of the statements {about}, those that {says}.",
                "mentions",
                measure=f"harm_{name}",
                side=side,
            )
        )
        declared.append(
            share(
                f"{name}_share_{side}",
                f"Share of the statements of people killed or injured {about} that {says}.",
                f"harm_{name}_{side}",
                f"harm_{side}",
                source=OFFICER_INVOLVED if name != "attributed" else WAR_VICTIMS,
                measure=f"{name}_share",
                side=side,
            )
        )
    return declared


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    """The counted columns of one article; the shares are divided later."""
    rows = [row for row in mentions if isinstance(row, CasualtyMention)]
    harm = [row for row in rows if row.kind in HARM]
    numbered = [row for row in rows if row.kind != "none_reported" and row.count_text]
    values: dict[str, Value] = {"casualties": len(rows), "harm": len(harm)}
    values |= {f"casualties_{kind}": sum(row.kind == kind for row in rows) for kind in KINDS}
    values |= {f"casualties_{c}": sum(row.construction == c for row in rows) for c in CONSTRUCTIONS}
    values |= {
        f"casualties_wording_{c}": sum(row.lexical_choice == c for row in rows) for c in LEXICAL_CHOICES
    }
    values |= {f"harm_{name}": sum(map(test, harm)) for name, _, test in _BY_SIDE}
    values["casualty_counts"] = len(numbered)
    values["casualty_counts_rounded"] = sum(row.count_qualifier in ROUNDED for row in numbered)
    for side in scope.sides:
        of_side = [row for row in harm if row.victim_side == side]
        values[f"harm_{side}"] = len(of_side)
        values |= {f"harm_{name}_{side}": sum(map(test, of_side)) for name, _, test in _BY_SIDE}
    return values
