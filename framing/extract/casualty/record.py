"""The casualty row: one predicate that says that people died, were hurt, are missing, held or lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_args

from framing.lexicon.casualty import Kind, LexicalChoice
from framing.lexicon.numerals import Qualifier
from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

KINDS: tuple[str, ...] = get_args(Kind)
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
LEXICAL_CHOICES: tuple[str, ...] = get_args(LexicalChoice)
STATUSES = ("combatant", "civilian", "mixed", "unknown")
CONSTRUCTIONS = (
    "active",
    "passive_with_agent",
    "passive_agentless",
    "intransitive",
    "nominalised",
    "other",
)
AGENT_TYPES = ("actor", "event", "instrument", "none")
CAUSE_LINKS = ("subject", "by_phrase", "causal_verb", "adjunct", "after_clause", "modified_noun", "none")
FACTUALITY = ("asserted", "attributed_doubt", "conditional", "negated", "generic")

OFFICER_INVOLVED = (
    "Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of Economics 140(2), 2025"
)
WAR_VICTIMS = "AlShebli, Salvador Casara and Maass, Media Coverage of War Victims, arXiv 2510.06453, 2025"
WORTHY_VICTIMS = "Herman and Chomsky, Manufacturing Consent, 1988, chapter 2"
EUPHEMISM = "Kyryliuk, JoLIE 15:2, 2022; Allan and Burridge, Forbidden Words, 2006"
NO_PACK = "no conflict pack is in use"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyMention(Mention):
    """One casualty predicate with its slots. `start:end` holds the trigger and the victim phrase."""

    LETTER: ClassVar[str] = "c"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="trigger_start",
            type="integer",
            definition="First character of the casualty predicate.",
            unit="characters",
        ),
        Column(
            name="trigger_end",
            type="integer",
            definition="Offset behind the casualty predicate.",
            unit="characters",
        ),
        Column(
            name="kind",
            definition="What the predicate asserts; “losses” and “casualties” do not tell dead from wounded.",
            values=KINDS,
            source="Keith et al., Identifying civilians killed by police, EMNLP 2017",
            correctable="value",
        ),
        Column(
            name="count_low",
            type="integer",
            definition="Least number of victims that the phrase can mean.",
            unit="people",
            missing_means="no lower bound is said",
            correctable="value",
        ),
        Column(
            name="count_high",
            type="integer",
            definition="Greatest number of victims that the phrase can mean.",
            unit="people",
            missing_means="no upper bound is said",
            correctable="value",
        ),
        Column(
            name="count_qualifier",
            definition="How the number is hedged; `dozens` is any plural number noun, `none` no quantity.",
            values=QUALIFIERS,
            source=WAR_VICTIMS,
            correctable="value",
        ),
        Column(name="count_text", definition="The number phrase.", missing_means="no number is said"),
        Column(name="victim_spans", type="spans", definition="Where the victim phrase stands."),
        Column(
            name="victim_text",
            definition="The victim phrase with its number.",
            missing_means="the sentence names no victims",
            correctable="text",
        ),
        Column(
            name="victim_side",
            definition="Whose people the victims are, by the whole article: a side, third_party or unknown.",
            missing_means=NO_PACK,
            source=WORTHY_VICTIMS,
            correctable="side",
        ),
        Column(
            name="victim_side_explicit",
            type="boolean",
            definition="Whether a word of the sentence tied to victims or place gives the side.",
            missing_means=NO_PACK,
        ),
        Column(
            name="victim_status",
            definition="Combatants or civilians, only on words of the phrase; “people” is unknown.",
            values=STATUSES,
            correctable="value",
        ),
        Column(
            name="children",
            type="boolean",
            definition="Whether children are named among the victims.",
            correctable="value",
        ),
        Column(
            name="humanising",
            type="list",
            definition="What makes the victims persons: name, age, occupation, family, children.",
            missing_means="nothing does",
            source=WAR_VICTIMS,
        ),
        Column(name="agent_spans", type="spans", definition="Where the phrase of the doer or cause stands."),
        Column(
            name="agent_text",
            definition="The doer or cause named in the same sentence.",
            missing_means="the sentence names none",
            source=OFFICER_INVOLVED,
            correctable="text",
        ),
        Column(
            name="agent_type",
            definition="Whether the cause is an actor, an event or an instrument.",
            values=AGENT_TYPES,
            source="Entman, Journal of Communication 41(4), 1991",
            correctable="value",
        ),
        Column(
            name="agent_side",
            definition="Whose deed it was, by the agent phrase and its clause.",
            missing_means=f"no agent is named, or {NO_PACK}",
            correctable="side",
        ),
        Column(
            name="agent_side_explicit",
            type="boolean",
            definition="Whether the agent phrase itself names the side.",
            missing_means=f"no agent is named, or {NO_PACK}",
        ),
        Column(
            name="cause_link",
            definition="How the cause is tied to the predicate, from full (subject) to loose (after_clause).",
            values=CAUSE_LINKS,
            source=OFFICER_INVOLVED,
            correctable="value",
        ),
        Column(
            name="construction",
            definition="Grammar of the casualty word itself; only a by-phrase makes passive_with_agent.",
            values=CONSTRUCTIONS,
            source=OFFICER_INVOLVED,
            correctable="value",
        ),
        Column(
            name="predicate_lemma",
            definition="Lemma of the predicate, or the fixed phrase.",
            example="loss of life",
        ),
        Column(
            name="lexical_choice",
            definition="Register of the wording, by predicate, then victim noun, then event noun.",
            values=LEXICAL_CHOICES,
            source=EUPHEMISM,
            correctable="value",
        ),
        Column(
            name="factuality",
            definition="Whether the casualty is asserted, doubted, conditional, negated or generic.",
            values=FACTUALITY,
            correctable="value",
        ),
        Column(
            name="materiel_coordination",
            type="boolean",
            definition="Whether one verb governs people and equipment.",
            source=EUPHEMISM,
        ),
        Column(
            name="attribution_id",
            definition="Row of the attribution whose content holds the predicate.",
            missing_means="the source's own voice",
            row_of="attribution",
        ),
        Column(
            name="attribution_cue",
            definition="The attributing word, or an adverb such as “reportedly”.",
            missing_means="the source's own voice",
        ),
        Column(
            name="speaker_text",
            definition="Who says so, in the same sentence.",
            missing_means="nobody is named",
        ),
        Column(
            name="speaker_side",
            definition="The side of who says so.",
            missing_means=f"the source's own voice, or {NO_PACK}",
        ),
    )

    trigger_start: int
    trigger_end: int
    kind: str
    count_low: int | None
    count_high: int | None
    count_qualifier: str
    count_text: str
    victim_spans: tuple[Span, ...]
    victim_text: str
    victim_side: str
    victim_side_explicit: bool | None
    victim_status: str
    children: bool
    humanising: tuple[str, ...]
    agent_spans: tuple[Span, ...]
    agent_text: str
    agent_type: str
    agent_side: str
    agent_side_explicit: bool | None
    cause_link: str
    construction: str
    predicate_lemma: str
    lexical_choice: str
    factuality: str
    materiel_coordination: bool
    attribution_id: str
    attribution_cue: str
    speaker_text: str
    speaker_side: str
