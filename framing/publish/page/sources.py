"""The sources of a page without texts, as a table: articles, words, dates and marks of each."""

from __future__ import annotations

from collections.abc import Sequence

from framing.publish.page.about import shown_time
from framing.publish.page.cards import Material
from framing.publish.page.cards.card import Row, Table
from framing.publish.shared import words
from framing.publish.shared.parts import Parts
from framing.records.article import Article


def source_table(articles: Sequence[Article], material: Material) -> Table:
    """One row per compared source; every number of marks opens passages drawn from its rows."""
    kinds = {shown.letter: shown.label for shown in material.kinds}
    rows = []
    for source in material.sources:
        own = [article for article in articles if article.source == source]
        marks: list[Parts] = [
            (material.number(f"{source}: {label}", [i for i in material.of(kind) if i.source == source]),)
            for kind, label in kinds.items()
        ]
        rows.append(Row(heading=source, cells=((f"{len(own):,}",), (_dates(own),), *marks)))
    return Table("the sources", ("Source", "Articles", "Published", *kinds.values()), tuple(rows))


def _dates(articles: Sequence[Article]) -> str:
    """The first and the last day shown."""
    days = sorted(article.published[:10] for article in articles if article.published)
    if not days:
        return words.NOT_SHOWN
    first, last = shown_time(days[0]), shown_time(days[-1])
    return first if first == last else f"{first} – {last}"
