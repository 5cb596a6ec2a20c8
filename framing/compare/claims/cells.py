"""The cells of the ledger: whether an article states a claim, may state it, or does not mention it.

"Absent" is only said where no sentence of the article comes near; where one does, the cell is "perhaps" and counts
nowhere. Missing is not omitted: what an article could have known is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.compare.claims.known import known_to
from framing.compare.claims.record import Cell, ClaimMention, Known, Status
from framing.records.article import Article, Span
from framing.text.sentences import Sentence

PERHAPS = 0.12
"""Least support of a sentence that may state a claim. On annotated events one in twenty-five articles below it does."""


class NearestSentence(NamedTuple):
    """The sentence of an article that comes nearest to a claim which the article does not state."""

    sentence: Sentence
    support: float

    @property
    def span(self) -> Span:
        """The sentence without outer white space."""
        text = self.sentence.text
        start = self.sentence.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))


def cells_of(
    claim: Sequence[ClaimMention], articles: Sequence[Article], nearest: Mapping[str, NearestSentence]
) -> Iterator[Cell]:
    """One cell for every article on the event of a shared claim."""
    stated: dict[str, list[ClaimMention]] = {}
    for row in claim:
        stated.setdefault(row.article_id, []).append(row)
    having = [article for article in articles if article.article_id in stated]
    for article in articles:
        rows = stated.get(article.article_id, [])
        if rows:
            best = max((row.similarity or 0.0 for row in rows), default=None)
            yield _cell(claim[0], len(stated), article, "states", confidence=best, rows=rows)
        else:
            yield _without(claim[0], article, having, nearest.get(article.article_id))


def _without(
    claim: ClaimMention, article: Article, having: Sequence[Article], nearest: NearestSentence | None
) -> Cell:
    """The cell of an article that does not state a claim."""
    known = known_to(article, having)
    status: Status = "not_yet_known" if known == "no" else "absent"
    if nearest is None:
        return _cell(claim, len(having), article, status, known=known)
    if nearest.support >= PERHAPS:
        status = "perhaps"
    return _cell(
        claim, len(having), article, status, known=known, confidence=nearest.support, nearest=nearest.span
    )


def _cell(
    claim: ClaimMention,
    stated_by: int,
    article: Article,
    status: Status,
    *,
    known: Known = "",
    confidence: float | None = None,
    nearest: Span | None = None,
    rows: Sequence[ClaimMention] = (),
) -> Cell:
    return Cell(
        claim_id=claim.claim_id,
        gist=claim.gist,
        claim_type=claim.claim_type,
        articles=stated_by,
        article_id=article.article_id,
        source=article.source,
        status=status,
        known=known,
        confidence=confidence,
        nearest=(nearest,) if nearest else (),
        nearest_text=article.text[nearest.start : nearest.end] if nearest else "",
        stances=tuple(dict.fromkeys(row.stance for row in rows)),
        cue_lemmas=tuple(dict.fromkeys(row.cue_lemma for row in rows if row.cue_lemma)),
        speakers=tuple(
            dict.fromkeys(name for row in rows if (name := row.speaker_resolved or row.speaker_text))
        ),
        passages=tuple(row.mention_id for row in rows),
    )
