"""An article without what it shares with other articles of the run: the basis of own-words figures.

A sentence is borrowed when at least half of its characters lie in borrowed spans, and so is an evidence
row; a row of a borrowed sentence goes with it. Numerators and denominators are then counted from the same
rest, and nothing is extracted twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from framing.extract.base import Extractor, Scope
from framing.measure.features import Row, article_row
from framing.records.article import Span, merged
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

MOSTLY = 0.5


def own_part(parsed: ParsedArticle, borrowed: Sequence[Span]) -> ParsedArticle:
    """The article with its own sentences only."""
    spans = merged(borrowed)
    return parsed.part(s for s in parsed.sentences if not is_borrowed(s.span, spans))


def own_mentions(
    parsed: ParsedArticle, mentions: Mapping[str, Sequence[Mention]], borrowed: Sequence[Span]
) -> dict[str, Sequence[Mention]]:
    """The evidence rows, by family, that neither lie in borrowed spans nor begin in a borrowed sentence."""
    spans = merged(borrowed)
    gone = {s.span for s in parsed.sentences if is_borrowed(s.span, spans)}
    return {
        family: tuple(
            m
            for m in found
            if parsed.sentence_at(m.start).span not in gone and not is_borrowed(m.span, spans)
        )
        for family, found in mentions.items()
    }


def borrowed_rows(
    parsed: Mapping[str, ParsedArticle],
    mentions: Mapping[str, Mapping[str, Sequence[Mention]]],
    borrowed: Mapping[str, Sequence[Span]],
) -> frozenset[str]:
    """Ids of the evidence rows, given by article and family, that own-words figures are counted without."""
    gone: set[str] = set()
    for article_id, spans in borrowed.items():
        found = mentions.get(article_id, {})
        own = own_mentions(parsed[article_id], found, spans)
        gone |= {row.mention_id for rows in found.values() for row in rows}
        gone -= {row.mention_id for rows in own.values() for row in rows}
    return frozenset(gone)


def own_row(
    row: Row,
    parsed: ParsedArticle,
    mentions: Mapping[str, Sequence[Mention]],
    borrowed: Sequence[Span],
    families: Sequence[Extractor],
    columns: Sequence[Column],
    scope: Scope,
) -> Row:
    """The feature row of an article without what it borrowed; the row itself where that is nothing."""
    if not borrowed:
        return row
    rest = own_mentions(parsed, mentions, borrowed)
    return article_row(parsed.article, own_part(parsed, borrowed), rest, families, columns, scope)


def is_borrowed(span: Span, borrowed: Sequence[Span]) -> bool:
    """Whether at least half of a span lies in the borrowed ones, which are in order and apart.

    >>> is_borrowed(Span(0, 10), [Span(0, 3), Span(8, 12)]), is_borrowed(Span(0, 10), [Span(8, 12)])
    (True, False)
    """
    covered = 0
    for other in borrowed[bisect_left(borrowed, span.start, key=lambda s: s.end) :]:
        if other.start >= span.end:
            break
        covered += min(span.end, other.end) - max(span.start, other.start)
    return covered > 0 and covered >= MOSTLY * (span.end - span.start)
