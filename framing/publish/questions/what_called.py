"""Questions on words: two names for one thing, and words that judge, soften, hold back or say who stands behind."""

from __future__ import annotations

from framing.compare.lesson.names import NamePair
from framing.compare.lesson.within import WordsWithin
from framing.compare.lesson.wording import WordingPair
from framing.publish.questions.phrases import quoted, several
from framing.publish.questions.records import Answer, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames

_ASKED = {
    "loaded": (
        "Both passages speak of the same thing. One of them has a word that also tells the reader how to see it. Find "
        "it. Would a plainer word do?",
        "loaded_word",
        "Without the word the sentence would still tell what happened.",
    ),
    "euphemism": (
        "Both passages speak of the same thing. One of them has a word that softens it. Find it. Which plain word could "
        "stand in its place?",
        "euphemism",
        "The word names the thing from a distance.",
    ),
    "provenance_label": (
        "Both passages speak of the same thing. One of them adds words on who runs, backs or holds something. Which words? What do "
        "they do for the reader?",
        "provenance_label",
        "Such words tell who stands behind a speaker. They can inform, and they can make a reader doubt the speaker.",
    ),
}


def name(pair: NamePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """Two names for the same thing."""
    counts = [
        f"{quoted(variant)}: " + ", ".join(f"{names.source(source)} {count}" for source, count in by.items())
        for variant, by in pair.uses.items()
    ]
    signals = [f"{quoted(row.variant)}: {row.signals}." for row in pair.names if row.signals]
    one, other = map(quoted, pair.written)
    return Worded(
        f"These texts have two names for {pair.concept.label}. Which name does each passage use? What might a reader "
        "think of with each of them?",
        Answer(
            f"{first.source} writes {one}, {second.source} writes {other}.",
            f"Uses outside quotation marks: {'; '.join(counts)}.",
            " ".join(signals),
            "Whether the writer chose the name or the style book of the newsroom did. Names inside quotation marks are "
            "the speaker’s and are not counted.",
        ),
        ("name_variant",),
    )


def wording(pair: WordingPair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """A listed word beside a passage that tells the same without it."""
    text, term, notice = _ASKED[pair.category]
    counts = ", ".join(f"{names.source(source)} {count}" for source, count in pair.uses.items())
    return Worded(
        text,
        Answer(
            f"{first.source} writes {quoted(pair.written)}. The passage in {second.source} has no such word.",
            f"Words of this kind outside quotation marks: {counts}.",
            notice,
            "The list of such words is short and made by people; another reader may find other words. A word in a text "
            "does not show what its writer thinks.",
        ),
        (term,),
    )


def words_within(
    pair: WordsWithin, first: QuotedPassage, second: QuotedPassage, names: SourceNames
) -> Worded:
    """A word that makes more of something and one that holds back, in one text."""
    strong, held = map(quoted, pair.written)
    return Worded(
        f"Both passages are from {first.source}. One has a word that makes something sound greater or more "
        "certain, the other a word that holds back. Find both words. Read the passages without them: what changes?",
        Answer(
            f"The first has {strong}, the second {held}.",
            f"Outside quotation marks this text has {several(pair.strong, 'word')} of the first kind that the lists "
            f"know, and {several(pair.held, 'word')} of the second.",
            "A word that holds back can be a sign of care: the writer says how sure the text is.",
            "The lists are short; other words in the text may do the same.",
        ),
        ("loaded_word" if pair.category == "loaded" else "booster", "hedge"),
    )
