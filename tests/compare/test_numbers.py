"""The numbers board: figures of several articles about one thing stand in one line, or it says why not."""

from __future__ import annotations

from framing.compare.number_boards import NumberBoard, boards_of_events
from framing.pipeline import Options, analyse
from tests.conftest import article_of


def board(*texts: str) -> list[NumberBoard]:
    """The board of articles a, b, … of one paragraph each."""
    articles = [article_of(text, article_id=chr(97 + n), source=f"S{n}") for n, text in enumerate(texts)]
    results = analyse(articles, Options(conflict="none"))
    return list(boards_of_events(results.parsed.values(), results.mentions))


def test_the_same_thing_in_other_words_and_units_is_one_line() -> None:
    (line,) = board(
        "Rescuers said the flood wall along the river is 3 miles long.",
        "The flood wall along the river is 5 kilometres long, rescuers said.",
    )
    assert (line.kind, line.unit, line.not_comparable) == ("distance", "kilometre", "")
    assert [(f.article_id, f.low) for f in line.figures] == [("a", 4.828032), ("b", 5)]
    assert line.differs


def test_differing_counts_of_the_same_thing_meet_and_open_ends_agree() -> None:
    lines = board(
        "At least 40 warplanes burned after the raid on the northern airbase.",
        "Some 41 planes burned after the raid on the northern airbase.",
        "The raid on the northern airbase burned 38 planes.",
    )
    (line,) = lines
    assert [(f.low, f.high) for f in line.figures] == [(40, None), (41, 41), (38, 38)]
    assert line.differs


def test_a_speaker_stands_with_the_figure() -> None:
    (line,) = board(
        "The mayor said that 12 houses had burned in the harbour fire.",
        "In the harbour fire 12 houses burned.",
    )
    assert [f.first.speaker_text for f in line.figures] == ["The mayor", ""]
    assert not line.differs


def test_currencies_are_not_compared() -> None:
    (line,) = board(
        "The storm damage to the old harbour is put at 3 million euros.",
        "The storm damage to the old harbour is put at 4 million dollars.",
    )
    assert (line.not_comparable, line.differs) == ("currency", False)


def test_other_references_are_not_compared() -> None:
    (line,) = board(
        "The ministry said 12 Ruritanian tanks were lost near the bridge.",
        "The ministry said 15 Borduran tanks were lost near the bridge.",
    )
    assert line.not_comparable == "reference"


def test_different_things_stay_apart() -> None:
    assert board("The mayor opened 12 schools in May.", "The striker scored 12 goals at home.") == []


def test_one_article_alone_makes_no_line() -> None:
    assert board("At least 12 houses burned. Some 12 houses burned in the end.") == []


def test_the_dead_stand_with_the_dead_and_the_hurt_with_the_hurt() -> None:
    lines = board(
        "Nine people were killed and 31 were injured when a ferry sank off the northern harbour.",
        "Eleven people died when a ferry sank off the northern harbour, and at least 35 were hurt.",
        "Twelve people have died after a ferry sank off the northern harbour, and nine sailors were arrested.",
    )
    told = {line.fate: [f.first.quantity for f in line.figures] for line in lines}
    assert told == {"killed": ["Nine", "Eleven", "Twelve"], "injured": ["31", "at least 35"]}


def test_the_dead_of_two_disasters_stay_apart() -> None:
    lines = board(
        "Nine people were killed when a ferry sank off the northern harbour. In the village of Hollow a mudslide killed 40 people in their sleep.",
        "Ten people were killed when a ferry sank off the northern harbour. A mudslide killed 38 people in their sleep in Hollow.",
    )
    assert [[f.first.quantity for f in line.figures] for line in lines] == [["Nine", "Ten"], ["40", "38"]]


def test_the_noun_of_a_line_is_never_the_word_for_the_casualty() -> None:
    (line,) = board(
        "Eight of the dead were pupils of the harbour school, the clinic said.",
        "Ten of the dead were pupils of the harbour school, the clinic said.",
    )
    assert (line.fate, line.counts_what) == ("killed", "")


def test_a_distance_that_says_where_something_lies_is_named_by_the_place() -> None:
    (line,) = board(
        "Drone strikes were reported in the valley of Omar, 90 miles east of Lima.",
        "Drone strikes were also reported in the valley of Omar, 90 miles east of Lima.",
    )
    assert line.counts_what == "east of Lima"


def test_a_distance_that_measures_a_thing_is_named_by_the_thing() -> None:
    (line,) = board(
        "The tunnel under the northern ridge is 12 miles long.",
        "The tunnel under the northern ridge is 13 miles long.",
    )
    assert line.counts_what == "tunnel"


def test_how_long_never_stands_beside_how_much() -> None:
    lines = board(
        "The council put off the harbour toll for ferries by more than a month.",
        "The council put off the harbour toll for ferries of 50 percent.",
    )
    assert all(len({row.kind for row in line.rows}) == 1 for line in lines)
