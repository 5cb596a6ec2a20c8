"""Who did it: named in one sentence, a strike or a thing in another, not there in a third."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.pair import PassagePair, SourceCounts
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import HURT_KINDS, step_of
from framing.records.article import Span

SAME = 0.28
"""Least cosine of two sentences that are asked about as telling of the same people."""
_RANK = {"actor": 0, "event": 1, "instrument": 1, "none": 2}

DoerContrast = Literal["named", "people_or_thing", "side", "grammar"]
_SIZE: dict[DoerContrast, float] = {"named": 0.5, "people_or_thing": 0.42, "side": 0.48, "grammar": 0.34}


@dataclass(frozen=True, kw_only=True)
class DoerPair(PassagePair):
    """Two sentences on the same people: the doer is named in one, is people in one, has a side in one, or only
    their grammar differs. `doers` counts the mentions of dead or hurt people that name one, of `mentions`."""

    contrast: DoerContrast
    casualties: tuple[CasualtyMention, CasualtyMention]
    doers: SourceCounts
    mentions: SourceCounts


def pairs(articles: LessonArticles) -> Iterator[DoerPair]:
    """Pairs of sentences on the same people that differ in the doer, in whose deed it is, or in their grammar."""
    hurt = [row for row in articles.rows("casualty", CasualtyMention) if row.kind in HURT_KINDS]
    doers, mentions = articles.counts(row for row in hurt if row.agent_text), articles.counts(hurt)
    claims = _claims_of(articles)
    for pair in articles.pairs(row for row in hurt if _is_usable(row)):
        one, other = sorted(pair, key=lambda row: (_RANK[row.agent_type], not row.agent_side_explicit))
        common = claims.get(one.mention_id, set()) & claims.get(other.mention_id, set())
        if one.kind != other.kind or not (common or _same_people(one, other)):
            continue
        alike = articles.alike(one, other)
        contrast = _contrast(one, other) if alike >= SAME else None
        if contrast is not None:
            yield DoerPair(
                kind="doer",
                passages=(articles.cite(one, _doing(one)), articles.cite(other, _doing(other))),
                topic=min(common, default=f"{one.mention_id}+{other.mention_id}"),
                asks=("doer", contrast, one.kind),
                weight=_SIZE[contrast] + 0.45 * alike,
                contrast=contrast,
                casualties=(one, other),
                doers=doers,
                mentions=mentions,
            )


def _claims_of(articles: LessonArticles) -> dict[str, set[str]]:
    """The shared claims that each casualty row stands in."""
    found: dict[str, set[str]] = {}
    for name, claim in articles.shared.items():
        for passage in claim:
            for casualty in passage.casualty_ids:
                found.setdefault(casualty, set()).add(name)
    return found


def _is_usable(row: CasualtyMention) -> bool:
    return row.factuality == "asserted" and row.construction != "other" and row.region != "title"


def _same_people(one: CasualtyMention, other: CasualtyMention) -> bool:
    """Whether both count the same number of people."""
    return one.count_low is not None and one.count_low == other.count_low


def _contrast(one: CasualtyMention, other: CasualtyMention) -> DoerContrast | None:
    if one.agent_text and not other.agent_text:
        return "named"
    if _RANK[one.agent_type] != _RANK[other.agent_type]:
        return "people_or_thing"
    if one.agent_side_explicit and other.agent_side_explicit is False and other.agent_text:
        return "side"
    steps = {step_of(row) for row in (one, other)}
    return "grammar" if len(steps) > 1 and "other" not in {step.id for step in steps} else None


def _doing(row: CasualtyMention) -> tuple[Span, ...]:
    """The stretches that show who did what: the doer and the word for it."""
    return (*row.agent_spans, Span(row.trigger_start, row.trigger_end))
