"""Headline: what the title tells, who acts in it, in which voice, who vouches for it, its tone beside the body's.

Most readers see only the title, and somebody else than the reporter often wrote it. One row is one
title. What it says in the outlet's own voice may stand attributed in the body, and the other way round.
Who says so stands apart from who does it: of "Strike kills two, police say" the deed is the strike's, the words are
those of the police.

Published sources: Mårdh 1980, Headlinese (grammar of headlines); Dor 2003, On newspaper headlines as
relevance optimizers, Journal of Pragmatics 35:695-721.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    text = parsed.article.text
    clause = TitleCase.of(title.parse, context.lexicons.words("grammar", "about_to"))
    found = first(TITLES, clause)
    assert found is not None
    name, said = found
    attributed = _attribution(title, context)
    only_said = attributed is not None and is_only_quoted(title, clause, attributed)
    if only_said:
        name, said = "only-a-quotation", TitleVoice("active")
    case = ClauseCase(title, clause, said, attributed, clause_words(context.lexicons))
    told = first(CLAUSE_KINDS, case) if not only_said else ("only-a-quotation", "speech")
    assert told is not None
    tells, kind = told
    actor = _phrase(title, said.doer, bare=said.by == "by-phrase")
    if only_said and attributed is not None:
        actor = attributed.speaker_spans[0]
    words = text[slice(*actor)] if actor else ""
    side = context.sides.side_of(words) if context.sides and words else ""
    tone, body_tone = _tones(context)
    trail = (
        f"clause:{kind}",
        tells,
        f"voice:{said.voice}",
        name,
        *(("doer:speaker",) if only_said else _doer_entries(said, actor)),
        *_side_entries(side),
    )
    place = Numbering(parsed, HeadlineMention.LETTER).place(title.start, title.end, joined(trail))
    object_ = _phrase(title, acted_on(case), bare=True) if not only_said else None
    because = stripped(cause(case)) if not only_said else []
    return [
        HeadlineMention(
            **place,
            words=count_words(title.text),
            clause=kind,
            voice=said.voice,
            actor_spans=(actor,) if actor else (),
            actor_text=words,
            actor_side=side,
            doer_role="actor" if only_said else doer_role(said.doer if actor else None, kind, case.words),
            acted_on=text[slice(*object_)] if object_ else "",
            cause=text[slice(*title.span_of(because))] if because else "",
            attribution_id=attributed.mention_id if attributed else "",
            attribution_form=attribution_form(attributed, text),
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
    if head is None or not (any(map(str.isalnum, head.text)) or child(head, "nummod")):
        return None
    tokens = [token for token in head.subtree if not token.is_punct or token.i <= head.i]
    if tokens and tokens[0].text in _MARKS and not any(t.text in _MARKS for t in tokens[1:]):
        tokens = tokens[1:]
    if bare:
        ends = (t.i for t in tokens[1:] if t.tag in ("IN", "RP") and t.lower not in ("of", "to"))
        end = next(ends, head.right_edge.i + 1)
        tokens = [token for token in tokens if token.i < end]
    return title.span_of(stripped(tokens) or tokens)


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
