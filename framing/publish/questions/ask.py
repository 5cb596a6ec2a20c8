"""From the pairs of a lesson to questions: the template of each kind of pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from framing.compare.lesson import Lesson, PassagePair
from framing.compare.lesson.copied import CopiedPair
from framing.compare.lesson.doers import DoerPair
from framing.compare.lesson.figures import FigurePair
from framing.compare.lesson.gaps import GapPair, OnlyHerePair
from framing.compare.lesson.headlines import FlatHeadlinePair, HeadlinePair
from framing.compare.lesson.names import NamePair
from framing.compare.lesson.shares import SharePair
from framing.compare.lesson.voices import CuePair, SpeakerPair, VoicePair
from framing.compare.lesson.within import CuesWithin, DoersWithin, FiguresWithin, QuotedWithin, WordsWithin
from framing.compare.lesson.wording import WordingPair
from framing.publish.questions import how_many, what_called, what_told, who_did, who_says
from framing.publish.questions.records import LessonQuestion, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames

Template = Callable[[Any, QuotedPassage, QuotedPassage, SourceNames], Worded]

TEMPLATES: Mapping[type[PassagePair], Template] = {
    VoicePair: who_says.voice,
    CuePair: who_says.cue,
    SpeakerPair: who_says.speaker,
    HeadlinePair: who_says.headlines,
    FlatHeadlinePair: who_says.flat_headline,
    CuesWithin: who_says.cues_within,
    QuotedWithin: who_says.quoted_within,
    DoerPair: who_did.doer,
    DoersWithin: who_did.doers_within,
    FigurePair: how_many.figure,
    SharePair: how_many.share,
    FiguresWithin: how_many.figures_within,
    NamePair: what_called.name,
    WordingPair: what_called.wording,
    WordsWithin: what_called.words_within,
    GapPair: what_told.gap,
    OnlyHerePair: what_told.only_here,
    CopiedPair: what_told.copied,
}


def questions_on(lesson: Lesson, names: SourceNames) -> tuple[LessonQuestion, ...]:
    """The questions on a lesson, numbered q1, q2 … in the order of its pairs."""
    return tuple(asked(pair, names, f"q{number}") for number, pair in enumerate(lesson.pairs, 1))


def asked(pair: PassagePair, names: SourceNames, name: str = "") -> LessonQuestion:
    """The question on one pair of passages."""
    first, second = (QuotedPassage.of(passage, names) for passage in pair.passages)
    worded = TEMPLATES[type(pair)](pair, first, second, names)
    return LessonQuestion(
        id=name,
        kind=pair.kind,
        text=worded.text,
        passages=(first, second),
        answer=worded.answer,
        terms=worded.terms,
    )
