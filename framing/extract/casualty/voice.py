"""Who says so, and how firmly: the attribution that covers a casualty, and its factuality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from framing.extract.casualty.frame import Frame
from framing.extract.casualty.words import Vocabulary
from framing.records.article import Span
from framing.text.grammar import children, is_verbal
from framing.text.parse import Token

FACTUALITY = ("asserted", "attributed_doubt", "conditional", "negated", "generic")


class Attribution(Protocol):
    """What the casualty rows read of an attribution."""

    mention_id: str
    speaker_text: str
    speaker_side: str
    cue_text: str
    cue_lemma: str
    cue_class: str
    content_spans: tuple[Span, ...]
    speaker_spans: tuple[Span, ...]


@dataclass(frozen=True)
class Voice:
    """Who vouches for a casualty; all empty where it is the source's own voice."""

    attribution_id: str = ""
    cue: str = ""
    speaker: str = ""
    side: str = ""
    speaker_spans: tuple[Span, ...] = ()
    doubtful: bool = False


OWN_VOICE = Voice()


def voice_of(
    frame: Frame,
    trigger: Span,
    sentence: Span,
    attributions: Sequence[Attribution],
    vocabulary: Vocabulary,
    unknown: str,
) -> Voice:
    """The innermost attribution of the sentence whose content holds the trigger, or a doubting adverb.

    `unknown` is the side of a voice that is not named: "" where there is no conflict pack.
    """
    presupposing = vocabulary.causes.get("presupposing", {})
    covering = [
        a
        for a in attributions
        if a.cue_lemma not in presupposing
        and any(span.overlaps(trigger) for span in a.content_spans)
        and any(span.overlaps(sentence) for span in (*a.speaker_spans, *a.content_spans))
    ]
    if covering:
        inner = min(
            covering, key=lambda a: (not a.speaker_text, sum(s.end - s.start for s in a.content_spans))
        )
        doubt = any(a.cue_class in ("doubt", "hedge_adverb") for a in covering)
        return Voice(
            inner.mention_id,
            inner.cue_text,
            inner.speaker_text,
            inner.speaker_side,
            inner.speaker_spans,
            doubt,
        )
    adverb = _adverb(frame, vocabulary)
    if adverb is not None:
        return Voice(cue=adverb.text, side=unknown, doubtful=True)
    return OWN_VOICE


def _adverb(frame: Frame, vocabulary: Vocabulary) -> Token | None:
    """A doubting adverb ("reportedly") on the predicate or the verb that governs it."""
    for word in (frame.trigger.anchor, frame.governor, frame.trigger.anchor.head):
        for child in children(word, "advmod", "amod"):
            if vocabulary.cause("doubt", child) is not None:
                return child
    return None


def is_negated(frame: Frame, nobody: bool, vocabulary: Vocabulary) -> bool:
    """Whether the sentence says that nobody came to harm."""
    if frame.trigger.word.denied:
        return False
    if nobody or frame.trigger.word.kind == "none_reported":
        return True
    anchor = frame.trigger.anchor
    heads = {anchor, *(() if frame.construction == "nominalised" else (frame.governor,))}
    for word in heads:
        for child in children(word, "neg"):
            following = child.nbor(1) if child.i + 1 < len(child.parse) else child
            if following.lower != "only" and child.i < anchor.i:
                return True
    if anchor.dep == "pobj" and anchor.head.lower == "without":
        return True
    if frame.construction == "nominalised" and children(frame.governor, "neg"):
        causal = vocabulary.cause("causal_verb", frame.governor) is not None
        return causal or any(child.lower == "any" for child in children(anchor, "det"))
    return any(a.lemma.lower() == "deny" and is_verbal(a) and a.i < anchor.i for a in anchor.ancestors)


def factuality_of(frame: Frame, voice: Voice, negated: bool, counted: bool, vocabulary: Vocabulary) -> str:
    """How firmly the casualty is stated, by the coding scheme's closed list."""
    if negated:
        return "negated"
    anchor = frame.trigger.anchor
    if _is_conditional(anchor, vocabulary):
        return "conditional"
    doubted = any(
        vocabulary.cause("doubt", word) is not None
        for head in (anchor, *anchor.ancestors)
        for word in (head, *children(head, "advmod"))
        if word.i < anchor.i or word.head == anchor
    )
    if voice.doubtful or doubted:
        return "attributed_doubt"
    if not counted and _is_habitual(anchor, vocabulary):
        return "generic"
    return "asserted"


def _is_conditional(anchor: Token, vocabulary: Vocabulary) -> bool:
    """Whether a modal verb governs the casualty, or an "if" stands above it outside any relative clause."""
    nearest = next((head for head in (anchor, *anchor.ancestors) if is_verbal(head)), anchor)
    if any(vocabulary.cause("condition", aux) is not None for aux in children(nearest, "aux")):
        return True
    for head in (anchor, *anchor.ancestors):
        if any(vocabulary.cause("condition", mark) is not None for mark in children(head, "mark")):
            return True
        if head.dep in ("relcl", "acl"):
            break
    return False


def _is_habitual(anchor: Token, vocabulary: Vocabulary) -> bool:
    """A habit or a maxim: an adverb of habit, or a verb in the simple present without a count."""
    for head in (anchor, *anchor.ancestors):
        if any(vocabulary.cause("habit", child) is not None for child in children(head, "advmod")):
            return True
        if is_verbal(head) and head != anchor:
            break
    return anchor.tag == "VBP"


def is_intended(anchor: Token, counted: bool, vocabulary: Vocabulary) -> bool:
    """Whether an infinitive only says what somebody means to do: "threatened to kill", "a plot to murder".

    What is counted, or goes on ("continued to kill"), has happened.
    """
    if anchor.dep == "dobj" and vocabulary.cause("causal_verb", anchor.head) is not None:
        purpose = anchor.head.dep in ("acl", "advcl") and not counted
        return purpose and any(c.lower == "to" for c in children(anchor.head, "aux"))
    if anchor.tag != "VB" or not any(c.lower == "to" for c in children(anchor, "aux")):
        return False
    if any(c.lower == "have" for c in children(anchor, "aux")):
        return False
    if vocabulary.cause("intent", anchor.head) is not None:
        return True
    if children(anchor, "auxpass"):
        return False
    done = vocabulary.cause("actual", anchor.head) is not None
    return not done and not counted and bool(children(anchor, "dobj"))
