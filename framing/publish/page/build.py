"""From the results of a run to one self-contained HTML document.

Nothing is loaded from anywhere: style sheet, scripts, plotly and data stand in the document, and its
content security policy forbids every request and every script but these (by their hashes).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from framing import __version__
from framing.article import Article
from framing.compare.numbers import boards, contexts
from framing.compare.summaries import SummaryCheck
from framing.extract.numbers import NumberMention
from framing.measure.error import MeasuredError
from framing.mention import covering
from framing.publish.page import about, words
from framing.publish.page.about import ArticleView
from framing.publish.page.cards import Card, Material, Place, cards
from framing.publish.page.claims import ClaimTable, claim_table, voices
from framing.publish.page.copied import alike, borrowed_rows, copied_layers
from framing.publish.page.evidence import (
    Book,
    Item,
    concepts_of,
    items,
    note_record,
    removed_key,
    removed_records,
)
from framing.publish.page.marks import Layer
from framing.publish.page.parts import Number, Pill, Small, Together, plural
from framing.publish.page.sides import SideWords
from framing.publish.page.summaries import check_layers, check_record, differing
from framing.publish.page.sure import certainty
from framing.publish.page.text import reading
from framing.publish.page.unmarked import (
    Unmarked,
    layers_of,
    passage_record,
    quantities,
    quantity,
    statements,
)
from framing.publish.page.words import KINDS
from framing.results import Results

MOST_ARTICLES = 40
PACKAGE = "framing.publish.page"
STYLES = ("tokens", "page", "marks", "reading", "cards", "claims", "notes", "print")
SCRIPTS = ("start", "marks", "columns", "note", "passages", "lineup", "charts", "downloads", "links")
LIBRARY = "plotly-basic.min.js"

_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HARMLESS = dict.fromkeys((*_CONTROLS, *_DIRECTIONS), "\ufffd")


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
    articles = _articles(shown, letters, found, unmarked, book)
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
    scripts = _scripts()
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            overview=overview,
            articles=articles,
            scored=[view for view in articles if view.reading],
            unscored=[view for view in articles if not view.reading],
            cards=compared,
            claims=claims,
            claims_error=about.claims_error(measured),
            copied=bool(shown.borrowed),
            glyphs=words.GLYPH,
            gaps=words.GAP,
            certainty=certainty(compared, material.opener, shown.contrasts),
            skipped=shown.skipped,
            outside=[(piece, words.REMOVED_REASON[piece.reason]) for piece in shown.outside],
            errors=about.error_rows(measured),
            citation=about.citation(shown, overview.heading),
            kinds=[(kind, words.KIND_WORDS[kind]) for kind in KINDS],
            version=__version__,
            style=Markup("\n".join(_asset(f"static/{name}.css") for name in STYLES)),
            scripts=[Markup(script) for script in scripts],
            policy=_policy(scripts),
            data=_json(_data(articles, book, compared, _line_up(claims, book))),
        )
    )
    return html.translate(_HARMLESS)


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


def _articles(
    results: Results,
    letters: Mapping[str, str],
    found: Sequence[Item],
    unmarked: Sequence[Unmarked],
    book: Book,
) -> tuple[ArticleView, ...]:
    set_aside = about.set_aside(results)
    copied = copied_layers(results)
    summaries = differing(results.summary_checks)
    views = []
    for article, name in zip(results.articles, about.names(results.articles), strict=True):
        letter = letters[article.article_id]
        own = [item for item in found if item.letter == letter]
        others = [
            *copied.get(article.article_id, ()),
            *layers_of(item for item in unmarked if item.letter == letter),
            *check_layers(summaries.get(article.article_id, ()), letter),
        ]
        aside = "about another event, left out of the comparisons"
        views.append(
            _article(
                article,
                name,
                letter,
                results,
                own,
                others,
                summaries.get(article.article_id, ()),
                book,
                aside if article.article_id in set_aside else "",
            )
        )
    return tuple(views)


def _article(
    article: Article,
    name: str,
    letter: str,
    results: Results,
    found: Sequence[Item],
    others: Sequence[Layer],
    checks: Sequence[SummaryCheck],
    book: Book,
    aside: str,
) -> ArticleView:
    parsed = results.parsed.get(article.article_id)
    shown = reading(article, letter, found, others) if parsed and article.kept() else None
    why_not = ""
    if shown is None:
        why_not = "no text to read" if parsed else f"language “{article.language}”: listed, not scored"
    counted = plural(parsed.words, "word") if parsed else "not counted"
    kinds = [(kind, [item.id for item in found if item.kind == kind]) for kind in KINDS]
    removed = [removed_key(letter, number) for number in range(1, len(article.removed) + 1)]
    has_summary = any(cut.reason == "summary" for cut in article.removed)
    return ArticleView(
        letter=letter,
        name=name,
        source=article.source,
        title=article.title,
        writer=about.writer(article),
        time=about.time_shown(article),
        words=counted,
        length=f"{counted}, {plural(shown.paragraphs, 'paragraph')}" if shown else counted,
        event=article.event,
        file=article.file,
        marks=tuple(
            (kind, book.number(f"{name}: {words.KIND_WORDS[kind].label}", ids)) for kind, ids in kinds
        ),
        removed=book.number(f"{name}: removed from the text", removed),
        has_summary=has_summary,
        checked=book.number(
            f"{name}: the automatic summary against the text", [check.mention_id for check in checks]
        ),
        summary="" if has_summary else article.summary,
        reading=shown,
        why_not=why_not,
        aside=aside,
    )


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


@cache
def _asset(path: str) -> str:
    return files(PACKAGE).joinpath(path).read_text(encoding="utf-8")


def _scripts() -> tuple[str, str, str]:
    """The mark that scripts run, plotly, and the page's own modules as one function."""
    own = "\n".join(_asset(f"static/{name}.js") for name in SCRIPTS)
    early = "document.documentElement.classList.add('js');"
    return early, _asset(f"vendor/{LIBRARY}"), f"(() => {{\n'use strict';\n{own}\n}})();"


def _policy(scripts: Sequence[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _line_up(claims: ClaimTable, book: Book) -> dict[str, dict[str, Any]]:
    """What the line-up needs of each claim: the passages by letter, and the words for a gap by source."""
    return {
        row.id: {
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
        "articles": [{"letter": view.letter, "name": view.name, "source": view.source} for view in articles],
        "kinds": {kind: words.KIND_WORDS[kind].note for kind in KINDS},
        "passages": book.passages,
        "lists": book.lists,
        "titles": book.titles,
        "figures": {card.id: card.chart.figure for card in compared if card.chart},
    }


def _json(data: Any) -> Markup:
    """JSON that may stand in a script element: no character in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(PACKAGE, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["count"] = lambda part: isinstance(part, Number)
    environment.tests["pill"] = lambda part: isinstance(part, Pill)
    environment.tests["small"] = lambda part: isinstance(part, Small)
    environment.tests["together"] = lambda part: isinstance(part, Together)
    return environment
