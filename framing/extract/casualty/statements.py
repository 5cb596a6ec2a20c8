"""The casualty statements of one sentence: frame, victims and cause together.

Coordinated predicates share what only one of them says: in "the blast killed 12 soldiers and left 60
injured in the barracks" both have the cause, and the 60 are soldiers too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.extract.casualty.causes import Cause, cause_of
from framing.extract.casualty.frame import Frame
from framing.extract.casualty.frames import frame_of
from framing.extract.casualty.triggers import find_triggers
from framing.extract.casualty.victims import Victims, victims_of
from framing.extract.casualty.voice import is_intended
from framing.extract.casualty.words import Vocabulary
from framing.text.numerals import Numeral
from framing.text.parse import Parse

NEAR = 14
"""Coordinated predicates stand at most so many tokens apart."""


@dataclass(frozen=True)
class Statement:
    """One predicate with its victims and its cause; `shares` is true where it goes on with the one before."""

    frame: Frame
    victims: Victims
    cause: Cause
    shares: bool


def statements_of(parse: Parse, numerals: Sequence[Numeral], words: Vocabulary) -> list[Statement]:
    """All casualty statements of a parsed sentence, in text order."""
    frames = _frames(parse, numerals, words)
    triggers = [token for frame in frames for token in frame.trigger.tokens]
    found: list[Statement] = []
    for frame in frames:
        victims = victims_of(frame, numerals, triggers, words)
        cause = cause_of(frame, victims.tokens, words)
        if frame.trigger.word.bodily and not _in_body(frame, victims, cause, frames, words):
            continue
        if found and frame.construction == "active" and cause.head in triggers:
            cause = found[-1].cause
        before = found[-1] if found else None
        if before is None or not _coordinated(before.frame, frame):
            found.append(Statement(frame, victims, cause, False))
            continue
        if cause.head is None:
            cause = before.cause
        elif before.cause.head is None and frame.link != "subject":
            found[-1] = replace(before, cause=cause)
        if victims.status == "unknown" and _is_bare(victims):
            victims = replace(victims, status=before.victims.status)
        found.append(Statement(frame, victims, cause, True))
    return found


def _in_body(
    frame: Frame, victims: Victims, cause: Cause, frames: Sequence[Frame], words: Vocabulary
) -> bool:
    """Whether a word that is often figurative speaks of bodies: "hurt" beside a number, a cause, the dead."""
    told = victims.count.qualifier not in ("none", "exact") or victims.count.low != 1
    counted = told and victims.count.qualifier != "none"
    violent = cause.head is not None and any(
        words.cause(role, cause.head) is not None for role in ("event", "instrument")
    )
    anchor = frame.trigger.anchor
    if anchor.tag == "VBN" and any(child.dep == "neg" for child in anchor.children):
        return True
    return counted or violent or victims.status == "combatant" or any(other is not frame for other in frames)


def _frames(parse: Parse, numerals: Sequence[Numeral], words: Vocabulary) -> list[Frame]:
    """The frames of a sentence, no token in two triggers."""
    found: list[Frame] = []
    used: set[int] = set()
    for readings in find_triggers(parse, words):
        for reading in readings:
            behind = reading.tokens[-1].idx + len(reading.tokens[-1]) + 1
            counted = any(n.start == behind for n in numerals)
            intended = is_intended(reading.anchor, counted, words)
            if intended or any(token.i in used for token in reading.tokens):
                continue
            frame = frame_of(reading, words, numerals)
            if frame is not None and not _names_the_same(frame, used):
                found.append(frame)
                used.update(token.i for token in reading.tokens)
                break
    return found


def _names_the_same(frame: Frame, used: set[int]) -> bool:
    """Whether a noun only says how: "succumbed to his injuries", "killed in the massacre"."""
    anchor = frame.trigger.anchor
    return frame.construction == "nominalised" and anchor.dep == "pobj" and anchor.head.head.i in used


def _coordinated(first: Frame, second: Frame) -> bool:
    """Whether two predicates stand close by with "and" or "or" between them."""
    start, end = first.trigger.end, second.trigger.start
    between = first.trigger.anchor.parse[start:end]
    joined = any(token.dep == "cc" for token in between)
    return joined and end - start <= NEAR and not any(token.text in ";:" for token in between)


def _is_bare(victims: Victims) -> bool:
    """Only a number, or "others": who they are was said before."""
    return bool(victims.tokens) and all(
        token.pos not in ("NOUN", "PROPN") or token.lower == "others" or token.like_num
        for token in victims.tokens
    )
