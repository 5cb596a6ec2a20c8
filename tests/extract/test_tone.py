"""Known answers for tone, and whose tone it is."""

from __future__ import annotations

import pytest

from framing.extract.tone import ToneMention, compound
from tests.conftest import Analyse


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        # Published in the README of vaderSentiment (Hutto and Gilbert).
        ("VADER is smart, handsome, and funny.", 0.8316),
        ("VADER is VERY SMART, handsome, and FUNNY.", 0.9227),
        ("The book was good.", 0.4404),
        ("At least it isn't a horrible book.", 0.431),
        ("Today SUX!", -0.5461),
    ],
)
def test_compound_scores_of_published_examples(sentence: str, score: float) -> None:
    assert compound(sentence) == score


def rows(analysed: Analyse, *paragraphs: str, title: str = "") -> list[ToneMention]:
    results = analysed(*paragraphs, title=title)
    return [m for m in results.mentions["tone"] if isinstance(m, ToneMention)]


def test_a_quoted_insult_is_not_the_outlets_tone(analysed: Analyse) -> None:
    own, quoted = rows(analysed, "“This is a horrible, evil disaster,” the clerk said of the plan.")
    assert (own.voice, quoted.voice) == ("own", "quoted")
    assert quoted.tone < -0.5
    assert own.tone == 0


def test_a_row_says_which_sides_its_words_name(analysed: Analyse) -> None:
    found = rows(analysed, "Ukraine won praise. Russia met Ukraine. Rain fell.")
    assert [m.about_sides for m in found] == [("ukraine",), ("ukraine", "russia"), ()]


def test_only_sentences_about_one_side_count_for_it(analysed: Analyse) -> None:
    results = analysed("Ukraine won praise. Russia met Ukraine. Rain fell.", title="Great joy in Ukraine")
    (row,) = results.article_rows
    assert row["tone_own_ukraine_sentences"] == 1
    assert row["tone_own_russia_sentences"] == 0
    assert row["tone_own_russia"] is None
    assert row["tone_title_sentences"] == 1
