"""Headlines: two of them side by side, and a headline beside its own text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims import ClaimMention
from framing.compare.lesson.articles import CitedPassage, LessonArticles, is_given, reporting
from framing.compare.lesson.pair import PassagePair
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.headline import HeadlineMention
from framing.lexicon.attribution import CUE_GROUPS

SAME = 0.24
SURE = 0.5
"""Least likeness of headline and passage with their claim."""


@dataclass(frozen=True, kw_only=True)
class HeadlinePair(PassagePair):
    """Two headlines: who says so in each and who does it, where that was found; `attributed` of `headlines`
    say who says so."""

    cues: tuple[AttributionMention | None, AttributionMention | None]
    doers: tuple[str, str]
    attributed: int
    headlines: int


@dataclass(frozen=True, kw_only=True)
class FlatHeadlinePair(PassagePair):
    """A headline that states flat what a passage of the same text gives to somebody."""

    cue: AttributionMention


def pairs(articles: LessonArticles) -> Iterator[PassagePair]:
    """The two headlines that differ most; a headline that states flat what its text attributes."""
    said = {row.mention_id: row for row in articles.said if row.cue_class in CUE_GROUPS}
    yield from _two_headlines(articles, said)
    for claim in articles.shared.values():
        yield from _flat_headlines(articles, claim, said)


def _two_headlines(
    articles: LessonArticles, said: Mapping[str, AttributionMention]
) -> Iterator[HeadlinePair]:
    rows = articles.rows("headline", HeadlineMention)
    doers = {
        row.article_id: row.agent_text
        for row in articles.rows("casualty", CasualtyMention)
        if row.region == "title" and row.agent_text
    }
    attributed = sum(row.attribution_id in said for row in rows)
    for one, other in articles.pairs(rows):
        cues = said.get(one.attribution_id), said.get(other.attribution_id)
        acting = doers.get(one.article_id, ""), doers.get(other.article_id, "")
        points = ((cues[0] is None) != (cues[1] is None)) + (bool(acting[0]) != bool(acting[1]))
        yield HeadlinePair(
            kind="headline",
            passages=(headline(articles, one), headline(articles, other)),
            topic="headlines",
            asks=("headlines",),
            weight=0.45 + 0.12 * points + 0.15 * (1 - articles.alike(one, other)),
            cues=cues,
            doers=acting,
            attributed=attributed,
            headlines=len(rows),
        )


def headline(articles: LessonArticles, row: HeadlineMention) -> CitedPassage:
    """A headline as a passage, with nothing in focus."""
    return articles.cite_span(row.article_id, row.span, (), row.mention_id)


def _flat_headlines(
    articles: LessonArticles, claim: Sequence[ClaimMention], said: Mapping[str, AttributionMention]
) -> Iterator[FlatHeadlinePair]:
    for title in (row for row in claim if row.region == "title" and row.stance == "own_voice"):
        for row in claim:
            cue = said.get(row.attribution_id)
            if cue and _tells_the_same(articles, title, row) and is_given(row, cue):
                yield FlatHeadlinePair(
                    kind="headline",
                    passages=(
                        articles.cite(title, title.statement_spans),
                        articles.cite(row, reporting(cue)),
                    ),
                    topic=title.claim_id,
                    asks=("flat headline",),
                    weight=0.6 + 0.2 * articles.alike(title, row),
                    cue=cue,
                )


def _tells_the_same(articles: LessonArticles, title: ClaimMention, row: ClaimMention) -> bool:
    """Whether a passage of the same article surely states what the headline states."""
    sure = min(title.similarity or 0.0, row.similarity or 0.0) >= SURE
    return row.article_id == title.article_id and sure and articles.alike(title, row) >= SAME
