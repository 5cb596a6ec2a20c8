"""The agency ladder: how visible the doer is in a statement that people were killed or injured.

A rung is read off `construction`, `agent_type` and `cause_link`, so that three choices of a writer stay apart:

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

from framing.extract.casualty.record import CasualtyMention

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
    """The rung of a statement, a key of `RUNGS`.

    An active verb counts only where its subject is the cause: in "the army lost 200 men" it is bereft.
    """
    if row.construction == "active" and row.cause_link == "subject":
        return "active_actor" if row.agent_type == "actor" else "active_cause"
    return _BY_CONSTRUCTION.get(row.construction, "no_rung")
