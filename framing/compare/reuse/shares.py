"""How much of an article is its own words, which other article it has most in common with, and whom it credits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framing.compare.credits import credits_of
from framing.compare.reuse.record import ReuseMention
from framing.lexicon import Lexicons
from framing.records.article import Span, merged
from framing.records.columns import Column, Table, count, share
from framing.text.sentences import ParsedArticle, count_words

OWN_WORDS = Table(
    "own_words",
    (
        Column(name="article_id", definition="The article."),
        Column(name="source", definition="Label of the article's source."),
        count("words", "Words of the body.", "words"),
        count(
            "borrowed_words",
            "Words of the body in passages whose wording an article of another source shares: rows of "
            "reuse.csv with shared = wording.",
            "words",
        ),
        count("own_words", "Words of the body in no such passage.", "words"),
        share("own_share", "Share of the body that is in the article's own words.", "own_words", "words"),
        Column(
            name="nearest_article_id",
            definition="The article of another source with which it has most words in common.",
            missing_means="it has nothing in common with any",
        ),
        Column(
            name="nearest_source",
            definition="Label of that article's source.",
            missing_means="it has nothing in common with any",
        ),
        count(
            "nearest_words",
            "Words of the body in passages that it has in common with that article: shared wording, shared "
            "quotations and statements made in other words.",
            "words",
        ),
        share(
            "nearest_share",
            "Share of the body in passages that it has in common with that article. Near 1 the article says "
            "little that the other one does not; short items on one event do so without copying.",
            "nearest_words",
            "words",
        ),
        Column(
            name="agencies",
            type="list",
            definition="News agencies that the article credits with its words.",
            missing_means="no credit found",
            example="AP;Reuters",
        ),
        Column(
            name="credits",
            type="spans",
            definition="Where it does, as offsets into its text; captions of pictures are not looked at.",
            missing_means="no credit found",
        ),
        Column(
            name="credits_text",
            type="list",
            definition="The credits as written.",
            missing_means="no credit found",
            example="Reuters contributed to this report",
        ),
        Column(
            name="duplicate_of",
            definition="Id of an earlier article of the run with the same or nearly the same text.",
            missing_means="no earlier article is like it",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """One row of `own_words.csv`; the fields are its columns."""

    article_id: str
    source: str
    words: int
    borrowed_words: int
    own_words: int
    own_share: float | None
    nearest_article_id: str | None
    nearest_source: str | None
    nearest_words: int
    nearest_share: float | None
    agencies: tuple[str, ...]
    credits: tuple[Span, ...]
    credits_text: tuple[str, ...]
    duplicate_of: str | None

    def row(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in OWN_WORDS.names}


def own_words(
    parsed: Sequence[ParsedArticle],
    reuse: Sequence[ReuseMention],
    borrowed: Mapping[str, Sequence[Span]],
    lexicons: Lexicons,
) -> Iterator[OwnWords]:
    """What each article has of its own, in their order; `borrowed` as `borrowed_spans` gives it."""
    sources = {one.article.article_id: one.article.source for one in parsed}
    common = _in_common(reuse)
    for one in parsed:
        article = one.article
        taken = min(_words(one, borrowed.get(article.article_id, ())), one.words)
        counts = {other: _words(one, spans) for other, spans in common.get(article.article_id, {}).items()}
        nearest = max(counts, key=lambda other: counts[other], default=None)
        most = min(counts[nearest], one.words) if nearest is not None else 0
        credits = credits_of(article, lexicons)
        yield OwnWords(
            article_id=article.article_id,
            source=article.source,
            words=one.words,
            borrowed_words=taken,
            own_words=one.words - taken,
            own_share=round((one.words - taken) / one.words, 6) if one.words else None,
            nearest_article_id=nearest,
            nearest_source=sources[nearest] if nearest is not None else None,
            nearest_words=most,
            nearest_share=round(most / one.words, 6) if one.words else None,
            agencies=tuple(dict.fromkeys(credit.agency for credit in credits)),
            credits=tuple(credit.span for credit in credits),
            credits_text=tuple(article.text[slice(*credit.span)] for credit in credits),
            duplicate_of=article.duplicate_of or None,
        )


def _in_common(reuse: Sequence[ReuseMention]) -> dict[str, dict[str, list[Span]]]:
    """By article, by other article of another source, the passages of bodies that both have in common."""
    common: dict[str, dict[str, list[Span]]] = {}
    for row in reuse:
        if not row.same_source and row.region != "title":
            ours, theirs = row.article_id, row.other_article_id
            common.setdefault(ours, {}).setdefault(theirs, []).append(row.span)
            common.setdefault(theirs, {}).setdefault(ours, []).append(row.other_span)
    return common


def _words(one: ParsedArticle, spans: Sequence[Span]) -> int:
    """Words of the body's sentences that lie in some spans."""
    total = 0
    together = merged(spans)
    for sentence in one.sentences:
        if sentence.region == "title":
            continue
        for span in together:
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            if start < end:
                total += count_words(one.article.text[start:end])
    return total
