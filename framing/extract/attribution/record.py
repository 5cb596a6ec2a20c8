"""The evidence row of an attribution and the declarations of its slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.lexicon.attribution import CUE_CLASSES, SPEAKER_TYPES
from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

VERIFICATION = ("none", "unverified", "disputed", "verified")
DIRECTNESS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionMention(Mention):
    """One source, one cue, one content: something said, written, shown or believed, and by whom."""

    LETTER: ClassVar[str] = "a"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="speaker_spans",
            type="spans",
            definition="Whoever the content is attributed to, as written; a relative pronoun and its antecedent "
            "are two pieces.",
            unit="characters",
            missing_means="the sentence names no speaker",
            example="120:152",
        ),
        Column(
            name="speaker_text",
            definition="The characters of the speaker.",
            missing_means="the sentence names no speaker",
            example="the ministry",
        ),
        Column(
            name="speaker_resolved",
            definition="The named speaker that a pronoun, surname or “the ministry” stands for; else the speaker "
            "as written, without title.",
            missing_means="no speaker in the sentence, and none to be carried over from the one before",
            example="Russian Defence Ministry",
            correctable="text",
        ),
        Column(
            name="speaker_side",
            definition="The side of the conflict pack that the speaker belongs to.",
            range="id of a side | third_party | unknown",
            missing_means="no conflict pack in use",
            example="ukraine",
            correctable="side",
        ),
        Column(
            name="speaker_type",
            definition="What kind of speaker: a named person, an institution, an unnamed official, a place that "
            "stands for a government, a document or picture, a news medium, a crowd or nobody named.",
            values=SPEAKER_TYPES,
            source="Bell 1991; van Leeuwen 2008",
            correctable="value",
        ),
        Column(
            name="cue_spans",
            type="spans",
            definition="The attributing word with its particle, without auxiliaries.",
            unit="characters",
            missing_means="a quotation without an attributing word",
            example="153:157",
        ),
        Column(
            name="cue_text",
            definition="The characters of the cue.",
            missing_means="a quotation without an attributing word",
            example="claimed",
        ),
        Column(
            name="cue_lemma",
            definition="Lemma of the cue, as the cue lexicon lists it.",
            missing_means="a quotation without an attributing word",
            example="claim",
        ),
        Column(
            name="cue_class",
            definition="What the cue does to the content, by its lemma: reports it neutrally, vouches for it, "
            "stresses it, distances itself from it, and so on.",
            values=CUE_CLASSES,
            source="Hyland 2005; Thompson & Ye 1991; Hooper 1975",
            example="doubt",
            correctable="value",
        ),
        Column(
            name="secondary_cue_class",
            definition="Class of a second cue on the same content (“reportedly … according to …”).",
            values=CUE_CLASSES,
            missing_means="one cue only",
            correctable="value",
        ),
        Column(
            name="content_spans",
            type="spans",
            definition="What is attributed: the clause without “that”, with its quotation marks; a quotation that "
            "goes on after the tag is one row with two spans.",
            unit="characters",
            example="158:230",
        ),
        Column(
            name="directness",
            definition="Whether the content stands in quotation marks wholly (direct), in part (mixed) or not at "
            "all (indirect).",
            values=DIRECTNESS,
            source="Quirk et al. 1985, 14.28-14.35",
            correctable="value",
        ),
        Column(
            name="negated",
            type="boolean",
            definition="Whether the cue is negated (“did not say that”).",
            correctable="value",
        ),
        Column(
            name="verification",
            definition="What the article says on the checking of this content, carried over from its "
            "verification statements.",
            values=VERIFICATION,
            source="Kovach & Rosenstiel 2021",
            correctable="value",
        ),
        Column(
            name="speaker_missing",
            type="boolean",
            definition="Whether the text attributes without naming a speaker (“were reported”, “reportedly”).",
        ),
        Column(
            name="nested_in",
            definition="mention_id of the attribution in whose content this one stands.",
            missing_means="not nested",
            example="001:a04",
            row_of="attribution",
        ),
    )

    speaker_spans: tuple[Span, ...]
    speaker_text: str
    speaker_resolved: str
    speaker_side: str
    speaker_type: str
    cue_spans: tuple[Span, ...]
    cue_text: str
    cue_lemma: str
    cue_class: str
    secondary_cue_class: str
    content_spans: tuple[Span, ...]
    directness: str
    negated: bool
    verification: str
    speaker_missing: bool
    nested_in: str
