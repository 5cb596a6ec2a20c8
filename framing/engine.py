"""Runs the layers in order: read, sentences, mentions, features, contrasts.

The order of the result is the order of the input, whatever the order of the work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from framing import conflict, lexicon
from framing.actors import THIRD_PARTY, UNKNOWN, Sides
from framing.article import Article, Skipped
from framing.compare.claims import Ledger, ledger
from framing.compare.contrasts import contrasts, own_contrasts
from framing.compare.events import OneEvent, left_out, one_event
from framing.compare.grouping import with_events
from framing.compare.keywords import Comparison, comparisons
from framing.compare.reuse import borrowed_spans, reuse
from framing.discover import FoundActor, find_actors
from framing.errors import InputError
from framing.extract import Context, Extractor, Scope, extractors
from framing.language import ParsedArticle, Reader
from framing.measure.features import article_row, declared, source_rows
from framing.measure.own_words import own_row
from framing.mention import Mention
from framing.read import Reading, ReadOptions, read
from framing.results import Results

SCORED_LANGUAGE = "en"
MOST_NAMED = 5
"""Articles in another language that a warning names."""
MOST_SINGLE = 12
"""Sources with one article each that can still be read side by side."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a user can choose for a run."""

    sources: Mapping[str, str] = field(default_factory=dict)
    conflict: str = conflict.AUTO
    sides_file: Path | None = None
    lexicons: tuple[Path, ...] = ()
    model: str | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)
    event: str = ""


def run(paths: Sequence[Path | str], options: Options | None = None) -> Results:
    """Read the inputs and find everything that tables and page need.

    Raises FramingError where nothing can be analysed or an option is wrong.
    """
    options = options or Options()
    words = lexicon.load(options.lexicons)
    reading = read(paths, lexicons=words, sources=options.sources, options=options.reading)
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    articles = _of_event(reading.articles, options.event, paths) if options.event else reading.articles
    results = _analyse(articles, words, options)
    return replace(
        results,
        outside=reading.outside,
        skipped=reading.skipped,
        warnings=(*results.warnings, *reading.warnings),
        parameters={"paths": [_shown(path) for path in paths], **results.parameters},
    )


def analyse(articles: Sequence[Article], options: Options | None = None) -> Results:
    """Find everything in articles that are already read."""
    options = options or Options()
    return _analyse(articles, lexicon.load(options.lexicons), options)


def actors_in(paths: Sequence[Path | str], model: str | None = None) -> list[FoundActor]:
    """The actors named in some inputs, for a pack to be written by hand."""
    reading = read(paths, lexicons=lexicon.load())
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    return find_actors([a for a in reading.articles if a.language in ("", SCORED_LANGUAGE)], model)


def keywords_in(
    paths: Sequence[Path | str],
    options: Options,
    pairs: Sequence[tuple[str, str]],
    *,
    quoted: bool = False,
) -> list[Comparison]:
    """Every phrase of the given pairs of sources; nothing is parsed for it."""
    words = lexicon.load(options.lexicons)
    reading = read(paths, lexicons=words, sources=options.sources, options=options.reading)
    if not reading.articles:
        raise _nothing_to_analyse(paths, reading.skipped)
    chosen = _of_event(reading.articles, options.event, paths) if options.event else reading.articles
    scored = [a for a in chosen if a.language in ("", SCORED_LANGUAGE)]
    return list(comparisons(scored, words, pairs=pairs, quoted=quoted))


def events_in(paths: Sequence[Path | str], options: ReadOptions | None = None) -> Reading:
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


def _analyse(articles: Sequence[Article], words: lexicon.Lexicons, options: Options) -> Results:
    if options.sides_file is not None:
        sides, chosen_by = conflict.from_file(options.sides_file)
    else:
        sides, chosen_by = conflict.choose(options.conflict, words.packs, articles)
    families = extractors()
    triggers = frozenset(word for family in families for word in family.triggers(words))
    reader = Reader(triggers, options.model)
    scored = [a for a in articles if a.language in ("", SCORED_LANGUAGE)]
    parsed = {p.article.article_id: p for p in reader.parse(scored)}
    found = {
        article_id: mentions_of(article, families, words, sides) for article_id, article in parsed.items()
    }
    mentions = {
        family.name: tuple(m for per_article in found.values() for m in per_article[family.name])
        for family in families
    }
    scope = Scope((*sides.ids, THIRD_PARTY, UNKNOWN) if sides else (), mentions)
    columns = declared(families, scope)
    rows = [
        article_row(a, parsed.get(a.article_id), found.get(a.article_id, {}), families, columns, scope)
        for a in articles
    ]
    by_text = one_event(scored)
    omitted = left_out(scored) | by_text.apart
    shared = reuse(list(parsed.values()), words)
    borrowed = borrowed_spans(shared)
    aligned = ledger([one for id_, one in parsed.items() if id_ not in omitted], mentions, shared, words)
    compared = [row for row in rows if row["words"] is not None and row["article_id"] not in omitted]
    own = [
        own_row(row, parsed[id_], found[id_], borrowed.get(id_, ()), families, columns, scope)
        for row in compared
        for id_ in (row["article_id"],)
    ]
    return Results(
        articles=tuple(articles),
        parsed=parsed,
        mentions=mentions,
        feature_columns=columns,
        article_rows=tuple(rows),
        source_rows=tuple(source_rows(rows, columns)),
        left_out=omitted,
        borrowed=borrowed,
        contrasts=(
            *contrasts(compared, columns),
            *own_contrasts(
                own, columns, {row["source"] for row in compared if row["article_id"] in borrowed}
            ),
        ),
        reuse=tuple(shared),
        ledger=aligned,
        lexicons=words,
        sides=sides,
        sides_chosen_by=chosen_by,
        model=reader.model_name,
        warnings=(
            *_comparison_warnings(scored),
            *_event_warnings(by_text),
            *_ledger_warnings(aligned),
            *_language_warnings(articles),
        ),
        parameters={
            "sources": dict(options.sources),
            "conflict": options.conflict,
            "sides_file": options.sides_file.as_posix() if options.sides_file else None,
            "lexicons": [path.as_posix() for path in options.lexicons],
            "model": options.model,
            "event": options.event,
            "labels": options.reading.labels.as_posix() if options.reading.labels else None,
            "encoding": options.reading.encoding,
            "columns": dict(options.reading.columns),
        },
    )


def mentions_of(
    parsed: ParsedArticle,
    families: Sequence[Extractor],
    words: lexicon.Lexicons,
    sides: Sides | None,
) -> dict[str, Sequence[Mention]]:
    """The mentions of one article by family; each family sees those of the families before it."""
    found: dict[str, Sequence[Mention]] = {}
    for family in families:
        found[family.name] = tuple(family.extract(parsed, Context(words, sides, found)))
    return found


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
        if article.language not in ("", SCORED_LANGUAGE):
            others.setdefault(article.language, []).append(article.article_id)
    return [
        f"{', '.join(names)}: language {language!r} is listed but not scored"
        if len(names) <= MOST_NAMED
        else f"{len(names):,} articles, {names[0]} the first: language {language!r} is listed but not scored"
        for language, names in others.items()
    ]


def _ledger_warnings(aligned: Ledger) -> list[str]:
    """Events whose articles are too many to be aligned claim by claim."""
    return [
        f"{f'event {event!r}' if event else 'the articles without an event label'}: too many articles for the "
        "claim ledger; compare one event with --event, or let `framing group` find events"
        for event in aligned.too_large
    ]


def _comparison_warnings(scored: Sequence[Article]) -> list[str]:
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
