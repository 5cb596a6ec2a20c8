"""Numbers: what is a quantity and what is none, its bounds, its unit, what it counts, who is cited."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import lexicon
from framing.evaluation import evaluate
from framing.extract.numbers import NumberMention
from framing.extract.numbers.convert import converted
from framing.extract.numbers.record import KINDS
from framing.extract.numbers.scan import quantities
from framing.extract.numbers.words import vocabulary
from framing.lexicon.units import UnitWord
from framing.results import Results
from tests.conftest import Analyse

LEXICONS = lexicon.load()
WORDS = vocabulary(LEXICONS)


def rows(results: Results) -> list[NumberMention]:
    return [m for m in results.mentions["numbers"] if isinstance(m, NumberMention)]


def read(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(text[q.start : q.end], q.low, q.high, q.unit) for q in quantities(text, LEXICONS, WORDS)]


@pytest.mark.parametrize(
    ("phrase", "low", "high", "unit"),
    [
        ("$7 billion", 7e9, 7e9, "USD"),
        ("£1.2m", 1.2e6, 1.2e6, "GBP"),
        ("between $5 million and $7 million", 5e6, 7e6, "USD"),
        ("€400,000", 400_000, 400_000, "EUR"),
        ("12 million euros", 12e6, 12e6, "EUR"),
        ("billions of dollars", 2e9, None, "USD"),
        ("15 billion pounds", 15e9, 15e9, "GBP"),
        ("₹250 crore", 2.5e9, 2.5e9, "INR"),
        ("40 percent", 40, 40, "percent"),
        ("two-thirds", 66.6667, 66.6667, "percent"),
        ("one in five", 20, 20, "percent"),
        ("20% to 30%", 20, 30, "percent"),
        ("a year and a half", 1.5, 1.5, "year"),
        ("over a decade", 1, None, "decade"),
        ("half an hour", 0.5, 0.5, "hour"),
        ("two and a half years", 2.5, 2.5, "year"),
        ("one hour and 20 minutes", 80, 80, "minute"),
        ("three more days", 3, 3, "day"),
        ("roughly 1,000-kilometer", 1000, 1000, "kilometre"),
        ("5km to 7km", 5, 7, "kilometre"),
        ("thousands of miles", 2000, None, "mile"),
        ("up to 150 mph", None, 150, "mile_per_hour"),
        ("50-square-foot", 50, 50, "square_foot"),
        ("minus 12 C", -12, -12, "degree_celsius"),
        ("4.30pm", 16.5, 16.5, "hour_of_day"),
        ("0430 GMT", 4.5, 4.5, "hour_of_day"),
        ("10 o'clock", 10, 10, "hour_of_day"),
        ("34-year-old", 34, 34, "year"),
        ("several weeks", None, None, "week"),
        ("2 1/2 hours", 2.5, 2.5, "hour"),
        ("5-1/2 miles", 5.5, 5.5, "mile"),
        ("3 1/2 million barrels", 3.5e6, 3.5e6, "barrel"),
        ("2½ years", 2.5, 2.5, "year"),
        ("14 200 tonnes", 14_200, 14_200, "tonne"),
        ("3 450 000 barrels", 3.45e6, 3.45e6, "barrel"),
        ("$600-700 million", 6e8, 7e8, "USD"),
        ("some 80-odd miles", 80, 80, "mile"),
        ("a quarter of a mile", 0.25, 0.25, "mile"),
        ("a quarter-of-a-century", 0.25, 0.25, "century"),
        ("three-quarters of an hour", 0.75, 0.75, "hour"),
        ("half a percentage point", 0.5, 0.5, "percentage_point"),
        ("1.1 million", 1.1e6, 1.1e6, ""),
    ],
)
def test_a_quantity_is_read_whole(phrase: str, low: float | None, high: float | None, unit: str) -> None:
    assert (phrase, low, high, unit) in read(f"They spoke of {phrase} there.")


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 the bridge was closed.",
        "The 2014 treaty runs to 2030.",
        "They met on May 16 and again on 3 June 2021.",
        "The 2025-26 season begins.",
        "The third floor was empty.",
        "An M113, two-way radios aside, followed Flight 370.",
        "The visitors won 3-1.",
        "The 5-4 ruling stands.",
        "On 9/11 the towers fell.",
        "The G7 and MH17 are names.",
        "A Su-34 and a Boeing 737 landed.",
        "Article 5 was invoked in Room 12 of Terminal 2.",
        "Task Force 12 left Gate 7.",
        "Ring 0800 496 0123 or 555-0142.",
        "No one was hurt, and nobody knows which one it was.",
        "It was one of the worst storms.",
        "See www.example.org/2/30 or write to jo24@example.org.",
        "Both sides agreed.",
        "1. Keep calm.",
        "The 1990s were kind to him.",
        "Covid-19 spread.",
        "The 2021–22 season was dry.",
        "Output stood at 3.1m then.",
        "Ring 555 123 4567.",
        "Guards rang 911.",
        "Okello is the No. 3 official.",
        "The vote of 2 1/2/2021 was void.",
    ],
)
def test_names_dates_scores_and_codes_are_no_quantities(analysed: Analyse, text: str) -> None:
    found = [row.quantity for row in rows(analysed(text))]
    assert [q for q in found if q != "two"] == []


@pytest.mark.parametrize(
    ("sentence", "quantity", "kind", "counts"),
    [
        ("Rockets destroyed more than 40 Russian warplanes.", "more than 40", "thing", "Russian warplanes"),
        ("Dozens of villagers fled.", "Dozens", "people", "villagers"),
        ("The army shot down 52 of 80 drones.", "52", "thing", "drones"),
        ("A crew of 22 left the ship.", "22", "people", "crew"),
        ("The 12-member panel met.", "12", "people", "member"),
        ("The 1,000-kilometer front line has moved.", "1,000-kilometer", "distance", "front line"),
        ("Spending reached 3% of GDP.", "3%", "share", "GDP"),
        ("The state sent $20 million in aid.", "$20 million", "money", "aid"),
        ("The crash cost about $5 million.", "about $5 million", "money", "crash"),
        ("They put the damage at $2bn.", "$2bn", "money", "damage"),
        ("Okello, 24, signed a contract.", "24", "age", "Okello"),
        ("The school of 300 pupils took in 20 more.", "20", "people", "pupils"),
        ("He was told to wait two days.", "two days", "duration", ""),
        ("The bank gave the harbour $3m.", "$3m", "money", ""),
        ("Guards seized 40 kg.", "40 kg", "mass", ""),
        ("The union offered 3 percent.", "3 percent", "share", ""),
        ("The council cut the fee by $2.", "$2", "money", "fee"),
        ("The mast weighs 3 tonnes.", "3 tonnes", "mass", "mast"),
        ("Shares in the mill added 2 percent.", "2 percent", "share", "Shares"),
        ("Of the 1.4m displaced, half came back.", "1.4m", "people", ""),
        ("A camp holds 1.5m Sallow refugees.", "1.5m", "people", "Sallow refugees"),
        ("Some 60-odd farmers came.", "Some 60-odd", "people", "farmers"),
        ("The youngest was 14, the oldest 81.", "81", "age", ""),
        ("On Jan. 3, 40 men came.", "40", "people", "men"),
        ("The mill employs 1 200 people.", "1 200", "people", "people"),
        ("Two pupils died and at least seven were hurt.", "at least seven", "people", "pupils"),
        ("The blast killed two nurses and wounded five.", "five", "people", "nurses"),
    ],
)
def test_what_is_counted(analysed: Analyse, sentence: str, quantity: str, kind: str, counts: str) -> None:
    found = {row.quantity: row for row in rows(analysed(sentence))}
    assert (found[quantity].kind, found[quantity].counts_what) == (kind, counts)


def test_a_row_shows_the_counted_noun_and_converts_its_unit(analysed: Analyse) -> None:
    results = analysed("The depot lies 12 miles from the border. Some 30 lorries burned.")
    miles, lorries = rows(results)
    text = results.articles[0].text
    assert (miles.converted_value, miles.converted_unit) == (19.312128, "kilometre")
    assert text[lorries.start : lorries.end] == "Some 30 lorries"
    assert (lorries.converted_value, lorries.converted_unit) == (None, "")


def test_money_is_never_changed_into_another_currency(analysed: Analyse) -> None:
    pounds, dollars = rows(analysed("The line will cost 15 billion pounds ($20.3 billion)."))
    assert (pounds.converted_value, pounds.converted_unit) == (15_000_000_000, "GBP")
    assert (dollars.converted_unit, dollars.restates) == ("USD", pounds.mention_id)
    assert dollars.counts_what == pounds.counts_what


def test_an_m_is_metres_beside_a_word_of_length_and_millions_beside_people() -> None:
    text = (
        "A wall 40m high, a 12m wave, a depth of 90m, 2.1m voters and 1.3m displaced; output stood at 4.2m."
    )
    assert [(low, unit) for _, low, _, unit in read(text)] == [
        (40, "metre"),
        (12, "metre"),
        (90, "metre"),
        (2.1e6, ""),
        (1.3e6, ""),
    ]


def test_a_day_of_a_month_does_not_open_a_number_in_groups() -> None:
    assert [
        low for _, low, _, _ in read("They met on May 12 500 miles away, and on June 3 200 miles away.")
    ] == [500, 200]


def test_pounds_are_money_beside_words_of_money_and_else_a_weight() -> None:
    assert read("A 500-pound bomb fell.")[0][3] == "pound"
    assert read("He was fined 500 pounds.")[0][3] == "GBP"


def test_a_rate_names_its_noun(analysed: Analyse) -> None:
    (row,) = rows(analysed("Oil costs $82 a barrel."))
    assert (row.unit, row.per) == ("USD", "barrel")


def test_who_is_cited_comes_from_the_attribution(analysed: Analyse) -> None:
    results = analysed("Russia's Defense Ministry said it downed 162 drones. Some 20 houses burned.")
    cited, own = rows(results)
    assert (cited.speaker_text, cited.speaker_side) == ("Russia's Defense Ministry", "russia")
    assert cited.attribution_id in {m.mention_id for m in results.mentions["attribution"]}
    assert (own.attribution_id, own.speaker_text, own.speaker_side) == ("", "", "")


def test_features_count_a_restated_quantity_once(analysed: Analyse) -> None:
    (values,) = analysed(
        "About 7,000 km (4,300 miles) of road, and at least 12 bridges, are closed."
    ).article_rows
    assert (values["numbers"], values["numbers_of_distance"], values["numbers_of_thing"]) == (2, 1, 1)
    assert (values["approximate_number_share"], values["bounded_number_share"]) == (0.5, 0.5)
    assert values["own_voice_number_share"] == 1


def test_every_row_of_the_seeds_is_where_it_says(seed_results: Results) -> None:
    texts = {article.article_id: article.text for article in seed_results.articles}
    found = rows(seed_results)
    assert len(found) > 100
    for row in found:
        text = texts[row.article_id]
        assert text[row.start : row.start + len(row.quantity)] == row.quantity
        assert row.start + len(row.quantity) <= row.end
        for span in row.counts_spans:
            assert text[span.start : span.end] == row.counts_what
        if row.value_low is not None and row.value_high is not None:
            assert row.value_low <= row.value_high
        assert row.kind in KINDS


@given(st.text(max_size=120))
def test_any_text_is_read_in_order_and_inside_its_bounds(text: str) -> None:
    end = 0
    for quantity in quantities(text, LEXICONS, WORDS):
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        assert quantity.end <= len(text)
        end = quantity.end


_FORMS = [
    (unit.id, form)
    for unit in LEXICONS.of("units", UnitWord)
    if not unit.beside
    for form in unit.forms
    if len(form) > 3 and form not in ("pounds", "pound", "times")
]


@given(st.integers(2, 9_999_999), st.sampled_from(_FORMS), st.sampled_from(["", "about ", "at least "]))
def test_every_unit_form_is_read_behind_a_number(value: int, form: tuple[str, str], hedge: str) -> None:
    phrase = f"{hedge}{value:,} {form[1]}"
    ((text, low, _, unit),) = read(f"It came to {phrase}.")
    assert (text, low, unit) == (phrase, value, form[0])


@pytest.mark.parametrize("unit", [u for u in LEXICONS.of("units", UnitWord) if u.library], ids=lambda u: u.id)
def test_the_library_knows_every_unit_and_converts_it(unit: UnitWord) -> None:
    into = WORDS.units[unit.into]
    assert into.library and into.kind == unit.kind
    once, twice = converted(100, unit, into), converted(200, unit, into)
    assert twice > once
    assert converted(converted(7, unit, into), into, unit) == pytest.approx(7)


def test_a_gold_file_without_rows_is_a_one_line_error(tmp_path: Path) -> None:
    from framing.records.errors import GoldError

    (tmp_path / "gold.jsonl").write_text('{"id": "a"}\n')
    with pytest.raises(GoldError, match="line 1 lacks"):
        evaluate("numbers", tmp_path / "gold.jsonl", texts=None, name=None)
