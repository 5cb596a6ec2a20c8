"""Glossary, organiser and quiz; and what is too little or too much for a sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.pipeline import Options, analyse
from framing.publish.questions.glossary import page_glossary
from framing.publish.shared.names import source_names
from framing.publish.worksheet import Sheet, worksheet
from framing.records.errors import FramingError
from tests.conftest import article_of
from tests.publish.worksheet.stories import COURIER, HERALD, WIRE, results, stories


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return worksheet(results(HERALD, COURIER, WIRE))


def test_the_glossary_has_the_terms_that_occur_with_an_example_from_the_texts(sheet: Sheet) -> None:
    terms = {term.id: term for term in sheet.terms}
    passive = terms["passive"].example
    assert passive and passive.text == "Three guards were injured at the gate of the quarry in the morning."
    doubt = terms["doubt_word"].example
    assert doubt and "claimed" in doubt.text
    assert "according to the regional hospital" in getattr(terms["according_to"].example, "text", "")
    assert "interval" not in terms
    assert "died" not in terms


def test_the_page_has_its_own_words_too() -> None:
    told = results(HERALD, COURIER)
    found = {term.id for term in page_glossary(told, source_names(told))}
    assert {"interval", "too_few", "source", "side", "passive", "doubt_word"} <= found
    assert "euphemism" not in found


def test_every_question_needs_only_terms_that_are_explained(sheet: Sheet) -> None:
    assert {term for question in sheet.questions for term in question.terms} <= {t.id for t in sheet.terms}


def test_the_organiser_has_a_column_a_source_and_examples_with_their_place(sheet: Sheet) -> None:
    organiser = sheet.organiser
    assert organiser.sources == ("Herald", "Courier", "Wire")
    cells = dict(zip(organiser.rows, organiser.cells, strict=True))
    assert any("brutal" in entry.text for entry in cells["Words that stand out"][2])
    assert any("Nora Lind" in entry.text for entry in cells["Who is quoted"][0])
    assert any("landslide" in entry.text for entry in cells["Who did what"][0])
    assert all(entry.place for row in organiser.cells for cell in row for entry in cell)
    left_out = [
        entry.place for entry in cells["What is told, what is left out"][2] if "Not found" in entry.text
    ]
    assert all("may not have been known" in place for place in left_out)


def test_a_quiz_has_one_right_choice_that_its_passage_shows(sheet: Sheet) -> None:
    assert sheet.quiz
    for choice in sheet.quiz:
        assert 2 <= len(choice.choices) <= 4
        assert len({text.casefold() for text in choice.choices}) == len(choice.choices)
        right = choice.choices[choice.right]
        assert right.casefold() in choice.passage.text.casefold() or right == choice.passage.source


def test_the_right_choice_stands_at_no_fixed_place() -> None:
    sheet = worksheet(results(HERALD, COURIER, WIRE))
    assert len({choice.right for choice in sheet.quiz}) > 1


@pytest.mark.parametrize("text", ["Two words.", ""])
def test_too_little_is_one_line_with_a_remedy(text: str) -> None:
    with pytest.raises(FramingError) as caught:
        worksheet(analyse([article_of(text or "Fire.")], Options(conflict="none")))
    assert "Remedy: give whole articles" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_articles_on_several_events_ask_for_one() -> None:
    events = ("berg", "opera", "harbour")
    made = [replace(a, event=name) for a, name in zip(stories(HERALD, COURIER, WIRE), events, strict=True)]
    with pytest.raises(FramingError, match="choose one event with --event: 'berg', 'opera'"):
        worksheet(analyse(made, Options(conflict="none")))
