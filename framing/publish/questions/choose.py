"""Which questions stand on a sheet: the largest contrasts, of different kinds, on different things, by all sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from framing.publish.questions import (
    copied,
    doers,
    figures,
    gaps,
    headlines,
    names,
    shares,
    voices,
    within,
    words,
)
from framing.publish.questions.material import Material
from framing.publish.questions.question_records import Question

MOST = 8
ENOUGH = 6
"""Questions on two sources from which no question on a single text is added."""
MOST_OF_KIND = 2
FEWEST_WORDS = 4
AGAIN = 0.25
"""What a question loses for every one of its kind that is chosen already."""
SAME_SOURCES = 0.06
"""What it loses for each use of its sources in the questions chosen already."""

_FINDERS = (voices, figures, doers, names, words, gaps, copied, headlines, shares, within)


def found(material: Material) -> list[Question]:
    """Every question that can be made, kind by kind."""
    return [question for finder in _FINDERS for question in finder.questions(material) if _is_fair(question)]


def chosen(questions: Sequence[Question], most: int = MOST) -> tuple[Question, ...]:
    """The questions of a sheet, numbered q1, q2 …: greedily the largest contrast that is not told yet.

    No topic, passage or text of a question stands twice; each kind stands at most twice. Questions on a single
    text are taken only where there are few on two.
    """
    taken: list[Question] = []
    between = [q for q in questions if q.kind != "within"]
    _take(taken, between, most)
    _take(taken, [q for q in questions if q.kind == "within"], min(most, max(len(taken), ENOUGH)))
    return tuple(replace(question, id=f"q{number}") for number, question in enumerate(taken, 1))


def _take(taken: list[Question], left: list[Question], most: int) -> None:
    while len(taken) < most:
        left = [question for question in left if _is_new(question, taken)]
        if not left:
            return
        taken.append(max(left, key=lambda q: (_worth(q, taken), q.weight, q.topic)))


def _is_new(question: Question, taken: Sequence[Question]) -> bool:
    places = {(p.article_id, p.start) for q in taken for p in q.passages}
    kinds = Counter(q.kind for q in taken)
    alone = question.kind == "within"
    return (
        question.topic not in {q.topic for q in taken}
        and not places & {(p.article_id, p.start) for p in question.passages}
        and question.text not in {q.text for q in taken}
        and (alone or kinds[question.kind] < MOST_OF_KIND)
    )


def _worth(question: Question, taken: Sequence[Question]) -> float:
    same = sum(q.kind == question.kind for q in taken)
    used = Counter(p.source for q in taken for p in q.passages)
    return question.weight - AGAIN * same - SAME_SOURCES * sum(used[p.source] for p in question.passages)


def _is_fair(question: Question) -> bool:
    """Whether the two passages are different ones that can be read."""
    one, other = question.passages
    differ = (one.article_id, one.start) != (other.article_id, other.start)
    return differ and all(
        len(p.text.split()) >= FEWEST_WORDS and _is_whole(p.text) for p in question.passages
    )


def _is_whole(text: str) -> bool:
    """Whether it begins like a sentence and is no line of a menu ("Video | Politics")."""
    return "|" not in text and not text.startswith(("-", "–", "—", ",", ";", ":", ")"))
