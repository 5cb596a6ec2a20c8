"""What a run has found, before anything is written: the one record that tables and page are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from framing.compare.claims import ClaimVoice, Ledger
from framing.compare.findings.record import Finding
from framing.compare.lesson import Lesson
from framing.compare.number_boards import NumberBoard
from framing.compare.reuse import OwnWords, Retelling, ReuseMention, WordEdit
from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.source_map import SourcePlace
from framing.compare.summaries import SummaryCheck
from framing.compare.words.keywords import KeywordComparison
from framing.compare.words.spellings import SpellingMention
from framing.corrections.record import CorrectionOutcome
from framing.extract import Extractor
from framing.lexicon import Lexicons
from framing.people.sides import Sides
from framing.read.article_building import ColumnChoice
from framing.records.article import Article, Outside, Skipped, Span
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

MOST_NAMED = 5
"""Sources that the short form of results names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Of a run over files: `columns` are those found in each table, `other_inputs` the hashes of files that gave no
    article of the run, `beside` those of the tables, packs and lexicons that the user gave or laid beside the inputs.
    """

    columns: Mapping[str, tuple[ColumnChoice, ...]] = field(default_factory=dict)
    other_inputs: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, repr=False)
class Results:
    """Articles, evidence and features of a run; after `framing.comparison.compared` all that page, worksheet
    and tables show.

    `families` are the feature families that were looked for. Of single articles: `mentions` holds the evidence by extractor name, in the order of articles and text.
    `article_rows` and `source_rows` are the feature tables (column name to value), `feature_columns` declares
    them. `corrections` says what became of each human correction, in the order given; `mentions` hold them
    applied. `summary_checks` are the summaries of aggregator pages against their articles.

    Of their comparison, empty before it: `main_event` is what half of the articles or more are labelled with.
    `left_out` are the ids of articles about another event, which are listed and measured but not compared;
    `set_aside` are these and those labelled with another event than the main one: page and worksheet show,
    but do not compare them. `reuse` are the passages that two articles have in common, `edits` the words exchanged in shared wording, `retellings` the articles most of whose words another one has; `borrowed` holds, by
    article, the spans that an article of another source carries too, `borrowed_rows` the ids of the evidence
    rows in them, which figures of own words are counted without; `own_words` says how much of each article is
    its own. `ledger` are the claims, `claim_voices` says by mention_id in whose voice a passage states its
    claim. `contrasts` compare sources and sides, `source_map` places the sources, `keywords` mark them,
    `spellings` are names that they spell differently, `number_boards` the figures that several articles give
    for one thing. `findings` are the contrasts to be seen first, best first in each event. `lesson` are the passages that page and worksheet cite, in pairs that differ.
    `limits` say what was not looked for because there is too much; they are among the `warnings` too.
    """

    families: tuple[Extractor, ...]
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
    corrections: tuple[CorrectionOutcome, ...] = ()
    summary_checks: tuple[SummaryCheck, ...] = ()
    main_event: str = ""
    left_out: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()
    reuse: tuple[ReuseMention, ...] = ()
    edits: tuple[WordEdit, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    borrowed: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    borrowed_rows: frozenset[str] = frozenset()
    own_words: tuple[OwnWords, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    claim_voices: Mapping[str, ClaimVoice] = field(default_factory=dict)
    contrasts: tuple[Contrast, ...] = ()
    source_map: tuple[SourcePlace, ...] = ()
    keywords: tuple[KeywordComparison, ...] = ()
    spellings: tuple[SpellingMention, ...] = ()
    number_boards: tuple[NumberBoard, ...] = ()
    findings: tuple[Finding, ...] = ()
    lesson: Lesson = field(default_factory=Lesson)
    limits: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    provenance: Provenance = field(default_factory=Provenance)

    def __repr__(self) -> str:
        """How much there is: articles, sources, and the rows of each table that has any."""
        sources = list(dict.fromkeys(article.source for article in self.articles))
        named = ", ".join(sources[:MOST_NAMED]) + (", …" if len(sources) > MOST_NAMED else "")
        tables = ", ".join(f"{name} {rows:,}" for name, rows in self._rows_of_tables() if rows)
        return (
            f"Results({len(self.articles):,} articles of {len(sources):,} sources ({named}); "
            f"rows: {tables or 'none'})"
        )

    def _rows_of_tables(self) -> Iterator[tuple[str, int]]:
        for family in self.families:
            if family.table is not None:
                yield family.table.name, len(self.mentions.get(family.name, ()))
        yield "contrasts", len(self.contrasts)
        yield "keywords", sum(len(comparison.found) for comparison in self.keywords)
        yield "findings", len(self.findings)
        yield "reuse", len(self.reuse)
        yield "edits", len(self.edits)
        yield "retellings", len(self.retellings)
        yield "source_map", len(self.source_map)
        yield "spellings", len(self.spellings)
        yield "own_words", len(self.own_words)
        yield "claims", len(self.ledger.claims)
        yield "ledger", len(self.ledger.cells)
        yield "drift", len(self.ledger.drift)
        yield "summary_checks", len(self.summary_checks)

    @property
    def readable(self) -> tuple[Article, ...]:
        """The articles that were scored and of which some text was kept."""
        return tuple(a for a in self.articles if a.article_id in self.parsed and a.kept())

    @property
    def compared_articles(self) -> tuple[ParsedArticle, ...]:
        """The readable articles that page and worksheet compare."""
        chosen = (a.article_id for a in self.readable if a.article_id not in self.set_aside)
        return tuple(self.parsed[name] for name in chosen)
