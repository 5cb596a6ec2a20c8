"""What kind of claim it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from framing.compare.claims.evidence import Evidence, within
from framing.compare.claims.record import ClaimType
from framing.compare.claims.stance import attribution_of
from framing.compare.claims.statements import ClaimPassage

_POSITION_CUES = frozenset({"directive", "cognitive", "evaluative"})
_POSITION_WORDS = re.compile(r"\b(?:will|would|shall|should|must|won['’]t|ready to|plans? to|wants? to)\b")


def claim_type(claim: Sequence[ClaimPassage], evidence: Evidence) -> ClaimType:
    """The kind of a claim, by what most of its passages are."""
    if _most(claim, _is_quoted):
        return "quote"
    if _most(claim, lambda passage: _has_number(passage, evidence)):
        return "number"
    if _most(claim, lambda passage: _is_position(passage, evidence)):
        return "position"
    return "event"


def _most(claim: Sequence[ClaimPassage], test: Callable[[ClaimPassage], bool]) -> bool:
    return sum(map(test, claim)) * 2 > len(claim)


def _is_quoted(passage: ClaimPassage) -> bool:
    return all(passage.parsed.inside_quotation(span) for span in passage.spans)


def _has_number(passage: ClaimPassage, evidence: Evidence) -> bool:
    article = passage.article_id
    people = within(evidence.casualties.get(article, ()), passage.spans)
    return bool(within(evidence.numbers.get(article, ()), passage.spans)) or any(
        row.count_low is not None for row in people
    )


def _is_position(passage: ClaimPassage, evidence: Evidence) -> bool:
    row = attribution_of(passage.spans, evidence.attributions.get(passage.article_id, ()))
    if row is None:
        return False
    text = passage.parsed.article.text
    planned = any(_POSITION_WORDS.search(text, span.start, span.end) for span in passage.spans)
    return row.cue_class in _POSITION_CUES or planned
