"""Headline against body: a toll that the headline states flat and the text always gives to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.lexicon.attribution import CUE_GROUPS

KINDS = ("killed", "injured")
TELLING = 0.65
CONFIDENCE = 0.88


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each article whose headline states a toll as a fact that its text never does."""
    said = {row.mention_id: row for row in articles.said}
    for article_id in articles.articles:
        rows = [row for row in articles.rows("casualty", CasualtyMention) if row.article_id == article_id]
        for title in (row for row in rows if row.region == "title" and _is_flat(articles, row)):
            again = [row for row in rows if row.region != "title" and _is_same(title, row)]
            cue = _first_said(again, said)
            if cue is not None and not any(_is_flat(articles, row) for row in again):
                yield _finding(articles, title, again[0], cue)


def _is_flat(articles: EventArticles, row: CasualtyMention) -> bool:
    """Whether a row says it in the outlet's own voice; a title that cites anybody at all does not."""
    if row.region == "title" and articles.said_in(row.article_id):
        return not any(said.region == "title" for said in articles.said_in(row.article_id))
    return not row.attribution_id and not row.attribution_cue and not articles.is_said(row)


def _is_same(title: CasualtyMention, row: CasualtyMention) -> bool:
    known = title.count_low is not None and title.count_low > 1
    return known and (title.kind, title.count_low) == (row.kind, row.count_low)


def _first_said(
    rows: Sequence[CasualtyMention], said: dict[str, AttributionMention]
) -> AttributionMention | None:
    """The attribution of the first row, where it names a speaker with a reporting word."""
    cue = said.get(rows[0].attribution_id) if rows else None
    named = cue is not None and cue.speaker_spans and cue.cue_spans and cue.cue_class in CUE_GROUPS
    return cue if named else None


def _finding(
    articles: EventArticles, title: CasualtyMention, row: CasualtyMention, cue: AttributionMention
) -> Finding:
    speaker = literal(cue.speaker_text)
    return articles.finding(
        articles.cite(title),
        articles.cite(row, (*cue.speaker_spans, *cue.cue_spans)),
        kind="headline_against_body",
        wording=f"{{a}}’s headline states the toll as a fact; its text gives it to “{speaker}”.",
        telling=TELLING,
        confidence=CONFIDENCE,
        rows=(title.mention_id, row.mention_id, cue.mention_id),
    )
