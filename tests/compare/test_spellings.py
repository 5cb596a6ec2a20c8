"""One person spelled in several ways within an event, and different persons kept apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.compare.words.spellings import MOST_UNLABELLED, SpellingMention, spellings
from framing.lexicon import load
from framing.pipeline import Options, analyse
from tests.conftest import article_of


def found(*texts: str, events: tuple[str, ...] = ()) -> list[SpellingMention]:
    articles = [
        replace(article_of(text, article_id=f"a{i}", source=f"S{i}"), event=events[i] if events else "")
        for i, text in enumerate(texts)
    ]
    results = analyse(articles, Options(conflict="none"))
    return spellings(results.parsed.values(), load())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mykhailo Drapatyi", "Mykhailo Drapaty"),
        ("Vasyl Maliuk", "Vasily Malyuk"),
        ("Oleksandr Syrskyi", "Alexander Syrsky"),
        ("Serhiy Lysohor", "Sergei Lisogor"),
        ("Iryna Tsvilyk", "Irina Tsvilik"),
        ("Abbas Araghian", "Abbas Araqian"),
        ("Mohammed el-Baradi", "Mohamed al-Baradi"),
        ("Ihor Kobzenev", "Ihor Kobzeneva"),
    ],
)
def test_romanisations_of_one_name_are_one_person(one: str, other: str) -> None:
    rows = found(f"The envoy, {one}, spoke first.", f"The envoy, {other}, spoke first.")
    assert [row.spelling for row in rows] == [one.split()[-1], other.split()[-1]]
    assert rows[0].other_spellings == (other.split()[-1],)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Petrenko", "Olha Petrenka"),
        ("Nick Sandmann", "Nick Sandman"),
        ("Mitch McConnell", "Mitch Mcconnell"),
        ("Martin Hall", "Martin Gale"),
        ("Anna Lewis", "Anna Levin"),
        ("Karl Becker", "Karl Beckers"),
    ],
)
def test_other_people_and_slips_of_the_pen_are_no_rivals(one: str, other: str) -> None:
    assert found(f"The envoy, {one}, spoke first.", f"The envoy, {other}, spoke first.") == []


def test_every_use_is_a_row_with_the_rule_and_the_name_printed_most() -> None:
    rows = found(
        "Mykhailo Drapatyi resigned. Drapatyi wrote a letter. Mykhailo Drapatyi left.",
        "General Drapaty resigned, and Drapaty’s men saluted.",
    )
    assert [(row.article_id, row.spelling) for row in rows] == [
        ("a0", "Drapatyi"),
        ("a0", "Drapatyi"),
        ("a0", "Drapatyi"),
        ("a1", "Drapaty"),
        ("a1", "Drapaty"),
    ]
    assert {row.person for row in rows} == {"Mykhailo Drapatyi"}
    assert {row.rule for row in rows} == {"transliteration:adjective_ending"}
    assert len({row.mention_id for row in rows}) == 5


def test_events_are_kept_apart_and_a_corpus_without_events_is_left_alone() -> None:
    texts = ("Vasyl Maliuk spoke.", "Vasyl Malyuk spoke.")
    assert found(*texts, events=("raid", "budget")) == []
    assert len(found(*texts, events=("raid", "raid"))) == 2
    assert found(*texts, *(f"Rain fell {n} times." for n in range(MOST_UNLABELLED))) == []
