"""Word: one thing that two sources call by different names throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.extract.naming import NameMention
from framing.lexicon.naming import NameConcept

FEWEST_USES = 2
"""Uses of a name outside the title that make it the source's name for the thing."""
SAME = 0.3
"""Least cosine of two sentences whose words for people or deeds ("soldiers", "troops") mean the same ones."""
READABLE = 260
CONFIDENCE = 0.97
CONFIDENCE_TERM = 0.85
TELLING: Mapping[str, float] = {
    "term": 0.85,
    "territory": 0.75,
    "place": 0.65,
    "organisation": 0.55,
    "name": 0.35,
}


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each thing that two sources each have one name for, and not the same one."""
    concepts = {c.id: c for c in articles.results.lexicons.of("names", NameConcept)}
    used: dict[str, list[NameMention]] = {}
    for row in articles.rows("naming", NameMention):
        if not (row.exception or row.inside_quote or row.paired_with or row.distancing):
            used.setdefault(row.concept, []).append(row)
    for name, rows in used.items():
        concept = concepts[name]
        apart = [(a, b) for a, b in articles.pairs(_faithful(articles, rows)) if a.variant != b.variant]
        if concept.kind == "term":
            apart = [pair for pair in apart if _are_own_words_on_one_thing(articles, *pair)]
        best = max(apart, key=lambda pair: _worth(articles, rows, *pair), default=None)
        if best is not None:
            yield _finding(articles, concept, rows, *best)


def _faithful(articles: EventArticles, rows: Sequence[NameMention]) -> list[NameMention]:
    """The rows of sources that use one name only, and not by chance."""
    counts: dict[str, Counter[str]] = {}
    titled: set[str] = set()
    for row in rows:
        counts.setdefault(articles.source(row), Counter())[row.variant] += 1
        if row.region == "title":
            titled.add(articles.source(row))
    faithful = {
        source
        for source, found in counts.items()
        if len(found) == 1 and (found.total() >= FEWEST_USES or source in titled)
    }
    return [row for row in rows if articles.source(row) in faithful]


def _are_own_words_on_one_thing(articles: EventArticles, one: NameMention, other: NameMention) -> bool:
    """Whether two words for people or deeds stand in like sentences, and not in what somebody is said to have said."""
    said = any(articles.is_said(row) for row in (one, other))
    return not said and articles.alike(one, other) >= SAME


def _has_one_form(articles: EventArticles, rows: Sequence[NameMention], row: NameMention) -> bool:
    """Whether a source has the name in one form only: "Israeli army", "Israeli military" are two."""
    forms = {articles.text(r).casefold() for r in rows if articles.source(r) == articles.source(row)}
    return len(forms) == 1


def _worth(
    articles: EventArticles, rows: Sequence[NameMention], one: NameMention, other: NameMention
) -> tuple[int, bool, float]:
    """What makes a pair good to show: names used often, in sentences that are read at a glance and are alike."""
    often = min(sum(articles.source(r) == articles.source(row) for r in rows) for row in (one, other))
    lengths = [articles.parsed[r.article_id].sentence_at(r.start) for r in (one, other)]
    readable = all(s.end - s.start <= READABLE for s in lengths)
    return min(often, 3), readable, articles.alike(one, other)


def _finding(
    articles: EventArticles,
    concept: NameConcept,
    rows: Sequence[NameMention],
    one: NameMention,
    other: NameMention,
) -> Finding:
    a, b = (literal(articles.text(row)) for row in (one, other))
    label = literal(concept.label)
    pair = {articles.source(one), articles.source(other)}
    always = " throughout" if all(_has_one_form(articles, rows, row) for row in (one, other)) else ""
    return articles.finding(
        articles.cite(one),
        articles.cite(other),
        kind="word",
        wording=f"{label[0].upper()}{label[1:]}: {{a}} writes “{a}”{always}, {{b}} “{b}”.",
        telling=TELLING[concept.kind],
        confidence=CONFIDENCE_TERM if concept.kind == "term" else CONFIDENCE,
        rows=tuple(row.mention_id for row in rows if articles.source(row) in pair),
    )
