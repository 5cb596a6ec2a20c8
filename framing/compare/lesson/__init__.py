"""What a class can be asked about some articles, whatever the words it is asked in: pairs of passages that differ,
what stands out in each source, examples of terms, a quiz. One module for each kind of contrast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from framing.compare.events import main_event
from framing.compare.lesson.articles import CitedPassage, ComparedRun, LessonArticles
from framing.compare.lesson.choose import chosen, found
from framing.compare.lesson.examples import examples_of_terms
from framing.compare.lesson.headlines import headline
from framing.compare.lesson.outline import SourceOutline, outlines
from framing.compare.lesson.pair import PassagePair
from framing.compare.lesson.quiz import QuizItem, quiz
from framing.extract.headline import HeadlineMention

__all__ = [
    "CitedPassage",
    "Lesson",
    "LessonArticles",
    "PassagePair",
    "QuizItem",
    "SourceOutline",
    "has_too_many",
    "lesson_on",
]

MOST_ARTICLES = 40
"""Articles that a class can use; of more only examples of terms are cited."""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What is cited from the compared articles for a class.

    `event` is what half of them or more are labelled with, empty where there is no such event. `pairs` are the pairs of passages to ask about, `headlines` the articles' titles, `examples` shows the terms
    of the glossary, by their id; of more than `MOST_ARTICLES` articles there is nothing else.
    """

    event: str = ""
    pairs: tuple[PassagePair, ...] = ()
    outlines: tuple[SourceOutline, ...] = ()
    quiz: tuple[QuizItem, ...] = ()
    headlines: tuple[CitedPassage, ...] = ()
    examples: Mapping[str, CitedPassage] = field(default_factory=dict)


def has_too_many(results: ComparedRun) -> bool:
    """Whether a run compares more articles than a class can use."""
    return len(results.compared_articles) > MOST_ARTICLES


def lesson_on(results: ComparedRun) -> Lesson:
    """The lesson on the compared articles of a run."""
    articles = LessonArticles(results)
    examples = examples_of_terms(articles)
    event = main_event(articles.articles.values())
    if has_too_many(results):
        return Lesson(event=event, examples=examples)
    return Lesson(
        event=event,
        pairs=chosen(found(articles)),
        outlines=outlines(articles),
        quiz=quiz(articles),
        headlines=tuple(headline(articles, row) for row in articles.rows("headline", HeadlineMention)),
        examples=examples,
    )
