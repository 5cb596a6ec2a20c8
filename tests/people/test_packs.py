"""The conflict pack: asked for, found from the texts, or none."""

from __future__ import annotations

import pytest

from framing import lexicon
from framing.people.packs import choose
from framing.records.errors import LexiconError
from tests.conftest import article_of

PACKS = lexicon.load().packs
WAR = "Ukraine and Russia will talk. Russian and Ukrainian envoys met in Kyiv and Moscow."
FIRE = "The school burned down at night. Nobody was in the building, the fire chief said."


def test_the_texts_call_for_a_pack_when_half_of_them_name_two_sides() -> None:
    sides, why = choose("auto", PACKS, [article_of(WAR), article_of(FIRE)])
    assert sides is not None
    assert sides.pack.id == "russia_ukraine"
    assert why == "1 of 2 articles name both sides"


def test_no_pack_fits_a_school_fire() -> None:
    sides, why = choose("auto", PACKS, [article_of(FIRE), article_of(FIRE), article_of(WAR)])
    assert sides is None
    assert "no conflict pack fits" in why


def test_a_pack_can_be_asked_for_or_refused() -> None:
    assert choose("russia_ukraine", PACKS, [article_of(FIRE)])[0] is not None
    assert choose("none", PACKS, [article_of(WAR)])[0] is None


def test_an_unknown_pack_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(LexiconError, match="choose from auto, israel_palestine, none"):
        choose("atlantis", PACKS, [])


def test_of_two_packs_that_fit_the_one_named_more_often_is_taken() -> None:
    text = (
        "Israel and Hamas will talk, Israeli and Palestinian envoys said. Police pushed back protesters, and "
        "protesters pushed back police. Israelis and Palestinians watched."
    )
    sides, _ = choose("auto", PACKS, [article_of(text)])
    assert sides is not None
    assert sides.pack.id == "israel_palestine"
