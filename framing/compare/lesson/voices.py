"""One claim in different voices: who says so, with which word, or the text itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.compare.claims import ClaimMention
from framing.compare.lesson.articles import LessonArticles, is_given, reporting
from framing.compare.lesson.pair import PassagePair
from framing.extract.attribution import AttributionMention
from framing.extract.attribution.shown import cue_group
from framing.lexicon.attribution import CUE_GROUPS, CueGroup

SAME = 0.24
"""Least cosine of two sentences that are asked about as telling the same."""
SURE = 0.5
"""Least likeness of a passage with its claim."""
CLOSE = 0.52
"""Least mean of both: below it two passages may well tell different things of the same people."""
_ASKED = {"plain", "weight", "doubt"}
_NO_ONE = ("crowd_or_unspecified", "anonymous_official")

SaidClaim = tuple[ClaimMention, AttributionMention]


@dataclass(frozen=True, kw_only=True)
class VoicePair(PassagePair):
    """A claim in the text's own voice, and given to somebody; and which articles do the one and the other."""

    cue: AttributionMention
    own: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CuePair(PassagePair):
    """A claim with a plain reporting word, and with one that adds weight or doubt; `groups` says which is which,
    `lemmas` are all that its passages have."""

    cues: tuple[AttributionMention, AttributionMention]
    groups: tuple[CueGroup, CueGroup]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SpeakerPair(PassagePair):
    """A claim with a speaker who can be looked up, and with one who cannot."""

    named: AttributionMention
    vague: AttributionMention


def pairs(articles: LessonArticles) -> Iterator[PassagePair]:
    """Own voice beside attributed words; plain words beside weight or doubt; a named speaker beside none."""
    cues = {row.mention_id: row for row in articles.said}
    for claim in articles.shared.values():
        for one, other in articles.pairs(row for row in claim if _is_solid(row)):
            size = _likeness(articles, one, other)
            if size is None:
                continue
            first, second = cues.get(one.attribution_id), cues.get(other.attribution_id)
            if first is not None and second is not None:
                yield from _both_said(articles, claim, (one, first), (other, second), size)
            elif first is not None:
                yield from _one_said(articles, claim, other, (one, first), size)
            elif second is not None:
                yield from _one_said(articles, claim, one, (other, second), size)


def _is_solid(row: ClaimMention) -> bool:
    return row.region != "title" and (row.similarity or 0.0) >= SURE


def _likeness(articles: LessonArticles, one: ClaimMention, other: ClaimMention) -> float | None:
    """How surely two passages tell the same; None where not surely enough."""
    alike = articles.alike(one, other)
    if alike < SAME:
        return None
    size = min(one.similarity or 0.0, other.similarity or 0.0) * 0.5 + alike * 0.5
    return size if size >= CLOSE else None


def _one_said(
    articles: LessonArticles, claim: Sequence[ClaimMention], flat: ClaimMention, said: SaidClaim, size: float
) -> Iterator[VoicePair]:
    row, cue = said
    if not (cue.cue_text and is_given(row, cue) and articles.is_own_words(flat)):
        return
    stances = {row.article_id: row.stance for row in reversed(claim)}
    order = [name for name in articles.articles if name in stances]
    yield VoicePair(
        kind="voice",
        passages=(articles.cite(flat, flat.statement_spans), articles.cite(row, reporting(cue))),
        topic=claim[0].claim_id,
        asks=("voice",),
        weight=0.4 + 0.5 * size,
        cue=cue,
        own=tuple(name for name in order if stances[name] == "own_voice"),
        given=tuple(name for name in order if stances[name] != "own_voice"),
    )


def _both_said(
    articles: LessonArticles, claim: Sequence[ClaimMention], one: SaidClaim, other: SaidClaim, size: float
) -> Iterator[PassagePair]:
    groups = cue_group(one[1]), cue_group(other[1])
    if groups[0] != groups[1] and _ASKED.issuperset(groups):
        yield CuePair(
            kind="cue",
            passages=(articles.cite(one[0], reporting(one[1])), articles.cite(other[0], reporting(other[1]))),
            topic=claim[0].claim_id,
            asks=("cue",),
            weight=0.4 + 0.5 * size,
            cues=(one[1], other[1]),
            groups=groups,
            lemmas=tuple(sorted({row.cue_lemma for row in claim if row.cue_lemma})),
        )
        return
    for named, vague in ((one, other), (other, one)):
        if _is_named(named[1]) and _is_vague(vague[1]):
            yield SpeakerPair(
                kind="speaker",
                passages=(
                    articles.cite(named[0], reporting(named[1])),
                    articles.cite(vague[0], reporting(vague[1])),
                ),
                topic=named[0].claim_id,
                asks=("speaker",),
                weight=0.3 + 0.5 * size,
                named=named[1],
                vague=vague[1],
            )
            return


def _is_named(row: AttributionMention) -> bool:
    return bool(row.speaker_text) and row.speaker_type in ("named_person", "institution")


def _is_vague(row: AttributionMention) -> bool:
    """Whether nobody is named: no speaker at all, or one without a name of any kind."""
    named = any(letter.isupper() for letter in row.speaker_resolved or row.speaker_text)
    described = row.speaker_type in _NO_ONE and not named and len(row.speaker_text.split()) > 1
    return row.cue_class in CUE_GROUPS and (row.speaker_missing or described)
