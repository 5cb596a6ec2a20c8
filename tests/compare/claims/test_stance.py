"""In whose voice a passage states a claim: who confirms, who only tells that somebody does, and quoted words."""

from __future__ import annotations

from framing.pipeline import Options, analyse
from tests.conftest import article_of

TOLD = "Nineteen passengers drowned off the island when the old ferry sank."


def stances(*texts: str) -> list[str]:
    """The stance of each article that states the claim of `TOLD`, in order."""
    articles = [
        article_of(text, article_id=chr(97 + n), source=f"S{n}") for n, text in enumerate((TOLD, *texts))
    ]
    rows = analyse(articles, Options(conflict="none")).ledger.claims
    (claim,) = {row.claim_id for row in rows if row.scope == "shared" and "drowned" in row.gist}
    return [row.stance for row in rows if row.claim_id == claim]


def test_a_word_that_vouches_endorses() -> None:
    assert stances("The coast guard confirmed that nineteen passengers drowned off the island.") == [
        "own_voice",
        "endorsed",
    ]


def test_who_tells_that_something_shows_it_does_not_vouch() -> None:
    assert stances("The mayor said that the list showed that nineteen passengers drowned off the island.")[
        1
    ] == ("attributed")


def test_quoted_words_are_nobodys_own_voice() -> None:
    text = "A note hung on the door of the harbour office. “Nineteen passengers drowned off the island.”"
    assert stances(text)[1] == "attributed"
