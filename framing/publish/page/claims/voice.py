"""In whose voice a passage states a claim: a glyph, the words beside it, and how strong they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.compare.claims import ClaimMention
from framing.extract.attribution import AttributionMention
from framing.extract.numbers import NumberMention
from framing.publish.shared import words
from framing.publish.shared.parts import clipped
from framing.publish.shared.words import Glyph
from framing.records.mention import Mention

LONGEST_CUE = 28
MOST_FIGURES = 2
NEAR = 0.25
"""How far apart, as a part of the greater one, two values may lie to be read as the same figure told otherwise."""
OWN_VOICE, QUOTED = "own voice", "quoted"
PLAIN_FACT = "plain fact"


class Voice(NamedTuple):
    """How one passage states a claim.

    `word` is the attributing word as written, `figure` the quantities in the passage, as written; `strength`
    orders cues from doubt (0) over plain words (2) to plain fact (5); cues with one `lemma` are the same word.
    """

    glyph: Glyph
    word: str
    figure: str
    strength: int
    speaker: str
    lemma: str

    @property
    def label(self) -> str:
        """The voice in words, as it stands over a passage."""
        if self.glyph in ("own", "headline"):
            return words.SPOKEN[self.glyph]
        who = self.speaker[:1].upper() + self.speaker[1:] if self.speaker else "Nobody named"
        quoted = self.word if self.word == QUOTED else f"“{self.word}”"
        return f"{who}, {quoted}{_ADDED.get(self.glyph, '')}"


_ADDED: dict[Glyph, str] = {
    "weight": " (with weight)",
    "doubt": " (with doubt)",
    "unverified": " (not verified, says the text)",
}
_STRENGTH: dict[Glyph, int] = {
    "unverified": 0,
    "doubt": 1,
    "nobody": 2,
    "said": 2,
    "weight": 3,
    "own": 5,
    "headline": 5,
}
FACTIVE = 4


def voices(claims: Iterable[ClaimMention], mentions: Mapping[str, Sequence[Mention]]) -> dict[str, Voice]:
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
            _figures(row, by_article.get(row.article_id, ()), stated[row.claim_id]),
        )
        for row in rows
    }


def _voice(row: ClaimMention, cue: AttributionMention | None, figure: str) -> Voice:
    glyph = _glyph(row)
    if glyph in ("own", "headline"):
        return Voice(glyph, OWN_VOICE if glyph == "own" else "headline", figure, _STRENGTH[glyph], "", "")
    word = clipped(cue.cue_text if cue and cue.cue_text else row.cue_lemma, LONGEST_CUE).lower() or QUOTED
    strength = FACTIVE if row.stance == "endorsed" else _STRENGTH[glyph]
    return Voice(glyph, word, figure, strength, row.speaker_text, row.cue_lemma or word)


def _glyph(row: ClaimMention) -> Glyph:
    if row.stance == "own_voice":
        return "headline" if row.region == "title" else "own"
    if row.stance == "unverified":
        return "unverified"
    if row.stance == "distanced":
        return "doubt"
    if row.stance == "endorsed" or words.CUE_GROUPS.get(row.cue_class) == "weight":
        return "weight"
    return "said" if row.speaker_text else "nobody"


def _figures(row: ClaimMention, amounts: Iterable[NumberMention], stated: Sequence[NumberMention]) -> str:
    """The quantities of the passage as written that at least half of the articles with a figure give in some
    form; of a claim of one article, all that it states."""
    inside = [a for a in amounts if row.span.start <= a.start and a.end <= row.span.end and not a.restates]
    if row.scope == "shared":
        least = max(2, len({other.article_id for other in stated}) / 2)
        written = [
            a.quantity
            for a in inside
            if len({a.article_id, *(o.article_id for o in stated if _alike(a, o))}) >= least
        ]
    else:
        written = [a.quantity for a in inside if a.mention_id in row.number_ids]
    written = list({quantity.lower(): quantity for quantity in written}.values())
    left = len(written) - MOST_FIGURES
    return ", ".join(written[:MOST_FIGURES]) + (f" and {left} more" if left > 0 else "")


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
