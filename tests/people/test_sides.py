"""Sides of noun phrases by the conflict pack."""

from __future__ import annotations

import pytest

from framing.people.sides import Sides


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("the commander of Ukraine’s armed forces", "ukraine"),
        ("Volodymyr Zelensky", "ukraine"),
        ("residents of Kharkiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("Russia's Defence Ministry", "russia"),
        ("the governor of Bryansk", "russia"),
        ("a Moscow-based analyst", "russia"),
        ("the Russian-installed mayor of Melitopol", "russia"),
        ("Turkey’s foreign minister", "third_party"),
        ("NATO", "third_party"),
        ("the US ambassador to Ukraine", "third_party"),
        ("the ambassador to Russia from France", "third_party"),
        ("officials", "unknown"),
        ("Ukrainian and Russian officials", "unknown"),
        ("Kyiv and Moscow", "unknown"),
        ("senior officials in both countries", "unknown"),
    ],
)
def test_side_of_a_phrase(russia_ukraine: Sides, phrase: str, side: str) -> None:
    assert russia_ukraine.side_of(phrase) == side


def test_forms_are_whole_words(russia_ukraine: Sides) -> None:
    assert [m.canonical for m in russia_ukraine.find("Usher and anti-Kremlin rebels, RTL, Kyiv’s")] == [
        "Kyiv"
    ]


def test_a_longer_form_wins_over_a_shorter_one(russia_ukraine: Sides) -> None:
    (match,) = russia_ukraine.find("Security Service of Ukraine")
    assert (match.canonical, match.type) == ("Security Service of Ukraine", "institution")
