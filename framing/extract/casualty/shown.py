"""Casualty rows before a reader: what befell whom, by whom, from "somebody does it" to "it is just there"."""

from __future__ import annotations

from typing import NamedTuple

from framing.extract.casualty.record import CasualtyMention
from framing.extract.shown import CorrectionField, Note, NoteContext, NoteWords, Shown

HURT_KINDS = ("killed", "injured", "unspecified_loss")
"""The kinds of casualty that are dead or hurt people."""
LOSS_KIND = {
    "killed": "Killed",
    "injured": "Hurt",
    "missing": "Missing",
    "captured": "Held",
    "unspecified_loss": "Losses: dead and hurt not told apart",
    "none_reported": "Nobody killed or hurt, says the text",
}
FATE = {
    "killed": "killed",
    "injured": "hurt",
    "missing": "missing",
    "captured": "held",
    "unspecified_loss": "killed or hurt",
    "none_reported": "not hurt, says the text",
}
STATUS = {"combatant": "soldiers", "civilian": "civilians", "mixed": "soldiers and civilians"}
FACTUALITY = {
    "asserted": "as a fact",
    "attributed_doubt": "with a doubt word",
    "conditional": "as a possibility",
    "negated": "as something that did not happen",
    "generic": "in general, no single event",
}
WORD_CHOICE = {
    "euphemistic": "a softer word",
    "dehumanising": "a word for things or animals",
    "emotive": "a strong word",
    "legal": "a word from the law",
}
_CONSTRUCTIONS = {
    "active": "Active: “police killed a man”",
    "passive_with_agent": "Passive with “by”: “was killed by police”",
    "passive_agentless": "Passive, no “by”: “was killed”",
    "intransitive": "“Died”",
    "nominalised": "A noun: “the death of”",
    "other": "Other",
}
_DOERS = {
    "actor": "People or a unit",
    "event": "An event: a strike, a fire",
    "instrument": "A thing: a bomb, a car",
    "none": "Not said in the sentence",
}


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


def _notes(context: NoteContext) -> Note:
    def note(row: CasualtyMention, text: str) -> NoteWords:
        step = step_of(row)
        said_by = f"{row.speaker_text} (“{row.attribution_cue}”)" if row.speaker_text else row.attribution_cue
        lines = (
            ("Who was hurt", row.victim_text or "not said"),
            ("Their side", context.side(row.victim_side)),
            ("They are", STATUS.get(row.victim_status, "")),
            ("Figure", row.count_text),
            ("Who or what did it", row.agent_text or "not said in the sentence"),
            ("Doer’s side", context.side(row.agent_side) if row.agent_text else ""),
            ("Who says so", said_by or "the source itself"),
            ("Told", FACTUALITY.get(row.factuality, "")),
            ("Choice of word", WORD_CHOICE.get(row.lexical_choice, "")),
        )
        return NoteWords(
            title=text[row.start : row.end],
            says=LOSS_KIND[row.kind],
            meaning=f"Grammar: {step.label} {step.example}.",
            lines=tuple(line for line in lines if line[1]),
        )

    return note


SHOWN = Shown(
    letter="C",
    place=2,
    label="Killed, hurt, held",
    heading="Killed, hurt, held",
    colour="violet",
    note=_notes,
    style="cas",
    fields=(
        CorrectionField("kind", "What happened", LOSS_KIND),
        CorrectionField("count_low", "How many, at least"),
        CorrectionField("count_high", "How many, at most"),
        CorrectionField("victim_side", "Their side"),
        CorrectionField("victim_status", "They are", STATUS | {"unknown": "not said"}),
        CorrectionField("construction", "Grammar", _CONSTRUCTIONS),
        CorrectionField("agent_type", "Who or what did it", _DOERS),
        CorrectionField("agent_side", "Doer’s side"),
        CorrectionField("factuality", "Told", FACTUALITY),
        CorrectionField("lexical_choice", "Choice of word", {"neutral": "a plain word", **WORD_CHOICE}),
    ),
    annotate="the words that say so: “killed 12 soldiers”, “the deaths of two”.",
)
