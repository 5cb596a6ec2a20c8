"""Own kills and losses, death and capture in every wording; and what only sounds like it."""

from __future__ import annotations

import pytest

from framing.extract.casualty import CasualtyMention
from tests.conftest import Analyse


def rows(analysed: Analyse, sentence: str) -> list[CasualtyMention]:
    found = analysed(sentence, conflict="none").mentions["casualty"]
    return [m for m in found if isinstance(m, CasualtyMention)]


@pytest.mark.parametrize(
    ("sentence", "kind", "low", "victims"),
    [
        ("The column lost the bridge but took no casualties.", "none_reported", 0, ""),
        ("The sappers suffered no losses of their own.", "none_reported", 0, "The sappers"),
        ("The insurgents sustained heavy losses.", "unspecified_loss", None, "The insurgents"),
        ("The ministry put its own losses at 30 men.", "unspecified_loss", 30, "30 men"),
        ("Divers recovered six bodies from the lake.", "killed", 6, "six bodies"),
        ("The bodies of two sailors were found on Friday.", "killed", 2, "two sailors"),
        ("Five hikers were swept away by the river.", "killed", 5, "Five hikers"),
        ("Some 40 pilgrims succumbed to cholera.", "killed", 40, "Some 40 pilgrims"),
        ("Three masons were crushed by a wall.", "killed", 3, "Three masons"),
        ("Bandits took 12 pupils from a school.", "captured", 12, "12 pupils"),
        ("Pirates seized four sailors.", "captured", 4, "four sailors"),
        ("Six guards were martyred on Monday.", "killed", 6, "Six guards"),
        ("Martyred in the raid were three guards.", "killed", 3, "three guards"),
        ("The town buried two martyrs.", "killed", 2, "two martyrs"),
        ("The mayor laid a wreath for the fallen.", "killed", None, "the fallen"),
        ("The deceased was a painter.", "killed", None, "The deceased"),
        ("The floods killed a lot of people.", "killed", None, "a lot of people"),
        ("They kill every day.", "killed", None, ""),
        ("The toll has passed 700.", "killed", 700, "700"),
        ("The fleet took heavy losses.", "unspecified_loss", None, ""),
        ("The storm left dozens of casualties.", "unspecified_loss", 24, "dozens"),
        ("Rebels took six gendarmes captive.", "captured", 6, "six gendarmes"),
        ("Two hikers froze to death.", "killed", 2, "Two hikers"),
        ("Nobody survived the crash.", "killed", None, "Nobody"),
        ("Roofs burned and lives were lost.", "killed", None, "lives"),
    ],
)
def test_death_and_capture_in_every_wording(
    analysed: Analyse, sentence: str, kind: str, low: int | None, victims: str
) -> None:
    row = rows(analysed, sentence)[-1]
    assert (row.kind, row.count_low, row.victim_text) == (kind, low, victims), row.rule


@pytest.mark.parametrize(
    "sentence",
    [
        "The governing bodies met on Monday.",
        "The keeper died inside when the ball went in.",
        "They studied bodies of water.",
        "They lifted the body of the car.",
        "The old party was swept away at the polls.",
        "Police crushed the rebellion.",
        "Customs seized two lorries.",
        "Prices have fallen since May.",
        "The bus took 38 pupils to the museum.",
        'He read "The Murder of Anna Holm" on the train.',
        "The Dodgers massacred the Yankees.",
        "Higher tariffs are hurting exporters.",
        "Henry Slaughter spoke first.",
    ],
)
def test_what_only_sounds_like_it(analysed: Analyse, sentence: str) -> None:
    assert rows(analysed, sentence) == []


def test_an_elided_second_number_is_its_own(analysed: Analyse) -> None:
    dead, hurt = rows(analysed, "The fire left 58 dead and over 130 injured.")
    assert (dead.count_low, hurt.count_low, hurt.victim_text) == (58, 130, "over 130")


def test_a_clause_behind_a_comma_has_its_own_victims(analysed: Analyse) -> None:
    first, second = rows(
        analysed, "The riders killed 40 men, and 13 villagers, among them five girls, died in an ambush."
    )
    assert (first.victim_text, second.victim_text) == ("40 men", "13 villagers, among them five girls")


def test_a_plural_clause_is_about_all_who_are_named(analysed: Analyse) -> None:
    (row,) = rows(analysed, "They mourned Anna Holm and Ida Lund, who were killed on Monday.")
    assert (row.count_low, row.victim_text) == (2, "Anna Holm and Ida Lund")


def test_a_report_without_a_verb_is_said_by_its_subject(analysed: Analyse) -> None:
    said = rows(analysed, "The ministry reported 23 killed and 57 wounded.")
    assert [row.speaker_text for row in said] == ["The ministry", "The ministry"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The club must change after Holm's death, the captain said.", ""),
        ("Holm's death must be looked into, the captain said.", ""),
        ("The killing of the two nuns was an outrage, the bishop said.", ""),
        ("Civilian deaths rose to 40, the mission said.", "the mission"),
        ("The raid led to the deaths of 12 guards, the ministry said.", "the ministry"),
    ],
)
def test_a_death_that_is_only_mentioned_is_said_by_nobody(
    analysed: Analyse, sentence: str, speaker: str
) -> None:
    (row,) = rows(analysed, sentence)
    assert row.speaker_text == speaker


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("An avalanche buried a hut; seven climbers died.", "An avalanche"),
        ("A wall collapsed and four masons were killed.", "A wall"),
        ("The strikes left dozens of casualties.", "The strikes"),
        ("The mayor opened the hall; seven climbers died.", ""),
        ("Two nurses were killed by midnight.", ""),
        ("Six hostages were freed and two were killed in the raid.", "the raid"),
    ],
)
def test_what_struck_in_the_clause_before(analysed: Analyse, sentence: str, agent: str) -> None:
    assert rows(analysed, sentence)[-1].agent_text == agent


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The blast killed six cadets.", "combatant"),
        ("The blast killed two colonels.", "combatant"),
        ("The crash killed 12 passengers.", "civilian"),
        ("The crash killed a lawyer and his wife.", "civilian"),
        ("The crash killed 12 people.", "unknown"),
        ("Lt. Anna Holm was killed.", "combatant"),
        ("The army admitted heavy losses.", "combatant"),
        ("Twelve people died when a passenger train left the rails.", "civilian"),
    ],
)
def test_status_by_the_words_of_the_phrase(analysed: Analyse, sentence: str, status: str) -> None:
    (row,) = rows(analysed, sentence)
    assert row.victim_status == status
