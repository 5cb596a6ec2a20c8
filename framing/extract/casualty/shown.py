"""Casualty rows before a reader: from "somebody does it" to "it is just there", and which rows are of dead or hurt."""

from __future__ import annotations

from typing import NamedTuple

from framing.extract.casualty.record import CasualtyMention

HURT_KINDS = ("killed", "injured", "unspecified_loss")
"""The kinds of casualty that are dead or hurt people."""


class GrammarStep(NamedTuple):
    """One step from "somebody does it" to "it is just there", with what it looks like."""

    id: str
    label: str
    example: str


GRAMMAR_STEPS = (
    GrammarStep("actor", "People or a group do it", "“the group killed …”"),
    GrammarStep("event", "An event or thing does it", "“a storm that killed …”"),
    GrammarStep("active", "A verb, no doer", "“…, killing twelve”"),
    GrammarStep("by", "Passive with “by”", "“were killed by …”"),
    GrammarStep("passive", "Passive, no “by”", "“were killed”"),
    GrammarStep("noun", "A noun", "“the deaths of …”"),
    GrammarStep("died", "“Died”", "“twelve people died”"),
    GrammarStep("other", "Other", "“deadly strike”"),
)
_BY_ID = {step.id: step for step in GRAMMAR_STEPS}
_OF_ACTIVE = {"actor": "actor", "event": "event", "instrument": "event"}
_OF_CONSTRUCTION = {
    "passive_with_agent": "by",
    "passive_agentless": "passive",
    "nominalised": "noun",
    "intransitive": "died",
}


def step_of(row: CasualtyMention) -> GrammarStep:
    """The step of a row."""
    if row.construction == "active":
        return _BY_ID[_OF_ACTIVE.get(row.agent_type, "active")]
    return _BY_ID[_OF_CONSTRUCTION.get(row.construction, "other")]
