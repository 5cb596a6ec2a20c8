"""Whom speakers stand for: pronouns, offices, bodies, documents, namesakes; and when nobody is meant for sure."""

from __future__ import annotations

import pytest

from framing.pipeline import Options, features_of
from tests.conftest import article_of


def speakers(*paragraphs: str, conflict: str = "none") -> list[tuple[str, str, str]]:
    """Speaker as written, resolved, and type, of each row of the body."""
    found = features_of([article_of(*paragraphs)], Options(conflict=conflict)).mentions["attribution"]
    return [(row.speaker_text, row.speaker_resolved, row.speaker_type) for row in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        # by gender: title, given name, noun
        ("Nadia Berg met Luca Rossi on the quay. He said the ferry was late.", "Luca Rossi"),
        ("Nadia Berg met Luca Rossi on the quay. She said the ferry was late.", "Nadia Berg"),
        (
            "“We are full,” Ms. Berg said. Her brother was blunter. “Go home,” he told the crowd.",
            "Her brother",
        ),
        # by syntax: the subject above, the subject of the sentence before
        ("Luca Rossi thanked Ivo Brand for a map that he said was wrong.", "Luca Rossi"),
        (
            "Ivo Brand said the pier was shut. Luca Rossi crossed the square. He said it was raining.",
            "Luca Rossi",
        ),
        ("Ivo Brand said that Luca Rossi had paid. He said nothing was owed.", "Ivo Brand"),
        # people in quoted words are not taken up
        ("“Luca Rossi lied to Ivo Brand,” he said.", ""),
        # no outlet, body or state is a "he"
        ("The Harbour Authority said the pier was shut. He said it was raining.", ""),
        ("Norway said the strait was open. He said it was not.", ""),
        # an author speaks of himself
        ("The council said the pier was shut. I think it was not.", ""),
        # who spoke long ago is no "they"
        ("Many pilots said the strait was open. It rained. It snowed. It froze. They said it was not.", ""),
    ],
)
def test_a_pronoun_agrees_in_gender_kind_and_place(text: str, resolved: str) -> None:
    assert speakers(text)[-1][1] == resolved


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        (
            "Foreign Minister Nadia Berg said the pact was dead. It rained. The minister said talks went on.",
            "Nadia Berg",
        ),
        (
            "Foreign Minister Nadia Berg said the pact was dead. The top diplomat said talks went on.",
            "Nadia Berg",
        ),
        ("Nadia Berg has baked here for years. “The oven is old,” the baker says.", "Nadia Berg"),
        ("The Danish president, Ivo Brand, flew home. The Danish president said it was over.", "Ivo Brand"),
        ("A senior customs official flew home. The official said it was over.", "A senior customs official"),
        # another office, another country, another one
        ("Nadia Berg, a surgeon, said it was over. The governor said it was not.", "The governor"),
        (
            "Danish President Ivo Brand flew home. The Swedish president said it was over.",
            "The Swedish president",
        ),
        ("President Ivo Brand flew home. The former president said it was over.", "The former president"),
        ("Nadia Berg said it was over. Another minister said it was not.", "Another minister"),
        # two may be meant
        ("Luca Rossi will meet President Ivo Brand. The president said it was over.", "The president"),
        (
            "Nadia Berg said it was over. Luca Rossi nodded at Ivo Brand. The captain said it was not.",
            "Luca Rossi",
        ),
        (
            "Nadia Berg said it was over, after a call with Luca Rossi. The captain said it was not.",
            "The captain",
        ),
        # an outlet is no congressman
        (
            "Reuters reported it in May. “It rained,” the four-term congressman said.",
            "the four-term congressman",
        ),
        # nouns for people without a name take up no name
        ("Nadia Berg said it was over. The witness said it was not.", "The witness"),
        ("Nadia Berg said it was over. The result shows that it was not.", "The result"),
    ],
)
def test_an_office_stands_for_whom_it_fits(text: str, resolved: str) -> None:
    assert speakers(text)[-1][1] == resolved


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        (
            "The North Sea Fisheries Board said it in May. It rained. The agency said boats must stay.",
            "North Sea Fisheries Board",
        ),
        (
            "The bill was backed by the Centre for Tidal Power, a campaign group. The group said it was fair.",
            "Centre for Tidal Power",
        ),
        # a ministry is no company, and of two agencies neither is meant
        ("The Fisheries Ministry said boats must stay. The company said they would.", "The company"),
        ("The Harbour Board met the Fisheries Board. The agency said boats must stay.", "the agency"),
    ],
)
def test_a_body_is_taken_up_by_a_noun_that_fits_its_name(text: str, resolved: str) -> None:
    assert speakers(text)[-1][1].lower().removeprefix("the ") == resolved.lower().removeprefix("the ")


def test_namesakes_never_merge() -> None:
    said = speakers(
        "Ines Roth leads the port and Karl Roth the union. “We won,” said Karl Roth. “They lie,” said Ines Roth."
    )
    assert [name for _, name, _ in said] == ["Karl Roth", "Ines Roth"]
    titled = speakers("Rita Roth met Paul Roth. Mr. Roth said it was over. Ms. Roth said it was not.")
    assert [name for _, name, _ in titled] == ["Paul Roth", "Rita Roth"]
    unclear = speakers("Ines Roth met Karl Roth. Roth said it was over.")
    assert [name for _, name, _ in unclear] == ["Roth"]


def test_a_namesake_of_a_listed_person_is_somebody_else() -> None:
    (row,) = speakers("Samir Abbas, a baker in Oslo, said bread was dear.", conflict="israel_palestine")
    assert row == ("Samir Abbas, a baker in Oslo", "Samir Abbas", "named_person")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Harbour Police Chief Nadia Berg", "Nadia Berg"),
        ("Norwegian Trade Minister Nadia Berg", "Nadia Berg"),
        ("Chief Economist Nadia Berg", "Nadia Berg"),
        ("Ann King Jr.", "Ann King Jr."),
        ("President of Norway Nadia Berg", "Nadia Berg"),
    ],
)
def test_titles_are_no_part_of_a_name(phrase: str, name: str) -> None:
    (row,) = speakers(f"{phrase} said the pier was shut.")
    assert row[1].removesuffix(".") == name.removesuffix(".")


@pytest.mark.parametrize("state", ["Oslo", "Addis Ababa", "Norway"])
def test_a_capital_or_country_speaks_for_its_government(state: str) -> None:
    assert speakers(f"{state} said the strait was open.")[-1] == (state, state, "state_metonym")


def test_a_document_has_its_author_and_stays_a_document() -> None:
    said = speakers("The nurses sent a letter to Mayor Ivo Brand. “The roof leaks,” the letter said.")
    assert said[-1] == ("the letter", "The nurses", "document")
    signed = speakers(
        "It comes in a petition released on Friday and signed by 40 farmers. The petition says prices fell."
    )
    assert signed[-1] == ("The petition", "40 farmers", "document")
    alone = speakers("Mayor Ivo Brand said the roof leaks. “It does not,” the reply said.")
    assert alone[-1] == ("the reply", "the reply", "document")
