"""Which patterns can match at all: never fewer than do match."""

from __future__ import annotations

import re

import pytest

from framing.lexicon import load
from framing.lexicon.attribution import VerificationPhrase
from framing.read.cleaning.boilerplate import BoilerplatePatterns
from framing.text.literals import PatternGate, needed


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bno (?:evidence|proof)\b", {"evidence", "proof"}),
        (r"(?:verif(?:y|ied)|confirm(?:ed)?) by", {"verif", "confirm"}),
        (r"(?:very ){2}unlikely", {"unlikely"}),
        (r"(?P<who>Officials)+ said", {"officials"}),
        (r"(?-i:FILE) photo", {" photo"}),
        (r"(?:Łódź|Kraków)", {"krak", "d"}),
    ],
)
def test_the_strings_that_a_pattern_needs(pattern: str, strings: set[str]) -> None:
    assert needed(re.compile(pattern, re.IGNORECASE)) == frozenset(strings)


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:word)?", r"(?:word|\d)", r"(?:word)*", r"[\W_]{1,80}", ""])
def test_a_pattern_that_needs_no_string_is_always_tried(pattern: str) -> None:
    assert needed(re.compile(pattern)) is None
    assert PatternGate([re.compile(pattern)]).open("") == [0]


def test_letters_that_count_as_the_same_where_case_does_not_matter() -> None:
    pattern = re.compile("kiss of silk", re.IGNORECASE)
    for text in ("KISS OF SILK", "kiſſ of ſilk", "\u212aıss of sİlK"):
        assert pattern.search(text)
        assert PatternGate([pattern]).open(text) == [0]


def test_no_pattern_of_the_lexicons_is_left_out_where_it_matches() -> None:
    lexicons = load()
    phrases = lexicons.of("verification", VerificationPhrase)
    patterns = [re.compile(p, re.IGNORECASE) for phrase in phrases for p in phrase.patterns]
    patterns += [pattern for rules in BoilerplatePatterns.of(lexicons).rules.values() for _, pattern in rules]
    gate = PatternGate(patterns)
    texts = [
        "The claims could not be independently verified, and the ministry offered no evidence.",
        "The Ministry DID NOT IMMEDIATELY PROVIDE ANY FURTHER EVIDENCE.",
        "Neither account of what happened on Monday could be confirmed.",
        "It was not immediately clear whether anyone had survived.",
        "Footage verified by the agency shows the gate.",
        "Advertisement",
        "READ MORE: Villagers return after the flood",
        "Photograph: Ana Petrova/Reuters",
        "Sign up for our newsletter",
        "© 2024 The Gulf Courier. All rights reserved.",
        "By Ana Petrova",
        "Updated 3 May 2024 at 10:00",
    ]
    for text in texts:
        matching = {at for at, pattern in enumerate(patterns) if pattern.search(text)}
        assert matching <= set(gate.open(text))
    assert len(gate.open(texts[3])) < len(patterns) / 4
