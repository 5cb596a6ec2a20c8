"""The same sentence in two sources: who wrote it, and what was changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.compare.lesson.articles import CitedPassage, LessonArticles
from framing.compare.lesson.pair import PassagePair
from framing.compare.reuse import ReuseMention
from framing.records.article import Span

FEWEST_WORDS = 10
MOST_CHANGED = 4
"""Words changed in a sentence that is asked about as the same one."""
WHOLE = 0.75
"""Part of the sentence that the shared words must be, in both texts."""


@dataclass(frozen=True, kw_only=True)
class CopiedPair(PassagePair):
    """A sentence that two sources have in the same words, or nearly; `together` counts such sentences of theirs."""

    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    together: int


def pairs(articles: LessonArticles) -> Iterator[CopiedPair]:
    """One pair for each sentence that two sources have in the same words, or nearly."""
    rows = [row for row in articles.results.reuse if _is_usable(articles, row)]
    together = Counter(_sources(articles, row) for row in rows)
    for row in rows:
        changed = bool(row.words_only_here and row.words_only_there)
        same = not (row.words_only_here or row.words_only_there)
        yield CopiedPair(
            kind="copied",
            passages=(
                articles.cite(row, _places(articles, row.article_id, row.span, row.words_only_here)),
                _other(articles, row),
            ),
            topic=f"copied:{row.mention_id}",
            asks=("same",) if same else ("nearly the same",),
            weight=0.55 if changed else 0.4,
            only_here=row.words_only_here,
            only_there=row.words_only_there,
            together=together[_sources(articles, row)],
        )


def _sources(articles: LessonArticles, row: ReuseMention) -> frozenset[str]:
    return frozenset((articles.source(row), row.other_source))


def _is_usable(articles: LessonArticles, row: ReuseMention) -> bool:
    if row.shared != "wording" or row.same_source or row.region == "title":
        return False
    if not {row.article_id, row.other_article_id} <= set(articles.articles):
        return False
    here = _covered(articles, row.article_id, row.span)
    there = _covered(articles, row.other_article_id, row.other_span)
    changed = " ".join((*row.words_only_here, *row.words_only_there)).split()
    enough = len(articles.text(row).split()) >= FEWEST_WORDS and len(changed) <= 2 * MOST_CHANGED
    return min(here, there) >= WHOLE and enough


def _covered(articles: LessonArticles, article_id: str, span: Span) -> float:
    """How much of its sentence a passage is."""
    cited = articles.cite_span(article_id, span, (), "")
    return (span.end - span.start) / max(1, cited.end - cited.start)


def _other(articles: LessonArticles, row: ReuseMention) -> CitedPassage:
    """The passage of the other article, cited by the claim or the row that stands in it, if there is one."""
    near = next(
        (
            other.mention_id
            for other in articles.results.ledger.claims
            if other.article_id == row.other_article_id and other.span.overlaps(row.other_span)
        ),
        "",
    )
    focus = _places(articles, row.other_article_id, row.other_span, row.words_only_there)
    return articles.cite_span(row.other_article_id, row.other_span, focus, near)


def _places(articles: LessonArticles, article_id: str, span: Span, words: Sequence[str]) -> tuple[Span, ...]:
    """Where the changed words stand in a passage, as far as they are found in their order."""
    text = articles.articles[article_id].text
    found, at = [], span.start
    for phrase in words:
        pattern = r"\b" + r"\W+".join(map(re.escape, phrase.split())) + r"\b"
        match = re.compile(pattern, re.IGNORECASE).search(text, at, span.end)
        if match:
            found.append(Span(*match.span()))
            at = match.end()
    return tuple(found)
