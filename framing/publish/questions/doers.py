"""Who did it: named in one sentence, a strike or a thing in another, not there in a third."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.extract.casualty import CasualtyMention
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import hurt, quoted
from framing.publish.questions.question_records import Answer, Question
from framing.publish.shared.words import HURT_KINDS, RUNGS, rung_of
from framing.records.article import Span

SAME = 0.28
"""Least cosine of two sentences that are asked about as telling of the same people."""
_RANK = {"actor": 0, "event": 1, "instrument": 1, "none": 2}
_TERM_OF = {"passive": "passive", "by": "passive_by", "noun": "noun_construction", "died": "died"}
_RUNG = {rung.id: rung for rung in RUNGS}
_WHY = (
    "A sentence without a doer is no proof that somebody is spared: the doer may stand in the sentence before, may not "
    "have been known yet, or may have been left out for space."
)


class _Asked(NamedTuple):
    """A question on two rows: its words, what differs, and the size of the difference (0 to 1)."""

    text: str
    differs: str
    size: float


def questions(material: Material) -> Iterator[Question]:
    """Pairs of sentences on the same people that differ in the doer, in whose deed it is, or in their grammar."""
    rows = [row for row in material.rows("casualty", CasualtyMention) if _is_usable(row)]
    claims: dict[str, set[str]] = {}
    for name, claim in material.shared.items():
        for passage in claim:
            for casualty in passage.casualty_ids:
                claims.setdefault(casualty, set()).add(name)
    for pair in material.pairs(rows):
        one, other = sorted(pair, key=lambda row: (_RANK[row.agent_type], not row.agent_side_explicit))
        common = claims.get(one.mention_id, set()) & claims.get(other.mention_id, set())
        alike = material.alike(one, other)
        if one.kind != other.kind or alike < SAME or not (common or _same_people(one, other)):
            continue
        asked = _asked(material, one, other)
        if asked is not None:
            topic = min(common, default=f"{one.mention_id}+{other.mention_id}")
            yield _question(material, one, other, asked, alike, topic)


def _is_usable(row: CasualtyMention) -> bool:
    told = row.kind in HURT_KINDS and row.factuality == "asserted" and row.construction != "other"
    return told and row.region != "title"


def _same_people(one: CasualtyMention, other: CasualtyMention) -> bool:
    """Whether both count the same number of people."""
    return one.count_low is not None and one.count_low == other.count_low


def _asked(material: Material, one: CasualtyMention, other: CasualtyMention) -> _Asked | None:
    first, second = material.names[one.article_id], material.names[other.article_id]
    what = f"Both passages say that people were {hurt(one.kind)}. "
    if one.agent_text and not other.agent_text:
        return _Asked(
            f"{what}Ask each sentence “by whom, or by what?” Which one answers? Copy the words.",
            f"{first} names {quoted(one.agent_text)}. The sentence in {second} names nobody and nothing.",
            0.5,
        )
    if _RANK[one.agent_type] != _RANK[other.agent_type]:
        return _Asked(
            f"{what}Who or what does it in each sentence: people, or a thing such as a strike? Copy the words.",
            f"In {first} people do it: {quoted(one.agent_text)}. In {second} a thing does it: {quoted(other.agent_text)}.",
            0.42,
        )
    if one.agent_side_explicit and other.agent_side_explicit is False and other.agent_text:
        return _Asked(
            f"{what}Which of the two says whose deed it was? Copy the word that tells you.",
            f"{first} writes {quoted(one.agent_text)}, {second} {quoted(other.agent_text)}.",
            0.48,
        )
    rungs = [_RUNG[rung_of(row.construction, row.agent_type)] for row in (one, other)]
    if rungs[0] != rungs[1] and "other" not in {rung.id for rung in rungs}:
        return _Asked(
            f"{what}Find the word for it in each sentence. Is it a verb or a noun? Who or what stands before it, and "
            "what comes last?",
            f"{first}: {rungs[0].label.lower()} {rungs[0].example}. {second}: {rungs[1].label.lower()} "
            f"{rungs[1].example}.",
            0.34,
        )
    return None


def _question(
    material: Material,
    one: CasualtyMention,
    other: CasualtyMention,
    asked: _Asked,
    alike: float,
    topic: str,
) -> Question:
    first, second = (
        material.cite(row, (*row.agent_spans, Span(row.trigger_start, row.trigger_end)))
        for row in (one, other)
    )
    return Question(
        id="",
        kind="doer",
        text=asked.text,
        passages=(first, second),
        answer=Answer(
            asked.differs,
            _counts(material),
            "Students can turn each sentence round, so that another word comes first, and compare.",
            _WHY,
        ),
        terms=tuple(dict.fromkeys(("doer", *_terms(one), *_terms(other)))),
        topic=topic,
        weight=asked.size + 0.45 * alike,
    )


def _terms(row: CasualtyMention) -> tuple[str, ...]:
    term = _TERM_OF.get(rung_of(row.construction, row.agent_type))
    return (term,) if term else ()


def _counts(material: Material) -> str:
    rows = [row for row in material.rows("casualty", CasualtyMention) if row.kind in HURT_KINDS]
    clauses = []
    for source in material.sources:
        own = [row for row in rows if material.source(row) == source]
        if own:
            clauses.append(f"{source} {sum(bool(row.agent_text) for row in own)} of {len(own)}")
    return f"Mentions of dead or hurt people whose sentence names a doer of any kind: {', '.join(clauses)}."
