"""From the results of a run to one worksheet."""

from __future__ import annotations

from framing.compare.events import main_event
from framing.extract.headline import HeadlineMention
from framing.publish.page.about import citation, event_title
from framing.publish.questions import chosen, found
from framing.publish.questions.choose import ENOUGH
from framing.publish.questions.glossary import glossary
from framing.publish.questions.material import Material
from framing.publish.questions.organiser import organiser
from framing.publish.questions.phrases import clipped, in_words, joined
from framing.publish.questions.question_records import Question, Sheet
from framing.publish.worksheet.quiz import quiz
from framing.publish.worksheet.teaching import goals
from framing.records.errors import InputError
from framing.results import Results

MOST_ARTICLES = 40
FEWEST_WORDS = 30
LONGEST_TITLE = 100
_CHOOSE = "choose one event with --event"


def worksheet(results: Results) -> Sheet:
    """The worksheet of a run; the same run gives the same sheet.

    Raises InputError where there is nothing to ask about: no text to read, more articles than a class can
    use, or articles on several events.
    """
    material = Material(results)
    _check(material)
    questions = chosen(found(material))
    needed = {term for question in questions for term in question.terms}
    title = _title(material)
    return Sheet(
        title=title,
        sources=material.sources,
        questions=questions,
        terms=glossary(material, needed),
        organiser=organiser(material),
        quiz=quiz(material),
        headlines=tuple(
            material.cite_span(row.article_id, row.span, (), row.mention_id)
            for row in material.rows("headline", HeadlineMention)
        ),
        goals=goals(question.kind for question in questions),
        notes=tuple(_notes(material, questions)),
        citation=citation(results, title),
    )


def _check(material: Material) -> None:
    paths = material.results.parameters.get("paths")
    place = ", ".join(paths) if isinstance(paths, list) else "the articles"
    if sum(material.parsed(name).words for name in material.articles) < FEWEST_WORDS:
        raise InputError(
            place,
            f"fewer than {FEWEST_WORDS} words of English text: too little for a worksheet",
            "give whole articles",
        )
    events = list(dict.fromkeys(a.event for a in material.articles.values() if a.event))
    named = ", ".join(repr(event) for event in events[:3]) + (" …" if len(events) > 3 else "")
    if len(events) > 1:
        raise InputError(
            place, f"holds articles on {len(events)} events; a worksheet is on one", f"{_CHOOSE}: {named}"
        )
    if len(material.articles) > MOST_ARTICLES:
        raise InputError(
            place,
            f"holds {len(material.articles)} articles; a worksheet has room for {MOST_ARTICLES}",
            "give fewer, or " + _CHOOSE,
        )


def _title(material: Material) -> str:
    articles = tuple(material.articles.values())
    event = main_event(articles)
    if event:
        return event_title(event)
    if len(articles) == 1:
        return clipped(articles[0].title or articles[0].source, LONGEST_TITLE)
    return f"{in_words(len(articles)).capitalize()} texts, side by side"


def _notes(material: Material, questions: tuple[Question, ...]) -> list[str]:
    """Why a sheet has less than others."""
    notes = []
    if len(material.sources) == 1:
        notes.append(
            "There is one source only, so the questions stay within its text. A second source on the same event gives "
            "questions that compare."
        )
    elif not material.shared:
        notes.append(
            "No statement was found that two of these sources share, so no question sets the same fact side by side."
        )
    if len(questions) < ENOUGH:
        notes.append(
            f"The texts gave material for {in_words(len(questions))} question{'' if len(questions) == 1 else 's'} only."
        )
    aside = [a.source for a in material.results.articles if a.article_id not in material.articles]
    if aside:
        notes.append(
            f"Not used, since they are about another event, in another language or empty: {joined(dict.fromkeys(aside))}."
        )
    return notes
