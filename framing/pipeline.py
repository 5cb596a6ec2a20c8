"""Runs the layers in order: read, sentences, mentions, features; then the comparison of articles.

The order of the result is the order of the input, whatever the order of the work.
"""

from __future__ import annotations

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
from framing.engine.memory import freed_between
from framing.engine.spool import Spool, opened_spool
from framing.extract import Context, Extractor, extractors
from framing.extract.base import scope_of
from framing.measure.features import article_row, declared, source_rows
from framing.people import packs as conflict
from framing.people.discover import FoundActor, find_actors
from framing.people.sides import Sides
from framing.read import ReadInputs, ReadOptions, read
from framing.read.corrections import read_corrections
from framing.read.inspection import Inspection
from framing.records.article import Article, Skipped
from framing.records.errors import InputError
from framing.records.mention import Mention
from framing.records.progress import Progress, silent, with_progress
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
    looked for besides those that are installed. With `spool` parses are kept from one run to the next
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
            "labels": _posix(self.reading.labels),
            "encoding": self.reading.encoding,
            "columns": dict(self.reading.columns),
            "date_format": self.reading.date_format,
            "sheet": self.reading.sheet,
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
        skipped=reading.skipped,
        warnings=(*results.warnings, *reading.warnings),
        parameters={"paths": [_shown(path) for path in paths], **results.parameters},
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
        results = _single(articles, words, options, progress, beside, spool)
        return replace(results, warnings=(*results.warnings, *spool.warnings)) if spool else results


def _single(
    articles: Sequence[Article],
    words: lexicon.Lexicons,
    options: Options,
    progress: Progress,
    beside: Sequence[Path],
    spool: Spool | None,
) -> Results:
    """What each article holds by itself."""
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
    each = _each(scored, parser, families, words, sides, by_article(changes), progress)
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
    rows = [
        article_row(a, parsed.get(a.article_id), found.get(a.article_id, {}), families, columns, scope)
        for a in articles
    ]
    return Results(
        families=families,
        articles=tuple(articles),
        parsed=parsed,
        mentions=mentions,
        feature_columns=columns,
        article_rows=tuple(rows),
        source_rows=tuple(source_rows(rows, columns)),
        summary_checks=tuple(_summary_checks(parser, parsed, found, families, words, sides)),
        lexicons=words,
        sides=sides,
        sides_chosen_by=chosen_by,
        model=parser.identity.name,
        corrections=tuple(became),
        warnings=(*_language_warnings(articles), *warnings_of(became)),
        parameters=options.parameters,
    )


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


def _each(
    articles: Sequence[Article],
    parser: Parser,
    families: Sequence[Extractor],
    words: lexicon.Lexicons,
    sides: Sides | None,
    changes: Mapping[str, Sequence[Change]],
    progress: Progress,
) -> Iterator[tuple[ParsedArticle, ArticleMentions]]:
    """Each article with its mentions, some hundred at a time; parses are kept where claims will be aligned."""
    folds = {
        article.article_id: folded
        for article in articles
        if (folded := folded_article(article, parser.is_word)) is not None
    }
    seen = [folds[a.article_id].article if a.article_id in folds else a for a in articles]
    cut = list(with_progress(parser.cut(seen), len(articles), "cutting", progress))
    aligned = {one.article.article_id for event in alignable(cut) for one in event}
    for first in freed_between(range(0, len(cut), AT_A_TIME)):
        for one in parser.parsed(cut[first : first + AT_A_TIME], progress=progress):
            name = one.article.article_id
            found = mentions_of(one, families, words, sides, changes.get(name, ()))
            if name in folds:
                one, found = folds[name].parsed(one), found.carried(folds[name])
            yield one if name in aligned else one.without_parses(), found
        parser.forget()


def mentions_of(
    parsed: ParsedArticle,
    families: Sequence[Extractor],
    words: lexicon.Lexicons,
    sides: Sides | None,
    changes: Sequence[Change] = (),
) -> ArticleMentions:
    """The mentions of one article, corrected; each family sees those of the families before it, corrected too."""
    found: dict[str, Sequence[Mention]] = {}
    rejected: dict[str, Sequence[Mention]] = {}
    outcomes: list[CorrectionOutcome] = []
    for family in families:
        context = Context(words, sides, found, rejected)
        rows = tuple(family.extract(parsed, context))
        asked = [change for change in changes if change.family == family.name]
        if asked:
            result = corrected(rows, asked, family, parsed.article, context)
            rows, rejected[family.name] = result.rows, result.rejected
            outcomes += result.outcomes
        found[family.name] = rows
    return ArticleMentions(found, outcomes)


def _summary_checks(
    parser: Parser,
    parsed: Mapping[str, ParsedArticle],
    found: Mapping[str, Mapping[str, Sequence[Mention]]],
    families: Sequence[Extractor],
    words: lexicon.Lexicons,
    sides: Sides | None,
) -> list[SummaryCheck]:
    """The articles' summaries, each read as a text of its own, against the articles."""
    summaries = parser.parse(list(summary_texts(one.article for one in parsed.values())))
    spoken = {one.article.article_id: mentions_of(one, families, words, sides).rows for one in summaries}
    return summary_checks(summaries, spoken, parsed, found, words)


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
