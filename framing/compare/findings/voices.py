"""Voice: the same statement of the same speaker, with a plain attributing word in one source and one that adds weight or
doubt in the other.

A statement that one source states flat and another gives to somebody is a contrast too; two of three such pairs that
likeness alone finds state two things, so none is given out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.compare.passages import folded_words
from framing.compare.reuse import ReuseMention
from framing.compare.reuse.statements import meaningful
from framing.compare.similarity import stem
from framing.extract.attribution import AttributionMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.text.sentences import Sentence

SAME = 0.3
"""Least cosine of two sentences that surely state the same, where the same speaker is given for both."""
GIVEN = 0.75
"""Part of the meaningful words in common that what an attribution gives to somebody must hold."""
FEWEST_COMMON = 4
"""Meaningful words in common of two sentences that state the same."""
WEIGHED = {"plain", "weight", "doubt"}
TELLING = 0.85
CONFIDENCE = 0.9


class StatedPlace(NamedTuple):
    """A sentence of an article, and the attributions in it."""

    article_id: str
    sentence: Sentence
    said: tuple[AttributionMention, ...]


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each statement that two sources vouch for differently."""
    for row in articles.results.reuse:
        if row.same_source or row.region == "title" or row.shared == "quotation":
            continue
        if {row.article_id, row.other_article_id} <= set(articles.articles):
            one = _place(articles, row.article_id, row.start)
            other = _place(articles, row.other_article_id, row.other_start)
            yield from _other_weight(articles, row, one, other)


def _place(articles: EventArticles, article_id: str, start: int) -> StatedPlace:
    sentence = articles.parsed[article_id].sentence_at(start)
    said = (row for row in articles.said_in(article_id) if _touches(row, sentence))
    return StatedPlace(article_id, sentence, tuple(said))


def _touches(row: AttributionMention, sentence: Sentence) -> bool:
    """Whether an attribution stands in a sentence, or gives what it says to somebody named elsewhere."""
    pieces = (*row.content_spans, *row.cue_spans, *row.speaker_spans)
    return any(piece.overlaps(sentence.span) for piece in pieces)


def _other_weight(
    articles: EventArticles, row: ReuseMention, one: StatedPlace, other: StatedPlace
) -> Iterator[Finding]:
    """The same speaker, the same statement: a plain attributing word in one, one that adds weight or doubt in the other."""
    if len(one.said) != 1 or len(other.said) != 1 or _likeness(articles, one, other) < SAME:
        return
    a, b = one.said[0], other.said[0]
    groups = [CUE_GROUPS.get(cue.cue_class, "other") for cue in (a, b)]
    same = bool(a.speaker_resolved) and a.speaker_resolved == b.speaker_resolved
    if not same or groups[0] == groups[1] or not WEIGHED.issuperset(groups):
        return
    if not all(_gives(cue, place, _common(one, other)) for cue, place in ((a, one), (b, other))):
        return
    who = _shortest(a.speaker_resolved, a.speaker_text, b.speaker_text)
    words = [literal(cue.cue_text) for cue in (a, b)]
    yield articles.finding(
        articles.cite_span(one.article_id, one.sentence.span, a.cue_spans, a.mention_id),
        articles.cite_span(other.article_id, other.sentence.span, b.cue_spans, b.mention_id),
        kind="voice",
        wording=f"The same from {literal(who)}: {{a}} has “{words[0]}”, {{b}} “{words[1]}”.",
        telling=TELLING,
        confidence=CONFIDENCE,
        rows=(row.mention_id, a.mention_id, b.mention_id),
    )


def _likeness(articles: EventArticles, one: StatedPlace, other: StatedPlace) -> float:
    """How alike two sentences are; nothing where they have too few words in common, or other figures."""
    if len(_common(one, other)) < FEWEST_COMMON:
        return 0.0
    return articles.alike_sentences(one.article_id, one.sentence, other.article_id, other.sentence)


def _common(one: StatedPlace, other: StatedPlace) -> frozenset[str]:
    """The stems of the meaningful words that two sentences have in common."""
    here, there = (
        {stem(word) for word in meaningful(folded_words(place.sentence.text)[0])} for place in (one, other)
    )
    return frozenset(here & there)


def _gives(cue: AttributionMention, place: StatedPlace, common: frozenset[str]) -> bool:
    """Whether what is in common stands in what the attribution gives to its speaker, denied by nobody."""
    words, places = folded_words(place.sentence.text, place.sentence.start)
    shared = [span for word, span in zip(words, places, strict=True) if stem(word) in common]
    inside = sum(any(content.overlaps(span) for content in cue.content_spans) for span in shared)
    return not cue.negated and inside >= GIVEN * len(shared)


def _shortest(*names: str) -> str:
    """The shortest name that is one: in upper case, and no pronoun."""
    proper = [name for name in names if name[:1].isupper() and len(name) > 3]
    return min(proper or names, key=len)
