"""Names before a reader: which of several names for a thing this one is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.extract.naming.record import NameMention
from framing.extract.shown import CorrectionField, Note, NoteContext, NoteWords, Shown
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.records.mention import Mention

NAME_SENSE = {"place": "the place", "government": "the government that sits there"}


class NamedThing(NamedTuple):
    """A thing with several names: its label and the names used for it in these texts."""

    label: str
    variants: tuple[str, ...]


def named_things(lexicons: Lexicons, rows: Iterable[Mention]) -> dict[str, NamedThing]:
    """The things that these rows name, with the variants that occur, in the lexicon's order."""
    used: dict[str, set[str]] = {}
    for row in rows:
        if isinstance(row, NameMention) and not row.exception:
            used.setdefault(row.concept, set()).add(row.variant)
    return {
        concept.id: NamedThing(
            concept.label, tuple(v.label for v in concept.variants if v.label in used[concept.id])
        )
        for concept in lexicons.of("names", NameConcept)
        if concept.id in used
    }


def _notes(context: NoteContext) -> Note:
    things = named_things(context.lexicons, context.rows)

    def note(row: NameMention, text: str) -> NoteWords:
        thing = things.get(row.concept, NamedThing(row.concept, ()))
        meaning = f"“{row.variant}”: {row.signals}."
        if row.exception:
            meaning = f"A fixed expression ({row.exception}): it is marked, but not counted."
        lines = (
            ("Also on this page", ", ".join(f"“{v}”" for v in thing.variants if v != row.variant)),
            ("Stands for", NAME_SENSE.get(row.sense, "")),
            ("Printed beside it", f"“{row.paired_with}”" if row.paired_with else ""),
            ("Whose word", "inside quotation marks: the speaker’s" if row.inside_quote else ""),
        )
        return NoteWords(
            title=text[row.start : row.end],
            says=thing.label[:1].upper() + thing.label[1:],
            meaning=meaning,
            lines=tuple(line for line in lines if line[1]),
        )

    return note


SHOWN = Shown(
    letter="N",
    place=3,
    label="Names",
    heading="Name",
    colour="amber",
    note=_notes,
    style="nam",
    fields=(
        CorrectionField("sense", "Stands for", {"": "Neither, or not clear", **NAME_SENSE}),
        CorrectionField(
            "inside_quote",
            "Whose word",
            {"false": "The source’s own", "true": "The speaker’s, in quotation marks"},
        ),
    ),
    annotate="a name or a word for a thing that another text may call something else.",
)
