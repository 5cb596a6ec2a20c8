"""The evidence rows behind a contrast."""

from __future__ import annotations

from framing.compare.statistics.contrast_record import Contrast
from framing.measure.features import counted_rows
from framing.measure.own_words import own_mentions
from framing.records.mention import Mention
from framing.results import Results

Rows = tuple[Mention, ...]


def rows_behind(results: Results, contrast: Contrast) -> tuple[Rows, Rows] | None:
    """The rows that the numerators of the two groups count, in the order of articles and text.

    There are exactly `n_a` and `n_b` of them, since both are the rows that the declaration of the
    numerator's column picks. None where the numerator counts no rows (words, sums of scores).
    """
    a = _rows(results, contrast, contrast.feature_a, contrast.source_a, contrast.source_b)
    b = _rows(results, contrast, contrast.feature_b, contrast.source_b, contrast.source_a)
    return None if a is None or b is None else (a, b)


def _rows(
    results: Results, contrast: Contrast, feature: str, source: str | None, other: str | None
) -> Rows | None:
    """The rows of a group; a group without a source is that of all sources but the other one."""
    columns = {column.name: column for column in results.feature_columns}
    counted = columns.get(columns[feature].numerator)
    if counted is None or counted.rows is None:
        return None
    articles = {
        a.article_id
        for a in results.articles
        if a.article_id not in results.left_out and (a.source == source if source else a.source != other)
    }
    found = results.mentions.get(counted.family, ())
    of_group = [mention for mention in found if mention.article_id in articles]
    if contrast.basis == "own_words":
        of_group = _own(results, of_group)
    return tuple(counted_rows(counted, {counted.family: of_group}))


def _own(results: Results, mentions: list[Mention]) -> list[Mention]:
    by_article: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article_id, []).append(mention)
    own: list[Mention] = []
    for article_id, found in by_article.items():
        spans = results.borrowed.get(article_id, ())
        own += own_mentions(results.parsed[article_id], {"": found}, spans)[""] if spans else found
    return own
