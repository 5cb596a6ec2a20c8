"""What frames a worksheet: the forewarning, "I can …" goals, a plan of one lesson, the exit ticket, the rubric."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.compare.lesson.pair import PairKind

FOREWARNING = (
    "You will read several texts on the same event. Each of them chooses: whom to quote, which words to use, "
    "what to tell first and what to leave out.",
    "Look for what stands in the text before you say what you think of it. Answer with words from the texts.",
    "A difference does not show who is right, and it does not show why a writer chose a word.",
)
FOREWARNING_ONE = (
    "You will read one text closely. It chooses: whom to quote, which words to use, what to tell first.",
    *FOREWARNING[1:],
)

EXIT_TICKET = (
    "Write two headlines for this event: one that says who did it and who says so, and one that says neither. Write "
    "one sentence on what a reader of the second one does not learn."
)

ESSENTIAL = (
    "How can the same fact be told in different ways?",
    "How does a reader find out who says so?",
)


LIMITS = (
    "Which source is right: the sheet compares texts with each other, not with the world.",
    "Why somebody chose a word: house style, an agency text, a deadline and an opinion can look the same.",
    "How an outlet usually writes: here are one or a few of its articles.",
    "Whether a gap was a choice: the fact may not have been known yet.",
)


class LessonStep(NamedTuple):
    """A step of the lesson: minutes, and what the class does."""

    minutes: int
    what: str


LESSON = (
    LessonStep(5, "Read the forewarning together. Read only the headlines, aloud."),
    LessonStep(12, "In pairs, each pair one source: read the text and fill its column of the organiser."),
    LessonStep(
        18,
        "In groups with one reader of each source: answer three or four of the questions, with words from the texts.",
    ),
    LessonStep(7, "Compare answers. Let each group read out the passage that it relies on."),
    LessonStep(3, "Exit ticket."),
)


class RubricLevel(NamedTuple):
    """One line of the rubric."""

    skill: str
    mastery: str
    emerging: str
    beginning: str


RUBRIC = (
    RubricLevel(
        "Cites the text",
        "Quotes the words that matter, with source and paragraph",
        "Points to the right passage, quotes too much or too little",
        "Retells without quoting",
    ),
    RubricLevel(
        "Sees who says so",
        "Tells the text’s own voice from a named speaker and from an unnamed one",
        "Finds the speaker when one is named",
        "Takes all sentences as the text’s own",
    ),
    RubricLevel(
        "Compares",
        "Says what differs and what stays the same, and gives more than one possible reason",
        "Says what differs",
        "Describes one text only",
    ),
    RubricLevel(
        "Stays with the evidence",
        "Says what the passages cannot show",
        "Marks an opinion as an opinion",
        "Judges which source is right or why it wrote so",
    ),
)

_GOALS: dict[PairKind, str] = {
    "voice": "I can tell a statement in the text’s own voice from one that is given to somebody.",
    "cue": "I can find the reporting word and say what it adds.",
    "speaker": "I can say who is named as the speaker, and who is not.",
    "figure": "I can compare two numbers for the same thing and ask where each comes from.",
    "hedge": "I can find the words that leave a number open.",
    "doer": "I can ask a sentence “by whom?” and say whether it answers.",
    "name": "I can notice two names for one thing and ask who uses which.",
    "wording": "I can find a word that tells me how to see something, and put a plainer one in its place.",
    "gap": "I can name what a text leaves out, and give reasons other than intention.",
    "copied": "I can notice that two sources share one witness.",
    "share": "I can read a count together with how many cases it was counted from.",
    "headline": "I can compare a headline with another one, or with its own text.",
    "within": "I can find two ways of telling in one text.",
}
_ALWAYS = "I can answer with words from the text and say where they stand."


def goals(kinds: Iterable[PairKind]) -> tuple[str, ...]:
    """The goals of a sheet with questions of some kinds, in their order.

    >>> goals(["doer", "doer"])
    ('I can answer with words from the text and say where they stand.',
     'I can ask a sentence “by whom?” and say whether it answers.')
    """
    return (_ALWAYS, *dict.fromkeys(_GOALS[kind] for kind in kinds))
