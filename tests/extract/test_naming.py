"""Contested names: counted, told from fixed expressions, quotations and pairs."""

from __future__ import annotations

import pytest

from framing.extract.naming import NameMention, counted
from tests.conftest import Analyse


def names(analysed: Analyse, *paragraphs: str) -> list[NameMention]:
    return [m for m in analysed(*paragraphs).mentions["naming"] if isinstance(m, NameMention)]


def test_variants_of_one_concept_are_counted_apart(analysed: Analyse) -> None:
    found = names(analysed, "Kiev said it would talk. Kyiv’s mayor and the Odessa port stayed open.")
    assert [(m.concept, m.variant) for m in found] == [
        ("capital_kyiv", "Kiev"),
        ("capital_kyiv", "Kyiv"),
        ("odesa", "Odessa"),
    ]


@pytest.mark.parametrize(
    ("sentence", "exception"),
    [
        ("She ordered chicken Kiev and a salad.", "the dish"),
        ("Dynamo Kiev won by two goals.", "the football club"),
        ("The princes of Kievan Rus’ built it.", ""),
        ("The Odessa File is a novel.", "a title"),
    ],
)
def test_fixed_expressions_are_kept_with_their_exception_and_not_counted(
    analysed: Analyse, sentence: str, exception: str
) -> None:
    found = names(analysed, sentence)
    assert counted(found) == []
    assert [m.exception for m in found] == ([exception] if exception else [])


def test_a_name_is_not_found_inside_another_word(analysed: Analyse) -> None:
    assert names(analysed, "The Kyivan monks sold turkeys and Turkeyfoot pies.") == []


def test_a_speakers_word_is_told_from_the_outlets(analysed: Analyse) -> None:
    found = names(analysed, "“We will take Kharkov,” he wrote. Shelling of Kharkiv went on.")
    assert [(m.variant, m.inside_quote) for m in found] == [("Kharkov", True), ("Kharkiv", False)]


def test_a_government_that_speaks_is_told_from_a_place(analysed: Analyse) -> None:
    found = names(analysed, "Kyiv said the talks had failed.", "The envoy landed in Kyiv on Monday.")
    assert [m.sense for m in found] == ["government", "place"]


def test_a_name_with_its_rival_in_brackets_is_paired(analysed: Analyse) -> None:
    found = names(analysed, "They shelled Artyomovsk (Bakhmut) and Pokrovsk.")
    assert [(m.variant, m.paired_with) for m in found] == [
        ("Artyomovsk", "Bakhmut"),
        ("Bakhmut", "Artyomovsk"),
        ("Pokrovsk", ""),
    ]


def test_both_kinds_of_apostrophe_name_the_same(analysed: Analyse) -> None:
    found = names(analysed, "The Donetsk People’s Republic and the Donetsk People's Republic.")
    assert [m.variant for m in found] == ["Donetsk People’s Republic"] * 2
