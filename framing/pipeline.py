"""Runs the layers in order: read, sentences, mentions, features; then the comparison of articles.

The order of the result is the order of the input, whatever the order of the work.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from framing import lexicon
from framing.compare.claims import alignable
from framing.compare.grouping import with_events
from framing.compare.summaries import SummaryCheck, summary_checks, summary_texts
from framing.compare.words.keywords import KeywordComparison, comparisons
from framing.comparison import compared
from framing.corrections.applied import corrected
from framing.corrections.record import CorrectionOutcome, not_in_run, warnings_of
from framing.corrections.values import Change, by_article, changes_of
from framing.engine.limits import (
    SECONDS,
    ArticleFault,
    FamilyError,
    fault_of,
    seconds_for,
)
from framing.engine.memory import freed_between
from framing.engine.spool import Spool, opened_spool
from framing.extract import Context, Extractor, extractors
from framing.extract.base import Scope, scope_of
from framing.lexicon.dictionary import KIND as DICTIONARY
from framing.lexicon.dictionary import DictionaryEntry
from framing.measure.features import Row, article_row, declared, source_rows
from framing.people import packs as conflict
from framing.people.discover import FoundActor, find_actors
from framing.people.sides import Sides
from framing.provenance import provenance_of
from framing.read import ReadInputs, ReadOptions, read
from framing.read.corrections import read_corrections
from framing.read.inspection import Inspection
from framing.records.article import Article, Skipped
from framing.records.columns import Column
from framing.records.errors import InputError
from framing.records.mention import Mention
from framing.records.progress import Progress, silent, with_progress
from framing.records.time_limit import time_limit
from framing.results import Results
from framing.text.folded_article import FoldedArticle, folded_article
from framing.text.headlines import headline_words
from framing.text.parser import Parser
from framing.text.sentences import ParsedArticle

SCORED_LANGUAGE = "en"
AT_A_TIME = 200
"""Articles whose parses are in memory together."""
MOST_NAMED = 5
"""Articles in another language that a warning names."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a user can choose for a run.

    `corrections` is a table like `corrections.csv`; its rows stand above those beside the inputs. `families` are
    looked for besides those that are installed. An article may take `limit_seconds` of processor time in each step, for
    each 100,000 characters begun (0: no limit). With `spool` parses are kept from one run to the next
    (`framing.engine.spool`); the results are the same without.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    conflict: str = conflict.AUTO
    sides_file: Path | None = None
    lexicons: tuple[Path, ...] = ()
    model: str | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)
    event: str = ""
    corrections: Path | None = None
    families: tuple[Extractor, ...] = ()
    spool: bool = True
    limit_seconds: float = SECONDS
    debug: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """The files and folders that are named, which a run reads besides its inputs."""
        named = (self.corrections, self.sides_file, self.reading.labels, *self.lexicons)
        return tuple(path for path in named if path is not None)

    @property
    def parameters(self) -> dict[str, Any]:
        """The choices as the manifest lists them."""
        return {
            "sources": dict(self.sources),
            "conflict": self.conflict,
            "sides_file": _posix(self.sides_file),
            "lexicons": [path.as_posix() for path in self.lexicons],
            "model": self.model,
            "event": self.event,
            "families": [family.name for family in self.families],
            "corrections": _posix(self.corrections),
            "limit_seconds": self.limit_seconds,
            "labels": _posix(self.reading.labels),
            "encoding": self.reading.encoding,
            "columns": dict(self.reading.columns),
            "date_format": self.reading.date_format,
            "sheet": self.reading.sheet,
            "repair_encoding": self.reading.repair_encoding,
        }


def _posix(path: Path | None) -> str | None:
    return path.as_posix() if path else None


def run(
    paths: Sequence[Path | str], options: Options | None = None, *, progress: Progress = silent
) -> Results:
    """Read the inputs, find everything in each article, and compare the articles.

    `progress` is told how far the run is. Raises FramingError where nothing can be analysed or an option
    is wrong.
    """
    return compared(features(paths, options, progress=progress), progress=progress)


def analyse(
    articles: Sequence[Article], options: Options | None = None, *, progress: Progress = silent
) -> Results:
    """Find everything in articles that are already read, and compare them; `progress` is told how far it is."""
    return compared(features_of(articles, options, progress=progress), progress=progress)


def features(
    paths: Sequence[Path | str], options: Options | None = None, *, progress: Progress = silent
) -> Results:
    """Read the inputs and find what each article holds by itself.

    `progress` is told how far it is. Raises FramingError where nothing can be analysed or an option is wrong.
    """
    options = options or Options()
    words = lexicon.load(options.lexicons)
    reading = read(paths, lexicons=words, sources=options.sources, options=options.reading)
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    articles = _of_event(reading.articles, options.event, paths) if options.event else reading.articles
    results = _features(articles, words, options, progress, reading.corrections)
    return replace(
        results,
        outside=reading.outside,
        skipped=(*reading.skipped, *results.skipped),
        warnings=(*results.warnings, *reading.warnings),
        parameters={"paths": [_shown(path) for path in paths], **results.parameters},
        provenance=provenance_of(reading, articles, options.files),
    )


def features_of(
    articles: Sequence[Article], options: Options | None = None, *, progress: Progress = silent
) -> Results:
    """Find what each of some articles that are already read holds by itself; `progress` is told how far it is."""
    options = options or Options()
    return _features(articles, lexicon.load(options.lexicons), options, progress)


def inspected(paths: Sequence[Path | str], options: Options | None = None) -> Inspection:
    """What would be read of some inputs, before any analysis."""
    options = options or Options()
    words = lexicon.load(options.lexicons)
    return Inspection.of(read(paths, lexicons=words, sources=options.sources, options=options.reading))


def actors_in(paths: Sequence[Path | str], model: str | None = None) -> list[FoundActor]:
    """The actors named in some inputs, for a pack to be written by hand."""
    reading = read(paths, lexicons=lexicon.load())
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    return find_actors(list(filter(_is_scored, reading.articles)), model)


def keywords_in(
    paths: Sequence[Path | str],
    options: Options,
    pairs: Sequence[tuple[str, str]],
    *,
    quoted: bool = False,
) -> list[KeywordComparison]:
    """Every phrase of the given pairs of sources; nothing is parsed for it."""
    words = lexicon.load(options.lexicons)
    reading = read(paths, lexicons=words, sources=options.sources, options=options.reading)
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    chosen = _of_event(reading.articles, options.event, paths) if options.event else reading.articles
    return list(comparisons(list(filter(_is_scored, chosen)), words, pairs=pairs, quoted=quoted))


def events_in(paths: Sequence[Path | str], options: ReadOptions | None = None) -> ReadInputs:
    """The inputs read, with every article's event: as given, else the one it is grouped into."""
    reading = read(paths, lexicons=lexicon.load(), options=options)
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    return replace(reading, articles=tuple(with_events(reading.articles)))


def _of_event(articles: Sequence[Article], event: str, paths: Sequence[Path | str]) -> list[Article]:
    chosen = [article for article in articles if article.event == event]
    if not chosen:
        known = sorted({article.event for article in articles if article.event})
        named = ", ".join(known[:MOST_NAMED]) + (" …" if len(known) > MOST_NAMED else "")
        remedy = f"choose one of {named}" if known else "label the events, or let `framing group` find them"
        raise InputError(
            ", ".join(map(_shown, paths)), f"no article is labelled with event {event!r}", remedy
        )
    return chosen


def _features(
    articles: Sequence[Article],
    words: lexicon.Lexicons,
    options: Options,
    progress: Progress,
    beside: Sequence[Path] = (),
) -> Results:
    with opened_spool(options.spool) as spool:
        results, faults = _whole(articles, words, options, progress, beside, spool)
        told = (*results.warnings, *(spool.warnings if spool else ()))
        return replace(results, warnings=told, skipped=tuple(fault.skipped() for fault in faults))


def _whole(
    articles: Sequence[Article],
    words: lexicon.Lexicons,
    options: Options,
    progress: Progress,
    beside: Sequence[Path],
    spool: Spool | None,
) -> tuple[Results, list[ArticleFault]]:
    """What the articles hold in which nothing fails, the same as if the others had not been given; and the faults.

    Where an article fails, the run is made again without it: sides, columns and resolutions depend on all articles.
    """
    faults: list[ArticleFault] = []
    while True:
        known = len(faults)
        results = _single(articles, words, options, progress, beside, spool, faults)
        if options.debug:
            for fault in faults[known:]:
                traceback.print_exception(fault.error)
        if len(faults) == known:
            return results, faults
        failed = {fault.article.article_id for fault in faults}
        articles = [article for article in articles if article.article_id not in failed]
        if not articles:
            raise _nothing_to_analyse([faults[0].article.file], [fault.skipped() for fault in faults])


def _single(
    articles: Sequence[Article],
    words: lexicon.Lexicons,
    options: Options,
    progress: Progress,
    beside: Sequence[Path],
    spool: Spool | None,
    faults: list[ArticleFault],
) -> Results:
    """What each article holds by itself; articles in which something fails are added to `faults` and left out."""
    given = [options.corrections] if options.corrections else []
    corrections = [row for table in (*beside, *given) for row in read_corrections(table)]
    sides, chosen_by = _sides(options, words, articles)
    families = (*extractors(), *options.families)
    triggers = frozenset(word for family in families for word in family.triggers(words))
    parser = Parser(triggers, options.model, headline_words(words), spool)
    scored = list(filter(_is_scored, articles))
    changes, refused = changes_of(corrections, families, sides)
    outcomes = {outcome.correction: outcome for outcome in refused}
    parsed, found = {}, {}
    finder = _ArticleFinder(parser, families, words, sides, options.limit_seconds, faults)
    each = finder.each(scored, by_article(changes), progress)
    for one, of_article in with_progress(each, len(scored), "articles", progress):
        parsed[one.article.article_id] = one
        found[one.article.article_id] = of_article.rows
        outcomes |= {outcome.correction: outcome for outcome in of_article.outcomes}
    became = [outcomes.get(correction) or not_in_run(correction) for correction in corrections]
    mentions = {
        family.name: tuple(m for per_article in found.values() for m in per_article[family.name])
        for family in families
    }
    scope = scope_of(sides, mentions)
    columns = declared(families, scope)
    rows = list(_rows(articles, parsed, found, families, columns, scope, faults))
    return Results(
        families=families,
        articles=tuple(articles),
        parsed=parsed,
        mentions=mentions,
        feature_columns=columns,
        article_rows=tuple(rows),
        source_rows=tuple(source_rows(rows, columns)),
        summary_checks=tuple(finder.summary_checks(parsed, found)),
        lexicons=words,
        sides=sides,
        sides_chosen_by=chosen_by,
        model=parser.identity.name,
        corrections=tuple(became),
        warnings=(*_language_warnings(articles), *_dictionary_warnings(words), *warnings_of(became)),
        parameters=options.parameters,
    )


def _rows(
    articles: Sequence[Article],
    parsed: Mapping[str, ParsedArticle],
    found: Mapping[str, Mapping[str, Sequence[Mention]]],
    families: Sequence[Extractor],
    columns: Sequence[Column],
    scope: Scope,
    faults: list[ArticleFault],
) -> Iterator[Row]:
    """The row of each article; one that cannot be counted is added to the faults."""
    for article in articles:
        name = article.article_id
        try:
            row = article_row(article, parsed.get(name), found.get(name, {}), families, columns, scope)
        except Exception as error:
            faults.append(fault_of(article, "counting", error))
        else:
            yield row


def _sides(
    options: Options, words: lexicon.Lexicons, articles: Sequence[Article]
) -> tuple[Sides | None, str]:
    """The sides of the run, and in words how they were chosen."""
    if options.sides_file is not None:
        return conflict.from_file(options.sides_file)
    return conflict.choose(options.conflict, words.packs, articles)


def _is_scored(article: Article) -> bool:
    return article.language in ("", SCORED_LANGUAGE)


@dataclass(frozen=True)
class ArticleMentions:
    """The mentions of one article by family, and what became of the corrections of them."""

    rows: dict[str, Sequence[Mention]]
    outcomes: Sequence[CorrectionOutcome]

    def carried(self, folded: FoldedArticle) -> ArticleMentions:
        """The same over the article's text as it stands."""
        rows: dict[str, Sequence[Mention]] = {
            name: tuple(map(folded.mention, found)) for name, found in self.rows.items()
        }
        return ArticleMentions(rows, self.outcomes)


@dataclass(frozen=True)
class _ArticleFinder:
    """Finds the mentions of articles, each within its time; what fails is added to `faults`."""

    parser: Parser
    families: Sequence[Extractor]
    words: lexicon.Lexicons
    sides: Sides | None
    seconds: float
    faults: list[ArticleFault]

    def each(
        self, articles: Sequence[Article], changes: Mapping[str, Sequence[Change]], progress: Progress
    ) -> Iterator[tuple[ParsedArticle, ArticleMentions]]:
        """Each article with its mentions, some hundred at a time; parses are kept where claims will be aligned."""
        folds = {
            article.article_id: folded
            for article in articles
            if (folded := folded_article(article, self.parser.is_word)) is not None
        }
        seen = [folds[a.article_id].article if a.article_id in folds else a for a in articles]
        cut = list(self._cut(seen, progress))
        aligned = {one.article.article_id for event in alignable(cut) for one in event}
        for first in freed_between(range(0, len(cut), AT_A_TIME)):
            for one in self._parsed(cut[first : first + AT_A_TIME], progress):
                name = one.article.article_id
                found = self._mentions(one, changes.get(name, ()))
                if found is None:
                    continue
                if name in folds:
                    one, found = folds[name].parsed(one), found.carried(folds[name])
                yield one if name in aligned else one.without_parses(), found
            self.parser.forget()

    def summary_checks(
        self, parsed: Mapping[str, ParsedArticle], found: Mapping[str, Mapping[str, Sequence[Mention]]]
    ) -> list[SummaryCheck]:
        """The articles' summaries, each read as a text of its own, against the articles."""
        summaries = self._parsed(list(self._cut(list(summary_texts(p.article for p in parsed.values())))))
        spoken = {one.article.article_id: self._mentions(one) for one in summaries}
        rows = {name: of_one.rows for name, of_one in spoken.items() if of_one is not None}
        read = [one for one in summaries if one.article.article_id in rows]
        return summary_checks(read, rows, parsed, found, self.words)

    def _cut(self, articles: Sequence[Article], progress: Progress = silent) -> Iterator[ParsedArticle]:
        """The articles in sentences; one that cannot be cut is found by cutting each by itself."""
        try:
            yield from list(with_progress(self.parser.cut(articles), len(articles), "cutting", progress))
        except Exception:
            for article in articles:
                try:
                    with time_limit(seconds_for(article, self.seconds)):
                        (one,) = self.parser.cut([article])
                except Exception as error:
                    self.faults.append(fault_of(article, "cutting into sentences", error))
                else:
                    yield one

    def _parsed(self, cut: Sequence[ParsedArticle], progress: Progress = silent) -> list[ParsedArticle]:
        """Articles with their parses; where this fails or takes too long, each is parsed by itself."""
        try:
            with time_limit(sum(seconds_for(one.article, self.seconds) for one in cut)):
                return self.parser.parsed(cut, progress=progress)
        except Exception:
            alone = (self._parsed_alone(one) for one in cut)
            return [one for one in alone if one is not None]

    def _parsed_alone(self, one: ParsedArticle) -> ParsedArticle | None:
        try:
            with time_limit(seconds_for(one.article, self.seconds)):
                (parsed,) = self.parser.parsed([one])
        except Exception as error:
            self.faults.append(fault_of(one.article, "parsing", error))
            return None
        return parsed

    def _mentions(self, one: ParsedArticle, changes: Sequence[Change] = ()) -> ArticleMentions | None:
        try:
            with time_limit(seconds_for(one.article, self.seconds)):
                return mentions_of(one, self.families, self.words, self.sides, changes)
        except Exception as error:
            self.faults.append(fault_of(one.article, "finding", error))
            return None


def mentions_of(
    parsed: ParsedArticle,
    families: Sequence[Extractor],
    words: lexicon.Lexicons,
    sides: Sides | None,
    changes: Sequence[Change] = (),
) -> ArticleMentions:
    """The mentions of one article, corrected; each family sees those of the families before it, corrected too.

    Raises FamilyError where a family fails.
    """
    found: dict[str, Sequence[Mention]] = {}
    rejected: dict[str, Sequence[Mention]] = {}
    outcomes: list[CorrectionOutcome] = []
    for family in families:
        context = Context(words, sides, found, rejected)
        try:
            rows = tuple(family.extract(parsed, context))
        except Exception as error:
            raise FamilyError(family.name, error) from error
        asked = [change for change in changes if change.family == family.name]
        if asked:
            result = corrected(rows, asked, family, parsed.article, context)
            rows, rejected[family.name] = result.rows, result.rejected
            outcomes += result.outcomes
        found[family.name] = rows
    return ArticleMentions(found, outcomes)


def _shown(path: Path | str) -> str:
    return path.as_posix() if isinstance(path, Path) else path


def _nothing_to_analyse(paths: Sequence[Path | str], skipped: Sequence[Skipped]) -> InputError:
    """The error for inputs without an article: the reason of the only one, or how many there were."""
    if len(skipped) == 1:
        return InputError(skipped[0].file, skipped[0].reason, skipped[0].remedy, row=skipped[0].row)
    place = ", ".join(map(_shown, paths))
    if not skipped:
        return InputError(place, "holds no articles", "give files, or a folder with files, of articles")
    reason = f"none of {len(skipped)} inputs could be read; the first: {skipped[0].file}: {skipped[0].reason}"
    return InputError(place, reason, skipped[0].remedy)


def _dictionary_warnings(words: lexicon.Lexicons) -> list[str]:
    """Categories of the user's own that say nothing of where they are from."""
    without = [entry.id for entry in words.of(DICTIONARY, DictionaryEntry) if not entry.source]
    named = ", ".join(without[:MOST_NAMED]) + (" …" if len(without) > MOST_NAMED else "")
    return [f"dictionary: no source is given for {named}: a paper has to say"] if without else []


def _language_warnings(articles: Sequence[Article]) -> list[str]:
    """What is not scored: articles by name where they are few, else how many of each language."""
    others: dict[str, list[str]] = {}
    for article in articles:
        if not _is_scored(article):
            others.setdefault(article.language, []).append(article.article_id)
    return [
        f"{', '.join(names)}: language {language!r} is listed but not scored"
        if len(names) <= MOST_NAMED
        else f"{len(names):,} articles, {names[0]} the first: language {language!r} is listed but not scored"
        for language, names in others.items()
    ]
