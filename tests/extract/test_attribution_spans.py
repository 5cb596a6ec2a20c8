"""Where contents end, quotations without a verb, and words of saying that say nothing: what fires and what must not."""

from __future__ import annotations

import pytest

from framing.pipeline import Options, features_of
from tests.conftest import article_of


def rows(*paragraphs: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each row."""
    article = article_of(*paragraphs)
    found = features_of([article], Options(conflict="none")).mentions["attribution"]
    return [
        (r.speaker_text, r.cue_text, " … ".join(article.text[s:e] for s, e in r.content_spans))  # type: ignore[attr-defined]
        for r in found
    ]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "The mayor said the dam was safe, although he again refused to name the engineer.",
            "the dam was safe",
        ),
        (
            "The club said it would get new rides, which include a wheel and a slide.",
            "it would get new rides",
        ),
        (
            "Brand said the bridge would be repaired when asked about the cracks.",
            "the bridge would be repaired",
        ),
        # what the speaker goes on to say stays
        (
            "Brand said the guards left the square as long as they were calm.",
            "the guards left the square as long as they were calm",
        ),
        (
            "The mayor said the dam was safe, although it had leaked.",
            "the dam was safe, although it had leaked",
        ),
        (
            "The club said it had bought rides, which were late.",
            "it had bought rides, which were late",
        ),
        (
            "Brand says he is proud of his team and expects to win.",
            "he is proud of his team and expects to win",
        ),
        (
            "The nurse said she hoped to sleep and then would go on.",
            "she hoped to sleep and then would go on",
        ),
        (
            "The senator called the vote a farce because nobody read it.",
            "the vote a farce because nobody read it",
        ),
    ],
)
def test_a_content_ends_where_the_narrator_takes_over(sentence: str, content: str) -> None:
    assert rows(sentence)[0][2] == content


def test_a_quotation_behind_a_colon_goes_on_in_the_next_paragraph() -> None:
    first, second = "The mayor explained why the road is shut:", "“There is a hole in it.”"
    assert rows(first, second) == [
        ("The mayor", "explained", "why the road is shut … “There is a hole in it.”")
    ]


def test_signed_quotations_have_their_signers() -> None:
    said = rows(
        "Reactions came at once.",
        "“It will close our yard.” – Mayor Ivo Brand",
        "“High time.” — Nadia Berg, Dockers’ Union",
    )
    assert [(who, content) for who, _, content in said] == [
        ("Mayor Ivo Brand", "“It will close our yard.”"),
        ("Nadia Berg", "“High time.”"),
    ]
    assert rows("He called it “a gift” – Nadia Berg laughed at the word.") != []
    assert all(who != "Nadia Berg" for who, _, _ in rows("The “old pier” – Nadia Berg built it – is shut."))


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("“No more mud,” read one placard.", ("one placard", "read", "“No more mud,”")),
        (
            "Dockers were ordered to go home by guards and told that the yard would close.",
            ("guards", "told", "the yard would close"),
        ),
        (
            "The union put the number of lost jobs at 900.",
            ("The union", "put … at", "the number of lost jobs … 900"),
        ),
        (
            "Two officers, Ivo Brand and Luca Rossi, found in 2014 that the harbour was deep.",
            ("Two officers, Ivo Brand and Luca Rossi", "found", "the harbour was deep"),
        ),
    ],
)
def test_the_cue_has_its_speaker(sentence: str, row: tuple[str, str, str]) -> None:
    assert row in rows(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The dockers called a strike for Friday.",
        "All told, 14 yards shut.",
        "The clerk put the box at the door.",
        "The union put it down to bad luck.",
    ],
)
def test_and_these_say_nothing(sentence: str) -> None:
    assert rows(sentence) == []


def test_figures_behind_names_are_no_conversation() -> None:
    assert rows("Ivo Brand: 1,769.", "Nadia Berg: 1,501.", "Ivo Brand: 547.", "Nadia Berg: 46.") == []
