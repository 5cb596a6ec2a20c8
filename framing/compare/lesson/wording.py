"""A word that judges, softens or says who stands behind, beside a passage that tells the same without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.compare.claims import ClaimMention
from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair, SourceCounts
from framing.extract.wording import WordingMention

SAME = 0.24
STEM = 5
CATEGORIES = ("loaded", "euphemism", "provenance_label")


@dataclass(frozen=True, kw_only=True)
class WordingPair(PassagePair):
    """A passage with a listed word, as `written`, and one without any of its category; `uses` counts these."""

    category: str
    written: str
    uses: SourceCounts


def pairs(articles: LessonArticles) -> Iterator[WordingPair]:
    """One pair for each listed word, in the text's own words, that another passage of the claim is without."""
    words = [
        w for w in articles.rows("wording", WordingMention) if w.category in CATEGORIES and not w.inside_quote
    ]
    for claim in articles.shared.values():
        for word in words:
            holding = next((row for row in claim if _holds(row, word)), None)
            plain = _plainest(articles, claim, holding, word, words) if holding else None
            if plain is not None:
                yield _pair(articles, word, plain, words)


def _plainest(
    articles: LessonArticles,
    claim: Sequence[ClaimMention],
    holding: ClaimMention,
    word: WordingMention,
    words: Sequence[WordingMention],
) -> ClaimMention | None:
    """The passage of another source that is most like the one with the word and has none of its category."""
    of_category = [other for other in words if other.category == word.category]
    plain = [
        row
        for row in claim
        if articles.source(row) != articles.source(holding)
        and not any(_holds(row, other) for other in of_category)
        and articles.alike(row, holding) >= SAME
        and not _has_stem(articles, row, word)
    ]
    return max(plain, key=lambda row: articles.alike(row, holding), default=None)


def _has_stem(articles: LessonArticles, row: ClaimMention, word: WordingMention) -> bool:
    """Whether a passage has a word that begins like one of the listed words: "occupied" and "occupying"."""
    parts = [part[:STEM] for part in re.findall(r"\w+", articles.text(word).casefold()) if len(part) >= STEM]
    return any(part in articles.cite(row).text.casefold() for part in parts)


def _holds(row: ClaimMention, word: WordingMention) -> bool:
    return row.article_id == word.article_id and row.span.contains(word.span)


def _pair(
    articles: LessonArticles, word: WordingMention, plain: ClaimMention, words: Sequence[WordingMention]
) -> WordingPair:
    return WordingPair(
        kind="wording",
        passages=(articles.cite(word), articles.cite(plain, plain.statement_spans)),
        topic=plain.claim_id,
        asks=("wording", word.category),
        weight=0.4 + 0.4 * articles.alike(word, plain),
        category=word.category,
        written=articles.text(word),
        uses=articles.counts(other for other in words if other.category == word.category),
    )
