"""In whose voice a passage states a claim: its own, or whose, with how strong a word; and with which figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.compare.claims.record import ClaimMention
from framing.extract.attribution import AttributionMention
from framing.extract.numbers import NumberMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.records.mention import Mention

VoiceKind = Literal["own", "said", "weight", "doubt", "unverified", "nobody", "headline"]

NEAR = 0.25
"""How far apart, as a part of the greater one, two values may lie to be read as the same figure told otherwise."""
FACTIVE, PLAIN_FACT = 4, 5
_STRENGTH: dict[VoiceKind, int] = {
    "unverified": 0,
    "doubt": 1,
    "nobody": 2,
    "said": 2,
    "weight": 3,
    "own": PLAIN_FACT,
    "headline": PLAIN_FACT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVoice:
    """How one passage states a claim.

    `cue` is the attributing word as written, empty in the source's own voice and where only quotation marks
    say that somebody speaks; cues with one `lemma` are the same word. `strength` orders voices from doubt (0)
    over plain words (2) to plain fact (5). `figures` are the quantities that count for the claim, as written.
    """

    kind: VoiceKind
    cue: str = ""
    lemma: str = ""
    speaker: str = ""
    strength: int
    figures: tuple[str, ...]


def claim_voices(
    claims: Iterable[ClaimMention], mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, ClaimVoice]:
    """The voice of each passage, by mention_id; figures only where several sources of the claim give one."""
    rows = list(claims)
    cues = {
        row.mention_id: row for row in mentions.get("attribution", ()) if isinstance(row, AttributionMention)
    }
    amounts = {row.mention_id: row for row in mentions.get("numbers", ()) if isinstance(row, NumberMention)}
    by_article: dict[str, list[NumberMention]] = {}
    for amount in amounts.values():
        by_article.setdefault(amount.article_id, []).append(amount)
    stated: dict[str, list[NumberMention]] = {}
    for row in rows:
        stated.setdefault(row.claim_id, []).extend(
            amounts[name] for name in row.number_ids if name in amounts
        )
    return {
        row.mention_id: _voice(
            row,
            cues.get(row.attribution_id),
            tuple(_figures(row, by_article.get(row.article_id, ()), stated[row.claim_id])),
        )
        for row in rows
    }


def _voice(row: ClaimMention, said: AttributionMention | None, figures: tuple[str, ...]) -> ClaimVoice:
    kind = _kind(row)
    if kind in ("own", "headline"):
        return ClaimVoice(kind=kind, strength=_STRENGTH[kind], figures=figures)
    return ClaimVoice(
        kind=kind,
        cue=said.cue_text if said and said.cue_text else row.cue_lemma,
        lemma=row.cue_lemma,
        speaker=row.speaker_text,
        strength=FACTIVE if row.stance == "endorsed" else _STRENGTH[kind],
        figures=figures,
    )


def _kind(row: ClaimMention) -> VoiceKind:
    if row.stance == "own_voice":
        return "headline" if row.region == "title" else "own"
    if row.stance == "unverified":
        return "unverified"
    if row.stance == "distanced":
        return "doubt"
    if row.stance == "endorsed" or CUE_GROUPS.get(row.cue_class) == "weight":
        return "weight"
    return "said" if row.speaker_text else "nobody"


def _figures(
    row: ClaimMention, amounts: Iterable[NumberMention], stated: Sequence[NumberMention]
) -> Iterator[str]:
    """The quantities of the passage, each form once, that at least half of the articles with a figure give in
    some form; of a claim of one article, all that it states."""
    inside = [a for a in amounts if row.span.start <= a.start and a.end <= row.span.end and not a.restates]
    if row.scope == "shared":
        least = max(2, len({other.article_id for other in stated}) / 2)
        chosen = [a for a in inside if len({a.article_id, *_giving(a, stated)}) >= least]
    else:
        chosen = [a for a in inside if a.mention_id in row.number_ids]
    yield from {amount.quantity.lower(): amount.quantity for amount in chosen}.values()


def _giving(amount: NumberMention, stated: Sequence[NumberMention]) -> Iterator[str]:
    """The other articles that give a quantity in some form."""
    return (other.article_id for other in stated if _alike(amount, other))


def _alike(one: NumberMention, other: NumberMention) -> bool:
    """Whether two articles count the same noun, or give nearly the same value of one kind."""
    if one.article_id == other.article_id or one.kind != other.kind:
        return False
    nouns = [row.counts_what.lower().split()[-1:] for row in (one, other)]
    if nouns[0] and nouns[0] == nouns[1]:
        return True
    values = [_value(row) for row in (one, other)]
    low, high = min(values, key=lambda v: v or 0.0), max(values, key=lambda v: v or 0.0)
    return low is not None and high is not None and low > 0 and high - low <= NEAR * high


def _value(row: NumberMention) -> float | None:
    ends = (row.converted_low, row.converted_high) if row.converted_unit else (row.value_low, row.value_high)
    return next((end for end in ends if end is not None), None)
