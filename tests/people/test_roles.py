"""Who holds which office in a text, and when nobody does for sure."""

from __future__ import annotations

import pytest

from framing.lexicon import load
from framing.people.coreference import CROWD
from framing.people.roles import Roles
from framing.people.speaker_nouns import speaker_words
from framing.pipeline import Options, features_of
from tests.conftest import article_of


def roles(text: str) -> Roles:
    types = speaker_words(load()).types
    return Roles(text, {noun for noun, kind in types.items() if kind in ("anonymous_official", CROWD)})


@pytest.mark.parametrize(
    ("text", "noun", "modifiers", "name"),
    [
        ("President Berg spoke first.", "president", [], "Berg"),
        ("Gov. Asa Berg spoke first.", "governor", [], "Asa Berg"),
        ("Port spokesman Luca Rossi spoke first.", "spokesman", [], "Luca Rossi"),
        ("Luca Rossi, an expert on rivers, spoke first.", "expert", [], "Luca Rossi"),
        ("The region's governor, Luca Rossi, spoke first.", "governor", [], "Luca Rossi"),
        ("Farm Minister Nadia Berg met Defence Minister Luca Rossi.", "minister", ["farm"], "Nadia Berg"),
        # both have just been named
        ("President Berg met President Rossi.", "president", [], None),
        # no longer
        ("Former president Nadia Berg spoke first.", "president", [], None),
        ("Nobody spoke.", "president", [], None),
    ],
)
def test_an_office_has_its_holder_or_nobody(
    text: str, noun: str, modifiers: list[str], name: str | None
) -> None:
    assert roles(text).holder(noun, modifiers, len(text)) == name


def resolved(*paragraphs: str) -> list[str]:
    found = features_of([article_of(*paragraphs)], Options(conflict="none")).mentions["attribution"]
    return [row.speaker_resolved for row in found]  # type: ignore[attr-defined]


def test_an_office_stands_for_its_holder_until_another_person_speaks() -> None:
    first = "Governor Asa Berg opened the bridge. It cost a lot. The governor said it was worth it."
    assert resolved(first) == ["Asa Berg"]
    other = "Governor Asa Berg opened the bridge. Luca Rossi said it cost a lot. The governor said it was worth it."
    assert resolved(other)[-1] == "The governor"


def test_a_document_stays_a_document_unless_somebody_wrote_it() -> None:
    assert resolved(
        "The teachers said in a statement that the roof leaks. The statement warned of rain."
    ) == [
        "The teachers",
        "The teachers",
    ]
    alone = resolved("Luca Rossi said the roof leaks. The statement warned of rain.")
    assert alone == ["Luca Rossi", "The statement"]


def test_a_surname_has_one_name_in_an_article_wherever_the_full_one_stands() -> None:
    assert resolved("Berg said the roof leaks.", "Nadia Berg runs the school. Berg said it is old.") == [
        "Nadia Berg",
        "Nadia Berg",
    ]
