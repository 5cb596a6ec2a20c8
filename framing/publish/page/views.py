"""Articles, sources and questions as the templates get them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from framing.compare.summaries import SummaryCheck
from framing.publish.page.cards import CardMaterial
from framing.publish.page.cards.card import CardRow, CardTable
from framing.publish.page.copied import copied_layers
from framing.publish.page.findings import finding_layers
from framing.publish.page.marks import Layer
from framing.publish.page.rows import PageRows
from framing.publish.page.summaries import check_layers, differing
from framing.publish.page.text import ReadableText, readable_text
from framing.publish.page.unmarked import layers_of
from framing.publish.questions.records import LessonQuestion, QuotedPassage
from framing.publish.shared import words
from framing.publish.shared.items import Item
from framing.publish.shared.names import article_names
from framing.publish.shared.parts import Number, SentenceParts, plural
from framing.publish.shared.passages import removed_key
from framing.records.article import Article

ASIDE = "about another event, left out of the comparisons"
LEAST_COPIED = 0.1
"""Share of an article in common with another one from which its line says so; short items share a little by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as the templates get it.

    `reading` is None where it was not scored; `why_not` says why. `aside` says why an article that can be
    read is left out of the comparisons.
    """

    id: str
    letter: str
    name: str
    source: str
    title: str
    writer: str
    time: str
    words: str
    length: str
    event: str
    file: str
    marks: tuple[tuple[str, Number], ...]
    removed: Number
    has_summary: bool
    checked: Number
    summary: str
    day: str
    agency: str
    copied: str
    reading: ReadableText | None
    why_not: str
    aside: str


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage that a question cites; `anchor` leads to its place on the page."""

    passage: QuotedPassage
    anchor: str


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A question with its two passages."""

    id: str
    text: str
    passages: tuple[LinkedPassage, ...]


def article_views(rows: PageRows) -> tuple[ArticleView, ...]:
    """Every article of the page, in the order of the run."""
    results = rows.results
    copied, summaries = copied_layers(results), differing(results.summary_checks)
    lit = finding_layers(results.findings)
    return tuple(
        _article(
            article,
            name,
            rows,
            (*copied.get(article.article_id, ()), *lit.get(article.article_id, ())),
            summaries.get(article.article_id, ()),
        )
        for article, name in zip(results.articles, article_names(results.articles), strict=True)
    )


def _article(
    article: Article,
    name: str,
    rows: PageRows,
    layers: Sequence[Layer],
    checks: Sequence[SummaryCheck],
) -> ArticleView:
    letter, book = rows.letters[article.article_id], rows.book
    parsed = rows.results.parsed.get(article.article_id)
    counted = plural(parsed.words, "word") if parsed else "not counted"
    found = [item for item in rows.items if item.letter == letter]
    unmarked = layers_of(row for row in rows.unmarked if row.letter == letter)
    others = [*layers, *unmarked, *check_layers(checks, letter)]
    shown = readable_text(article, letter, found, others) if parsed and article.kept() else None
    removed = [removed_key(letter, number) for number in range(1, len(article.removed) + 1)]
    has_summary = any(cut.reason == "summary" for cut in article.removed)
    return ArticleView(
        id=article.article_id,
        letter=letter,
        name=name,
        source=article.source,
        title=article.title,
        writer=writer(article),
        time=time_shown(article),
        words=counted,
        length=_length(counted, shown),
        event=article.event,
        file=article.file,
        marks=tuple(_marks(rows, name, found)),
        removed=book.number(f"{name}: removed from the text", removed),
        has_summary=has_summary,
        checked=book.number(
            f"{name}: the automatic summary against the text", [check.mention_id for check in checks]
        ),
        summary="" if has_summary else article.summary,
        reading=shown,
        why_not="" if shown else _why_not(article, is_scored=parsed is not None),
        day=_day(article),
        agency=_agency(article),
        copied=_copied(rows, article),
        aside=ASIDE if article.article_id in rows.results.set_aside else "",
    )


def _length(counted: str, shown: ReadableText | None) -> str:
    return f"{counted}, {plural(shown.paragraphs, 'paragraph')}" if shown else counted


def _agency(article: Article) -> str:
    return f"from {article.agency}" if article.agency else ""


def _day(article: Article) -> str:
    return shown_time(article.published[:10]) if article.published else "no date shown"


def _copied(rows: PageRows, article: Article) -> str:
    """How much of an article also stands in one of another source, in words; empty below `LEAST_COPIED`."""
    results = rows.results
    own = next((one for one in results.own_words if one.article_id == article.article_id), None)
    if own is None or (own.nearest_share or 0) < LEAST_COPIED:
        return ""
    nearest = next(one.source for one in results.articles if one.article_id == own.nearest_article_id)
    return f"{own.nearest_share:.0%} also in {nearest}"


def _marks(rows: PageRows, name: str, found: Sequence[Item]) -> Iterator[tuple[str, Number]]:
    """How many marks of each kind an article has."""
    for kind in rows.kinds:
        ids = [item.id for item in found if item.kind == kind.letter]
        yield kind.letter, rows.book.number(f"{name}: {kind.label}", ids)


def _why_not(article: Article, *, is_scored: bool) -> str:
    return "no text to read" if is_scored else f"language “{article.language}”: listed, not scored"


def writer(article: Article) -> str:
    """Who wrote it, as far as the page showed it."""
    shown = [part for part in (article.byline, article.agency and f"agency: {article.agency}") if part]
    return "; ".join(shown) or words.NOT_SHOWN


def time_shown(article: Article) -> str:
    if not article.published:
        return words.NOT_SHOWN
    updated = f"; updated {shown_time(article.updated)}" if article.updated else ""
    return shown_time(article.published) + updated


def shown_time(value: str) -> str:
    """A date of the tables in words; what is no ISO date stands as it is.

    >>> shown_time("2025-06-01T14:17:00"), shown_time("2025-06-01"), shown_time("last week")
    ('1 June 2025, 14:17', '1 June 2025', 'last week')
    """
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{time.day} {time:%B %Y}"
    return f"{day}, {time:%H:%M}" if "T" in value or ":" in value else day


def source_table(articles: Sequence[Article], material: CardMaterial) -> CardTable:
    """The sources of a page without texts: articles, dates and marks of each; every number of marks opens passages
    drawn from its rows."""
    kinds = {shown.letter: shown.label for shown in material.kinds}
    rows = []
    for source in material.sources:
        own = [article for article in articles if article.source == source]
        marks: list[SentenceParts] = [
            (material.number(f"{source}: {label}", [i for i in material.of(kind) if i.source == source]),)
            for kind, label in kinds.items()
        ]
        rows.append(CardRow(heading=source, cells=((f"{len(own):,}",), (_dates(own),), *marks)))
    return CardTable("the sources", ("Source", "Articles", "Published", *kinds.values()), tuple(rows))


def _dates(articles: Sequence[Article]) -> str:
    """The first and the last day shown."""
    days = sorted(article.published[:10] for article in articles if article.published)
    if not days:
        return words.NOT_SHOWN
    first, last = shown_time(days[0]), shown_time(days[-1])
    return first if first == last else f"{first} – {last}"


def linked_questions(questions: Iterable[LessonQuestion], rows: PageRows) -> tuple[LinkedQuestion, ...]:
    """The questions of the worksheet, each passage with a link to its place in the text."""
    return tuple(
        LinkedQuestion(
            question.id,
            question.text,
            tuple(LinkedPassage(passage, _anchor(passage, rows)) for passage in question.passages),
        )
        for question in questions
    )


def _anchor(passage: QuotedPassage, rows: PageRows) -> str:
    letter = rows.letters[passage.article_id]
    if rows.book.has(passage.mention_id):
        return f"m-{letter}-{passage.mention_id.rpartition(':')[2]}"
    return f"text-{letter}"
