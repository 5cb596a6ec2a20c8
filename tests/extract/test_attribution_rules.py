"""Every construction, speaker rule and exclusion of attribution does what its example says."""

from __future__ import annotations

import re

import pytest

from framing.extract.attribution.constructions import TABLES
from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.entries import OF_QUOTATIONS
from framing.extract.attribution.exclusions import EXCLUSIONS, Exclusion
from framing.extract.attribution.passes import extract
from framing.extract.attribution.record import AttributionMention
from framing.extract.attribution.speakers import SPEAKER_TABLES
from framing.extract.base import Context
from framing.extract.rules import construction
from framing.lexicon import load
from framing.text.parser import Parser
from tests.conftest import article_of

CONTENT = sorted({(rule.name, rule.example) for table in TABLES.values() for rule in table})
SPEAKERS = sorted({(rule.name, rule.example) for table in SPEAKER_TABLES.values() for rule in table})


class Example:
    """A marked sentence: its plain text, and what stands between which marks."""

    def __init__(self, marked: str) -> None:
        self.text = re.sub(r"[][{}*]", "", marked)
        self.content = self.between(marked, r"\[(.*?)\]")
        self.speaker = self.between(marked, r"\{(.*?)\}")
        self.cue = self.between(marked, r"\*(.*?)\*")

    @staticmethod
    def between(marked: str, pattern: str) -> list[str]:
        return [re.sub(r"[][{}*]", "", piece) for piece in re.findall(pattern, marked)]


def rows_of(*paragraphs: str, title: str = "") -> tuple[list[AttributionMention], list[tuple[CueUse, str]]]:
    """The rows of a text, and the cues that became none with the reason."""
    refused: list[tuple[CueUse, str]] = []
    words = load()
    parser = Parser(frozenset(word.lower() for word in re.findall(r"\w+", " ".join(paragraphs))))
    (parsed,) = parser.parse([article_of(*paragraphs, title=title)])
    rows = extract(parsed, Context(words, None), lambda use, why: refused.append((use, why)))
    return rows, refused


def pieces(text: str, row: AttributionMention) -> list[str]:
    return [text[start:end] for start, end in row.content_spans]


@pytest.mark.parametrize(("name", "marked"), CONTENT)
def test_a_construction_gives_the_content_of_its_example(name: str, marked: str) -> None:
    example = Example(marked)
    rows, refused = rows_of(example.text)
    made = [row for row in rows if construction(row.rule) == name]
    assert made, ([row.rule for row in rows], [(str(use.head), why) for use, why in refused])
    assert " ".join(pieces(example.text, made[0])) == " ".join(example.content)
    assert made[0].cue_text.split(" … ") == example.cue or made[0].cue_text == " ".join(example.cue)


@pytest.mark.parametrize(("name", "marked"), SPEAKERS)
def test_a_speaker_rule_finds_the_speaker_of_its_example(name: str, marked: str) -> None:
    example = Example(marked)
    rows, refused = rows_of(example.text)
    made = [row for row in rows if f"speaker:{name}" in row.rule.split(" > ")]
    assert made, ([row.rule for row in rows], [(str(use.head), why) for use, why in refused])
    assert [row.speaker_text for row in made] == example.speaker


@pytest.mark.parametrize("exclusion", EXCLUSIONS, ids=[e.name for e in EXCLUSIONS])
def test_an_exclusion_holds_for_its_example(exclusion: Exclusion) -> None:
    example = Example(exclusion.example)
    rows, refused = rows_of(example.text)
    assert (example.cue[0], exclusion.name) in [(use.head.text, why) for use, why in refused]
    assert example.cue[0] not in [row.cue_text for row in rows]


@pytest.mark.parametrize(("name", "marked"), sorted(OF_QUOTATIONS.items()))
def test_a_quotation_finds_its_speaker_as_its_example_says(name: str, marked: str) -> None:
    example = Example(marked)
    title, paragraphs = ("", example.text.split(" / "))
    if name.startswith(("colon", "dash", "say-with", "tag-behind")):
        title, paragraphs = example.text, ["Rain fell."]
    rows, _ = rows_of(*paragraphs, title=title)
    text = article_of(*paragraphs, title=title).text
    made = [row for row in rows if construction(row.rule) == name]
    assert made, [row.rule for row in rows]
    assert " ".join(pieces(text, made[0])) == " ".join(example.content)
