"""Headline: who acts in the title, in which voice, who vouches for it, and its tone beside the body's.

Most readers see only the title, and somebody else than the reporter often wrote it. One row is one
title. What it says in the outlet's own voice may stand attributed in the body, and the other way round.

Published sources: Mårdh 1980, Headlinese (grammar of headlines); Dor 2003, On newspaper headlines as
relevance optimizers, Journal of Pragmatics 35:695-721.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Context, Extractor, Numbering, Scope, Value, evidence_table
from framing.extract.tone import ToneMention
from framing.records.article import Span
from framing.records.columns import Column, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text.grammar import agent, child, is_passive
from framing.text.parse import Token
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


def extract(parsed: ParsedArticle, context: Context) -> list[HeadlineMention]:
    """The title's row, or none where the article has no title."""
    title = next((s for s in parsed.sentences if s.region == "title"), None)
    if title is None or title.parse is None:
        return []
    voice, actor = _voice(title)
    tones = [m for m in context.found.get("tone", ()) if isinstance(m, ToneMention)]
    own = [m.tone for m in tones if m.region != "title" and m.voice == "own"]
    in_title = [m.tone for m in tones if m.region == "title"]
    attribution = _attribution(title, context)
    words = parsed.article.text[actor.start : actor.end] if actor else ""
    return [
        HeadlineMention(
            **Numbering(parsed, HeadlineMention.LETTER).place(title.start, title.end, f"headline:{voice}"),
            words=count_words(title.text),
            voice=voice,
            actor_spans=(actor,) if actor else (),
            actor_text=words,
            actor_side=context.sides.side_of(words) if context.sides and words else "",
            attribution_id=attribution.mention_id if attribution else "",
            tone=round(sum(in_title) / len(in_title), 4) if in_title else 0.0,
            body_tone=round(sum(own) / len(own), 4) if own else None,
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


def _voice(title: Sentence) -> tuple[str, Span | None]:
    """Voice of the main predicate and the span of its doer."""
    assert title.parse is not None
    root = next(token for token in title.parse if token.dep == "ROOT")
    predicate = root if root.pos in ("VERB", "AUX") else child(root, "acl")
    if predicate is None:
        return "verbless", None
    if is_passive(predicate) or (predicate.tag == "VBN" and predicate.dep == "ROOT" and _bare(predicate)):
        by = agent(predicate)
        return ("passive_with_agent", _phrase(title, by, bare=True)) if by else ("passive_agentless", None)
    doer = child(predicate, "nsubj", "csubj")
    return "active", _phrase(title, doer) if doer is not None else None


def _bare(participle: Token) -> bool:
    """A participle with a subject but neither auxiliary nor object: a passive in the grammar of headlines."""
    return child(participle, "aux", "dobj", "ccomp", "xcomp") is None


def _phrase(title: Sentence, head: Token, *, bare: bool = False) -> Span | None:
    """The noun phrase of a doer; None where the parser takes a mark for one.

    A `bare` phrase ends before a preposition other than *of*: behind a passive it says where and why it was done.
    """
    if not any(character.isalnum() for character in head.text):
        return None
    behind = (c for c in head.children if c.i > head.i and c.dep == "prep" and c.lower != "of")
    end = next(behind, None) if bare else None
    return title.span_of(
        token
        for token in head.subtree
        if (not token.is_punct or token.i <= head.i) and (end is None or token.i < end.i)
    )


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
)
