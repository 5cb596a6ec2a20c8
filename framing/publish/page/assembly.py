"""From the results of a run to the comparison page: what is read, compared and asked, as the templates get it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from framing.classroom.answer_file import page_digest
from framing.compare.number_boards import NumberBoard
from framing.extract.numbers import NumberMention
from framing.measure.error import MeasuredError
from framing.publish.anonymise import veil_of
from framing.publish.page import about
from framing.publish.page.annotating import text_data
from framing.publish.page.cards import Card, Material, Place, cards
from framing.publish.page.claims import ClaimTable, claim_table, voice_words
from framing.publish.page.copied import alike
from framing.publish.page.corrections import correctable, corrected, correction_data
from framing.publish.page.document import document
from framing.publish.page.sides import SideWords
from framing.publish.page.sources import source_table
from framing.publish.page.summaries import check_record, differing
from framing.publish.page.sure import certainty
from framing.publish.page.talk import talk
from framing.publish.page.unmarked import Unmarked, passage_record, quantities, statements
from framing.publish.page.views import article_views
from framing.publish.questions import questions_on
from framing.publish.questions.glossary import page_glossary
from framing.publish.questions.organiser import ROWS
from framing.publish.shared import words
from framing.publish.shared.items import Item, concepts_of, items
from framing.publish.shared.names import article_names, source_names, with_marked_labels
from framing.publish.shared.passages import Book, note_record, removed_records
from framing.publish.shared.run_words import citation
from framing.publish.shared.words import KINDS
from framing.records.article import Article
from framing.records.mention import covering
from framing.results import Results

MOST_READ = 12
"""Articles that a page shows with their texts."""
MOST_SOURCES = 12
"""Sources that a page without texts compares."""
MOST_PASSAGES = 20
"""Passages behind one number of a page without texts."""


def assemble(results: Results, measured: Mapping[str, MeasuredError]) -> str:
    """The page of a run; see `framing.publish.page.build`."""
    is_large = len(results.readable) > MOST_READ
    book = Book(MOST_PASSAGES if is_large else None)
    letters = dict(
        zip((a.article_id for a in results.articles), about.letters(len(results.articles)), strict=True)
    )
    veil = None if is_large else veil_of(results, letters)
    if veil:
        results = with_marked_labels(results)
    readable = results.readable
    found = tuple(items(results, letters))
    voice = {name: voice_words(one) for name, one in results.claim_voices.items()}
    unmarked = _unmarked(results, letters, {name: how.label for name, how in voice.items()})
    _fill(book, results, letters, found, unmarked)
    compared_articles = [a for a in readable if a.article_id not in results.set_aside]
    sources = tuple(dict.fromkeys(a.source for a in compared_articles))
    if is_large:
        sources = _largest(sources, Counter(a.source for a in compared_articles))
        compared_articles = [a for a in compared_articles if a.source in sources]
    in_comparison = {letters[a.article_id] for a in compared_articles}
    compared_items = tuple(item for item in found if item.letter in in_comparison)
    amounts = [
        item for item in unmarked if item.letter in in_comparison and isinstance(item.mention, NumberMention)
    ]
    is_one_event = len({a.event for a in compared_articles}) < 2
    material = Material(
        sources=sources,
        items=compared_items,
        quantities=tuple(amounts),
        boards=tuple(_boards(results, compared_articles)) if is_one_event else (),
        is_one_event=is_one_event,
        borrowed=results.borrowed_rows,
        alike=alike(results),
        book=book,
        sides=SideWords(results.sides),
        concepts=concepts_of(results.lexicons, (item.mention for item in compared_items)),
        place=_places(results),
    )
    compared = cards(material)
    views = () if is_large else article_views(results, letters, found, unmarked, book)
    unscored = [view for view in views if not view.reading]
    articles = [view for view in views if view.reading or view in unscored[:MOST_READ]]
    claims = claim_table(
        results.ledger, voice, results.mentions, {a.article_id: a.source for a in compared_articles}, book
    )
    names = source_names(results)
    overview = about.overview(results, len(readable), sources, is_large)
    context = {
        "overview": overview,
        "articles": articles,
        "scored": [view for view in articles if view.reading],
        "unscored": unscored[:MOST_READ],
        "more_unscored": len(unscored[MOST_READ:]),
        "compared_sources": sources,
        "source_table": source_table(compared_articles, material) if is_large else None,
        "most_read": MOST_READ,
        "most_passages": MOST_PASSAGES,
        "cards": compared,
        "talk": () if is_large else talk(questions_on(results.lesson, names), letters, book),
        "terms": page_glossary(results, names),
        "organiser_rows": list(ROWS),
        "claims": claims,
        "claims_error": about.claims_error(measured),
        "copied": bool(results.borrowed),
        "glyphs": words.GLYPH,
        "gaps": words.GAP,
        "certainty": certainty(compared, material.opener, results.contrasts),
        "skipped": results.skipped,
        "outside": [(piece, words.REMOVED_REASON[piece.reason]) for piece in results.outside],
        "errors": about.error_rows(measured),
        "corrections": corrected(results.corrections),
        "citation": citation(results, overview.heading),
        "kinds": [(kind, words.KIND_WORDS[kind]) for kind in KINDS],
    }
    data = _data(results, letters, book, compared, _line_up(claims, book))
    texts = {
        view.letter: text_data(results.parsed[view.id].article, found) for view in articles if view.reading
    }
    data |= {"corrections": correction_data(results), "page": page_digest(results.articles), "texts": texts}
    return document(context, veil.of_data(data), veil.over) if veil else document(context, data)


def _boards(results: Results, articles: Sequence[Article]) -> Iterator[NumberBoard]:
    """The lines of the numbers board for the articles whose sources the page compares."""
    chosen = {article.article_id for article in articles}
    for board in results.number_boards:
        kept = board.of_articles(chosen)
        if kept is not None:
            yield kept


def _largest(sources: Sequence[str], articles: Mapping[str, int]) -> tuple[str, ...]:
    """The sources that a page without texts compares: those with the most articles, in the order of the run."""
    most = sorted(sources, key=lambda source: -articles[source])[:MOST_SOURCES]
    return tuple(source for source in sources if source in most)


def _unmarked(
    results: Results, letters: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[Unmarked, ...]:
    sources = {article.article_id: article.source for article in results.articles}
    return (
        *quantities(results.mentions.get("numbers", ()), letters, sources),
        *statements(results.ledger.claims, letters, sources, labels),
    )


def _fill(
    book: Book,
    results: Results,
    letters: Mapping[str, str],
    found: Sequence[Item],
    unmarked: Sequence[Unmarked],
) -> None:
    numbers = {article.article_id: number for number, article in enumerate(results.articles)}
    for item in found:
        article_id = item.mention.article_id
        number = numbers[article_id]
        article = results.articles[number]
        record = partial(note_record, item, article, results.parsed[article_id], number)
        table = about.KIND_TABLES[item.kind]
        book.add(item.id, partial(correctable, record, item.mention, table, article, results.sides))
    for row in unmarked:
        number = numbers[row.mention.article_id]
        article = results.articles[number]
        record = partial(passage_record, row, article, results.parsed[article.article_id], number)
        if isinstance(row.mention, NumberMention):
            record = partial(correctable, record, row.mention, "numbers", article, results.sides)
        book.add(row.id, record)
    for checks in differing(results.summary_checks).values():
        for check in checks:
            number = numbers[check.article_id]
            letter = letters[check.article_id]
            book.add(check.mention_id, partial(check_record, check, results.articles[number], letter, number))
    for number, article in enumerate(results.articles):
        for key, cut in removed_records(article, letters[article.article_id], number):
            book.add(key, partial(dict, cut))


def _places(results: Results) -> Place:
    """Where an item's statement stands in its text, as shares of what was kept of the text."""
    kept = {
        article.article_id: [piece for _, pieces in article.kept() for piece in pieces]
        for article in results.articles
    }

    def place(item: Item) -> tuple[float, float]:
        statement = covering([s.span for s in item.slots if s.role == "content"] or [item.mention.span])
        pieces = kept[item.mention.article_id]
        length = sum(piece.end - piece.start for piece in pieces)

        def before(offset: int) -> float:
            return sum(max(0, min(piece.end, offset) - piece.start) for piece in pieces) / length

        return before(statement.start), before(statement.end)

    return place


def _line_up(claims: ClaimTable, book: Book) -> dict[str, dict[str, Any]]:
    """What the line-up needs of each claim: its gist, its passages, and the words for a gap by source."""
    return {
        row.id: {
            "t": row.gist,
            "l": book.lists[row.everywhere.key],
            "g": {cell.source: words.GAP[cell.gap] for cell in row.cells if cell.gap},
        }
        for row in claims.rows
    }


def _data(
    results: Results,
    letters: Mapping[str, str],
    book: Book,
    compared: Sequence[Card],
    line_up: Mapping[str, Any],
) -> dict[str, Any]:
    return {
        "claims": line_up,
        "articles": [
            {"id": a.article_id, "letter": letters[a.article_id], "name": name, "source": a.source}
            for a, name in zip(results.articles, article_names(results.articles), strict=True)
        ],
        "kinds": {kind: words.KIND_WORDS[kind].note for kind in KINDS},
        "passages": book.passages,
        "lists": book.lists,
        "titles": book.titles,
        "sizes": book.sizes,
        "figures": {card.id: card.chart.figure for card in compared if card.chart},
    }
