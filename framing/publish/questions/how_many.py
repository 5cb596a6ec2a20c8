"""Questions on figures: numbers for one thing that differ or are held open, and how often something is done."""

from __future__ import annotations

from typing import NamedTuple

from framing.compare.lesson.figures import FigurePair
from framing.compare.lesson.shares import SharePair
from framing.compare.lesson.within import FiguresWithin
from framing.compare.number_boards import NumberBoard
from framing.extract.numbers import NumberMention
from framing.publish.questions.phrases import joined, quoted, somebody
from framing.publish.questions.records import Answer, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames
from framing.publish.shared.words import TOO_FEW

_WHY = (
    "The texts may have been written at different hours, rely on different offices, or count different things "
    "(one strike or several). The number alone does not show which text is right."
)


class _MeasureWords(NamedTuple):
    """A measure in words: the cases and what is counted of them, what one such case is, and the term for it."""

    cases: str
    one: str
    term: str


_MEASURES = {
    "attributed_number_share": _MeasureWords(
        "figures are given to somebody", "a figure that is given to somebody", "attribution"
    ),
    "named_actor_share": _MeasureWords(
        "mentions of dead or hurt people name people or a unit as the doer",
        "a sentence that names who did it",
        "doer",
    ),
    "attributions_doubt_share": _MeasureWords(
        "reported statements carry a doubt word", "a statement with a doubt word", "doubt_word"
    ),
    "attributions_quoted_share": _MeasureWords(
        "reported statements are quoted word for word, at least in part",
        "a statement in the speaker’s own words",
        "quotation",
    ),
    "attributions_anonymous_share": _MeasureWords(
        "reported statements come from officials without a name",
        "a statement by an official without a name",
        "unnamed_speaker",
    ),
    "victims_identified_share": _MeasureWords(
        "mentions of victims tell more about them than a number (a name, age, work, family)",
        "a sentence that tells more about the victims than a number",
        "victim_as_person",
    ),
}


def figure(pair: FigurePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """Two figures of one thing: other numbers, or one of them held open."""
    make = _differing if pair.kind == "figure" else _open
    return make(pair, first, second, _in_all_texts(pair.board, names))


def _differing(pair: FigurePair, first: QuotedPassage, second: QuotedPassage, counts: str) -> Worded:
    one, other = pair.figures
    hedged = "exact" not in (one.qualifier, other.qualifier)
    return Worded(
        f"Both passages give a number for the same thing ({quoted(pair.board.counts_what)}). Which number does each "
        "give, and from whom does it have the number? Write down two possible reasons why the numbers differ.",
        Answer(
            f"{first.source}: {quoted(one.quantity)}, given by {_who(one)}. {second.source}: {quoted(other.quantity)}, "
            f"given by {_who(other)}.",
            counts,
            "Somebody stands behind a number: a ministry, a hospital, an army. A number without a name cannot be checked.",
            _WHY,
        ),
        ("attribution", "number_hedge") if hedged else ("attribution",),
    )


def _open(pair: FigurePair, first: QuotedPassage, second: QuotedPassage, counts: str) -> Worded:
    one, other = pair.figures
    return Worded(
        "Both passages give the same number. Which of them leaves open that it could be more or less, and with "
        "which words?",
        Answer(
            f"{first.source} writes {quoted(one.quantity)}, {second.source} writes {quoted(other.quantity)}.",
            counts,
            "“At least”, “more than” and “about” tell the reader that the counting is not finished or was rounded.",
            "A number without such a word need not be final. " + _WHY.split(". ")[0] + ".",
        ),
        ("number_hedge",),
    )


def _who(row: NumberMention) -> str:
    return somebody(row.speaker_text) if row.attribution_id else "the text itself"


def _in_all_texts(board: NumberBoard, names: SourceNames) -> str:
    found: dict[str, dict[str, None]] = {}
    for row in board.rows:
        found.setdefault(row.quantity.lower(), {})[names.of(row.article_id)] = None
    return "In all texts: " + "; ".join(f"{quoted(q)} in {joined(who)}" for q, who in found.items()) + "."


def share(pair: SharePair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """A share that is far from another source's, with one case from each."""
    contrast = pair.contrast
    words = _MEASURES[contrast.measure]
    groups = [
        (names.source(contrast.source_a or ""), contrast.n_a, contrast.of_a),
        (names.source(contrast.source_b or ""), contrast.n_b, contrast.of_b),
    ]
    (one, k, n), (other, few_k, few_n) = groups if pair.more == "a" else groups[::-1]
    counts = f"In {one}, {k} of {n} {words.cases}; in {other}, {few_k} of {few_n}."
    few = (
        "" if contrast.enough else f" That is {TOO_FEW}: one sentence more or less would change the picture."
    )
    return Worded(
        f"{counts}{' These are ' + TOO_FEW + '.' if few else ''} The first passage is {words.one}, the second is "
        "not. Find one more of each kind. Does the difference matter for a reader?",
        Answer(
            counts,
            f"Counted over the whole texts.{few}",
            "The same event can be told with many or with few such sentences.",
            f"One or a few articles do not show how {other} writes on other days.",
        ),
        (words.term,),
    )


def figures_within(
    pair: FiguresWithin, first: QuotedPassage, second: QuotedPassage, names: SourceNames
) -> Worded:
    """Two figures of one text."""
    said, flat = pair.quantities
    return Worded(
        f"Both passages are from {first.source}, and each has a number. For which of the two numbers does the text "
        "say where it comes from? Whom would you ask about the other one?",
        Answer(
            f"{quoted(said.quantity)} is given to {somebody(said.speaker_text)}; {quoted(flat.quantity)} is "
            "given by the text itself.",
            f"In this text somebody is named for {pair.cited} of {pair.figures} figures.",
            "Some numbers everybody can look up; others only one office can know.",
            "A number without a name need not be wrong, and one with a name need not be right.",
        ),
        ("attribution",),
    )
