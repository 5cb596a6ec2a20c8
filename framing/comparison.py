"""Compares the articles of a run, step by step: each adds to the results what only several articles can show.

Results are complete when all steps are done: publishing only formats what is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from framing.compare.claims import claim_voices, ledger
from framing.compare.claims.terms import vocabulary
from framing.compare.events import OneEvent, left_out, main_event, of_other_events, one_event
from framing.compare.findings import findings_on, too_many_for_findings
from framing.compare.lesson import has_too_many, lesson_on
from framing.compare.number_boards import boards_of_events
from framing.compare.reuse import (
    EditFinder,
    borrowed_spans,
    own_words,
    retellings,
    reuse,
    searched_for_wording_only,
)
from framing.compare.statistics.contrasts import contrasts, own_contrasts
from framing.compare.statistics.source_map import profiles, source_map
from framing.compare.words.keywords import comparisons
from framing.compare.words.spellings import spellings
from framing.extract.base import scope_of
from framing.measure.features import source_rows
from framing.measure.own_words import borrowed_rows, own_row
from framing.records.article import Article
from framing.records.mention import Mention
from framing.records.progress import Progress, silent
from framing.results import Results

MOST_SINGLE = 12
"""Sources with one article each that can still be read side by side."""


def compared(results: Results, *, progress: Progress = silent) -> Results:
    """The results of single articles with what only several of them can show; `progress` is told how far it is.

    What stands in tables is found in the order of the articles' ids, so that the order in which they were read changes no
    row; what only a page shows, in the order in which they were read.
    """
    earlier = results.warnings
    as_read = [article.article_id for article in results.articles]
    results = replace(_in_order(results, sorted(as_read)), warnings=())
    for done, step in enumerate(STEPS):
        progress("comparing", done, len(STEPS) + 1)
        results = step(results)
    progress("comparing", len(STEPS), len(STEPS) + 1)
    results = _with_lesson(_in_order(results, as_read))
    return replace(results, warnings=(*results.warnings, *earlier))


def _in_order(results: Results, ids: Sequence[str]) -> Results:
    """The results with their articles, and the rows of each, in an order of ids."""
    place = {name: at for at, name in enumerate(ids)}
    return replace(
        results,
        articles=tuple(sorted(results.articles, key=lambda article: place[article.article_id])),
        parsed={name: results.parsed[name] for name in ids if name in results.parsed},
        mentions={
            family: tuple(sorted(rows, key=lambda row: place[row.article_id]))
            for family, rows in results.mentions.items()
        },
        article_rows=tuple(sorted(results.article_rows, key=lambda row: place[row["article_id"]])),
    )


def _with_events(results: Results) -> Results:
    """Which articles can be compared."""
    scored = [one.article for one in results.parsed.values()]
    by_text = one_event(scored)
    omitted = left_out(scored) | by_text.apart
    return replace(
        results,
        main_event=main_event(results.articles),
        left_out=omitted,
        set_aside=omitted | of_other_events(results.articles),
        warnings=(*results.warnings, *_source_warnings(scored), *_event_warnings(by_text)),
    )


def _with_copies(results: Results) -> Results:
    """Passages that articles have in common, and what is left of each without them."""
    parsed = list(results.parsed.values())
    shared = reuse(parsed, results.lexicons, vocabulary(results.lexicons))
    borrowed = borrowed_spans(shared)
    return replace(
        results,
        reuse=tuple(shared),
        edits=tuple(EditFinder(_articles(results), results.mentions, results.lexicons).of(shared)),
        retellings=retellings(parsed, shared, results.lexicons),
        borrowed=borrowed,
        borrowed_rows=borrowed_rows(results.parsed, _by_article(results.mentions), borrowed),
        own_words=tuple(own_words(parsed, shared, borrowed, results.lexicons)),
    )


def _with_claims(results: Results) -> Results:
    """The claims that articles share, and in whose voice each passage states them."""
    kept = [one for name, one in results.parsed.items() if name not in results.left_out]
    aligned = ledger(kept, results.mentions, results.reuse, results.lexicons)
    return replace(
        results,
        ledger=aligned,
        claim_voices=claim_voices(aligned.claims, results.mentions),
    )


def _with_contrasts(results: Results) -> Results:
    """Sources and sides against each other, of all text and of own words, and the map of the sources."""
    rows = [row for row in results.article_rows if row["article_id"] not in results.left_out]
    scored = [row for row in rows if row["words"] is not None]
    found = _by_article(results.mentions)
    scope = scope_of(results.sides, results.mentions)
    own = [
        own_row(
            row,
            results.parsed[name],
            found[name],
            results.borrowed.get(name, ()),
            results.families,
            results.feature_columns,
            scope,
        )
        for row in scored
        for name in (row["article_id"],)
    ]
    borrowing = {row["source"] for row in scored if row["article_id"] in results.borrowed}
    pooled = [row for row in source_rows(rows, results.feature_columns) if row["articles"]]
    return replace(
        results,
        contrasts=(
            *contrasts(scored, results.feature_columns),
            *own_contrasts(own, results.feature_columns, borrowing),
        ),
        source_map=source_map(profiles(pooled, results.feature_columns)),
    )


def _with_words(results: Results) -> Results:
    """Words that mark a source (in all text, then in own words where anything is borrowed), and spellings."""
    chosen = [
        a for a in results.articles if a.article_id in results.parsed and a.article_id not in results.left_out
    ]
    words = results.lexicons
    own = comparisons(chosen, words, every=False, borrowed=results.borrowed) if results.borrowed else ()
    return replace(
        results,
        keywords=(*comparisons(chosen, words, every=False), *own),
        spellings=tuple(spellings(results.parsed.values(), words)),
    )


def _with_figures(results: Results) -> Results:
    """What several articles say is how many."""
    return replace(results, number_boards=boards_of_events(results.compared_articles, results.mentions))


def _with_findings(results: Results) -> Results:
    """The contrasts of each event that are to be seen first."""
    return replace(results, findings=findings_on(results))


def _with_lesson(results: Results) -> Results:
    """The passages that a class can be asked about."""
    return replace(results, lesson=lesson_on(results))


def _with_limits(results: Results) -> Results:
    """What was not looked for because there is too much, said wherever results are shown."""
    limits = tuple(_limits(results))
    return replace(results, limits=limits, warnings=(*results.warnings, *limits))


STEPS: tuple[Callable[[Results], Results], ...] = (
    _with_events,
    _with_copies,
    _with_claims,
    _with_contrasts,
    _with_words,
    _with_figures,
    _with_findings,
    _with_limits,
)
"""What is compared one after the other; a step may read what those before it have found."""


def _articles(results: Results) -> Mapping[str, Article]:
    """The articles of a run by their ids."""
    return {article.article_id: article for article in results.articles}


def _by_article(mentions: Mapping[str, Sequence[Mention]]) -> Mapping[str, Mapping[str, Sequence[Mention]]]:
    """The mentions of each article by family; families without any are there too."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: {name: [] for name in mentions})
    for name, rows in mentions.items():
        for row in rows:
            found[row.article_id][name].append(row)
    return found


def _limits(results: Results) -> Iterator[str]:
    """Every limit that the run has reached, by event."""
    for event in results.ledger.too_large:
        yield (
            f"{_named(event)}: too many articles for the claim table and for what needs it; compare one event with "
            "--event, or let `framing group` find events"
        )
    for event in searched_for_wording_only(list(results.parsed.values())):
        yield f"{_named(event)}: too many sentences for what is retold in other words; shared wording was looked for"
    for event in too_many_for_findings(results):
        yield f"{_named(event)}: too many articles for findings; label the events, or compare fewer"
    if has_too_many(results):
        yield "too many articles for questions to a class; compare fewer"


def _named(event: str) -> str:
    return f"event {event!r}" if event else "the articles without an event label"


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
