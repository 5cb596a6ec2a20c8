"""House style: spelling, dates, times and titles; counted, and never compared as framing."""

from __future__ import annotations

import pytest

from framing.extract.style import StyleMention
from framing.pipeline import Options, features_of
from tests.conftest import Analyse, article_of

Choice = tuple[str, str]


def choices(analysed: Analyse, *paragraphs: str, title: str = "") -> list[Choice]:
    results = analysed(*paragraphs, title=title, conflict="none")
    text = results.articles[0].text
    return [
        (text[m.start : m.end], m.choice) for m in results.mentions["style"] if isinstance(m, StyleMention)
    ]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisers", "organizers"),
        ("destabilisation", "destabilization"),
        ("analysed", "analyzed"),
        ("neighbourhood", "neighborhood"),
        ("kilometres", "kilometers"),
        ("defence", "defense"),
        ("travelling", "traveling"),
        ("sceptical", "skeptical"),
        ("paediatric", "pediatric"),
        ("per cent", "percent"),
    ],
)
def test_the_two_spellings_of_a_word_are_told_apart(analysed: Analyse, british: str, american: str) -> None:
    found = choices(analysed, f"It says {british} in one paper and {american} in the other.")
    assert found == [(british, "british"), (american, "american")]


@pytest.mark.parametrize(
    "sentence",
    [
        "She promised to revise the size of the prize and to supervise the exercise.",
        "The uprising surprised advisers; prices rise otherwise.",
        "Fundraisers seized a franchise, wiser and precise.",
        "Doctors laboriously counted hours; four actors err.",
        "A barometer of number theory, a letter and a member.",
    ],
)
def test_words_with_one_spelling_are_no_sign_of_anything(analysed: Analyse, sentence: str) -> None:
    assert choices(analysed, sentence) == []


def test_a_spelling_in_a_name_is_its_bearers(analysed: Analyse) -> None:
    found = choices(analysed, "The Department of Defense met Labour and the World Trade Center tenants.")
    assert found == []
    assert choices(analysed, "Defence cuts anger voters, say critics.") == [("Defence", "british")]
    assert choices(analysed, "Cuts.", title="Defence Cuts Anger Voters") == []


def test_dates_and_times_are_read_in_their_order(analysed: Analyse) -> None:
    found = choices(
        analysed,
        "On 3 June at 12.50pm, and on June 4, 2025, at 9:30 a.m., trains left. The last ran at 23:15.",
    )
    assert found == [
        ("3 June", "day_month"),
        ("12.50pm", "plain_pm"),
        ("June 4", "month_day"),
        ("9:30 a.m.", "dotted_pm"),
        ("23:15", "hours_24"),
    ]


def test_a_surname_has_a_courtesy_an_office_or_nothing_before_it(analysed: Analyse) -> None:
    found = choices(
        analysed,
        "President Ada Moreno spoke. Moreno then left, and Mr Bell smiled.",
        "Moreno’s aide Ivo Bell, no kin of President Moreno Friday, stayed. The Home Office and King Street were shut.",
    )
    assert found == [
        ("President Ada Moreno", "office_title"),
        ("Moreno", "bare_surname"),
        ("Mr Bell", "courtesy_title"),
        ("Moreno", "bare_surname"),
        ("President Moreno", "office_title"),
    ]


def test_style_is_counted_but_no_contrast() -> None:
    text = "The organisers of the centre met Mr Bell on 3 June. Bell favours neighbours. " * 12
    other = text.replace("isers", "izers").replace("centre", "center").replace("our", "or")
    articles = [article_of(text, article_id="a", source="A"), article_of(other, article_id="b", source="B")]
    results = features_of(articles, Options(conflict="none"))
    rows = {row["source"]: row for row in results.source_rows}
    assert rows["A"]["style_spelling_british_share"] == 1
    assert rows["B"]["style_spelling_american_share"] == 1
    assert [c.measure for c in results.contrasts if c.measure.startswith("style")] == []
