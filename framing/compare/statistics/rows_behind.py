"""The evidence rows behind a contrast."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from framing.compare.statistics.contrast_record import Contrast
from framing.measure.features import counted_rows
from framing.records.article import Article
from framing.records.columns import Column
from framing.records.mention import Mention

Rows = tuple[Mention, ...]


class CountedRun(Protocol):
    """What a run's contrasts were counted from; its results have all of it."""

    @property
    def articles(self) -> Sequence[Article]: ...
    @property
    def mentions(self) -> Mapping[str, Sequence[Mention]]: ...
    @property
    def feature_columns(self) -> Sequence[Column]: ...
    @property
    def left_out(self) -> Collection[str]: ...
    @property
    def borrowed_rows(self) -> Collection[str]: ...


def rows_behind(results: CountedRun, contrast: Contrast) -> tuple[Rows, Rows] | None:
    """The rows that the numerators of the two groups count, in the order of articles and text.

    There are exactly `n_a` and `n_b` of them, since both are the rows that the declaration of the
    numerator's column picks. None where the numerator counts no rows (words, sums of scores).
    """
    a = _rows(results, contrast, contrast.feature_a, contrast.source_a, contrast.source_b)
    b = _rows(results, contrast, contrast.feature_b, contrast.source_b, contrast.source_a)
    return None if a is None or b is None else (a, b)


def _rows(
    results: CountedRun, contrast: Contrast, feature: str, source: str | None, other: str | None
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
    gone = results.borrowed_rows if contrast.basis == "own_words" else ()
    of_group = [
        mention
        for mention in results.mentions.get(counted.family, ())
        if mention.article_id in articles and mention.mention_id not in gone
    ]
    return tuple(counted_rows(counted, {counted.family: of_group}))
