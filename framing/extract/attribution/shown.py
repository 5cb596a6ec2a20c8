"""Attributions before a reader: who says so, with which word, and what was said."""

from __future__ import annotations

from framing.extract.attribution.record import AttributionMention
from framing.extract.shown import CorrectionField, MarkedSlot, Note, NoteContext, NoteWords, Shown
from framing.extract.verification import SAID_OF_CHECKING
from framing.lexicon.attribution import CUE_GROUPS, CueGroup

CUE_CLASS = {
    "neutral": "Plain word",
    "according_to": "“According to”",
    "certainty_factive": "Adds weight",
    "emphasis": "Adds weight",
    "doubt": "Adds doubt",
    "hedge_adverb": "Adds doubt",
    "evaluative": "Praises or blames",
    "directive": "Asks or orders",
    "cognitive": "Thinks or expects",
    "other": "Another reporting word",
}
CUE_MEANING = {
    "neutral": "It reports the words and takes no view of them.",
    "according_to": "It names the speaker and takes no view of the words.",
    "certainty_factive": "It treats what follows as true, or as already known.",
    "emphasis": "It tells the reader that the speaker insisted.",
    "doubt": "It leaves open whether what follows is true.",
    "hedge_adverb": "It says that somebody reports this, and leaves open whether it is true.",
    "evaluative": "It reports praise or blame.",
    "directive": "It reports that somebody asked for something.",
    "cognitive": "It reports what somebody thinks, hopes or expects.",
    "other": "It reports words in another way.",
}
NO_CUE = "Quoted, no reporting word"
NO_CUE_MEANING = "The words stand in quotation marks; the text names no act of saying."
DIRECTNESS = {
    "direct": "word for word, in quotation marks",
    "mixed": "partly quoted, partly retold",
    "indirect": "retold, no quotation marks",
}
SPEAKER_TYPE = {
    "named_person": "Named people",
    "institution": "Institutions",
    "state_metonym": "A capital or country as speaker",
    "anonymous_official": "Unnamed officials",
    "media": "News media",
    "document": "Documents, images",
    "crowd_or_unspecified": "Nobody in particular",
}
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


def cue_group(row: AttributionMention) -> CueGroup:
    """What the reporting words of a row add: plain, weight, doubt or other; a second word goes before the first."""
    return CUE_GROUPS.get(row.secondary_cue_class) or CUE_GROUPS.get(row.cue_class, "other")


def _cue_style(row: AttributionMention) -> str:
    style = f"cue g-{cue_group(row)}"
    return style if row.speaker_spans else f"{style} nobody"


def _notes(context: NoteContext) -> Note:
    def note(row: AttributionMention, text: str) -> NoteWords:
        who = row.speaker_text or "nobody named"
        if row.speaker_resolved and row.speaker_resolved != row.speaker_text:
            who = f"{who} ({row.speaker_resolved})"
        meaning = CUE_MEANING.get(row.cue_class, NO_CUE_MEANING)
        if row.cue_lemma:
            meaning = f"“{row.cue_lemma}” is on the list of reporting words. {meaning}"
        lines = (
            ("Who", who),
            ("Side", context.side(row.speaker_side)),
            ("Kind of speaker", SPEAKER_TYPE.get(row.speaker_type, "")),
            ("What", " … ".join(text[s.start : s.end] for s in row.content_spans)),
            ("How", DIRECTNESS.get(row.directness, "")),
            ("Not", "the text says that it was not said, or not so" if row.negated else ""),
            ("Checked", SAID_OF_CHECKING.get(row.verification, "")),
        )
        return NoteWords(
            title=row.cue_text or "no reporting word",
            says=CUE_CLASS.get(row.cue_class, NO_CUE),
            meaning=meaning,
            lines=tuple(line for line in lines if line[1]),
        )

    return note


SHOWN = Shown(
    letter="A",
    place=1,
    label="Who says so",
    heading="Who says so",
    colour="teal",
    note=_notes,
    focus=("speaker_spans", "cue_spans"),
    badge="cue_spans",
    slots=(
        MarkedSlot("speaker_spans", "spk"),
        MarkedSlot("cue_spans", _cue_style),
        MarkedSlot("content_spans", "con"),
    ),
    fields=(
        CorrectionField("speaker_resolved", "Who says so"),
        CorrectionField("speaker_side", "Side"),
        CorrectionField("speaker_type", "Kind of speaker", SPEAKER_TYPE),
        CorrectionField("cue_class", "The reporting word", _CUES),
        CorrectionField(
            "directness",
            "How",
            {value: f"{words[:1].upper()}{words[1:]}" for value, words in DIRECTNESS.items()},
        ),
        CorrectionField("verification", "Checked", {"none": "The text does not say", **SAID_OF_CHECKING}),
    ),
    annotate="the speaker and the reporting word: “the ministry said”. Not what was said.",
)
