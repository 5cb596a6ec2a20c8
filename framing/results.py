"""What a run has found, before anything is written: the one record that tables and page are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from framing.compare.claims import Ledger
from framing.compare.reuse import ReuseMention
from framing.compare.statistics.contrast_record import Contrast
from framing.compare.summaries import SummaryCheck
from framing.corrections.record import Outcome
from framing.lexicon import Lexicons
from framing.people.sides import Sides
from framing.records.article import Article, Outside, Skipped, Span
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle


@dataclass(frozen=True, kw_only=True)
class Results:
    """Articles, evidence and features of a run.

    `mentions` holds the evidence by extractor name, in the order of articles and text. `article_rows`
    and `source_rows` are the feature tables (column name to value), `feature_columns` declares them.
    `corrections` says what became of each human correction, in the order given; `mentions` hold them applied.
    `summary_checks` are the summaries of aggregator pages against their articles.
    What only a comparison finds is empty before `framing.comparison.compared`: `left_out` are the ids of
    articles about another event, which are listed and measured but not compared; `borrowed` holds, by
    article, the spans that another article of the run carries too, and contrasts of own words are counted
    without them; `reuse` are the passages that two articles have in common, `ledger` the claims.
    """

    articles: tuple[Article, ...]
    parsed: Mapping[str, ParsedArticle]
    mentions: Mapping[str, tuple[Mention, ...]]
    feature_columns: tuple[Column, ...]
    article_rows: tuple[Mapping[str, Any], ...]
    source_rows: tuple[Mapping[str, Any], ...]
    lexicons: Lexicons
    sides: Sides | None
    sides_chosen_by: str
    model: str
    corrections: tuple[Outcome, ...] = ()
    summary_checks: tuple[SummaryCheck, ...] = ()
    left_out: frozenset[str] = frozenset()
    borrowed: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    reuse: tuple[ReuseMention, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    contrasts: tuple[Contrast, ...] = ()
    outside: tuple[Outside, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
