"""Questions: what they ask about, that they cite the texts' own characters, and that they differ."""

from __future__ import annotations

from collections import Counter

import pytest

from framing.compare.lesson import LessonArticles
from framing.compare.lesson.choose import found
from framing.publish.questions.ask import asked
from framing.publish.questions.records import LessonQuestion
from framing.publish.shared.names import source_names
from framing.publish.worksheet import Sheet, worksheet
from framing.results import Results
from tests.publish.worksheet.stories import COURIER, HERALD, WIRE, results


@pytest.fixture(scope="module")
def three() -> Results:
    return results(HERALD, COURIER, WIRE)


@pytest.fixture(scope="module")
def made(three: Results) -> list[LessonQuestion]:
    names = source_names(three)
    return [asked(pair, names) for pair in found(LessonArticles(three))]


def of_kind(questions: list[LessonQuestion], kind: str) -> list[LessonQuestion]:
    return [question for question in questions if question.kind == kind]


def test_one_fact_in_two_voices(made: list[LessonQuestion]) -> None:
    question = of_kind(made, "voice")[0]
    flat, given = question.passages
    assert flat.text == "The company had been warned about the slope in March."
    assert given.text.startswith("The prefect confirmed that")
    assert "Courier states it in its own voice" in question.answer.differs
    assert "“The prefect” with the word “confirmed”" in question.answer.differs


def test_a_plain_word_beside_a_doubt_word(made: list[LessonQuestion]) -> None:
    words = [question.answer.differs for question in of_kind(made, "cue")]
    assert any("“claimed”" in text and "“said”" in text for text in words)


def test_figures_that_differ_with_who_gives_them(made: list[LessonQuestion]) -> None:
    question = of_kind(made, "figure")[0]
    assert "14" in question.answer.differs
    assert "At least 17" in question.answer.differs
    assert "“the regional hospital”" in question.answer.differs


def test_a_doer_here_and_none_there(made: list[LessonQuestion]) -> None:
    differs = " ".join(question.answer.differs for question in of_kind(made, "doer"))
    assert "A company truck" in differs
    assert "names nobody and nothing" in differs


def test_no_topic_or_passage_stands_twice_and_sources_change(three: Results) -> None:
    pairs, questions = three.lesson.pairs, worksheet(three).questions
    places = [(p.article_id, p.start) for pair in pairs for p in pair.passages]
    assert len(set(places)) == len(places)
    assert len({pair.topic for pair in pairs}) == len(pairs) == len(questions)
    assert len({question.text for question in questions}) == len(questions)
    assert max(Counter(question.kind for question in questions).values()) <= 2
    assert {p.source for question in questions for p in question.passages} == {"Herald", "Courier", "Wire"}
    assert [question.id for question in questions] == [f"q{n}" for n in range(1, len(questions) + 1)]


def test_equal_runs_ask_equal_questions(three: Results) -> None:
    assert worksheet(three) == worksheet(three)


def test_every_passage_is_the_text_itself(seed_results: Results) -> None:
    sheet = worksheet(seed_results)
    texts = {article.article_id: article.text for article in seed_results.articles}
    cited = [p for question in sheet.questions for p in question.passages]
    cited += [term.example for term in sheet.terms if term.example]
    cited += [choice.passage for choice in sheet.quiz]
    assert len(cited) > 20
    for passage in cited:
        assert passage.text == texts[passage.article_id][passage.start : passage.end]
        assert "".join(text for text, _ in passage.pieces) == passage.text
        assert passage.text == passage.text.strip()


def test_the_seeds_give_questions_of_many_kinds(seed_results: Results) -> None:
    sheet = worksheet(seed_results)
    assert 6 <= len(sheet.questions) <= 10
    assert len({question.kind for question in sheet.questions}) >= 6
    for question in sheet.questions:
        assert question.passages[0].text != question.passages[1].text
        assert question.text.endswith(("?", "."))
        assert question.answer.differs
        assert question.answer.limits


def words_of(sheet: Sheet) -> str:
    return " ".join(
        [q.text for q in sheet.questions]
        + [text for q in sheet.questions for _, text in q.answer.parts]
        + [*sheet.goals, *sheet.notes]
    ).casefold()


def test_no_verdict_is_spoken(seed_results: Results) -> None:
    spoken = words_of(worksheet(seed_results))
    for word in ("bias", "slant", "propagand", "admit", "hides", "fails to", "left-wing", "right-wing"):
        assert word not in spoken


def test_two_sources_with_nothing_in_common_get_questions_and_the_reason() -> None:
    bakery = (
        "A bakery opened near the church in May, its owner Tom Hale said.",
        "“I bake at night,” Hale said. He claimed that nobody in the town bakes more than 300 loaves.",
        "Two men were hurt when a shelf fell.",
    )
    opera = (
        "The opera in the capital opens its season with a new Figaro.",
        "Tickets cost 80 euros, according to the director Ida Brandt.",
        "Brandt confirmed that 40 singers were hired. “They are young,” she said.",
    )
    sheet = worksheet(results(bakery, opera, titles=("A new bakery", "A new Figaro")))
    assert sheet.questions
    assert any("two of these sources share" in note for note in sheet.notes)


def test_one_article_asks_within_its_text() -> None:
    words = (
        "A brutal wind kept the helicopters on the ground for hours.",
        "The slope apparently moved in the night.",
    )
    sheet = worksheet(results((*HERALD, *words)))
    assert {question.kind for question in sheet.questions} == {"within"}
    assert len(sheet.questions) >= 2
    assert any("“brutal”" in q.answer.differs and "“apparently”" in q.answer.differs for q in sheet.questions)
    assert any("one source only" in note for note in sheet.notes)
