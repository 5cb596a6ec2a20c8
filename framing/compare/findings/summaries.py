"""Summary against article: an aggregator's summary gives words to somebody else than its article does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.compare.lesson.articles import CitedPassage
from framing.compare.similarity import stem
from framing.compare.summaries import SummaryCheck
from framing.extract.attribution import AttributionMention
from framing.records.article import Span

LIKE = 0.85
"""Least share of the summary's terms that the article's passage has."""
MOST_TAG_WORDS = 8
TELLING = 0.7
CONFIDENCE = 0.92
_END_OF_QUOTATION = re.compile('[”"] *')


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each summary passage that surely has another speaker than the article."""
    for row in articles.summary_checks:
        if row.check == "wrong_speaker" and (row.similarity or 0.0) >= LIKE:
            tag, speaker = _tag(articles, row), _speaker(articles, row)
            if tag is not None and speaker is not None:
                yield _finding(articles, row, tag, speaker)


def _tag(articles: EventArticles, row: SummaryCheck) -> Span | None:
    """The words of the summary that name its speaker: as resolved, or what stands behind the quotation."""
    text = articles.articles[row.article_id].text[row.start : row.end]
    at = text.find(row.summary_speaker)
    if row.summary_speaker and at >= 0:
        return Span(row.start + at, row.start + at + len(row.summary_speaker))
    ends = [match.end() for match in _END_OF_QUOTATION.finditer(text)]
    tag = text[ends[-1] :] if ends else ""
    words = tag.split()
    if not 1 < len(words) <= MOST_TAG_WORDS or stem(words[-1].lower()) not in articles.cue_stems:
        return None
    end = row.end - len(words[-1])
    return Span(row.end - len(tag), end - 1)


def _speaker(articles: EventArticles, row: SummaryCheck) -> AttributionMention | None:
    """The attribution of the article's passage to the speaker that the check found there."""
    if row.article_start is None or row.article_end is None:
        return None
    place = Span(row.article_start, row.article_end)
    return next(
        (
            said
            for said in articles.said_in(row.article_id)
            if said.span.overlaps(place)
            and said.speaker_spans
            and row.article_speaker in (said.speaker_resolved, said.speaker_text)
        ),
        None,
    )


def _finding(articles: EventArticles, row: SummaryCheck, tag: Span, said: AttributionMention) -> Finding:
    article = articles.articles[row.article_id]
    summary = CitedPassage(
        article_id=row.article_id,
        source=article.source,
        mention_id=row.mention_id,
        region=row.region,
        paragraph=row.paragraph,
        start=row.start,
        end=row.end,
        text=article.text[row.start : row.end],
        focus=(tag,),
    )
    written = literal(article.text[tag.start : tag.end])
    speaker = literal(said.speaker_text)
    is_name = said.speaker_text in said.speaker_resolved
    known = "" if is_name or not said.speaker_resolved else f" ({literal(said.speaker_resolved)})"
    return articles.finding(
        summary,
        articles.cite(said, said.speaker_spans),
        kind="summary_against_article",
        wording=f"In the summary of {{a}}’s article “{written}” says it, in the article itself “{speaker}”{known}.",
        telling=TELLING,
        confidence=CONFIDENCE,
        rows=(row.mention_id, said.mention_id),
    )
