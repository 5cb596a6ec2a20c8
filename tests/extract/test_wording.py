"""Wording: what is chosen, whom it is about, whose word it is; topic words are no slant words."""

from __future__ import annotations

import pytest

from framing import lexicon
from framing.extract.wording import WordingMention
from framing.lexicon.wording import TopicWords, WordingEntry
from tests.conftest import Analyse


def rows(analysed: Analyse, *paragraphs: str) -> list[WordingMention]:
    return [m for m in analysed(*paragraphs).mentions["wording"] if isinstance(m, WordingMention)]


@pytest.mark.parametrize(
    ("sentence", "category", "word"),
    [
        ("The plan apparently failed.", "hedge", "apparently"),
        ("The mayor is undoubtedly tired.", "booster", "undoubtedly"),
        ("Critics slammed the budget.", "loaded", "slammed"),
        ("Two died in an officer-involved shooting.", "euphemism", "officer-involved shooting"),
        ("Militants held the bridge.", "label", "Militants"),
        ("The Kremlin-backed mayor resigned.", "provenance_label", "Kremlin-backed"),
        ("Figures of the Hamas-run ministry rose.", "provenance_label", "Hamas-run"),
        ("Crowds left the Houthi-ruled north.", "provenance_label", "Houthi-ruled"),
        ("An office run by the Kremlin sent figures.", "provenance_label", "run by the Kremlin"),
        ("A channel, which is controlled by Moscow, showed it.", "provenance_label", "controlled by Moscow"),
        ("Forces loyal to General Ade left.", "provenance_label", "loyal to General Ade"),
        ("They called it a massacre.", "loaded", "massacre"),
        ("The carnage went on.", "loaded", "carnage"),
        ("Police found a gruesome scene.", "loaded", "gruesome"),
        ("Union bosses met the owner.", "label", "Union bosses"),
        ("Eco-terrorists cut the cable.", "label", "Eco-terrorists"),
        ("Climate deniers met in Sallow.", "label", "Climate deniers"),
        ("A career criminal was held.", "label", "career criminal"),
    ],
)
def test_each_category_is_found(analysed: Analyse, sentence: str, category: str, word: str) -> None:
    (found,) = rows(analysed, sentence)
    assert (found.category, sentence[found.start : found.end]) == (category, word)


@pytest.mark.parametrize(
    "sentence",
    [
        "A fighter jet took off.",
        "The sanctions regime was renewed.",
        "The bus slammed into a wall.",
        "The army showed its military might.",
        "War came and soldiers killed civilians.",
        "He is well-backed and long-run.",
        "The bill is backed by Okello.",
        "A race run by Okello ended.",
        "A cafe run by Maria closed.",
        "The pigs were sent to slaughter.",
        "Pupils read about the Boston Massacre.",
        "The court may not convict him.",
    ],
)
def test_fixed_expressions_and_topic_words_are_no_rows(analysed: Analyse, sentence: str) -> None:
    assert rows(analysed, sentence) == []


def test_a_label_says_which_side_it_is_about(analysed: Analyse) -> None:
    found = rows(analysed, "He spoke of the Kiev regime and of Russian militants. Rebels left the town.")
    assert [(m.entry, m.about_side) for m in found] == [
        ("regime", "ukraine"),
        ("militant", "russia"),
        ("rebel", ""),
    ]


def test_a_quoted_label_is_the_speakers(analysed: Analyse) -> None:
    results = analysed("“They are terrorists,” he said. The militants left.")
    (row,) = results.article_rows
    assert (row["wording_label"], row["wording_label_quoted"]) == (1, 1)


def test_no_shipped_slant_word_is_a_topic_word() -> None:
    words = lexicon.load()
    topics = {word.lower() for entry in words.of("topic_words", TopicWords) for word in entry.words}
    for entry in words.of("wording", WordingEntry):
        assert not topics & {form.lower() for form in entry.forms}, entry.id
