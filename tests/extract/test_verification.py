"""Verification statements: what the text says on how far claims have been checked."""

from __future__ import annotations

import pytest

from framing.extract.verification import VerificationMention
from tests.conftest import Analyse


def rows(analysed: Analyse, *paragraphs: str) -> list[VerificationMention]:
    return [m for m in analysed(*paragraphs).mentions["verification"] if isinstance(m, VerificationMention)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The claim could not be independently verified.", "unverified"),
        ("The agency was unable to verify the footage.", "unverified"),
        ("The agency could not immediately confirm the report.", "unverified"),
        ("The ministry did not provide evidence for its claim.", "unverified"),
        ("He spoke of traitors, without providing any evidence.", "unverified"),
        ("There was no independent confirmation of the toll.", "unverified"),
        ("Unconfirmed reports spoke of looting.", "unverified"),
        ("It was not immediately clear who fired.", "unverified"),
        ("The army later walked back its earlier claims.", "disputed"),
        ("The disputed figures were printed again.", "disputed"),
        ("The agency has verified the video.", "verified"),
        ("Footage verified by the broadcaster shows the square.", "verified"),
    ],
)
def test_status(analysed: Analyse, sentence: str, status: str) -> None:
    assert [row.verification for row in rows(analysed, sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "The president confirmed the date.",
        "She could not be reached.",
        "The evidence was given in court.",
        "“It could not be verified,” he said.",
        "The sky was clear.",
    ],
)
def test_what_is_no_statement_on_checking(analysed: Analyse, sentence: str) -> None:
    assert rows(analysed, sentence) == []


def test_who_could_not_check(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The news agency could not independently verify the claim.")
    assert row.by_text == "The news agency"


def test_sides_whose_claims_it_is_about(analysed: Analyse) -> None:
    (row,) = rows(
        analysed,
        "Ukraine and Russia fought. Kyiv and Moscow spoke.",
        "Neither the Ukrainian nor the Russian claims could be independently verified.",
    )
    assert row.about_side == "ukraine;russia"
