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
        ("The baseless rumour spread through the port.", "unverified"),
        ("The mayor baselessly claimed that the count was rigged.", "unverified"),
        ("Clerks said there was no evidence for the theory.", "unverified"),
        ("Clerks found no evidence that the count was rigged.", "disputed"),
        ("A judge ruled it untrue.", "disputed"),
        ("Checkers found the story misleading.", "disputed"),
        ("The report turned out to be false.", "disputed"),
        ("The rumour has been widely debunked.", "disputed"),
        ("The mayor falsely said that the bridge was safe.", "disputed"),
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
        "The envoy rejected what he called baseless claims.",
        "Police found no evidence of a crime.",
        "She found him false.",
        "He was accused of falsely claiming a pension.",
        "They found the theory hard.",
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


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Moscow accuses Kyiv, without evidence, of poisoning the river.", "russia"),
        ("Kyiv accused Moscow of a massacre without offering proof.", "ukraine"),
        ("Kyiv said that Russian troops had fled, which could not be verified.", "ukraine"),
        ("The agency could not confirm the Kremlin's report of Ukrainian losses.", "russia"),
        ("Moscow falsely claimed that Ukraine had shelled the mill.", "russia"),
        ("Claims by Kyiv that Russia lost a ship could not be verified.", "ukraine"),
        ("A claim that Russia or Ukraine sank the ship could not be verified.", "unknown"),
    ],
)
def test_it_is_the_claimant_who_is_doubted(analysed: Analyse, sentence: str, side: str) -> None:
    (row,) = rows(analysed, sentence)
    assert row.about_side == side


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Checkers found the claim false.", "Checkers"),
        ("The ministry did not provide evidence for its claim.", ""),
        ("The rumour turned out to be a hoax.", ""),
    ],
)
def test_who_checked_is_never_who_claims(analysed: Analyse, sentence: str, by: str) -> None:
    (row,) = rows(analysed, sentence)
    assert row.by_text == by
