"""Two names for the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair, SourceCounts
from framing.extract.naming import NameMention
from framing.lexicon.naming import NameConcept

MOSTLY = 2 / 3
"""Part of a source's uses that its name for the thing must have."""
SAME = 0.24
"""Least cosine of two sentences with common nouns ("soldiers", "troops"), which may mean other people."""
READABLE = 260


@dataclass(frozen=True, kw_only=True)
class NamePair(PassagePair):
    """A thing that two sources name differently most of the time; `uses` counts each name by source, and
    `written` are the two names as the passages have them."""

    concept: NameConcept
    names: tuple[NameMention, NameMention]
    written: tuple[str, str]
    uses: Mapping[str, SourceCounts]


def pairs(articles: LessonArticles) -> Iterator[NamePair]:
    """One pair for each thing that two sources name differently most of the time, in their own words."""
    concepts = {c.id: c for c in articles.results.lexicons.of("names", NameConcept)}
    used: dict[str, list[NameMention]] = {}
    for row in articles.rows("naming", NameMention):
        if not row.exception and not row.inside_quote and not row.paired_with:
            used.setdefault(row.concept, []).append(row)
    for name, rows in used.items():
        apart = [(a, b) for a, b in articles.pairs(_favoured(articles, rows)) if a.variant != b.variant]
        if concepts[name].kind == "term":
            apart = [(a, b) for a, b in apart if articles.alike(a, b) >= SAME]
        best = max(apart, key=lambda pair: _worth(articles, *pair), default=None)
        if best is not None:
            yield _pair(articles, concepts[name], rows, best)


def _favoured(articles: LessonArticles, rows: Sequence[NameMention]) -> list[NameMention]:
    """The rows with the name that their source uses nearly always."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(articles.source(row), Counter())[row.variant] += 1
    return [
        row
        for row in rows
        if counts[articles.source(row)][row.variant] >= MOSTLY * counts[articles.source(row)].total()
    ]


def _worth(articles: LessonArticles, one: NameMention, other: NameMention) -> tuple[bool, float]:
    """What makes a pair good to show: in the body, short enough to be read at a glance, alike."""
    lengths = [articles.parsed[r.article_id].sentence_at(r.start) for r in (one, other)]
    readable = all(s.end - s.start <= READABLE for s in lengths) and "title" not in (one.region, other.region)
    return readable, articles.alike(one, other)


def _pair(
    articles: LessonArticles,
    concept: NameConcept,
    rows: Sequence[NameMention],
    names: tuple[NameMention, NameMention],
) -> NamePair:
    one, other = names
    sources = {articles.source(row) for row in names}
    often = sum(articles.source(row) in sources for row in rows)
    return NamePair(
        kind="name",
        passages=(articles.cite(one), articles.cite(other)),
        topic=f"name:{concept.id}",
        asks=("name", concept.label),
        weight=min(0.9, 0.5 + 0.02 * often + 0.2 * articles.alike(one, other)),
        concept=concept,
        names=names,
        written=(articles.text(one), articles.text(other)),
        uses={
            variant: Counter(articles.source(row) for row in rows if row.variant == variant)
            for variant in dict.fromkeys(row.variant for row in rows)
        },
    )
