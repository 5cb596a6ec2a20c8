"""The casualty columns of an article: kinds, constructions, the agency ladder, identification, by victim side.

Voice is counted as rungs of the ladder, agency by who is named as the doer, lexical choice by the register of the
words; the persons behind the numbers are counted in `identification`. `agentless` are passives without by-phrase,
nouns and intransitives whose sentence names no actor. Titles are counted like the rest; "none" reports are counted
apart and are in no share.

The ladder says how visible the doer is in a statement that people were killed or injured. A rung is read off
`construction`, `agent_type` and `cause_link`, so that three choices of a writer stay apart:

    voice           the construction: active, passive, intransitive, noun
    agency          who or what is made to act: somebody, an event or a thing, nobody
    lexical choice  the word for it: kill, eliminate, murder (a column of its own, in no rung)

From the top: somebody acts ("police killed a man"), an event or a thing acts ("a missile killed a man"), a
passive names its doer ("was killed by police"), a passive does not ("was killed", also "in a strike by X"),
the victims only die, the death is a noun ("the death of a man"). Adjectives and losses ("12 dead", "lost
200 men") are on no rung. After Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of
Economics 140(2), 2025, and for events as actors Entman, Journal of Communication 41(4), 1991.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from framing.extract.base import Scope, Value
from framing.extract.casualty.identification import identification, identification_columns
from framing.extract.casualty.record import (
    CONSTRUCTIONS,
    EUPHEMISM,
    KINDS,
    LEXICAL_CHOICES,
    OFFICER_INVOLVED,
    WAR_VICTIMS,
    CasualtyMention,
)
from framing.records.columns import Column, count, every_row, share
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

HARM = ("killed", "injured")
HIDING = ("passive_agentless", "nominalised", "intransitive")
ROUNDED = ("about", "dozens", "vague")

Test = Callable[[CasualtyMention], bool]

RUNGS = {
    "active_actor": "make somebody the subject of an active verb",
    "active_cause": "make an event or a thing the subject of an active verb",
    "passive_by": "are passive and name the doer in a by-phrase",
    "passive_bare": "are passive without a by-phrase",
    "victims_die": "let the victims die, without a doer in the verb",
    "noun": "make the death or injury a noun",
    "no_rung": "describe the victims or a loss, on no rung of the ladder",
}
"""What the statements of each rung do, from the most visible doer to the least."""

_BY_CONSTRUCTION = {
    "passive_with_agent": "passive_by",
    "passive_agentless": "passive_bare",
    "intransitive": "victims_die",
    "nominalised": "noun",
}


def rung_of(row: CasualtyMention) -> str:
    """The rung of a statement, a key of `RUNGS`, by its construction, the type of its doer and how it is tied.

    An active verb counts only where its subject is the cause: in "the army lost 200 men" it is bereft.
    """
    if row.construction == "active" and row.cause_link == "subject":
        return "active_actor" if row.agent_type == "actor" else "active_cause"
    return _BY_CONSTRUCTION.get(row.construction, "no_rung")


def is_agentless(row: CasualtyMention) -> bool:
    """Whether a statement of harm leaves its doer out: by its construction, and no actor beside it."""
    return row.construction in HIDING and row.agent_type != "actor"


def names_actor(row: CasualtyMention) -> bool:
    """Whether somebody, not only an event or a thing, is named as the doer."""
    return row.agent_type == "actor"


def is_attributed(row: CasualtyMention) -> bool:
    """Whether the sentence says who says so, or at least that somebody does."""
    return bool(row.attribution_id or row.attribution_cue or row.speaker_text)


def is_marked(row: CasualtyMention) -> bool:
    """Whether the wording is not neutral: euphemistic, dehumanising, emotive or legal."""
    return row.lexical_choice != "neutral"


_BY_SIDE: tuple[tuple[str, str, Test, str], ...] = (
    ("agentless", "leave out who did it", is_agentless, OFFICER_INVOLVED),
    ("named_actor", "name an actor as the doer", names_actor, OFFICER_INVOLVED),
    ("attributed", "say who says so", is_attributed, WAR_VICTIMS),
    ("marked_wording", "use other than neutral words", is_marked, EUPHEMISM),
)


def columns(scope: Scope) -> tuple[Column, ...]:
    """Counts of every kind, construction and register, and the shares of the agency ladder."""
    declared = [
        count(
            "casualties",
            "Statements that people were killed, hurt, taken, lost, or that none were.",
            "mentions",
            rows=every_row,
        )
    ]
    declared += [
        count(
            f"casualties_{kind}",
            f"Casualty statements of kind {kind}.",
            "mentions",
            rows=partial(_is, "kind", kind),
        )
        for kind in KINDS
    ]
    declared += [
        count(
            f"casualties_{c}",
            f"Casualty statements of construction {c}.",
            "mentions",
            source=OFFICER_INVOLVED,
            rows=partial(_is, "construction", c),
        )
        for c in CONSTRUCTIONS
    ]
    declared += [
        count(
            f"casualties_wording_{c}",
            f"Casualty statements in {c} wording.",
            "mentions",
            rows=partial(_is, "lexical_choice", c),
        )
        for c in LEXICAL_CHOICES
    ]
    declared.append(count("harm", "Statements that people were killed or injured.", "mentions", rows=is_harm))
    for name, says, test, source in _BY_SIDE:
        declared.append(
            count(
                f"harm_{name}",
                f"Statements of people killed or injured that {says}.",
                "mentions",
                rows=partial(_harms, test),
            )
        )
        declared.append(
            share(
                f"{name}_share",
                f"Share of the statements of people killed or injured that {says}.",
                f"harm_{name}",
                "harm",
                source=source,
            )
        )
    declared += _ladder_columns()
    declared.append(
        count(
            "casualty_counts",
            "Casualty statements with a number or a quantity word.",
            "mentions",
            rows=is_numbered,
        )
    )
    declared.append(
        count(
            "casualty_counts_rounded",
            "Of these, rounded or vague ones: about, dozens, several.",
            "mentions",
            rows=lambda row: is_numbered(row) and row.count_qualifier in ROUNDED,
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
        declared += _ladder_columns(side)
    return (*declared, *identification_columns(scope))


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    """The columns of an article that count no rows."""
    return identification(mentions, scope)


def _ladder_columns(side: str = "") -> list[Column]:
    """The statements of harm on each rung; shares are described, not compared, so that fewer tests are made."""
    about = f" whose victims belong to {side}" if side else ""
    suffix = f"_{side}" if side else ""
    declared = []
    for rung, says in RUNGS.items():
        declared.append(
            count(
                f"ladder_{rung}{suffix}",
                f"Statements of people killed or injured{about} that {says}.",
                "mentions",
                source=OFFICER_INVOLVED,
                measure=f"ladder_{rung}",
                side=side,
                rows=partial(_on_rung, rung, side),
            )
        )
        declared.append(
            share(
                f"ladder_{rung}_share{suffix}",
                f"Share of the statements of people killed or injured{about} that {says}.",
                f"ladder_{rung}{suffix}",
                f"harm{suffix}",
                source=OFFICER_INVOLVED,
                measure=f"ladder_{rung}_share",
                side=side,
                contrasted=False,
            )
        )
    return declared


def _side_columns(side: str) -> list[Column]:
    about = f"whose victims belong to {side}"
    declared = [
        count(
            f"harm_{side}",
            f"Statements of people killed or injured {about}.",
            "mentions",
            measure="harm",
            side=side,
            rows=partial(_harms_of, side, every_row),
        )
    ]
    for name, says, test, source in _BY_SIDE:
        declared.append(
            count(
                f"harm_{name}_{side}",
                f"Of the statements {about}, those that {says}.",
                "mentions",
                measure=f"harm_{name}",
                side=side,
                rows=partial(_harms_of, side, test),
            )
        )
        declared.append(
            share(
                f"{name}_share_{side}",
                f"Share of the statements of people killed or injured {about} that {says}.",
                f"harm_{name}_{side}",
                f"harm_{side}",
                source=source,
                measure=f"{name}_share",
                side=side,
            )
        )
    return declared


def is_harm(row: CasualtyMention) -> bool:
    """Whether the statement says that people were killed or injured."""
    return row.kind in HARM


def is_numbered(row: CasualtyMention) -> bool:
    """Whether the statement gives a number or a quantity word."""
    return row.kind != "none_reported" and bool(row.count_text)


def _is(slot: str, value: str, row: CasualtyMention) -> bool:
    return bool(getattr(row, slot) == value)


def _harms(test: Test, row: CasualtyMention) -> bool:
    return is_harm(row) and test(row)


def _harms_of(side: str, test: Test, row: CasualtyMention) -> bool:
    return is_harm(row) and row.victim_side == side and test(row)


def _on_rung(rung: str, side: str, row: CasualtyMention) -> bool:
    return is_harm(row) and side in ("", row.victim_side) and rung_of(row) == rung
