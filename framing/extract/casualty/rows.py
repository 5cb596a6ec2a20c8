"""From a statement to its row: offsets, sides, voice, wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framing.extract.base import Numbering
from framing.extract.casualty.people import is_relative
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.same_people import same_toll
from framing.extract.casualty.sides import NO_SIDE, Side, agent_side, side_of_place, victim_side
from framing.extract.casualty.statements import Statement
from framing.extract.casualty.victims import HUMANISING, Victims
from framing.extract.casualty.voice import OWN_VOICE, Attribution, Voice, factuality_of, is_negated, voice_of
from framing.extract.casualty.words import Vocabulary
from framing.people.sides import UNKNOWN, Sides
from framing.records.mention import covering
from framing.text.numerals import Numeral
from framing.text.sentences import Sentence


@dataclass(frozen=True)
class Scene:
    """What a row is read from besides its statement.

    `before` are the sentences before it in the paragraph, `earlier` the rows before it in the article.
    """

    sentence: Sentence
    before: Sequence[Sentence]
    earlier: Sequence[CasualtyMention]
    attributions: Sequence[Attribution]
    words: Vocabulary
    sides: Sides | None


def row_of(statement: Statement, scene: Scene, numbering: Numbering) -> CasualtyMention:
    """The row of one casualty statement."""
    frame, victims, cause = statement.frame, statement.victims, statement.cause
    sentence, words, sides = scene.sentence, scene.words, scene.sides
    trigger = sentence.span_of(frame.trigger.tokens)
    nobody = (victims.count.low, victims.count.high) == (0, 0)
    negated = is_negated(frame, nobody, words)
    count = Numeral(0, 0, 0, 0, "exact") if negated else victims.count
    unknown = UNKNOWN if sides is not None else ""
    voice = voice_of(frame, trigger, sentence.span, scene.attributions, words, unknown)
    factuality = factuality_of(frame, voice, negated, bool(_count_text(victims, sentence)), words)
    if factuality == "generic":
        voice = OWN_VOICE
    doer, theirs = _sides(statement, scene, voice, negated)
    victim = sentence.span_of(victims.tokens) if victims.tokens else None
    agent = sentence.span_of(cause.tokens) if cause.tokens else None
    text = numbering.parsed.article.text
    whole = covering([trigger, victim] if victim else [trigger])
    return CasualtyMention(
        **numbering.place(*whole, f"casualty:{frame.trigger.word.id}/{frame.construction}"),
        trigger_start=trigger.start,
        trigger_end=trigger.end,
        kind="none_reported" if negated else frame.trigger.word.kind,
        count_low=count.low,
        count_high=count.high,
        count_qualifier=count.qualifier,
        count_text=_count_text(victims, sentence),
        victim_spans=(victim,) if victim else (),
        victim_text=text[victim.start : victim.end] if victim else "",
        victim_side=theirs.side if sides is not None else "",
        victim_side_explicit=theirs.explicit if sides is not None else None,
        victim_status=victims.status,
        children=victims.children,
        humanising=_humanising(victims, voice, scene),
        agent_spans=(agent,) if agent else (),
        agent_text=text[agent.start : agent.end] if agent else "",
        agent_type=cause.type,
        agent_side=doer.side if sides is not None and agent else "",
        agent_side_explicit=doer.explicit if sides is not None and agent else None,
        cause_link=cause.link,
        construction=frame.construction,
        predicate_lemma=frame.lemma,
        lexical_choice=_lexical_choice(statement, words),
        factuality=factuality,
        materiel_coordination=victims.materiel,
        attribution_id=voice.attribution_id,
        attribution_cue=voice.cue,
        speaker_text=voice.speaker,
        speaker_side=voice.side,
    )


def _humanising(victims: Victims, voice: Voice, scene: Scene) -> tuple[str, ...]:
    """What makes the victims persons; a relative who speaks does too ("his mother said")."""
    parse, start = scene.sentence.parse, scene.sentence.start
    relative = parse is not None and any(
        is_relative(token, scene.words)
        for token in parse
        for span in voice.speaker_spans
        if span.start <= start + token.idx < span.end
    )
    details = {*victims.humanising, "family"} if relative else victims.humanising
    return tuple(detail for detail in HUMANISING if detail in details)


def _count_text(victims: Victims, sentence: Sentence) -> str:
    """The number phrase as written; empty where only the grammar says how many."""
    numeral = victims.count
    if numeral.end <= numeral.start or numeral.qualifier == "none":
        return ""
    return sentence.text[numeral.start : numeral.end]


def _lexical_choice(statement: Statement, words: Vocabulary) -> str:
    """By the predicate, then the victim noun, then words of the cause, as the coding scheme orders them."""
    frame, victims = statement.frame, statement.victims
    if frame.trigger.word.lexical_choice != "neutral" and frame.lemma == frame.trigger.word.lemma:
        return frame.trigger.word.lexical_choice
    if victims.lexical_choice != "neutral":
        return victims.lexical_choice
    for token in (*victims.tokens, *statement.cause.tokens):
        entry = words.cause("emotive", token) or words.cause("event", token)
        if entry is not None and entry.lexical_choice != "neutral":
            return entry.lexical_choice
    return "neutral"


def _sides(statement: Statement, scene: Scene, voice: Voice, negated: bool) -> tuple[Side, Side]:
    """The sides of doer and victims, by the sentence and then by what stands before it."""
    sides = scene.sides
    if sides is None:
        return NO_SIDE, NO_SIDE
    victims, earlier = statement.victims, scene.earlier
    held = statement.frame.trigger.word.kind == "captured"
    doer = agent_side(statement.cause, sides, scene.words)
    theirs = victim_side(
        victims.tokens, statement.cause, doer, scene.sentence, voice.speaker_spans, sides, held
    )
    if theirs.side == UNKNOWN and statement.shares and earlier:
        theirs = Side(earlier[-1].victim_side, bool(earlier[-1].victim_side_explicit))
    own = negated or held or victims.status == "combatant"
    if theirs.side == UNKNOWN and own and doer.side == UNKNOWN and voice.side in sides.ids:
        theirs = Side(voice.side, False)
    count, kind = victims.count, statement.frame.trigger.word.kind
    if theirs.side == UNKNOWN and (same := same_toll(kind, count.low, count.high, earlier)):
        theirs = Side(earlier[same[-1]].victim_side, False)
    if theirs.side == UNKNOWN and not victims.count.low:
        theirs = side_of_place(scene.before, sides)
        if theirs.side == UNKNOWN and earlier and not negated:
            theirs = Side(earlier[-1].victim_side, False)
    return doer, theirs
