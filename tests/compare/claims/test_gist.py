"""A claim in a few words: clear without the text around it, and nothing cut in half."""

from __future__ import annotations

from framing.pipeline import Options, analyse
from tests.conftest import article_of


def gists(*texts: str) -> list[str]:
    """The gists of the shared claims of articles of one paragraph each."""
    articles = [article_of(text, article_id=chr(97 + n), source=f"S{n}") for n, text in enumerate(texts)]
    claims = analyse(articles, Options(conflict="none")).ledger.claims
    return list(dict.fromkeys(row.gist for row in claims if row.scope == "shared"))


def test_the_passage_with_a_noun_as_its_subject_is_taken() -> None:
    assert gists(
        "The harbour authority said on Monday that it would close the northern pier for repairs.",
        "The northern pier would close for repairs, the harbour authority said on Monday.",
    ) == ["The northern pier would close for repairs"]


def test_no_that_is_left_of_the_reporting_clause() -> None:
    assert gists(
        "Police said that two divers were hurt by falling stones and that nine smugglers had been arrested.",
        "The coast guard said that two divers were hurt by falling stones and that nine smugglers were arrested.",
    ) == ["Two divers were hurt by falling stones", "Nine smugglers had been arrested"]


def test_a_pronoun_that_opens_a_quotation_stays() -> None:
    (gist,) = gists(
        '"That is a lie about the locked pier," said the diver Ana Kern.',
        '"That is a lie about the locked pier," the diver Ana Kern told reporters.',
    )
    assert gist == "That is a lie about the locked pier"


def test_that_something_could_not_be_checked_is_no_claim_about_the_event() -> None:
    assert not any(
        "verif" in gist
        for gist in gists(
            "The mayor said the northern pier had cracked. The claim could not be independently verified.",
            "The northern pier had cracked, the mayor said. His claim could not be verified independently.",
        )
    )
