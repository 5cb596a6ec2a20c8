"""Headline: what the title tells, who acts in it, in which voice, who vouches for it, its tone beside the body's.

Most readers see only the title, and somebody else than the reporter often wrote it. One row is one
title. What it says in the outlet's own voice may stand attributed in the body, and the other way round.
Who says so stands apart from who does it: of "Strike kills two, police say" the deed is the strike's, the words are
those of the police.

Published sources: Mårdh 1980, Headlinese (grammar of headlines); Dor 2003, On newspaper headlines as
relevance optimizers, Journal of Pragmatics 35:695-721.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.headline.clause import (
    CLAUSE_KINDS,
    ClauseCase,
    acted_on,
    attribution_form,
    cause,
    clause_words,
    doer_role,
    is_only_quoted,
)
from framing.extract.headline.features import columns, features
from framing.extract.headline.record import CLAUSES, VOICES, HeadlineMention
from framing.extract.headline.voice import TITLES, TitleCase, TitleVoice
from framing.extract.rules import first, joined
from framing.extract.tone import ToneMention
from framing.people.sides import UNKNOWN
from framing.records.article import Span
from framing.text.grammar import child, stripped
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, Sentence, count_words

__all__ = ["CLAUSE_KINDS", "HEADLINE", "TITLES", "ClauseCase", "HeadlineMention", "TitleCase"]

ENTRIES: Mapping[str, str] = {
    **{f"voice:{voice}": f"the title is {voice.replace('_', ' ')}" for voice in VOICES},
    **{f"clause:{kind}": f"the title's main clause is a {kind}" for kind in CLAUSES},
    **{rule.name: rule.example for rule in CLAUSE_KINDS},
    **{rule.name: rule.example for rule in TITLES},
    "doer:by-phrase": "the noun behind “by” of a passive predicate",
    "doer:subject": "the subject of an active predicate",
    "only-a-quotation": "“We will stay”: mayor of Leeds",
    "doer:speaker": "who says the quotation that the title is",
    "doer:mark": "the parse takes a mark for the doer, so that there is none",
    "side:named": "the words of the doer name the side",
}
"""Every entry of a headline's trail."""


_MARKS = ('"', "'", "“", "‘", "``", "''")


def extract(parsed: ParsedArticle, context: Context) -> list[HeadlineMention]:
    """The title's row, or none where the article has no title."""
    title = next((s for s in parsed.sentences if s.region == "title"), None)
    if title is None or title.parse is None:
        return []
    clause = TitleCase.of(title.parse, context.lexicons.words("grammar", "about_to"))
    attributed = _attribution(title, context)
    if attributed is not None and is_only_quoted(title, clause, attributed):
        reading = _only_quoted(title, attributed)
    else:
        reading = _clause_read(title, clause, attributed, context)
    return [_row(parsed, title, reading, attributed, context)]


class _TitleReading(NamedTuple):
    """What the row says of a title: its clause, voice, doer and other parts, and the entries of the trail."""

    kind: str
    voice: str
    actor: Span | None
    role: str
    acted_on: Span | None
    cause: Span | None
    entries: tuple[str, ...]


def _only_quoted(title: Sentence, attributed: AttributionMention) -> _TitleReading:
    """A title that is nothing but a quotation tells speech, and its doer is who speaks."""
    entries = ("clause:speech", "only-a-quotation", "voice:active", "only-a-quotation", "doer:speaker")
    return _TitleReading("speech", "active", attributed.speaker_spans[0], "actor", None, None, entries)


def _clause_read(
    title: Sentence, clause: TitleCase, attributed: AttributionMention | None, context: Context
) -> _TitleReading:
    found = first(TITLES, clause)
    assert found is not None
    name, said = found
    case = ClauseCase(title, clause, said, attributed, clause_words(context.lexicons))
    told = first(CLAUSE_KINDS, case)
    assert told is not None
    tells, kind = told
    actor = _phrase(title, said.doer, bare=said.by == "by-phrase")
    because = stripped(cause(case))
    return _TitleReading(
        kind,
        said.voice,
        actor,
        doer_role(said.doer if actor else None, kind, case.words),
        _phrase(title, acted_on(case), bare=True),
        title.span_of(because) if because else None,
        (f"clause:{kind}", tells, f"voice:{said.voice}", name, *_doer_entries(said, actor)),
    )


def _row(
    parsed: ParsedArticle,
    title: Sentence,
    reading: _TitleReading,
    attributed: AttributionMention | None,
    context: Context,
) -> HeadlineMention:
    text = parsed.article.text
    words = _words_at(text, reading.actor)
    side = context.sides.side_of(words) if context.sides and words else ""
    tone, body_tone = _tones(context)
    trail = joined((*reading.entries, *_side_entries(side)))
    return HeadlineMention(
        **Numbering(parsed, HeadlineMention.LETTER).place(title.start, title.end, trail),
        words=count_words(title.text),
        clause=reading.kind,
        voice=reading.voice,
        actor_spans=(reading.actor,) if reading.actor else (),
        actor_text=words,
        actor_side=side,
        doer_role=reading.role,
        acted_on=_words_at(text, reading.acted_on),
        cause=_words_at(text, reading.cause),
        attribution_id=attributed.mention_id if attributed else "",
        attribution_form=attribution_form(attributed, text),
        tone=tone,
        body_tone=body_tone,
    )


def _words_at(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else ""


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
    if head is None or not (any(map(str.isalnum, head.text)) or child(head, "nummod")):
        return None
    tokens = [token for token in head.subtree if not token.is_punct or token.i <= head.i]
    if tokens and tokens[0].text in _MARKS and not any(t.text in _MARKS for t in tokens[1:]):
        tokens = tokens[1:]
    if bare:
        tokens = _before_preposition(tokens)
    return title.span_of(stripped(tokens) or tokens)


def _before_preposition(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a phrase before a preposition other than *of* and *to*."""
    ends = (t.i for t in tokens[1:] if t.tag in ("IN", "RP") and t.lower not in ("of", "to"))
    end = next(ends, None)
    return [token for token in tokens if end is None or token.i < end]


def _doer_entries(said: TitleVoice, actor: Span | None) -> tuple[str, ...]:
    if said.doer is None:
        return ()
    return ("doer:mark",) if actor is None else (f"doer:{said.by}",)


def _side_entries(side: str) -> tuple[str, ...]:
    return ("side:named",) if side not in ("", UNKNOWN) else ()


HEADLINE = Extractor(
    name="headline",
    table=evidence_table("headlines", HeadlineMention),
    extract=extract,
    columns=columns,
    features=features,
    entries=ENTRIES,
)
