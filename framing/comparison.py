"""Compares the articles of a run: borrowed copy, claims, contrasts, each on the articles that can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.compare.claims import Ledger, ledger
from framing.compare.events import OneEvent, left_out, one_event
from framing.compare.reuse import borrowed_spans, reuse
from framing.compare.statistics.contrasts import contrasts, own_contrasts
from framing.extract import extractors
from framing.extract.base import scope_of
from framing.measure.own_words import own_row
from framing.records.article import Article
from framing.records.mention import Mention
from framing.records.progress import Progress, silent
from framing.results import Results

MOST_SINGLE = 12
"""Sources with one article each that can still be read side by side."""


STEPS = 3
"""What is compared one after the other: copied passages, claims, contrasts."""


def compared(results: Results, *, progress: Progress = silent) -> Results:
    """The results of single articles with what only several of them can show; `progress` is told how far it is."""
    progress("comparing", 0, STEPS)
    scored = [one.article for one in results.parsed.values()]
    by_text = one_event(scored)
    omitted = left_out(scored) | by_text.apart
    shared = reuse(list(results.parsed.values()), results.lexicons)
    borrowed = borrowed_spans(shared)
    progress("comparing", 1, STEPS)
    kept = [one for name, one in results.parsed.items() if name not in omitted]
    aligned = ledger(kept, results.mentions, shared, results.lexicons)
    progress("comparing", 2, STEPS)
    rows = [
        row for row in results.article_rows if row["words"] is not None and row["article_id"] not in omitted
    ]
    found = _by_article(results.mentions)
    families, scope = extractors(), scope_of(results.sides, results.mentions)
    own = [
        own_row(
            row,
            results.parsed[name],
            found[name],
            borrowed.get(name, ()),
            families,
            results.feature_columns,
            scope,
        )
        for row in rows
        for name in (row["article_id"],)
    ]
    borrowing = {row["source"] for row in rows if row["article_id"] in borrowed}
    return replace(
        results,
        left_out=omitted,
        borrowed=borrowed,
        reuse=tuple(shared),
        ledger=aligned,
        contrasts=(
            *contrasts(rows, results.feature_columns),
            *own_contrasts(own, results.feature_columns, borrowing),
        ),
        warnings=(
            *_source_warnings(scored),
            *_event_warnings(by_text),
            *_ledger_warnings(aligned),
            *results.warnings,
        ),
    )


def _by_article(mentions: Mapping[str, Sequence[Mention]]) -> Mapping[str, Mapping[str, Sequence[Mention]]]:
    """The mentions of each article by family; families without any are there too."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: {name: [] for name in mentions})
    for name, rows in mentions.items():
        for row in rows:
            found[row.article_id][name].append(row)
    return found


def _ledger_warnings(aligned: Ledger) -> list[str]:
    """Events whose articles are too many to be aligned claim by claim."""
    return [
        f"{f'event {event!r}' if event else 'the articles without an event label'}: too many articles for the "
        "claim ledger; compare one event with --event, or let `framing group` find events"
        for event in aligned.too_large
    ]


def _source_warnings(scored: Sequence[Article]) -> list[str]:
    """What keeps the articles from being compared."""
    sources = {article.source for article in scored}
    if len(sources) == 1:
        return [f"only one source ({next(iter(sources))}): there is nothing to compare it with"]
    if len(sources) == len(scored) > MOST_SINGLE:
        return [f"{len(sources):,} sources with one article each: too little to tell sources apart"]
    return []


def _event_warnings(by_text: OneEvent) -> list[str]:
    """What the texts say about events where no labels do."""
    if by_text.events > 1:
        return [
            f"the articles seem to be about {by_text.events} events: `framing group` lists them, and --event "
            "compares one"
        ]
    return [
        f"{article_id} seems to be about another event: listed and measured, not compared; a label decides otherwise"
        for article_id in sorted(by_text.apart)
    ]
