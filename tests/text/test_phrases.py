"""Phrases in a text: whole words, the longest first, as one alternation of them all would find them."""

from __future__ import annotations

import re
from itertools import product

import pytest

from framing.text.phrases import PhraseIndex

PHRASES = ("Kyiv", "Kyiv Post", "U.S.", "U.S. Army", "'s gate", "Post-war", "Post")
GLUE = (" ", "-", "'s ", "_", ", ", "", "é")


def by_alternation(
    text: str, *, compounds: bool, any_case: bool, start: int, end: int
) -> list[tuple[int, int]]:
    longest = "|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True))
    behind = r"(?!\w)" if compounds else r"(?![\w-])"
    pattern = re.compile(rf"(?<![\w-])(?:{longest}){behind}", re.IGNORECASE if any_case else 0)
    return [match.span() for match in pattern.finditer(text, start, end)]


@pytest.mark.parametrize("any_case", [False, True])
@pytest.mark.parametrize("compounds", [False, True])
def test_the_same_as_one_alternation(*, any_case: bool, compounds: bool) -> None:
    phrases = [phrase.lower() for phrase in PHRASES] if any_case else PHRASES
    index = PhraseIndex(phrases, any_case=any_case, compounds=compounds)
    for one, glue, other in product(PHRASES, GLUE, PHRASES):
        for text in (f"The {one}{glue}{other}.", f"{glue}{one.upper()}{glue}{other}"):
            for start, end in ((0, len(text)), (2, len(text) - 2)):
                expected = by_alternation(text, compounds=compounds, any_case=any_case, start=start, end=end)
                assert [found[:2] for found in index.find(text, start, end)] == expected


def test_which_phrase_is_told() -> None:
    index = PhraseIndex(["kyiv", "the post"], any_case=True)
    assert [phrase for *_, phrase in index.find("In KYIV the Post was read.")] == ["kyiv", "the post"]
