"""The articles as the templates get them: texts with marks, facts for the source cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.compare.summaries import SummaryCheck
from framing.publish.page import about
from framing.publish.page.about import ArticleView
from framing.publish.page.copied import copied_layers
from framing.publish.page.marks import Layer
from framing.publish.page.summaries import check_layers, differing
from framing.publish.page.text import reading
from framing.publish.page.unmarked import Unmarked, layers_of
from framing.publish.shared import words
from framing.publish.shared.items import Item
from framing.publish.shared.names import article_names
from framing.publish.shared.parts import plural
from framing.publish.shared.passages import Book, removed_key
from framing.publish.shared.words import KINDS
from framing.records.article import Article
from framing.results import Results


def article_views(
    results: Results,
    letters: Mapping[str, str],
    found: Sequence[Item],
    unmarked: Sequence[Unmarked],
    book: Book,
) -> tuple[ArticleView, ...]:
    """Every article of the page, in the order of the run."""
    copied = copied_layers(results)
    summaries = differing(results.summary_checks)
    views = []
    for article, name in zip(results.articles, article_names(results.articles), strict=True):
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
                aside if article.article_id in results.set_aside else "",
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
        id=article.article_id,
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
