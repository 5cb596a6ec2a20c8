"""From the results of a run to the comparison page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from framing.compare.numbers import boards, contexts
from framing.extract.numbers import NumberMention
from framing.measure.error import MeasuredError
from framing.mention import covering
from framing.publish.page import about, words
from framing.publish.page.about import ArticleView
from framing.publish.page.cards import Card, Material, Place, cards
from framing.publish.page.claims import ClaimTable, claim_table, voices
from framing.publish.page.copied import alike, borrowed_rows
from framing.publish.page.document import document
from framing.publish.page.items import Item, concepts_of, items
from framing.publish.page.passages import Book, note_record, removed_records
from framing.publish.page.sides import SideWords
from framing.publish.page.summaries import check_record, differing
from framing.publish.page.sure import certainty
from framing.publish.page.unmarked import Unmarked, passage_record, quantities, quantity, statements
from framing.publish.page.views import article_views
from framing.publish.page.words import KINDS
from framing.results import Results

MOST_ARTICLES = 40


def build(results: Results, *, measured: Mapping[str, MeasuredError]) -> str:
    """The comparison page of a run; `measured` holds the measured error by table name.

    A page is for reading: of a run with many articles it shows the first forty, counts only these, and
    says so.
    """
    shown, left_out = _readable(results)
    book = Book()
    letters = dict(
        zip((a.article_id for a in shown.articles), about.letters(len(shown.articles)), strict=True)
    )
    found = tuple(items(shown, letters))
    voice = voices(shown.ledger.claims, shown.mentions)
    unmarked = _unmarked(shown, letters, {name: how.label for name, how in voice.items()})
    _fill(book, shown, letters, found, unmarked)
    articles = article_views(shown, letters, found, unmarked, book)
    compared_views = [view for view in articles if view.reading and not view.aside]
    sources = tuple(dict.fromkeys(view.source for view in compared_views))
    in_comparison = {view.letter for view in compared_views}
    compared_items = tuple(item for item in found if item.letter in in_comparison)
    compared_articles = [a for a in shown.articles if letters[a.article_id] in in_comparison]
    amounts = [
        item for item in unmarked if item.letter in in_comparison and isinstance(item.mention, NumberMention)
    ]
    rows = [quantity(item) for item in amounts]
    material = Material(
        sources=sources,
        items=compared_items,
        quantities=tuple(amounts),
        boards=tuple(boards(rows, contexts(rows, shown.parsed))),
        borrowed=borrowed_rows(shown, (*compared_items, *amounts)),
        alike=alike(shown),
        book=book,
        sides=SideWords(shown.sides),
        concepts=concepts_of(shown.lexicons, (item.mention for item in compared_items)),
        place=_places(shown),
    )
    compared = cards(material)
    claims = claim_table(
        shown.ledger, voice, shown.mentions, {a.article_id: a.source for a in compared_articles}, book
    )
    overview = about.overview(shown, sum(v.reading is not None for v in articles), len(sources), left_out)
    context = {
        "overview": overview,
        "articles": articles,
        "scored": [view for view in articles if view.reading],
        "unscored": [view for view in articles if not view.reading],
        "cards": compared,
        "claims": claims,
        "claims_error": about.claims_error(measured),
        "copied": bool(shown.borrowed),
        "glyphs": words.GLYPH,
        "gaps": words.GAP,
        "certainty": certainty(compared, material.opener, shown.contrasts),
        "skipped": shown.skipped,
        "outside": [(piece, words.REMOVED_REASON[piece.reason]) for piece in shown.outside],
        "errors": about.error_rows(measured),
        "citation": about.citation(shown, overview.heading),
        "kinds": [(kind, words.KIND_WORDS[kind]) for kind in KINDS],
    }
    return document(context, _data(articles, book, compared, _line_up(claims, book)))


def _readable(results: Results) -> tuple[Results, int]:
    """The run cut to what a page can show, and how many articles are left to the tables."""
    articles = results.articles[:MOST_ARTICLES]
    kept = {article.article_id for article in articles}
    mentions = {
        name: tuple(m for m in found if m.article_id in kept) for name, found in results.mentions.items()
    }
    return replace(results, articles=articles, mentions=mentions), len(results.articles) - len(articles)


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
        record = note_record(item, results.articles[number], results.parsed[article_id], number)
        book.add(item.id, record)
    for row in unmarked:
        number = numbers[row.mention.article_id]
        article = results.articles[number]
        book.add(row.id, passage_record(row, article, results.parsed[article.article_id], number))
    for checks in differing(results.summary_checks).values():
        for check in checks:
            if check.article_id in numbers:
                number = numbers[check.article_id]
                letter = letters[check.article_id]
                book.add(check.mention_id, check_record(check, results.articles[number], letter, number))
    for number, article in enumerate(results.articles):
        for key, record in removed_records(article, letters[article.article_id], number):
            book.add(key, record)


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
    articles: Sequence[ArticleView],
    book: Book,
    compared: Sequence[Card],
    line_up: Mapping[str, Any],
) -> dict[str, Any]:
    return {
        "claims": line_up,
        "articles": [
            {"id": view.id, "letter": view.letter, "name": view.name, "source": view.source}
            for view in articles
        ],
        "kinds": {kind: words.KIND_WORDS[kind].note for kind in KINDS},
        "passages": book.passages,
        "lists": book.lists,
        "titles": book.titles,
        "figures": {card.id: card.chart.figure for card in compared if card.chart},
    }
