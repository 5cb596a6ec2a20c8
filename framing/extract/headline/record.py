"""The evidence row of a title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

CLAUSES = ("deed", "happening", "speech", "state", "question", "label")
VOICES = ("active", "passive_with_agent", "passive_agentless", "verbless")
DOER_ROLES = ("actor", "event", "instrument")
ATTRIBUTION_FORMS = ("lead_verb", "trailing_verb", "dash", "colon", "quotation", "none")
SOURCE = "Mårdh 1980, Headlinese; Dor 2003, Journal of Pragmatics 35:695-721"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMention(Mention):
    """One title."""

    LETTER: ClassVar[str] = "h"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="words", type="integer", definition="Words of the title.", unit="words", range="0 or more"
        ),
        Column(
            name="clause",
            definition="What the title's main clause tells: what somebody did or what was done (deed), what happened "
            "of itself (happening), that somebody says something (speech), how things are (state); or it asks "
            "(question), or is no clause (label).",
            values=CLAUSES,
            source="Halliday & Matthiessen 2014, 5.1-5.5; Quirk et al. 1985, 11.4-11.8",
            correctable="value",
        ),
        Column(
            name="voice",
            definition="Voice of the title's main predicate, who says so apart; a participle without its auxiliary "
            "(“Two held after crash”) is passive.",
            values=VOICES,
            source=SOURCE,
            correctable="value",
        ),
        Column(
            name="actor_spans",
            type="spans",
            definition="The doer that the title names: the subject of an active verb, or the by-phrase; where the "
            "title only tells that somebody says something, the speaker.",
            missing_means="no doer is named",
        ),
        Column(name="actor_text", definition="The doer as written.", missing_means="no doer is named"),
        Column(
            name="actor_side",
            definition="The side of the doer.",
            missing_means="no doer is named, or no conflict pack is in use",
            correctable="side",
        ),
        Column(
            name="doer_role",
            definition="What kind of doer does a deed or says something: somebody (actor), an event (“strike kills "
            "dozens”), or an instrument (“missile hits port”).",
            values=DOER_ROLES,
            missing_means="no doer is named, or the title tells no deed and no speech",
            source="Moreno-Medina et al. 2025",
        ),
        Column(
            name="acted_on",
            definition="To whom or what it is done: the object of an active verb, the subject of a passive one.",
            missing_means="nobody and nothing is named",
        ),
        Column(
            name="cause",
            definition="The phrase that gives a cause loosely or an order in time: “in clashes”, “after protest”.",
            missing_means="there is no such phrase",
            source="Entman 1991, Journal of Communication 41(4)",
        ),
        Column(
            name="attribution_id",
            definition="The attribution that the title makes.",
            missing_means="the title speaks in the outlet's own voice",
            row_of="attribution",
        ),
        Column(
            name="attribution_form",
            definition="How the title tells who says so: a verb before or behind what is said, a dash, a colon, "
            "quotation marks alone.",
            values=ATTRIBUTION_FORMS,
            source="Bell 1991",
        ),
        Column(name="tone", type="number", definition="VADER compound score of the title.", range="-1 to 1"),
        Column(
            name="body_tone",
            type="number",
            definition="Mean VADER compound score of the body's sentences in the outlet's own words.",
            range="-1 to 1",
            missing_means="the body has no sentence of its own",
        ),
    )

    words: int
    clause: str
    voice: str
    actor_spans: tuple[Span, ...]
    actor_text: str
    actor_side: str
    doer_role: str
    acted_on: str
    cause: str
    attribution_id: str
    attribution_form: str
    tone: float
    body_tone: float | None
