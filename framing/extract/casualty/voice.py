"""Who says so, and how firmly: the attribution that covers a casualty, and its factuality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from framing.extract.casualty.case import Case, Frame, next_of
from framing.extract.casualty.triggers import NoCasualty, no_casualty
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule
from framing.records.article import Span
from framing.text.grammar import SUBJECTS, child, children, is_infinitive, is_verbal
from framing.text.parse import Token


class Attribution(Protocol):
    """What the casualty rows read of an attribution."""

    mention_id: str
    speaker_text: str
    speaker_side: str
    cue_text: str
    cue_lemma: str
    cue_class: str
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    speaker_spans: tuple[Span, ...]


# -- who says so ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a casualty; all empty where it is the source's own voice."""

    attribution_id: str = ""
    cue: str = ""
    speaker: str = ""
    side: str = ""
    speaker_spans: tuple[Span, ...] = ()
    doubtful: bool = False


OWN_VOICE = Voice()


def is_presupposed(frame: Frame) -> bool:
    """Whether a death is only mentioned, who says so or not: to say when or why ("after Cole's death"), or as what
    is spoken of ("Cole's death was an outrage")."""
    anchor = frame.anchor
    whose = child(anchor, "poss")
    if frame.construction != "nominalised" or child(anchor, "nummod") is not None:
        return False
    definite = frame.victim is not None and (
        whose is frame.victim or child(anchor, "det", "poss") is not None
    )
    spoken_of = anchor.dep in SUBJECTS and anchor.tag in ("NN", "NNP") and definite
    return spoken_of or (anchor.dep == "pobj" and whose is not None and whose is frame.victim)


@dataclass(frozen=True)
class VoiceCase:
    """A casualty and the attributions of its sentence.

    `unknown` is the side of a voice that is not named: "" where there is no conflict pack.
    """

    frame: Frame
    trigger: Span
    sentence: Span
    attributions: Sequence[Attribution]
    unknown: str

    @cached_property
    def covering(self) -> list[Attribution]:
        """The attributions whose content holds the trigger, those apart that take the casualty for granted."""
        presupposing = self.frame.case.vocabulary.causes.get("presupposing", {})
        told = [a for a in self.attributions if a.cue_lemma not in presupposing and self._tells(a)]
        if is_presupposed(self.frame):
            return told
        return [a for a in self.attributions if a.cue_lemma not in presupposing and self._covers(a)]

    @cached_property
    def adverb(self) -> Token | None:
        """A doubting adverb ("reportedly") on the predicate or the verb that governs it."""
        frame = self.frame
        words = (frame.anchor, frame.governor, frame.anchor.head)
        adverbs = (c for word in words for c in children(word, "advmod", "amod"))
        return next_of(a for a in adverbs if frame.case.vocabulary.cause("doubt", a) is not None)

    def _tells(self, attribution: Attribution) -> bool:
        """Whether the death is the subject of the cue itself: "Cole's death was confirmed by the mayor"."""
        anchor = self.frame.anchor
        place = self.sentence.start + anchor.head.idx
        return anchor.dep == "nsubjpass" and any(s.start <= place < s.end for s in attribution.cue_spans)

    def _covers(self, attribution: Attribution) -> bool:
        spans = attribution.content_spans
        return any(span.overlaps(self.trigger) for span in spans) and any(
            span.overlaps(self.sentence) for span in (*attribution.speaker_spans, *spans)
        )


def is_attributed(case: VoiceCase) -> bool:
    """One attribution has the casualty in its content."""
    return len(case.covering) == 1


def is_nested(case: VoiceCase) -> bool:
    """Several attributions, one inside the other, have the casualty in their content."""
    return len(case.covering) > 1


def innermost(case: VoiceCase) -> Voice:
    """The innermost attribution; one with a speaker goes before one without."""
    inner = min(
        case.covering, key=lambda a: (not a.speaker_text, sum(s.end - s.start for s in a.content_spans))
    )
    return Voice(
        inner.mention_id,
        inner.cue_text,
        inner.speaker_text,
        inner.speaker_side,
        inner.speaker_spans,
        any(a.cue_class in ("doubt", "hedge_adverb") for a in case.covering),
    )


def somebody(case: VoiceCase) -> Voice | None:
    """Somebody who is not named, by a doubting adverb."""
    return None if case.adverb is None else Voice(cue=case.adverb.text, side=case.unknown, doubtful=True)


VOICES: tuple[Rule[VoiceCase, Voice], ...] = (
    Rule("attribution", "Police said [two men] were *killed*.", innermost, (is_attributed,)),
    Rule("nested", "Police said a witness said [two men] were *killed*.", innermost, (is_nested,)),
    Rule("adverb", "{The group} apparently *killed* [30 men].", somebody),
)
"""Who says that there was a casualty."""


# -- whether nobody came to harm --------------------------------------------------------------------


@dataclass(frozen=True)
class NegationCase:
    """A casualty predicate that may be denied; `nobody` where its victim phrase counts none."""

    frame: Frame
    nobody: bool

    @property
    def anchor(self) -> Token:
        return self.frame.anchor

    @property
    def vocabulary(self) -> Vocabulary:
        return self.frame.case.vocabulary

    @property
    def is_noun(self) -> bool:
        return self.frame.construction == "nominalised"


def has_no_victims(case: NegationCase) -> bool:
    """The victim phrase counts none."""
    return case.nobody


def says_unhurt(case: NegationCase) -> bool:
    """The word itself says that nobody came to harm."""
    return case.frame.case.word.kind == "none_reported"


def has_negation(case: NegationCase) -> bool:
    """A negation stands before the word, on it or on the verb that governs it; "not only" is none, nor "must not"."""
    heads = {case.anchor, *(() if case.is_noun else (case.frame.governor,))}
    if any(case.vocabulary.cause("condition", aux) is not None for h in heads for aux in children(h, "aux")):
        return False
    negations = (n for head in heads for n in children(head, "neg"))
    return any(n.i < case.anchor.i and _following(n).lower != "only" for n in negations)


def has_none(case: NegationCase) -> bool:
    """The noun has "no" before it, whoever suffers it: "the marines suffered no losses"."""
    return case.is_noun and any(c.lower == "no" for c in children(case.anchor, "det"))


def is_without(case: NegationCase) -> bool:
    """The noun stands behind "without"."""
    return case.anchor.dep == "pobj" and case.anchor.head.lower == "without"


def is_not_caused(case: NegationCase) -> bool:
    """The verb of the noun is negated, and causes it or has "any" of it."""
    if not case.is_noun or child(case.frame.governor, "neg") is None:
        return False
    causal = case.vocabulary.cause("causal_verb", case.frame.governor) is not None
    return causal or any(c.lower == "any" for c in children(case.anchor, "det"))


def is_below_denial(case: NegationCase) -> bool:
    """A verb of denying stands above."""
    anchor = case.anchor
    if case.is_noun and child(case.frame.governor, "neg") is not None:
        return False
    return any(a.lemma.lower() == "deny" and is_verbal(a) and a.i < anchor.i for a in anchor.ancestors)


def zero(case: NegationCase) -> bool:
    """Nobody came to harm."""
    return True


NEGATIONS: tuple[Rule[NegationCase, bool], ...] = (
    Rule("no-victims", "[No miners] were *killed*.", zero, (has_no_victims,)),
    Rule("unhurt", "[The driver] escaped *unhurt*.", zero, (says_unhurt,)),
    Rule("negated", "[The driver] was not *hurt*.", zero, (has_negation,)),
    Rule("none-of-it", "[The marines] suffered no *losses*.", zero, (has_none,)),
    Rule("without", "The vote ended without *casualties*.", zero, (is_without,)),
    Rule("not-caused", "{The storm} did not cause any *injuries*.", zero, (is_not_caused,)),
    Rule("denied", "The mayor denied that [anyone] had *died*.", zero, (is_below_denial,)),
)
"""Whether the sentence says that nobody came to harm."""


def can_be_negated(frame: Frame) -> bool:
    """Whether a word may be denied: of those who "did not survive" the denial is the casualty."""
    return not frame.case.word.denied


# -- how firmly -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FactualityCase:
    """A casualty that happened by its sentence, who says so, and whether the sentence gives a number."""

    frame: Frame
    voice: Voice
    counted: bool

    @property
    def anchor(self) -> Token:
        return self.frame.anchor

    @property
    def vocabulary(self) -> Vocabulary:
        return self.frame.case.vocabulary

    @property
    def upwards(self) -> Iterator[Token]:
        """The casualty word and all that stands above it."""
        yield self.anchor
        yield from self.anchor.ancestors

    def has(self, role: str, words: Iterable[Token]) -> bool:
        return any(self.vocabulary.cause(role, word) is not None for word in words)


def is_under_modal(case: FactualityCase) -> bool:
    """A modal verb governs the casualty."""
    nearest = next((head for head in case.upwards if is_verbal(head)), case.anchor)
    return case.has("condition", children(nearest, "aux"))


def is_under_if(case: FactualityCase) -> bool:
    """An "if" or the like stands above the casualty, outside any relative clause."""
    for head in case.upwards:
        if case.has("condition", children(head, "mark")):
            return True
        if head.dep in ("relcl", "acl"):
            return False
    return False


def is_doubted(case: FactualityCase) -> bool:
    """Who says so doubts it, or a doubting word governs the casualty; "claimed twelve lives" is no claim."""
    words = (word for head in case.upwards for word in (head, *children(head, "advmod")))
    anchor, own = case.anchor, case.frame.trigger.tokens
    beside = (w for w in words if w not in own and (w.i < anchor.i or w.head == anchor))
    return case.voice.doubtful or case.has("doubt", beside)


def is_habit(case: FactualityCase) -> bool:
    """Nobody is counted, and an adverb or the simple present makes it a habit or a maxim."""
    return not case.counted and (case.anchor.tag == "VBP" or _has_adverb_of_habit(case))


def _has_adverb_of_habit(case: FactualityCase) -> bool:
    for head in case.upwards:
        if case.has("habit", children(head, "advmod")):
            return True
        if is_verbal(head) and head != case.anchor:
            return False
    return False


def conditional(case: FactualityCase) -> str:
    """Conditional."""
    return "conditional"


def doubted(case: FactualityCase) -> str:
    """Attributed with doubt."""
    return "attributed_doubt"


def generic(case: FactualityCase) -> str:
    """Generic."""
    return "generic"


FACTUALITIES: tuple[Rule[FactualityCase, str], ...] = (
    Rule("modal", "[Two men] may have *died*.", conditional, (is_under_modal,)),
    Rule(
        "if-clause",
        "If {the attack} led to the *death* of [civilians], charges will follow.",
        conditional,
        (is_under_if,),
    ),
    Rule("doubt", "{The group} reportedly *killed* [30 men].", doubted, (is_doubted,)),
    Rule("habit", "The ministry rarely confirms [troop] *deaths*.", generic, (is_habit,)),
)
"""How firmly a casualty is stated, where it is not plainly asserted."""


# -- what is only meant -----------------------------------------------------------------------------


def is_purpose_of_cause(case: Case) -> bool:
    """The casualty is the uncounted object of an infinitive of causing: "a plot to cause deaths"."""
    anchor, verb = case.anchor, case.anchor.head
    causal = anchor.dep == "dobj" and case.vocabulary.cause("causal_verb", verb) is not None
    return causal and verb.dep in ("acl", "advcl") and not case.is_counted and _has_to(verb)


def is_intended(case: Case) -> bool:
    """A verb of intent governs the infinitive: "threatened to kill"."""
    return _is_bare_infinitive(case) and case.vocabulary.cause("intent", case.anchor.head) is not None


def is_infinitive_of_purpose(case: Case) -> bool:
    """The infinitive has an object that is not counted, and nothing above says that it went on."""
    anchor = case.anchor
    if not _is_bare_infinitive(case) or case.is_counted or children(anchor, "auxpass"):
        return False
    happened = case.vocabulary.cause("actual", anchor.head) is not None
    return not happened and child(anchor, "dobj") is not None


def _is_bare_infinitive(case: Case) -> bool:
    """Whether the word is an infinitive with "to" but not of the perfect; the object of a cause is judged apart."""
    anchor = case.anchor
    if anchor.dep == "dobj" and case.vocabulary.cause("causal_verb", anchor.head) is not None:
        return False
    return anchor.tag == "VB" and _has_to(anchor) and all(c.lower != "have" for c in children(anchor, "aux"))


def _has_to(verb: Token) -> bool:
    return is_infinitive(verb)


ONLY_MEANT: tuple[Rule[Case, NoCasualty], ...] = (
    Rule("purpose-of-cause", "They had a plot to cause *deaths*.", no_casualty, (is_purpose_of_cause,)),
    Rule("intended", "They threatened to *kill* a guard.", no_casualty, (is_intended,)),
    Rule(
        "infinitive-of-purpose", "They returned to *kill* a guard.", no_casualty, (is_infinitive_of_purpose,)
    ),
)
"""Infinitives that only say what somebody means to do; what is counted, or goes on, has happened."""


def _following(token: Token) -> Token:
    return token.nbor(1) if token.i + 1 < len(token.parse) else token
