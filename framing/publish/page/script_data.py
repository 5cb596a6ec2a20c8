"""What the scripts of the page read: articles, passages and the lists that numbers open, charts, forms, texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from framing.classroom.answer_file import page_digest
from framing.classroom.units import words_of
from framing.publish.page.cards import Card
from framing.publish.page.claims import ClaimTable
from framing.publish.page.corrections import correction_data
from framing.publish.page.rows import PageRows
from framing.publish.page.views import ArticleView
from framing.publish.shared import words
from framing.publish.shared.items import Item
from framing.publish.shared.names import article_names
from framing.publish.shared.passages import PassageBook
from framing.records.article import Article


def script_data(
    rows: PageRows, cards: Sequence[Card], claims: ClaimTable, views: Sequence[ArticleView]
) -> dict[str, Any]:
    """The data of a page, as JSON holds it."""
    results, book = rows.results, rows.book
    return {
        "claims": _line_up(claims, book),
        "articles": [
            {"id": a.article_id, "letter": rows.letters[a.article_id], "name": name, "source": a.source}
            for a, name in zip(results.articles, article_names(results.articles), strict=True)
        ],
        "kinds": {kind.letter: kind.heading for kind in rows.kinds},
        "passages": book.passages,
        "lists": book.lists,
        "titles": book.titles,
        "sizes": book.sizes,
        "figures": {card.id: card.chart.figure for card in cards if card.chart},
        "corrections": correction_data(results, rows.forms),
        "page": page_digest(results.articles),
        "texts": {
            view.letter: _text(results.parsed[view.id].article, rows.items) for view in views if view.reading
        },
    }


def _line_up(claims: ClaimTable, book: PassageBook) -> dict[str, dict[str, Any]]:
    """What the line-up needs of each claim: its gist, its passages, and the words for a gap by source."""
    return {
        row.id: {
            "t": row.gist,
            "l": book.lists[row.everywhere.key],
            "g": {cell.source: words.GAP[cell.gap] for cell in row.cells if cell.gap},
        }
        for row in claims.rows
    }


def _text(article: Article, items: Sequence[Item]) -> Mapping[str, Any]:
    """The words of a text and the program's marks in it, for "Annotate first".

    `words` holds for each word the characters since the end of the word before it, then its own: the same
    words as `framing merge-answers` counts. `marks` holds for each mark its kind, and start and end of each of
    its pieces.
    """
    lengths: list[int] = []
    at = 0
    for start, end in words_of(article).spans:
        lengths += (start - at, end - start)
        at = end
    marks = [
        [item.kind, *(offset for span in item.focus for offset in span)]
        for item in items
        if item.mention.article_id == article.article_id
    ]
    return {"words": lengths, "marks": marks}
