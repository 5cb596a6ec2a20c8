"""Contested names: counted, told from fixed expressions, quotations and pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.extract.naming import NameMention, counted
from framing.lexicon import load
from framing.lexicon.naming import NameConcept
from framing.pipeline import Options, features_of
from tests.conftest import Analyse, article_of


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
        ("A Burmese python was found.", "an animal, a language or a stone"),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("India-administered Kashmir was quiet.", [("kashmir_status", "Indian-administered Kashmir")]),
        ("Ships crossed the Gulf of Arabia.", [("persian_gulf", "Gulf of Arabia")]),
        ("A Burmese court freed the clerk.", [("myanmar", "Burmese")]),
        (
            "El-Fashir, once reached by rail, is not El Fasher.",
            [("el_fasher", "El-Fashir"), ("el_fasher", "El Fasher")],
        ),
        ("Guards left the separation wall near Israel.", [("barrier_west_bank", "separation wall")]),
        ("The apartheid wall near Israel stands.", [("barrier_west_bank", "apartheid wall")]),
        ("Eco-terrorists and narco-terrorists met.", []),
        ("Terrorists met.", [("armed_people", "terrorist")]),
        ("Roman settlements lie near Israel, where settlers reached peace settlements.", []),
        ("Israel has outposts.", []),
    ],
)
def test_a_variant_is_what_stands_in_the_text(
    analysed: Analyse, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(m.concept, m.variant) for m in counted(names(analysed, text))] == found


def test_settlements_need_their_place(analysed: Analyse) -> None:
    text = "Settlers built 12 settlements in the West Bank and East Jerusalem; the town reached settlements with two banks."
    assert [m.variant for m in counted(names(analysed, text)) if m.concept == "israeli_settlement"] == [
        "settlements"
    ]
    assert [m.variant for m in names(analysed, text) if m.concept == "east_jerusalem"] == ["East Jerusalem"]


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


@pytest.mark.parametrize(
    ("sentence", "sense"),
    [
        ("Beijing protested against the sale.", "government"),
        ("The sale was approved by Beijing in May.", "government"),
        ("Diplomats pressed Beijing for an answer.", "government"),
        ("Talks between Beijing and the bank broke down.", "government"),
        ("Beijing’s ambassador left the room.", "government"),
        ("She flew to Beijing on Friday.", "place"),
        ("A storm hit Beijing overnight.", "place"),
        ("Beijing’s streets were flooded.", "place"),
        ("The suburbs of Beijing were flooded.", "place"),
        ("Beijing remained calm.", ""),
    ],
)
def test_a_capital_is_a_government_or_a_place_by_its_role(
    analysed: Analyse, sentence: str, sense: str
) -> None:
    assert [m.sense for m in names(analysed, sentence)] == [sense]


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        ("They left Rangoon (now Yangon) in June.", ["Rangoon", "Yangon"]),
        ("They left Yangon, formerly Rangoon, in June.", ["Yangon", "Rangoon"]),
        ("The Diaoyu/Senkaku islets are uninhabited.", ["Diaoyu", "Senkaku"]),
        ("Khankendi, which Armenians call Stepanakert, fell.", ["Khankendi", "Stepanakert"]),
        ("Yangon burned while Rangoon slept.", []),
        ("Yangon is loud. Rangoon was quiet.", []),
    ],
)
def test_pairs_keep_their_order(analysed: Analyse, sentence: str, order: list[str]) -> None:
    found = names(analysed, sentence)
    paired = [m for m in found if m.paired_with]
    assert [m.variant for m in sorted(paired, key=lambda m: m.pair_order)] == order
    assert [m.paired_with for m in paired] == order[::-1]


@pytest.mark.parametrize(
    ("sentence", "distancing"),
    [
        ("The so-called Republic of Crimea printed stamps.", "so_called"),
        ("Stamps of the self-styled “Republic of Crimea” sell well.", "so_called"),
        ("It is what Moscow calls the Republic of Crimea.", "so_called"),
        ("Stamps of the “Republic of Crimea” sell well.", "scare_quotes"),
        ("“Stamps of the Republic of Crimea sell well,” he said.", ""),
        ("Stamps of the Republic of Crimea sell well.", ""),
    ],
)
def test_distance_is_told_from_a_quotation(analysed: Analyse, sentence: str, distancing: str) -> None:
    assert [m.distancing for m in names(analysed, sentence)] == [distancing]


def test_a_title_of_a_work_is_no_choice_of_a_name(analysed: Analyse) -> None:
    found = names(analysed, "Her novel “Winter in Calcutta” won. She was born in Calcutta.")
    assert [m.exception for m in found] == ["a title", ""]


def test_a_word_that_needs_company_counts_only_in_company(analysed: Analyse) -> None:
    assert names(analysed, "Tankers left the Gulf.") == []
    assert [m.variant for m in names(analysed, "Tankers left the Gulf for Kuwait.")] == ["the Gulf"]
    assert names(analysed, "Odessa, in west Texas, pumps oil. Odessa grew.") == []


def test_labels_are_chosen_for_people_and_not_as_adjectives(analysed: Analyse) -> None:
    found = names(analysed, "Militants fled. A rebel senator and a militant union cheered; rebels fired.")
    assert [(m.concept, m.variant) for m in found if not m.exception] == [
        ("armed_people", "militant"),
        ("armed_people", "rebel"),
    ]


@pytest.mark.parametrize(
    ("published", "statuses"),
    [
        ("2019-08-13", ["current", "not_yet"]),
        ("2019-08-14", ["superseded", "current"]),
        ("2018", ["current", "not_yet"]),
        ("2019", ["", ""]),
        ("last Tuesday", ["", ""]),
        ("2019-13-45", ["", ""]),
        ("", ["", ""]),
    ],
)
def test_a_name_is_judged_by_its_guide_on_the_day(published: str, statuses: list[str]) -> None:
    article = replace(article_of("Kiev was cold. Kyiv was cold."), published=published)
    found = features_of([article], Options(conflict="none")).mentions["naming"]
    assert [m.guide_status for m in found if isinstance(m, NameMention)] == statuses


def test_a_name_that_came_back_is_current_again() -> None:
    article = replace(article_of("They met in Astana."), published="2020-05-05")
    later = replace(article_of("They met in Astana.", article_id="later"), published="2023-05-05")
    found = features_of([article, later], Options(conflict="none")).mentions["naming"]
    assert [m.guide_status for m in found if isinstance(m, NameMention)] == ["superseded", "current"]


def test_every_concept_has_names_and_an_authority_that_is_more_than_use() -> None:
    concepts = load().of("names", NameConcept)
    assert len(concepts) >= 120
    for concept in concepts:
        assert len(concept.variants) > 1
        assert not {"usage", "transliteration"} & set(concept.source)
