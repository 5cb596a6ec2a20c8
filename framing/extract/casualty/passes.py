"""What is done to the casualty candidates of an article after they are found, one pass after another, and their rows.

Every pass takes all candidates in text order and gives new ones; what it changes it adds to their trail.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.extract.base import Numbering
from framing.extract.casualty.candidates import CasualtyCandidate, KnownSide
from framing.extract.casualty.case import entry
from framing.extract.casualty.causes import Cause
from framing.extract.casualty.people import is_relative
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.sides import (
    DOER_SIDES,
    OPPONENTS,
    VICTIM_SIDES,
    SideCase,
    is_same_event,
    same_toll,
)
from framing.extract.casualty.victims import HUMANISING
from framing.extract.casualty.voice import (
    FACTUALITIES,
    NEGATIONS,
    OWN_VOICE,
    VOICES,
    Attribution,
    FactualityCase,
    NegationCase,
    VoiceCase,
)
from framing.extract.rules import first, joined
from framing.people.sides import UNKNOWN, Sides
from framing.records.mention import covering
from framing.text.grammar import child
from framing.text.sentences import ParsedArticle, Sentence

SCENE = 3
"""So many sentences before a casualty may say where it was."""
NEAR = 14
"""Coordinated predicates stand at most so many tokens apart."""
_BARE = re.compile(
    r"(?:the|all|those)?\s*(?:others?|more|dead|wounded|injured|victims|killed)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the passes read besides the candidates."""

    parsed: ParsedArticle
    attributions: Sequence[Attribution]
    sides: Sides | None

    def before(self, sentence: Sentence) -> Sequence[Sentence]:
        """The few sentences of the body that stand right before one, nearest last."""
        near = [s for s in self.parsed.sentences if s.region != "title" and s.start < sentence.start]
        return near[-SCENE:] if sentence.region != "title" else ()

    def quoted_in(self, sentences: Sequence[Sentence]) -> str:
        """The side of those who speak in some sentences; empty if they are of two."""
        found = {a.speaker_side for a in self.attributions if any(_holds(s, a) for s in sentences)}
        return found.pop() if len(found) == 1 and self.sides and found <= set(self.sides.ids) else ""


def _holds(sentence: Sentence, attribution: Attribution) -> bool:
    return any(span.overlaps(sentence.span) for span in attribution.content_spans)


Pass = Callable[[Sequence[CasualtyCandidate], Surroundings], list[CasualtyCandidate]]


def without_figures_of_speech(
    candidates: Sequence[CasualtyCandidate], around: Surroundings
) -> list[CasualtyCandidate]:
    """Words that are often figurative stay only where the sentence speaks of bodies: "hurt" beside a number."""
    return [candidate for candidate in candidates if is_of_bodies(candidate)]


def is_of_bodies(candidate: CasualtyCandidate) -> bool:
    """Whether a word is never figurative, or has a number, combatants, a harmful cause or another casualty beside it."""
    victims, cause, anchor = candidate.victims, candidate.cause.head, candidate.frame.anchor
    if not candidate.trigger.word.bodily or (anchor.tag == "VBN" and child(anchor, "neg") is not None):
        return True
    said = victims.count.qualifier
    counted = said not in ("none", "exact") or (said == "exact" and victims.count.low != 1)
    violent = cause is not None and candidate.vocabulary.is_harmful(cause)
    return counted or violent or victims.status == "combatant" or len(candidate.siblings) > 1


# -- coordination -----------------------------------------------------------------------------------


def coordinated(candidates: Sequence[CasualtyCandidate], around: Surroundings) -> list[CasualtyCandidate]:
    """Coordinated predicates share what only one of them says.

    In "the blast killed 12 soldiers and left 60 injured in the barracks" both have the cause, and the 60 are
    soldiers too.
    """
    found: list[CasualtyCandidate] = []
    for candidate in candidates:
        before = found[-1] if found and found[-1].sentence is candidate.sentence else None
        if before is not None:
            candidate = _with_doer_before(candidate, before)
            if _is_coordinated(before, candidate):
                found[-1], candidate = _shared(before, candidate)
        found.append(candidate)
    return found


def _with_doer_before(candidate: CasualtyCandidate, before: CasualtyCandidate) -> CasualtyCandidate:
    """An active verb whose doer is another casualty of the sentence has the doer of the one before."""
    doers = [token for frame in candidate.siblings for token in frame.trigger.tokens]
    if candidate.frame.construction == "active" and candidate.cause.head in doers:
        return _with_cause(candidate, before.cause, "doer:of-casualty-before")
    return candidate


def _shared(
    before: CasualtyCandidate, candidate: CasualtyCandidate
) -> tuple[CasualtyCandidate, CasualtyCandidate]:
    """Two coordinated candidates with what they share."""
    if candidate.cause.head is None:
        candidate = _with_cause(candidate, before.cause, "doer:coordinated")
    elif before.cause.head is None and candidate.frame.link != "subject" and not _names_held(before):
        before = _with_cause(before, candidate.cause, "doer:coordinated-behind")
    status = before.victims.status
    if candidate.victims.status == "unknown" and _says_no_more_than_number(candidate) and status != "unknown":
        candidate = _with_status(candidate, status, "status:coordinated")
    return before, replace(candidate, continues=True)


def _names_held(candidate: CasualtyCandidate) -> bool:
    """Whether the casualty is a noun for people held, whose only doer is who holds them."""
    return candidate.frame.case.word.grammar == "people_noun"


def _with_cause(candidate: CasualtyCandidate, cause: Cause, rule: str) -> CasualtyCandidate:
    trail = candidate.trail if cause.head is None else (*candidate.trail, rule)
    return replace(candidate, cause=cause, trail=trail)


def _with_status(candidate: CasualtyCandidate, status: str, rule: str) -> CasualtyCandidate:
    victims = replace(candidate.victims, status=status)
    return replace(candidate, victims=victims, trail=(*candidate.trail, rule))


def _is_coordinated(first: CasualtyCandidate, second: CasualtyCandidate) -> bool:
    """Whether two predicates stand close by with "and" or "or" between them."""
    start, end = first.trigger.end, second.trigger.start
    between = first.frame.anchor.parse[start:end]
    conjoined = any(token.dep == "cc" for token in between)
    return conjoined and end - start <= NEAR and not any(token.text in ";:" for token in between)


def _says_no_more_than_number(candidate: CasualtyCandidate) -> bool:
    """Only a number, or "others": who they are was said before."""
    tokens = candidate.victims.tokens
    return bool(tokens) and all(
        token.pos not in ("NOUN", "PROPN") or token.lower == "others" or token.like_num for token in tokens
    )


# -- who says so, and how firmly --------------------------------------------------------------------


def with_voice(candidates: Sequence[CasualtyCandidate], around: Surroundings) -> list[CasualtyCandidate]:
    """Who says so, whether it is denied, and how firmly it is stated; what is generic is the source's own voice.

    A bare participle that goes on with the one before is said by the same: "reported 23 killed and 57 wounded".
    """
    found: list[CasualtyCandidate] = []
    for candidate in candidates:
        voiced = _voiced(candidate, around)
        before = found[-1] if found else None
        if before is not None and voiced.continues and voiced.voice == OWN_VOICE and _is_elided(voiced):
            voiced = replace(voiced, voice=before.voice)
        found.append(voiced)
    return found


def _is_elided(candidate: CasualtyCandidate) -> bool:
    """Whether the predicate lacks the auxiliary that the one before may have."""
    anchor = candidate.frame.anchor
    return anchor.tag in ("VBN", "JJ", "VBD") and child(anchor, "aux", "auxpass") is None


def _voiced(candidate: CasualtyCandidate, around: Surroundings) -> CasualtyCandidate:
    sentence, frame = candidate.sentence, candidate.frame
    span = sentence.span
    here = [a for a in around.attributions if any(s.overlaps(span) for s in a.content_spans)]
    unknown = UNKNOWN if around.sides is not None else ""
    trigger = sentence.span_of(frame.trigger.tokens)
    says = first(VOICES, VoiceCase(frame, trigger, span, here, unknown))
    voice = OWN_VOICE if says is None else says[1]
    denied = frame.case.word.denied
    negation = None if denied else first(NEGATIONS, NegationCase(frame, candidate.victims.is_nobody))
    if negation is not None:
        trail = (*candidate.trail, *entry("says", says), *entry("negation", negation))
        return replace(candidate, voice=voice, negated=True, factuality="negated", trail=trail)
    firmness = first(FACTUALITIES, FactualityCase(frame, voice, bool(candidate.count_text)))
    factuality = "asserted" if firmness is None else firmness[1]
    if factuality == "generic":
        voice, says = OWN_VOICE, None
    trail = (*candidate.trail, *entry("says", says), *entry("factuality", firmness))
    return replace(candidate, voice=voice, factuality=factuality, trail=trail)


# -- sides ------------------------------------------------------------------------------------------


def with_sides(candidates: Sequence[CasualtyCandidate], around: Surroundings) -> list[CasualtyCandidate]:
    """The sides of doers and victims, by the sentence and then by what stands before it."""
    if around.sides is None:
        return list(candidates)
    found: list[CasualtyCandidate] = []
    for candidate in candidates:
        before = around.before(candidate.sentence)
        case = SideCase(candidate, around.sides, before, tuple(found), around.quoted_in(before))
        case = _with_doer_side(case, first(DOER_SIDES, case))
        victims = first(VICTIM_SIDES, case)
        if victims is not None:
            trail = (*case.candidate.trail, *entry("side", victims))
            case = replace(case, candidate=replace(case.candidate, victim_side=victims[1], trail=trail))
        if case.doer.side == UNKNOWN:
            case = _with_doer_side(case, first(OPPONENTS, case))
        found.append(case.candidate)
    return found


def _with_doer_side(case: SideCase, found: tuple[str, KnownSide] | None) -> SideCase:
    if found is None:
        return case
    trail = (*case.candidate.trail, *entry("doer-side", found))
    return replace(case, candidate=replace(case.candidate, doer_side=found[1], trail=trail))


def with_sides_of_event(
    candidates: Sequence[CasualtyCandidate], around: Surroundings
) -> list[CasualtyCandidate]:
    """Unknown sides from others of the article about the same event (the same noun for the cause)."""
    if around.sides is None:
        return list(candidates)
    victims: dict[str, set[str]] = defaultdict(set)
    doers: dict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        if event := _event(candidate):
            victims[event] |= {candidate.victim_side.side} - {UNKNOWN}
            doers[event] |= {candidate.doer_side.side} - {UNKNOWN}
    return [
        _with_sides_of(c, victims[_event(c)], doers[_event(c)]) if is_same_event(c) else c for c in candidates
    ]


def _with_sides_of(candidate: CasualtyCandidate, victims: set[str], doers: set[str]) -> CasualtyCandidate:
    if candidate.victim_side.side == UNKNOWN and len(victims) == 1:
        side = replace(candidate.victim_side, side=next(iter(victims)))
        candidate = replace(candidate, victim_side=side, trail=(*candidate.trail, "side:same-event"))
    if candidate.doer_side.side == UNKNOWN and len(doers) == 1:
        side = replace(candidate.doer_side, side=next(iter(doers)))
        candidate = replace(candidate, doer_side=side, trail=(*candidate.trail, "doer-side:same-event"))
    return candidate


def _event(candidate: CasualtyCandidate) -> str:
    """The last word of the cause before its complement, as the name of the event; empty where it is no event."""
    if candidate.cause.type != "event":
        return ""
    words = _text_of_cause(candidate).lower().split(" on ")[0].split(" in ")[0].split()
    return words[-1] if words else ""


def _text_of_cause(candidate: CasualtyCandidate) -> str:
    span = candidate.sentence.span_of(candidate.cause.tokens)
    start = candidate.sentence.start
    return candidate.sentence.text[span.start - start : span.end - start]


# -- the same people --------------------------------------------------------------------------------


def with_known_status(
    candidates: Sequence[CasualtyCandidate], around: Surroundings
) -> list[CasualtyCandidate]:
    """Bare numbers take the status of earlier candidates about the same people, where those agree.

    A number of the same kind says so: after "12 soldiers were killed" the "12" of a later sentence are the
    soldiers. Only a bare number is read so; who is called people again, is called people.
    """
    found: list[CasualtyCandidate] = []
    for candidate in candidates:
        if candidate.victims.status == "unknown" and _is_bare_number(candidate):
            same = same_toll(candidate.kind, candidate.count, found)
            known = {other.victims.status for other in same} - {"unknown"}
            if len(known) == 1:
                candidate = _with_status(candidate, known.pop(), "status:same-people")
        found.append(candidate)
    return found


def _is_bare_number(candidate: CasualtyCandidate) -> bool:
    said = candidate.count_text
    if not said or not candidate.victims.tokens:
        return False
    span = candidate.sentence.span_of(candidate.victims.tokens)
    start = candidate.sentence.start
    phrase = candidate.sentence.text[span.start - start : span.end - start]
    return _BARE.fullmatch(phrase.replace(said, "", 1).strip()) is not None


PASSES: tuple[Pass, ...] = (
    without_figures_of_speech,
    coordinated,
    with_voice,
    with_sides,
    with_sides_of_event,
    with_known_status,
)
"""What is done to the candidates of an article, in this order."""


# -- rows -------------------------------------------------------------------------------------------


def rows_of(
    candidates: Sequence[CasualtyCandidate], around: Surroundings, numbering: Numbering
) -> Iterator[CasualtyMention]:
    """The rows of candidates that have been through all passes."""
    for candidate in candidates:
        yield _row(candidate, around, numbering)


def _row(candidate: CasualtyCandidate, around: Surroundings, numbering: Numbering) -> CasualtyMention:
    sentence, victims, cause, frame = (
        candidate.sentence,
        candidate.victims,
        candidate.cause,
        candidate.frame,
    )
    trigger = sentence.span_of(frame.trigger.tokens)
    victim = (sentence.span_of(victims.tokens),) if victims.tokens else ()
    agent = (sentence.span_of(cause.tokens),) if cause.tokens else ()
    text, count = around.parsed.article.text, candidate.count
    sided = around.sides is not None
    theirs, whose = candidate.victim_side, candidate.doer_side
    return CasualtyMention(
        **numbering.place(*covering((trigger, *victim)), joined(candidate.trail)),
        trigger_start=trigger.start,
        trigger_end=trigger.end,
        kind=candidate.kind,
        count_low=count.low,
        count_high=count.high,
        count_qualifier=count.qualifier,
        count_text=candidate.count_text,
        victim_spans=victim,
        victim_text="".join(text[span.start : span.end] for span in victim),
        victim_side=theirs.side if sided else "",
        victim_side_explicit=theirs.explicit if sided else None,
        victim_status=victims.status,
        children=victims.children,
        humanising=_humanising(candidate),
        agent_spans=agent,
        agent_text="".join(text[span.start : span.end] for span in agent),
        agent_type=cause.type,
        agent_side=whose.side if sided and agent else "",
        agent_side_explicit=whose.explicit if sided and agent else None,
        cause_link=cause.link,
        construction=frame.construction,
        predicate_lemma=frame.lemma,
        lexical_choice=_lexical_choice(candidate),
        factuality=candidate.factuality,
        materiel_coordination=victims.materiel,
        attribution_id=candidate.voice.attribution_id,
        attribution_cue=candidate.voice.cue,
        speaker_text=candidate.voice.speaker,
        speaker_side=candidate.voice.side,
    )


def _humanising(candidate: CasualtyCandidate) -> tuple[str, ...]:
    """What makes the victims persons; a relative who speaks does too ("his mother said")."""
    sentence, details = candidate.sentence, set(candidate.victims.humanising)
    spoken = [
        token
        for span in candidate.voice.speaker_spans
        for token in candidate.frame.anchor.parse
        if span.start <= sentence.start + token.idx < span.end
    ]
    if any(is_relative(token, candidate.vocabulary) for token in spoken):
        details.add("family")
    return tuple(detail for detail in HUMANISING if detail in details)


def _lexical_choice(candidate: CasualtyCandidate) -> str:
    """By the predicate, then the victim noun, then words of the cause, as the coding scheme orders them."""
    word, victims, vocabulary = candidate.trigger.word, candidate.victims, candidate.vocabulary
    if word.lexical_choice != "neutral" and candidate.frame.lemma == word.lemma:
        return word.lexical_choice
    if victims.lexical_choice != "neutral":
        return victims.lexical_choice
    for token in (*victims.tokens, *candidate.cause.tokens):
        found = vocabulary.cause("emotive", token) or vocabulary.cause("event", token)
        if found is not None and found.lexical_choice != "neutral":
            return found.lexical_choice
    return "neutral"
