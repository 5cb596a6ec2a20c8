"""What one text tells and another leaves out: missing is not omitted, it may not have been known yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.compare.claims import Cell, ClaimMention
from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair

SAME = 0.34
SURE = 0.5
ABSENT = 0.2
"""Greatest cosine with any sentence of a text that is said not to have a statement."""
FEWEST_WORDS = 8
LONGEST = 300
FIRST = 8
"""How many statements of one source alone are looked at."""

Missing = Literal["omitted", "undated"]


@dataclass(frozen=True, kw_only=True)
class GapPair(PassagePair):
    """A claim of two texts that `source` lacks, and whether it could have been known there; with all the
    sources that have it and that lack it."""

    source: str
    status: Missing
    having: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OnlyHerePair(PassagePair):
    """What each of two texts alone tells."""


def pairs(articles: LessonArticles) -> Iterator[PassagePair]:
    """Statements of two texts that a third lacks; of two texts, what each alone tells."""
    yield from _left_out(articles)
    yield from _only_one(articles)


def _left_out(articles: LessonArticles) -> Iterator[GapPair]:
    for name, claim in articles.shared.items():
        rows = [row for row in claim if _is_solid(articles, row)]
        likely = [(articles.alike(a, b), a, b) for a, b in articles.pairs(rows)]
        best = max((pair for pair in likely if pair[0] >= SAME), key=lambda pair: pair[0], default=None)
        if best is None or not tells_much(claim):
            continue
        lacking = _lacking(articles, name, claim)
        if lacking:
            yield _gap(articles, claim, (best[1], best[2]), lacking)


def tells_much(claim: Sequence[ClaimMention]) -> bool:
    """Whether a claim is about people hurt, about a figure, or somebody's words: no line that frames a page."""
    return any(row.attribution_id or row.number_ids or row.casualty_ids for row in claim)


def _is_solid(articles: LessonArticles, row: ClaimMention) -> bool:
    """Whether a passage states the claim well, and in enough words to be looked for elsewhere."""
    enough = len(articles.text(row).split()) >= FEWEST_WORDS
    return enough and row.region != "title" and (row.similarity or 0.0) >= SURE


def _lacking(articles: LessonArticles, name: str, claim: Sequence[ClaimMention]) -> list[tuple[str, Missing]]:
    """The sources without the claim that could have had it, those that surely could first."""
    cells: dict[str, list[Cell]] = {}
    for cell in articles.cells.get(name, ()):
        cells.setdefault(cell.source, []).append(cell)
    found: list[tuple[str, Missing]] = []
    for source, own in cells.items():
        if all(cell.status == "absent" for cell in own) and is_absent(articles, claim, source):
            found.append((source, "omitted" if any(cell.known == "yes" for cell in own) else "undated"))
    return sorted(found, key=lambda pair: pair[1] != "omitted")


def is_absent(articles: LessonArticles, claim: Sequence[ClaimMention], source: str) -> bool:
    """Whether no sentence of a source is like any passage of a claim."""
    return max(articles.nearest(row, source) for row in claim) < ABSENT


def _gap(
    articles: LessonArticles,
    claim: Sequence[ClaimMention],
    rows: tuple[ClaimMention, ClaimMention],
    lacking: Sequence[tuple[str, Missing]],
) -> GapPair:
    source, status = lacking[0]
    having = tuple(dict.fromkeys(articles.source(row) for row in claim))
    one, other = rows
    return GapPair(
        kind="gap",
        passages=(articles.cite(one, one.statement_spans), articles.cite(other, other.statement_spans)),
        topic=claim[0].claim_id,
        asks=("gap", source),
        weight=min(1.0, 0.35 + 0.08 * len(having) + (0.1 if status == "omitted" else 0.0)),
        source=source,
        status=status,
        having=having,
        lacking=tuple(name for name, _ in lacking),
    )


def _only_one(articles: LessonArticles) -> Iterator[OnlyHerePair]:
    """For each pair of sources, the statement that each alone has and that carries most."""
    best: dict[str, list[tuple[float, ClaimMention]]] = {}
    for row in articles.claims:
        weight = _carries(articles, row) if row.scope == "single" else 0.0
        if weight:
            best.setdefault(articles.source(row), []).append((weight, row))
    sources = [source for source in articles.sources if source in best]
    for number, one in enumerate(sources):
        for other in sources[number + 1 :]:
            here, there = _absent(articles, best[one], other), _absent(articles, best[other], one)
            if here is not None and there is not None:
                yield OnlyHerePair(
                    kind="gap",
                    passages=(
                        articles.cite(here, here.statement_spans),
                        articles.cite(there, there.statement_spans),
                    ),
                    topic=f"alone:{here.article_id}:{there.article_id}",
                    asks=("alone", here.article_id, there.article_id),
                    weight=0.38,
                )


def _carries(articles: LessonArticles, row: ClaimMention) -> float:
    """How much a statement tells: a named speaker, figures, near the start of the text.

    Tolls are left out: other texts have them too, as other figures.
    """
    words = len(articles.text(row).split())
    if words < FEWEST_WORDS or row.end - row.start > LONGEST or row.casualty_ids:
        return 0.0
    told = 0.3 * bool(row.speaker_resolved) + 0.2 * bool(row.number_ids)
    length = len(articles.articles[row.article_id].text)
    return told + 0.4 * (1 - row.start / length)


def _absent(
    articles: LessonArticles, rows: Sequence[tuple[float, ClaimMention]], other: str
) -> ClaimMention | None:
    ranked = sorted(rows, key=lambda pair: (-pair[0], pair[1].mention_id))[:FIRST]
    return next((row for _, row in ranked if is_absent(articles, [row], other)), None)
