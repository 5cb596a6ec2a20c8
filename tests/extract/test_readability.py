"""Known answers for readability: sentences whose scores are published."""

from __future__ import annotations

import pytest

from framing.pipeline import Options, features_of
from framing.text.syllables import syllables
from tests.conftest import article_of


@pytest.mark.parametrize(
    ("text", "ease", "grade"),
    [
        # Published beside the formula in the English Wikipedia, "Flesch–Kincaid readability tests".
        ("The cat sat on the mat.", 116, -1.45),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69, 7.2),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5, 11.3),
    ],
)
def test_reading_ease_and_grade_of_published_examples(text: str, ease: float, grade: float) -> None:
    (row,) = features_of([article_of(text)], Options(conflict="none")).article_rows
    assert row["flesch_reading_ease"] == pytest.approx(ease, abs=0.6)
    assert row["flesch_kincaid_grade"] == pytest.approx(grade, abs=0.6)


def test_the_title_and_removed_text_are_not_read() -> None:
    with_title = features_of([article_of("The cat sat on the mat.", title="Incomprehensibility")])
    assert with_title.article_rows[0]["flesch_reading_ease"] == pytest.approx(116.1, abs=0.1)


def test_sources_are_pooled_by_words() -> None:
    articles = [
        article_of("The cat sat on the mat.", article_id="a"),
        article_of("The Australian platypus is seemingly a hybrid of a mammal.", article_id="b"),
    ]
    results = features_of(articles, Options(conflict="none"))
    first, second = (row["flesch_reading_ease"] for row in results.article_rows)
    words = [row["words"] for row in results.article_rows]
    (pooled,) = results.source_rows
    expected = (first * words[0] + second * words[1]) / sum(words)
    assert pooled["flesch_reading_ease"] == pytest.approx(expected, abs=1e-4)


def test_syllables_are_those_of_textstat() -> None:
    from textstat import syllable_count

    texts = [
        "The ministry’s tapestries, it's said, weren't xylographed in Łódź — “unbelievable”, 42 e-mails later.",
        "Abandon(2) rock 'n' roll: they'd've re-read 'Tis and O'Neill's C++ notes #1!",
        "",
    ]
    assert [syllables(text) for text in texts] == [syllable_count(text) for text in texts]
