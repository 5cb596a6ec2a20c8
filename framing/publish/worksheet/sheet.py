"""From the results of a run to one worksheet."""

from __future__ import annotations

from dataclasses import dataclass

from framing.compare.lesson import MOST_ARTICLES
from framing.compare.lesson.choose import ENOUGH
from framing.publish.questions import questions_on
from framing.publish.questions.glossary import glossary
from framing.publish.questions.organiser import organiser
from framing.publish.questions.phrases import clipped, in_words, joined
from framing.publish.questions.records import LessonQuestion, Organiser, QuotedPassage, Term
from framing.publish.shared.names import source_names
from framing.publish.shared.run_words import citation, event_title
from framing.publish.worksheet.quiz import QuizQuestion, quiz_questions
from framing.publish.worksheet.teaching import goals
from framing.records.article import Article
from framing.records.errors import InputError
from framing.results import Results

FEWEST_WORDS = 30
LONGEST_TITLE = 100
_CHOOSE = "choose one event with --event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole worksheet. `notes` say why something is missing; `headlines` are the articles' titles."""

    title: str
    sources: tuple[str, ...]
    questions: tuple[LessonQuestion, ...]
    terms: tuple[Term, ...]
    organiser: Organiser
    quiz: tuple[QuizQuestion, ...]
    headlines: tuple[QuotedPassage, ...]
    goals: tuple[str, ...]
    notes: tuple[str, ...]
    citation: str


def worksheet(results: Results) -> Sheet:
    """The worksheet of a run; the same run gives the same sheet.

    Raises InputError where there is nothing to ask about: no text to read, more articles than a class can
    use, or articles on several events.
    """
    articles = [one.article for one in results.compared_articles]
    _check(results, articles)
    names, lesson = source_names(results), results.lesson
    questions = questions_on(lesson, names)
    title = _title(articles, lesson.event)
    return Sheet(
        title=title,
        sources=tuple(names.by_source.values()),
        questions=questions,
        terms=glossary(results, names, {term for question in questions for term in question.terms}),
        organiser=organiser(lesson.outlines, names),
        quiz=tuple(quiz_questions(lesson.quiz, names)),
        headlines=tuple(QuotedPassage.of(headline, names) for headline in lesson.headlines),
        goals=goals(question.kind for question in questions),
        notes=tuple(_notes(results, articles, questions)),
        citation=citation(results, title),
    )


def _check(results: Results, articles: list[Article]) -> None:
    paths = results.parameters.get("paths")
    place = ", ".join(paths) if isinstance(paths, list) else "the articles"
    if sum(one.words for one in results.compared_articles) < FEWEST_WORDS:
        raise InputError(
            place,
            f"fewer than {FEWEST_WORDS} words of English text: too little for a worksheet",
            "give whole articles",
        )
    events = list(dict.fromkeys(article.event for article in articles if article.event))
    named = ", ".join(map(repr, events[:3])) + (" …" if len(events) > 3 else "")
    if len(events) > 1:
        raise InputError(
            place, f"holds articles on {len(events)} events; a worksheet is on one", f"{_CHOOSE}: {named}"
        )
    if len(articles) > MOST_ARTICLES:
        raise InputError(
            place,
            f"holds {len(articles)} articles; a worksheet has room for {MOST_ARTICLES}",
            "give fewer, or " + _CHOOSE,
        )


def _title(articles: list[Article], event: str) -> str:
    if event:
        return event_title(event)
    if len(articles) == 1:
        return clipped(articles[0].title or articles[0].source, LONGEST_TITLE)
    return f"{in_words(len(articles)).capitalize()} texts, side by side"


def _notes(results: Results, articles: list[Article], questions: tuple[LessonQuestion, ...]) -> list[str]:
    """Why a sheet has less than others."""
    notes = []
    if len({article.source for article in articles}) == 1:
        notes.append(
            "There is one source only, so the questions stay within its text. A second source on the same event gives "
            "questions that compare."
        )
    elif not _shares_a_claim(results, articles):
        notes.append(
            "No statement was found that two of these sources share, so no question sets the same fact side by side."
        )
    if len(questions) < ENOUGH:
        notes.append(
            f"The texts gave material for {in_words(len(questions))} question{'' if len(questions) == 1 else 's'} only."
        )
    used = {article.article_id for article in articles}
    aside = [article.source for article in results.articles if article.article_id not in used]
    if aside:
        notes.append(
            f"Not used, since they are about another event, in another language or empty: {joined(dict.fromkeys(aside))}."
        )
    return notes


def _shares_a_claim(results: Results, articles: list[Article]) -> bool:
    """Whether a claim stands in two of the compared sources."""
    source = {article.article_id: article.source for article in articles}
    stating: dict[str, set[str]] = {}
    for row in results.ledger.claims:
        if row.scope == "shared" and row.article_id in source:
            stating.setdefault(row.claim_id, set()).add(source[row.article_id])
    return any(len(sources) > 1 for sources in stating.values())
