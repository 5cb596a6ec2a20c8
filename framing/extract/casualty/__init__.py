"""Casualties: who is made to act, who to die, how many, and in which words.

One row per predicate that says that people died, were hurt, are missing, are held, or were lost, or that
none were. The row keeps voice, agency and lexical choice apart, since a text can hide the doer in any of
them: "police killed a man", "a man was killed by police", "a man was killed", "a man died", "the death of
a man" (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of Economics 140(2), 2025).

    words      the lexicons, compiled
    triggers   where casualty words stand
    frames     construction, victims and doer of each
    victims    the victim phrase and its count
    causes     the phrase of the doer or cause
    sides      whose people, whose deed
    voice      who says so, how firmly
    features   the columns of an article
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from framing.actors import UNKNOWN, Sides
from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.casualty.causes import Cause, cause_of
from framing.extract.casualty.features import columns, features
from framing.extract.casualty.frames import Frame, frame_of
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.sides import (
    NO_SIDE,
    Side,
    agent_side,
    settle,
    side_of_place,
    victim_side,
)
from framing.extract.casualty.triggers import find_triggers
from framing.extract.casualty.victims import Victims, victims_of
from framing.extract.casualty.voice import (
    Attribution,
    Voice,
    factuality_of,
    is_intended,
    is_negated,
    voice_of,
)
from framing.extract.casualty.words import Vocabulary, vocabulary
from framing.language import ParsedArticle, Sentence
from framing.lexicon import Lexicons
from framing.lexicon.casualty import CasualtyWord
from framing.mention import covering
from framing.numerals import Numeral, find_numerals

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CASUALTY", "CasualtyMention", "extract", "triggers"]


def extract(parsed: ParsedArticle, context: Context) -> list[CasualtyMention]:
    """All casualty predicates of an article, in text order."""
    words = vocabulary(context.lexicons)
    attributions = cast(Sequence[Attribution], context.found.get("attribution", ()))
    numbering = Numbering(parsed, CasualtyMention.LETTER)
    rows: list[CasualtyMention] = []
    for index, sentence in enumerate(parsed.sentences):
        if sentence.doc is None:
            continue
        numerals = find_numerals(sentence.doc.text, context.lexicons)
        frames = _frames(sentence, words, numerals)
        if not frames:
            continue
        here = [a for a in attributions if any(s.overlaps(sentence.span) for s in a.content_spans)]
        before = [s for s in parsed.sentences[:index] if s.paragraph == sentence.paragraph]
        for frame in frames:
            rows.append(
                _row(frame, frames, numerals, sentence, before, here, rows, numbering, words, context.sides)
            )
    return settle(rows)


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """First words of all casualty words and phrases: their sentences are parsed."""
    for word in lexicons.of("casualties", CasualtyWord):
        if word.takes:
            yield from word.takes
        elif word.complement:
            yield from (phrase.split()[-1] for phrase in word.complement)
        else:
            yield from (form.lower().split()[0] for form in word.forms)


def _frames(sentence: Sentence, words: Vocabulary, numerals: Sequence[Numeral]) -> list[Frame]:
    """The frames of a sentence in text order, no token in two triggers."""
    assert sentence.doc is not None
    found: list[Frame] = []
    used: set[int] = set()
    for readings in find_triggers(sentence.doc, words):
        for reading in readings:
            if any(token.i in used for token in reading.tokens) or is_intended(reading.anchor, words):
                continue
            frame = frame_of(reading, words, numerals)
            if frame is not None:
                found.append(frame)
                used.update(token.i for token in reading.tokens)
                break
    return found


def _row(
    frame: Frame,
    frames: Sequence[Frame],
    numerals: Sequence[Numeral],
    sentence: Sentence,
    before: Sequence[Sentence],
    attributions: Sequence[Attribution],
    earlier: Sequence[CasualtyMention],
    numbering: Numbering,
    words: Vocabulary,
    sides: Sides | None,
) -> CasualtyMention:
    all_triggers = [token for other in frames for token in other.trigger.tokens]
    victims = victims_of(frame, numerals, all_triggers, words)
    cause = cause_of(frame, victims.tokens, words)
    trigger = sentence.span_of(frame.trigger.tokens)
    unknown = UNKNOWN if sides is not None else ""
    voice = voice_of(frame, trigger, sentence.span, attributions, words, unknown)
    nobody = (victims.count.low, victims.count.high) == (0, 0)
    negated = is_negated(frame, nobody, words)
    count = Numeral(0, 0, 0, 0, "exact") if negated else victims.count
    doer, theirs = _sides(frame, victims, cause, voice, negated, sentence, before, earlier, sides, words)
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
        humanising=victims.humanising,
        agent_spans=(agent,) if agent else (),
        agent_text=text[agent.start : agent.end] if agent else "",
        agent_type=cause.type,
        agent_side=doer.side if sides is not None and agent else "",
        agent_side_explicit=doer.explicit if sides is not None and agent else None,
        cause_link=cause.link,
        construction=frame.construction,
        predicate_lemma=frame.lemma,
        lexical_choice=_lexical_choice(frame, victims, cause, words),
        factuality=factuality_of(frame, voice, negated, count.low is not None, words),
        materiel_coordination=victims.materiel,
        attribution_id=voice.attribution_id,
        attribution_cue=voice.cue,
        speaker_text=voice.speaker,
        speaker_side=voice.side,
    )


def _count_text(victims: Victims, sentence: Sentence) -> str:
    """The number phrase as written; empty where only the grammar says how many."""
    numeral = victims.count
    if numeral.end <= numeral.start or (numeral.low == 1 and not sentence.text[numeral.start].isdigit()):
        return ""
    return sentence.text[numeral.start : numeral.end]


def _lexical_choice(frame: Frame, victims: Victims, cause: Cause, words: Vocabulary) -> str:
    """By the predicate, then the victim noun, then words of the cause, as the coding scheme orders them."""
    if frame.trigger.word.lexical_choice != "neutral" and frame.lemma == frame.trigger.word.lemma:
        return frame.trigger.word.lexical_choice
    if victims.lexical_choice != "neutral":
        return victims.lexical_choice
    coloured: list[Token] = [*victims.tokens, *cause.tokens]
    for token in coloured:
        entry = words.cause("emotive", token) or words.cause("event", token)
        if entry is not None and entry.lexical_choice != "neutral":
            return entry.lexical_choice
    return "neutral"


def _sides(
    frame: Frame,
    victims: Victims,
    cause: Cause,
    voice: Voice,
    negated: bool,
    sentence: Sentence,
    before: Sequence[Sentence],
    earlier: Sequence[CasualtyMention],
    sides: Sides | None,
    words: Vocabulary,
) -> tuple[Side, Side]:
    """The sides of doer and victims, by the sentence and then by what stands before it."""
    if sides is None:
        return NO_SIDE, NO_SIDE
    doer = agent_side(cause, sides, words)
    theirs = victim_side(victims.tokens, cause, doer, sentence, voice.speaker_spans, sides)
    if (
        theirs.side == UNKNOWN
        and (negated or frame.trigger.word.kind == "captured")
        and voice.side in sides.ids
    ):
        theirs = Side(voice.side, False)
    if theirs.side == UNKNOWN and not victims.count.low:
        theirs = side_of_place(before, sides)
        if theirs.side == UNKNOWN and earlier and not negated:
            theirs = Side(earlier[-1].victim_side, False)
    return doer, theirs


CASUALTY = Extractor(
    name="casualty",
    table=evidence_table("casualties", CasualtyMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    features=features,
)
