"""Plain sentences: neutral, exact, and modest where there are few cases."""

from __future__ import annotations

import pytest

from framing.compare.statistics.counted_share import CountedShare
from framing.publish.shared.parts import FEW, Number, SentencePart, SentenceParts, Together
from framing.publish.shared.sentences import shares, two_sides


def group(name: str, k: int, n: int) -> CountedShare:
    cases = tuple(f"{name}{number}" for number in range(n))
    return CountedShare(name, cases[:k], cases)


def numbers(cases: CountedShare) -> tuple[Number, Number]:
    return Number(cases.k, 0), Number(cases.n, 0)


def words(parts: SentenceParts) -> str:
    def word(part: SentencePart) -> str:
        match part:
            case Number():
                return str(part.count)
            case Together():
                return "".join(map(word, part.parts))
            case str():
                return part
        return f"[{part.text}]"

    return "".join(map(word, parts))


def said(*groups: CountedShare) -> list[str]:
    first = "{source} gives {k} of its {n} statements to the east"
    return [words(s) for s in shares(groups, numbers, first=first, rest="{source} gives {k} of {n}")]


@pytest.mark.parametrize(
    ("groups", "sentences"),
    [
        ([("A", 4, 20), ("B", 15, 25)], ["B gives 15 of its 25 statements to the east; A gives 4 of 20."]),
        (
            [("A", 4, 20), ("B", 15, 25), ("C", 17, 46)],
            ["B gives 15 of its 25 statements to the east; C gives 17 of 46, and A gives 4 of 20."],
        ),
        (
            [("A", 4, 20), ("B", 1, 9)],
            ["A gives 4 of its 20 statements to the east.", "B (1 of 9): [too few to compare]"],
        ),
        (
            [("A", 1, 3), ("B", 0, 2)],
            ["A gives 1 of its 3 statements to the east and B gives 0 of 2: [too few to compare]"],
        ),
        ([("A", 0, 0)], []),
    ],
)
def test_shares_side_by_side(groups: list[tuple[str, int, int]], sentences: list[str]) -> None:
    assert said(*(group(*each) for each in groups)) == sentences


def test_of_many_sources_the_ends_are_named() -> None:
    many = [group(f"S{n}", n, 20) for n in range(12)]
    assert said(*many) == [
        "The largest share: S11 gives 11 of its 20 statements to the east. The smallest: S0 gives 0 of 20. "
        "The other ten sources with enough cases lie between."
    ]


def test_of_many_sources_with_few_cases_the_rest_stands_in_the_table() -> None:
    assert said(*(group(f"S{n}", 1, 3) for n in range(5))) == [
        "S0 gives 1 of its 3 statements to the east, S1 gives 1 of 3, S2 gives 1 of 3, S3 gives 1 of 3 "
        "and one more source stands in the table: [too few to compare]"
    ]


def test_two_sides_need_enough_on_both() -> None:
    def told(east: int) -> SentenceParts:
        sides = [("the east", group("A", 5, east), numbers), ("the west", group("A", 1, 12), numbers)]
        return two_sides(
            "A", sides, first="{source} doubts {k} of {n} of {side}", rest=" and {k} of {n} of {side}"
        )

    assert words(told(15)) == "A doubts 5 of 15 of the east and 1 of 12 of the west."
    assert told(9)[-1] == FEW
