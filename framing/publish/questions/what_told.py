"""Questions on what is told: what a text leaves out or has alone, and sentences that two texts have in common."""

from __future__ import annotations

from framing.compare.lesson.copied import CopiedPair
from framing.compare.lesson.gaps import GapPair, OnlyHerePair
from framing.publish.questions.phrases import joined, quoted, several
from framing.publish.questions.records import Answer, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames

_KNOWN = {
    "omitted": "{source} was published after another text that has it, so it could have been known.",
    "undated": "The times of publication do not tell whether it was known when {source} was written.",
}
_CHECK = "The program found no passage like it; let students check by reading."
_CAUTION = (
    "A gap is not a choice by itself: the fact may not have been known yet, or there may have been no space. "
)
_WHO_WROTE_IT = (
    "Both may have it from a news agency, or one from the other; the texts alone do not show who wrote it first. Using "
    "an agency’s words is common and allowed."
)


def gap(pair: GapPair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """A statement of two texts that a third lacks."""
    source = names.source(pair.source)
    having, lacking = (joined(map(names.source, sources)) for sources in (pair.having, pair.lacking))
    return Worded(
        f"Both passages tell the same thing. Look for it in {source}. Is it there? Write down one thing that a reader of "
        f"{source} does not learn, and one reason why it may be missing.",
        Answer(
            f"{first.source} and {second.source} have it. {source} does not. {_CHECK}",
            f"{several(len(pair.having), 'source').capitalize()} tell it: {having}. Not found in: {lacking}.",
            _KNOWN[pair.status].format(source=source),
            _CAUTION + "It does not show that anybody wanted to keep it from the reader.",
        ),
        ("claim",),
    )


def only_here(pair: OnlyHerePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """What each of two texts alone tells."""
    return Worded(
        f"{first.source} tells the first of these and {second.source} does not; {second.source} tells the second "
        f"and {first.source} does not. What does each add to the story? What would somebody who read only one of the two "
        "not know?",
        Answer(
            f"{first.source} tells the first, {second.source} the second. {_CHECK}",
            "",
            "Each text makes its own choice of what belongs to the story. Students can say which passage they would keep "
            "if there were room for one, and why.",
            _CAUTION + "Texts of other hours and other lengths tell other things.",
        ),
        ("claim",),
    )


def copied(pair: CopiedPair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """The same sentence in two sources."""
    often = f"{first.source} and {second.source} share {several(pair.together, 'passage')} word for word, or nearly."
    if not (pair.only_here or pair.only_there):
        return Worded(
            "These two sources have the same sentence. Who may have written it first? Look in both texts for the name "
            "of a news agency. What does it mean for “two sources say so”?",
            Answer(
                f"The sentence in {first.source} and in {second.source} has the same words.",
                often,
                "Two sources with the same sentence are one witness, not two.",
                _WHO_WROTE_IT,
            ),
            ("copied",),
        )
    differs = [
        f"Only {passage.source} has {joined(map(quoted, words))}."
        for passage, words in ((first, pair.only_here), (second, pair.only_there))
        if words
    ]
    return Worded(
        "These two sentences are nearly the same. Find the words that differ. Does the change alter what the reader "
        "learns?",
        Answer(
            " ".join(differs),
            often,
            "A changed word in a copied sentence was somebody’s decision: to shorten, to update, or to say it otherwise.",
            _WHO_WROTE_IT,
        ),
        ("copied",),
    )
