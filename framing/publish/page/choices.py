"""What a person can say of a mark that is wrong: the columns of its form, and the choices in plain words.

A field names a column that its record declares as correctable; a test holds the two together. Rarer columns are
corrected in the file (see docs/corrections.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.publish.shared import words


class Field(NamedTuple):
    """One line of a form: `options` maps each value to its words; without any it is a side, a number or a text."""

    column: str
    label: str
    options: Mapping[str, str] = {}


_CUES = {
    "neutral": "Plain word: “said”",
    "according_to": "“According to”",
    "certainty_factive": "Adds weight, treats it as true: “confirmed”",
    "emphasis": "Adds weight, insists: “stressed”",
    "doubt": "Adds doubt: “claimed”",
    "hedge_adverb": "Adds doubt, somebody reports it: “reportedly”",
    "evaluative": "Praises or blames: “accused”",
    "directive": "Asks or orders: “urged”",
    "cognitive": "Thinks or expects: “believes”",
    "other": "Another reporting word, or none",
}
_CHECKED = {"none": "The text does not say", **words.VERIFICATION}
_STATEMENTS = {
    "unverified": "Could not be checked",
    "disputed": "Disputed",
    "verified": "Checked",
    "none": "None of these",
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
_QUANTITIES = {
    "people": "People",
    "thing": "Things",
    "age": "Age",
    "time_of_day": "Time of day",
    "money": "Money",
    "share": "Share",
    "duration": "How long",
    "distance": "How far",
    "area": "Area",
    "volume": "Volume",
    "mass": "Weight",
    "speed": "Speed",
    "temperature": "Temperature",
    "energy": "Energy",
    "multiple": "How many times as much",
    "other": "Something else",
}

FORMS: Mapping[str, tuple[Field, ...]] = {
    "attributions": (
        Field("speaker_resolved", "Who says so"),
        Field("speaker_side", "Side"),
        Field("speaker_type", "Kind of speaker", words.SPEAKER_TYPE),
        Field("cue_class", "The reporting word", _CUES),
        Field(
            "directness",
            "How",
            {value: label[:1].upper() + label[1:] for value, label in words.DIRECTNESS.items()},
        ),
        Field("verification", "Checked", _CHECKED),
    ),
    "casualties": (
        Field("kind", "What happened", words.LOSS_KIND),
        Field("count_low", "How many, at least"),
        Field("count_high", "How many, at most"),
        Field("victim_side", "Their side"),
        Field("victim_status", "They are", words.STATUS | {"unknown": "not said"}),
        Field("construction", "Grammar", _CONSTRUCTIONS),
        Field("agent_type", "Who or what did it", _DOERS),
        Field("agent_side", "Doer’s side"),
        Field("factuality", "Told", words.FACTUALITY),
        Field("lexical_choice", "Choice of word", {"neutral": "a plain word", **words.WORD_CHOICE}),
    ),
    "names": (
        Field("sense", "Stands for", {"": "Neither, or not clear", **words.NAME_SENSE}),
        Field(
            "inside_quote",
            "Whose word",
            {"false": "The source’s own", "true": "The speaker’s, in quotation marks"},
        ),
    ),
    "verification": (Field("verification", "What the text says", _STATEMENTS),),
    "numbers": (
        Field("kind", "What kind of figure", _QUANTITIES),
        Field("value_low", "At least"),
        Field("value_high", "At most"),
        Field("qualifier", "How exact", words.QUALIFIER),
        Field("counts_what", "What it counts"),
    ),
}
