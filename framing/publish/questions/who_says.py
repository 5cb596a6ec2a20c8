"""Questions on who says so: in whose voice, with which word, by whom; in headlines and in one text."""

from __future__ import annotations

from framing.compare.lesson.headlines import FlatHeadlinePair, HeadlinePair
from framing.compare.lesson.voices import CuePair, SpeakerPair, VoicePair
from framing.compare.lesson.within import CuesWithin, QuotedWithin
from framing.extract.attribution import AttributionMention
from framing.extract.attribution.shown import CUE_MEANING
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.phrases import joined, quoted, several, somebody
from framing.publish.questions.records import Answer, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames

_NOT_TRUTH = (
    "Neither wording shows whether it is true, nor why the writer chose it: an agency text, house style or lack of "
    "space can all be the reason."
)
_EDITOR = (
    "Headlines are short, and often somebody other than the reporter writes them. A headline does not show what "
    "the reporter thinks."
)


def voice(pair: VoicePair, told: QuotedPassage, given: QuotedPassage, names: SourceNames) -> Worded:
    """Own voice beside attributed words."""
    texts = len(pair.own) + len(pair.given)
    own, by = (joined(names.of(name) for name in articles) for articles in (pair.own, pair.given))
    word = f" with the word {quoted(pair.cue.cue_text)}" if pair.cue.cue_text else ""
    return Worded(
        "Both passages tell the same thing. Which one says who told the reporter, and which one gives it "
        "as a fact of its own? Copy the words that show it.",
        Answer(
            f"{told.source} states it in its own voice and names no speaker. {given.source} gives it to "
            f"{somebody(pair.cue.speaker_text)}{word}.",
            f"{several(texts, 'text').capitalize()} {'has' if texts == 1 else 'have'} this statement. "
            f"In their own voice: {own}. Given to somebody: {by}.",
            f"A reader of {given.source} can ask how the speaker knows. A reader of {told.source} meets a plain fact.",
            _NOT_TRUTH,
        ),
        ("own_voice", "attribution"),
    )


def cue(pair: CuePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """A plain reporting word beside one that adds weight or doubt."""
    words = [quoted(row.cue_text) for row in pair.cues]
    meanings = [f"{word}: {CUE_MEANING[row.cue_class]}" for word, row in zip(words, pair.cues, strict=True)]
    terms = [
        name for name, group in (("doubt_word", "doubt"), ("weight_word", "weight")) if group in pair.groups
    ]
    return Worded(
        "In both passages somebody reports the same thing. Find the reporting word in each. What does each "
        "word tell the reader about how sure to be?",
        Answer(
            f"{first.source} writes {words[0]}, {second.source} writes {words[1]}. " + " ".join(meanings),
            f"The texts with this statement use {several(len(pair.lemmas), 'reporting word')}: "
            f"{joined(map(quoted, pair.lemmas))} (base forms).",
            "The same statement can sound settled or open, by one word.",
            _NOT_TRUTH,
        ),
        ("attribution", *terms),
    )


def speaker(pair: SpeakerPair, clear: QuotedPassage, open_: QuotedPassage, names: SourceNames) -> Worded:
    """A named speaker beside none."""
    return Worded(
        "Both passages report the same thing. Who says it in each of them? For which of the two could you look "
        "the speaker up?",
        Answer(
            f"{clear.source} names {quoted(pair.named.speaker_text)}. {open_.source} gives it to "
            f"{somebody(pair.vague.speaker_text)}.",
            "",
            "A named person or office can be looked up and asked; “officials” or “it was reported” cannot.",
            "A speaker without a name may have good reasons to stay unnamed, and the reporter may know who it is.",
        ),
        ("attribution", "unnamed_speaker"),
    )


def headlines(pair: HeadlinePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """Two headlines side by side."""
    told = [
        _described(passage, said, doer)
        for passage, said, doer in zip((first, second), pair.cues, pair.doers, strict=True)
    ]
    return Worded(
        "Compare the two headlines, word by word. Who or what acts in each? Does it tell who says so? What comes "
        "first, and what is not there?",
        Answer(
            " ".join(told),
            f"In {pair.attributed} of {pair.headlines} headlines somebody was found who says so.",
            "What stands first is what a hurried reader takes away.",
            _EDITOR,
        ),
        ("doer", "attribution"),
    )


def _described(passage: QuotedPassage, said: AttributionMention | None, doer: str) -> str:
    told = f"The headline of {passage.source}"
    by = (
        f"{told} gives it to {somebody(said.speaker_text)}." if said else f"{told}: nobody found who says so."
    )
    return by + (f" Its doer: {quoted(doer)}." if doer else "")


def flat_headline(
    pair: FlatHeadlinePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames
) -> Worded:
    """A headline that states flat what its text attributes."""
    return Worded(
        "The first passage is the headline, the second stands in the same text. Who says it in the headline? Who "
        "says it in the text?",
        Answer(
            f"The headline of {first.source} gives it as a fact. In the text it is given to "
            f"{somebody(pair.cue.speaker_text)}.",
            "",
            "Many people read the headline only.",
            _EDITOR,
        ),
        ("own_voice", "attribution"),
    )


def cues_within(pair: CuesWithin, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """Two reporting words of one text."""
    one, other = pair.cues
    doubts = CUE_GROUPS[other.cue_class] == "doubt"
    return Worded(
        f"Both passages are from {first.source}. Find the reporting word in each. Which of the two words is plain, "
        "and what does the other one add?",
        Answer(
            f"{quoted(one.cue_text)}: {CUE_MEANING[one.cue_class]} {quoted(other.cue_text)}: "
            f"{CUE_MEANING[other.cue_class]}",
            f"This text uses {several(pair.lemmas, 'reporting word')} in "
            f"{several(pair.statements, 'reported statement')}.",
            "Ask for each passage who speaks. Do both sides get the same kind of word in this text?",
            "Writers also change words so as not to repeat themselves.",
        ),
        ("attribution", "doubt_word" if doubts else "weight_word"),
    )


def quoted_within(
    pair: QuotedWithin, first: QuotedPassage, second: QuotedPassage, names: SourceNames
) -> Worded:
    """Quoted and retold words of one text."""
    one, other = pair.speakers
    return Worded(
        f"Both passages are from {first.source}. In which of them do you read the speaker’s own words, and in which "
        "the reporter’s? What can get lost, or be added, when words are retold?",
        Answer(
            f"The first passage quotes {somebody(one)} word for word; the second retells what "
            f"{somebody(other)} said.",
            f"In this text {pair.quoted} of {pair.statements} reported statements stand wholly in quotation marks.",
            "Quotation marks promise that these very words were said.",
            "A quotation can be cut, too. The text does not show what was left out of it.",
        ),
        ("quotation", "attribution"),
    )
