"""Quantities before a reader: counted on a card and shown as passages, without a mark in the text."""

from __future__ import annotations

from framing.extract.numbers.record import NumberMention
from framing.extract.shown import CorrectionField, Note, NoteContext, NoteWords, Shown

QUALIFIER = {
    "exact": "this number",
    "at_least": "at least",
    "more_than": "more than",
    "up_to": "up to",
    "about": "about",
    "dozens": "dozens, hundreds …",
    "vague": "no number",
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


def cited_words(row: NumberMention) -> str:
    """Who is cited for a quantity."""
    if not row.attribution_id:
        return "the source itself"
    return row.speaker_text or "somebody, not named"


def says(row: NumberMention) -> str:
    """A quantity in words: how exact it is and who is cited for it."""
    return f"{QUALIFIER[row.qualifier]}; {cited_words(row)}"


def _notes(context: NoteContext) -> Note:
    return lambda row, text: NoteWords(title=text[row.start : row.end], says=says(row))


SHOWN = Shown(
    place=5,
    label="Figures",
    heading="Figure",
    note=_notes,
    fields=(
        CorrectionField("kind", "What kind of figure", _QUANTITIES),
        CorrectionField("value_low", "At least"),
        CorrectionField("value_high", "At most"),
        CorrectionField("qualifier", "How exact", QUALIFIER),
        CorrectionField("counts_what", "What it counts"),
    ),
)
