"""The heading of an event that nobody named: nouns that most sources begin with, in nobody's sentence."""

from __future__ import annotations

from framing.pipeline import Options, analyse
from framing.publish.page.title import shared_heading
from framing.results import Results
from tests.conftest import article_of


def _results(*texts: tuple[str, str]) -> Results:
    made = [
        article_of(text, title=title, article_id=f"a{number}", source=f"S{number}")
        for number, (title, text) in enumerate(texts)
    ]
    return analyse(made, Options(conflict="none"))


def test_the_words_that_most_sources_begin_with_are_the_heading() -> None:
    results = _results(
        ("Fire destroys paper mill in Northport", "A fire burnt down the paper mill in Northport on Monday."),
        (
            "Paper mill burns down",
            "The old paper mill in Northport was lost in a fire, the council said on Monday.",
        ),
        ("Workers mourn their mill", "Forty workers watched the fire take the mill in Northport."),
    )
    heading = shared_heading(results)
    assert set(heading.lower().split(", ")) == {"mill", "fire", "northport", "paper"}
    assert "Monday" not in heading


def test_parts_of_a_name_stand_together() -> None:
    results = _results(
        ("Bus strike halts Port Ellen", "Buses stood still in Port Ellen as the strike began."),
        ("Port Ellen without buses", "The strike stopped every bus in Port Ellen."),
    )
    assert "Port Ellen" in shared_heading(results)


def test_texts_that_share_nothing_have_no_heading() -> None:
    results = _results(
        ("Fire destroys mill", "A fire burnt down the mill."),
        ("Council raises rents", "The council raised rents by a tenth."),
    )
    assert shared_heading(results) == ""
