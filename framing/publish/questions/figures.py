"""Figures of one thing that differ, or that are held open by one text and not by the other."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.number_boards import NumberBoard
from framing.extract.numbers import NumberMention
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import joined, quoted
from framing.publish.questions.question_records import Answer, Question

SAME = 0.3
"""Least cosine of two sentences whose figures are held against each other."""
FAR_APART = 4
"""How many times the smaller figure the greater may be; beyond that they may well count different things."""
_NEVER = ("time_of_day",)

_WHY = (
    "The texts may have been written at different hours, rely on different offices, or count different things "
    "(one strike or several). The number alone does not show which text is right."
)


def questions(material: Material) -> Iterator[Question]:
    """One question for each line of the numbers board in which two sources differ."""
    for number, board in enumerate(material.results.number_boards):
        if board.not_comparable or board.kind in _NEVER or not board.counts_what:
            continue
        best = max(_pairs(material, board), key=lambda pair: pair[0], default=None)
        if best is not None:
            alike, one, other = best
            make = _figure if _differ(one, other) else _hedge
            yield make(material, board, one, other, alike, f"board{number}")


def _pairs(material: Material, board: NumberBoard) -> Iterator[tuple[float, NumberMention, NumberMention]]:
    stated = [row for figure in board.figures for row in figure.rows]
    for one, other in material.pairs(stated):
        alike = material.alike(one, other)
        differ = _differ(one, other)
        if alike < SAME or not (differ or one.qualifier != other.qualifier):
            continue
        if differ and _apart(one, other) > FAR_APART:
            continue
        yield alike + 0.3 * differ - 0.3 * ("title" in (one.region, other.region)), one, other


def _differ(one: NumberMention, other: NumberMention) -> bool:
    return (one.unit, _value(one)) != (other.unit, _value(other)) and one.unit == other.unit


def _value(row: NumberMention) -> float:
    value = row.value_low if row.value_low is not None else row.value_high
    return value or 0.0


def _apart(one: NumberMention, other: NumberMention) -> float:
    low, high = sorted((_value(one), _value(other)))
    return high / low if low else float("inf")


def _who(row: NumberMention) -> str:
    if not row.attribution_id:
        return "the text itself"
    return quoted(row.speaker_text) if row.speaker_text else "somebody who is not named"


def _counts(material: Material, board: NumberBoard) -> str:
    found: dict[str, list[str]] = {}
    for figure in board.figures:
        for row in figure.rows:
            names = found.setdefault(row.quantity.lower(), [])
            if material.names[row.article_id] not in names:
                names.append(material.names[row.article_id])
    return "In all texts: " + "; ".join(f"{quoted(q)} in {joined(names)}" for q, names in found.items()) + "."


def _figure(
    material: Material, board: NumberBoard, one: NumberMention, other: NumberMention, alike: float, topic: str
) -> Question:
    first, second = (material.cite(row, (row.span,)) for row in (one, other))
    thing = board.counts_what
    return Question(
        id="",
        kind="figure",
        text=f"Both passages give a number for the same thing ({quoted(thing)}). Which number does each give, and "
        "from whom does it have the number? Write down two possible reasons why the numbers differ.",
        passages=(first, second),
        answer=Answer(
            f"{first.source}: {quoted(one.quantity)}, given by {_who(one)}. {second.source}: {quoted(other.quantity)}, "
            f"given by {_who(other)}.",
            _counts(material, board),
            "Somebody stands behind a number: a ministry, a hospital, an army. A number without a name cannot be checked.",
            _WHY,
        ),
        terms=("attribution", "number_hedge")
        if "exact" not in (one.qualifier, other.qualifier)
        else ("attribution",),
        topic=topic,
        weight=0.5 + 0.4 * alike,
    )


def _hedge(
    material: Material, board: NumberBoard, one: NumberMention, other: NumberMention, alike: float, topic: str
) -> Question:
    first, second = (material.cite(row, (row.span,)) for row in (one, other))
    return Question(
        id="",
        kind="hedge",
        text="Both passages give the same number. Which of them leaves open that it could be more or less, and with "
        "which words?",
        passages=(first, second),
        answer=Answer(
            f"{first.source} writes {quoted(one.quantity)}, {second.source} writes {quoted(other.quantity)}.",
            _counts(material, board),
            "“At least”, “more than” and “about” tell the reader that the counting is not finished or was rounded.",
            "A number without such a word need not be final. " + _WHY.split(". ")[0] + ".",
        ),
        terms=("number_hedge",),
        topic=topic,
        weight=0.3 + 0.4 * alike,
    )
