"""From the results of a run to the comparison page: its rows, what is compared, and all that the templates get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from framing.compare.number_boards import NumberBoard
from framing.corrections.applied import corrected_columns
from framing.extract.base import marked_families
from framing.extract.naming.shown import named_things
from framing.extract.numbers import NumberMention
from framing.measure.error import MeasuredError
from framing.publish.anonymise import page_anonymiser
from framing.publish.page import about
from framing.publish.page.cards import CardMaterial, PlaceInText, cards
from framing.publish.page.claims import claim_table
from framing.publish.page.copied import alike
from framing.publish.page.corrections import correctable, corrected, correction_forms
from framing.publish.page.document import document
from framing.publish.page.findings import FIRST, finding_views
from framing.publish.page.rows import PageRows
from framing.publish.page.script_data import script_data
from framing.publish.page.sides import SideWords
from framing.publish.page.summaries import check_record, differing
from framing.publish.page.sure import certainty
from framing.publish.page.unmarked import Unmarked, passage_record, quantities, statements
from framing.publish.page.views import ArticleView, article_views, linked_questions, source_table
from framing.publish.page.voice_words import voice_words
from framing.publish.questions import questions_on
from framing.publish.questions.glossary import page_glossary
from framing.publish.questions.organiser import ROWS
from framing.publish.shared import words
from framing.publish.shared.items import Item, attribution, items
from framing.publish.shared.mark_styles import mark_styles
from framing.publish.shared.names import SourceNames, source_names, with_marked_labels
from framing.publish.shared.passages import PassageBook, note_record, removed_records
from framing.publish.shared.run_words import citation
from framing.records.article import Article
from framing.records.mention import covering
from framing.results import Results

MOST_READ = 12
"""Articles that a page shows with their texts."""
FIRST_QUESTIONS = 4
"""Questions that stand open; the rest is one press away."""
MOST_SOURCES = 12
"""Sources that a page without texts compares."""
MOST_PASSAGES = 20
"""Passages behind one number of a page without texts."""


def build(results: Results, *, measured: Mapping[str, MeasuredError]) -> str:
    """The comparison page of a run; `measured` holds the measured error by table name.

    A page with up to twelve articles shows their texts. That of a larger run has charts and tables of all
    articles of the sources with the most, and a random sample of the passages behind each number; it says so.
    """
    is_large = len(results.readable) > MOST_READ
    letters = about.letters([article.article_id for article in results.articles])
    anonymiser = None if is_large else page_anonymiser(results, letters)
    if anonymiser:
        results = with_marked_labels(results)
    rows = _rows(results, letters, PassageBook(MOST_PASSAGES if is_large else None))
    compared = _compared(results, is_large)
    material = _material(rows, compared)
    comparison = cards(material)
    views = () if is_large else article_views(rows)
    claims = claim_table(
        results.ledger,
        rows.voices,
        results.mentions,
        {article.article_id: article.source for article in compared},
        rows.book,
    )
    context = _of_run(rows, material.sources, is_large) | _of_texts(rows, views) | _of_words(rows, measured)
    context |= {
        "compared_sources": material.sources,
        "source_table": source_table(compared, material) if is_large else None,
        "cards": comparison,
        "claims": claims,
        "certainty": certainty(comparison, material.opener, results.contrasts),
    }
    data = script_data(rows, comparison, claims, views)
    further = mark_styles(marked_families(results.families))
    if anonymiser:
        return document(context, anonymiser.of_data(data), anonymiser.over, further_style=further)
    return document(context, data, further_style=further)


def _rows(results: Results, letters: Mapping[str, str], book: PassageBook) -> PageRows:
    """All rows of the run that the page shows, each with its passage in the book."""
    voices = {name: voice_words(voice) for name, voice in results.claim_voices.items()}
    sources = {article.article_id: article.source for article in results.articles}
    labels = {name: voice.label for name, voice in voices.items()}
    rows = PageRows(
        results=results,
        letters=letters,
        items=tuple(items(results, letters)),
        unmarked=(
            *quantities(results.mentions.get("numbers", ()), letters, sources),
            *statements(results.ledger.claims, letters, sources, labels),
        ),
        voices=voices,
        kinds=tuple(family.shown for family in marked_families(results.families)),
        forms=correction_forms(results.families, results.sides),
        book=book,
    )
    _fill(rows)
    return rows


def _fill(rows: PageRows) -> None:
    """Put the passage of each row into the book."""
    results, book = rows.results, rows.book
    hand = corrected_columns(results.corrections)
    numbers = {article.article_id: number for number, article in enumerate(results.articles)}
    for item in rows.items:
        number = numbers[item.mention.article_id]
        article = results.articles[number]
        record = partial(note_record, item, article, results.parsed[article.article_id], number)
        form = rows.forms[item.table]
        by_hand = hand.get(item.mention.mention_id, ())
        book.add(item.id, partial(correctable, record, item.mention, item.table, article, form, by_hand))
    for row in rows.unmarked:
        number = numbers[row.mention.article_id]
        article = results.articles[number]
        record = partial(passage_record, row, article, results.parsed[article.article_id], number)
        if isinstance(row.mention, NumberMention):
            by_hand = hand.get(row.mention.mention_id, ())
            record = partial(
                correctable, record, row.mention, "numbers", article, rows.forms["numbers"], by_hand
            )
        book.add(row.id, record)
    for check in (check for checks in differing(results.summary_checks).values() for check in checks):
        number = numbers[check.article_id]
        letter = rows.letters[check.article_id]
        book.add(check.mention_id, partial(check_record, check, results.articles[number], letter, number))
    for number, article in enumerate(results.articles):
        for key, cut in removed_records(article, rows.letters[article.article_id], number):
            book.add(key, partial(dict, cut))


def _compared(results: Results, is_large: bool) -> list[Article]:
    """The articles that the page compares: of a page without texts those of the sources with the most, in the
    order of the run."""
    compared = [article for article in results.readable if article.article_id not in results.set_aside]
    if not is_large:
        return compared
    most = dict(Counter(article.source for article in compared).most_common(MOST_SOURCES))
    return [article for article in compared if article.source in most]


def _material(rows: PageRows, compared: Sequence[Article]) -> CardMaterial:
    """What the cards are made from."""
    results = rows.results
    letters = {rows.letters[article.article_id] for article in compared}
    found = tuple(item for item in rows.items if item.letter in letters)
    is_one_event = len({article.event for article in compared}) < 2
    return CardMaterial(
        sources=tuple(dict.fromkeys(article.source for article in compared)),
        items=found,
        quantities=tuple(row for row in rows.unmarked if _is_quantity(row) and row.letter in letters),
        boards=tuple(_boards(results, compared)) if is_one_event else (),
        is_one_event=is_one_event,
        borrowed=results.borrowed_rows,
        alike=alike(results),
        book=rows.book,
        sides=SideWords(results.sides),
        named_things=named_things(results.lexicons, (item.mention for item in found)),
        kinds=rows.kinds,
        place=_places(results),
    )


def _is_quantity(row: Unmarked) -> bool:
    return isinstance(row.mention, NumberMention)


def _boards(results: Results, articles: Sequence[Article]) -> Iterator[NumberBoard]:
    """The lines of the numbers board for the articles whose sources the page compares."""
    chosen = {article.article_id for article in articles}
    for board in results.number_boards:
        kept = board.of_articles(chosen)
        if kept is not None:
            yield kept


def _places(results: Results) -> PlaceInText:
    """Where an item's statement stands in its text, as shares of what was kept of the text."""
    kept = {
        article.article_id: [piece for _, pieces in article.kept() for piece in pieces]
        for article in results.articles
    }

    def place(item: Item) -> tuple[float, float]:
        statement = covering(attribution(item).content_spans or [item.mention.span])
        pieces = kept[item.mention.article_id]
        length = sum(piece.end - piece.start for piece in pieces)

        def before(offset: int) -> float:
            return sum(max(0, min(piece.end, offset) - piece.start) for piece in pieces) / length

        return before(statement.start), before(statement.end)

    return place


def _of_run(rows: PageRows, sources: Sequence[str], is_large: bool) -> dict[str, Any]:
    """What the templates say of the run: its event, its questions, its inputs, how to cite it."""
    results = rows.results
    names: SourceNames = source_names(results)
    overview = about.overview(results, sources, is_large)
    asked = () if is_large else questions_on(results.lesson, names)
    return {
        "overview": overview,
        "findings": finding_views(results.findings, names, rows.letters, texts=not is_large),
        "first_findings": FIRST,
        "first_questions": FIRST_QUESTIONS,
        "talk": linked_questions(asked, rows),
        "terms": page_glossary(results, names),
        "copied": bool(results.borrowed),
        "skipped": results.skipped,
        "outside": [(piece, words.REMOVED_REASON[piece.reason]) for piece in results.outside],
        "corrections": corrected(results.corrections),
        "citation": citation(results, overview.heading),
        "limits": results.limits,
    }


def _of_texts(rows: PageRows, views: Sequence[ArticleView]) -> dict[str, Any]:
    """The articles that the templates show: those with a text, and the first of those without one."""
    unscored = [view for view in views if not view.reading]
    return {
        "articles": [view for view in views if view.reading or view in unscored[:MOST_READ]],
        "scored": [view for view in views if view.reading],
        "unscored": unscored[:MOST_READ],
        "more_unscored": len(unscored[MOST_READ:]),
    }


def _of_words(rows: PageRows, measured: Mapping[str, MeasuredError]) -> dict[str, Any]:
    """Labels, keys and figures that are the same on every page."""
    letters = [kind.letter for kind in rows.kinds]
    return {
        "most_read": MOST_READ,
        "most_passages": MOST_PASSAGES,
        "organiser_rows": list(ROWS),
        "glyphs": words.GLYPH,
        "gaps": words.GAP,
        "claims_error": about.claims_error(measured),
        "errors": about.error_rows(rows.results.families, measured),
        "kinds": [(kind.letter, kind) for kind in rows.kinds],
        "letters": " or ".join(filter(None, [", ".join(letters[:-1]), *letters[-1:]])),
    }
