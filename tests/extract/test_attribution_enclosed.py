"""Reports without a speaker inside a passage that one side's speakers enclose."""

from __future__ import annotations

from tests.conftest import Analyse


def sides(results: object, cue: str) -> list[str]:
    rows = results.mentions["attribution"]  # type: ignore[attr-defined]
    return [row.speaker_side for row in rows if row.cue_text == cue]


def test_one_sides_account_goes_on_without_a_speaker(analysed: Analyse) -> None:
    found = analysed(
        "The Russian Defence Ministry said that its troops had crossed the river. The eastern brigade reportedly "
        "destroyed two depots. The ministry claimed that the bridge had fallen as well."
    )
    assert sides(found, "reportedly") == ["russia"]


def test_between_two_sides_it_stays_unknown(analysed: Analyse) -> None:
    found = analysed(
        "The Russian Defence Ministry said that its troops had crossed the river. The eastern brigade reportedly "
        "destroyed two depots. Ukraine's General Staff said that the bridge was still standing."
    )
    assert sides(found, "reportedly") == ["unknown"]


def test_at_the_end_of_an_account_it_stays_unknown(analysed: Analyse) -> None:
    found = analysed(
        "The Russian Defence Ministry said that its troops had crossed the river. The eastern brigade reportedly "
        "destroyed two depots."
    )
    assert sides(found, "reportedly") == ["unknown"]


def test_speakers_far_away_do_not_enclose(analysed: Analyse) -> None:
    rain = "Rain fell on the fields all day. The roads were wet. Few cars were out. "
    found = analysed(
        f"The Russian Defence Ministry said that its troops had crossed the river. {rain}The eastern brigade "
        f"reportedly destroyed two depots. {rain}The Russian Defence Ministry claimed that the bridge had fallen."
    )
    assert sides(found, "reportedly") == ["unknown"]
