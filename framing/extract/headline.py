"""Headline: who acts in the title, in which voice, who vouches for it, and its tone beside the body's.

Most readers see only the title, and somebody else than the reporter often wrote it. One row is one
title. What it says in the outlet's own voice may stand attributed in the body, and the other way round.

Published sources: Mårdh 1980, Headlinese (grammar of headlines); Dor 2003, On newspaper headlines as
relevance optimizers, Journal of Pragmatics 35:695-721.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Context, Extractor, Numbering, Scope, Value, evidence_table
from framing.extract.rules import Rule, first, joined
from framing.extract.tone import ToneMention
from framing.people.sides import UNKNOWN
from framing.records.article import Span
from framing.records.columns import Column, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text.grammar import Voice, agent, child, is_verbal, voice
from framing.text.parse import Parse, Token
from framing.text.sentences import ParsedArticle, Sentence, count_words

VOICES = ("active", "passive_with_agent", "passive_agentless", "verbless")
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
            name="voice",
            definition="Voice of the title's main predicate; a participle without its auxiliary (“Two held "
            "after crash”) is passive.",
            values=VOICES,
            source=SOURCE,
            correctable="value",
        ),
        Column(
            name="actor_spans",
            type="spans",
            definition="The doer that the title names: the subject of an active verb, or the by-phrase.",
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
            name="attribution_id",
            definition="The attribution that the title makes.",
            missing_means="the title speaks in the outlet's own voice",
            row_of="attribution",
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
    voice: str
    actor_spans: tuple[Span, ...]
    actor_text: str
    actor_side: str
    attribution_id: str
    tone: float
    body_tone: float | None


# -- the grammar of a title -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TitleCase:
    """A title: its main predicate, the verb at its root or else the clause behind a noun there."""

    predicate: Token | None
    voice: Voice | None

    @classmethod
    def of(cls, parse: Parse) -> TitleCase:
        root = next(token for token in parse if token.dep == "ROOT")
        predicate = root if is_verbal(root) else child(root, "acl")
        return cls(predicate, None if predicate is None else voice(predicate))

    def has(self, *deps: str) -> bool:
        """Whether one of these hangs on the predicate."""
        return self.predicate is not None and child(self.predicate, *deps) is not None


def has_no_predicate(case: TitleCase) -> bool:
    """The title has neither a verb nor a participle behind its noun."""
    return case.predicate is None


def is_by_auxiliary(case: TitleCase) -> bool:
    """The predicate has the auxiliary of the passive."""
    return case.voice == "passive" and (case.has("auxpass") or not case.has("nsubjpass", "csubjpass"))


def is_get_passive(case: TitleCase) -> bool:
    """The auxiliary is a form of "get"."""
    return case.voice == "get_passive"


def is_bare_participle(case: TitleCase) -> bool:
    """The predicate is a past participle whose auxiliary the title leaves out, with a subject or behind a noun."""
    if case.voice in ("passive", "reduced_passive"):
        return True
    if case.predicate is None or case.predicate.tag != "VBN" or case.predicate.dep != "ROOT":
        return False
    return not case.has("aux", "dobj", "ccomp", "xcomp")


def has_subject(case: TitleCase) -> bool:
    """The predicate has a subject of its own."""
    return case.has("nsubj", "csubj")


def passive(case: TitleCase) -> TitleVoice:
    """Passive, with its by-phrase."""
    by = agent(case.predicate) if case.predicate is not None else None
    return (
        TitleVoice("passive_agentless") if by is None else TitleVoice("passive_with_agent", by, "by-phrase")
    )


def active(case: TitleCase) -> TitleVoice:
    """Active, with its subject."""
    who = child(case.predicate, "nsubj", "csubj") if case.predicate is not None else None
    return TitleVoice("active", who, "" if who is None else "subject")


def verbless(case: TitleCase) -> TitleVoice:
    """Without a verb."""
    return TitleVoice("verbless")


class TitleVoice(NamedTuple):
    """The voice of a title, its doer, and by which rule the doer was found."""

    voice: str
    doer: Token | None = None
    by: str = ""


TITLES: tuple[Rule[TitleCase, TitleVoice], ...] = (
    Rule("no-predicate", "A winter in Sallow", verbless, (has_no_predicate,)),
    Rule("get-passive", "Two boys got *hurt* by {guards}", passive, (is_get_passive,)),
    Rule("passive-by-auxiliary", "Two men were *killed* in a fire", passive, (is_by_auxiliary,)),
    Rule("bare-participle", "Two men *killed* by {police} in Leeds", passive, (is_bare_participle,)),
    Rule("subject-and-verb", "{Mayor of Leeds} *resigns*", active, (has_subject,)),
    Rule("verb-without-subject", "*Meet* the new mayor of Leeds", active),
)
"""The voice of a title's main predicate, in the grammar of headlines, which leave auxiliaries out."""

ENTRIES: Mapping[str, str] = {
    **{f"voice:{voice}": f"the title is {voice.replace('_', ' ')}" for voice in VOICES},
    **{rule.name: rule.example for rule in TITLES},
    "doer:by-phrase": "the noun behind “by” of a passive predicate",
    "doer:subject": "the subject of an active predicate",
    "doer:mark": "the parse takes a mark for the doer, so that there is none",
    "side:named": "the words of the doer name the side",
}
"""Every entry of a headline's trail."""


def extract(parsed: ParsedArticle, context: Context) -> list[HeadlineMention]:
    """The title's row, or none where the article has no title."""
    title = next((s for s in parsed.sentences if s.region == "title"), None)
    if title is None or title.parse is None:
        return []
    found = first(TITLES, TitleCase.of(title.parse))
    assert found is not None
    name, said = found
    actor = _phrase(title, said.doer, bare=said.by == "by-phrase")
    words = parsed.article.text[actor.start : actor.end] if actor else ""
    side = context.sides.side_of(words) if context.sides and words else ""
    tone, body_tone = _tones(context)
    attributed = _attribution(title, context)
    trail = (f"voice:{said.voice}", name, *_doer_entries(said, actor), *_side_entries(side))
    place = Numbering(parsed, HeadlineMention.LETTER).place(title.start, title.end, joined(trail))
    return [
        HeadlineMention(
            **place,
            words=count_words(title.text),
            voice=said.voice,
            actor_spans=(actor,) if actor else (),
            actor_text=words,
            actor_side=side,
            attribution_id=attributed.mention_id if attributed else "",
            tone=tone,
            body_tone=body_tone,
        )
    ]


def _attribution(title: Sentence, context: Context) -> AttributionMention | None:
    """The attribution that the title makes: by a mark, else the first."""
    rows = [
        row
        for row in context.found.get("attribution", ())
        if isinstance(row, AttributionMention) and row.region == "title"
    ]
    marked = [row for row in rows if not any(c.isalnum() for c in row.cue_text)]
    return next(iter((*marked, *rows)), None)


def _tones(context: Context) -> tuple[float, float | None]:
    """The mean tone of the title, and of the body's sentences in the outlet's own words, where it has any."""
    tones = [m for m in context.found.get("tone", ()) if isinstance(m, ToneMention)]
    title = _mean(m.tone for m in tones if m.region == "title")
    return title or 0.0, _mean(m.tone for m in tones if m.region != "title" and m.voice == "own")


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 4) if known else None


def _phrase(title: Sentence, head: Token | None, *, bare: bool = False) -> Span | None:
    """The noun phrase of a doer; None where there is none, or the parser takes a mark for one.

    A `bare` phrase ends before a preposition other than *of*: behind a passive it says where and why it was done.
    """
    if head is None or not any(character.isalnum() for character in head.text):
        return None
    behind = (c for c in head.children if c.i > head.i and c.dep == "prep" and c.lower != "of")
    end = next(behind, None) if bare else None
    return title.span_of(
        token
        for token in head.subtree
        if (not token.is_punct or token.i <= head.i) and (end is None or token.i < end.i)
    )


def _doer_entries(said: TitleVoice, actor: Span | None) -> tuple[str, ...]:
    if said.doer is None:
        return ()
    return ("doer:mark",) if actor is None else (f"doer:{said.by}",)


def _side_entries(side: str) -> tuple[str, ...]:
    return ("side:named",) if side not in ("", UNKNOWN) else ()


# -- features ---------------------------------------------------------------------------------------

_PROPERTIES: dict[str, tuple[str, Callable[[HeadlineMention], bool]]] = {
    "attributed": ("that attribute what they say", lambda row: bool(row.attribution_id)),
    "with_actor": ("that name a doer", lambda row: bool(row.actor_spans)),
    "passive": ("in the passive", lambda row: row.voice.startswith("passive")),
    "passive_agentless": ("in the passive without a doer", lambda row: row.voice == "passive_agentless"),
}


def columns(scope: Scope) -> tuple[Column, ...]:
    """Titles, and the shares of them with each property."""
    declared: list[Column] = [
        count("titles", "Titles.", "titles", rows=every_row),
        count("title_words", "Words of the title.", "words"),
    ]
    for key, (what, test) in _PROPERTIES.items():
        declared.append(count(f"titles_{key}", f"Titles {what}.", "titles", source=SOURCE, rows=test))
        declared.append(
            share(f"titles_{key}_share", f"Share of titles {what}.", f"titles_{key}", "titles", source=SOURCE)
        )
    declared += [
        Column(
            name="title_tone_above_body",
            type="number",
            definition="Sum over titles of the title's tone minus the body's.",
            unit="compound score",
            range="any",
        ),
        count(
            "titles_with_body_tone",
            "Titles whose body has a tone of its own.",
            "titles",
            rows=lambda row: row.body_tone is not None,
        ),
        ratio(
            "title_tone_difference",
            "Mean of the title's tone minus the body's.",
            "title_tone_above_body",
            "titles_with_body_tone",
            unit="compound score",
            range="-2 to 2",
        ),
    ]
    return tuple(declared)


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    rows = [m for m in mentions if isinstance(m, HeadlineMention)]
    differences = [row.tone - row.body_tone for row in rows if row.body_tone is not None]
    return {
        "title_words": sum(row.words for row in rows),
        "title_tone_above_body": round(sum(differences), 4),
    }


HEADLINE = Extractor(
    name="headline",
    table=evidence_table("headlines", HeadlineMention),
    extract=extract,
    columns=columns,
    features=features,
    entries=ENTRIES,
)
