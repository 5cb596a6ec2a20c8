"""Attribution: what the extractor reaches on the project's own sentences, with a floor."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from framing.extract.attribution import AttributionMention
from framing.pipeline import Options, features_of
from tests.conftest import article_of

GOLD = Path(__file__).parent / "attribution" / "sentences.jsonl"
LEAST_F1 = 0.95
LEAST_CLASS = 0.98
PHENOMENA = (
    "direct, cue after",
    "direct, cue before",
    "direct, cue inside",
    "mixed",
    "several sentences",
    "several paragraphs",
    "indirect, inverted",
    "according to",
    "in words of",
    "nominal",
    "adverb",
    "passive",
    "impersonal",
    "apposition",
    "relative",
    "nesting",
    "headline colon",
    "no cue",
    "label",
    "marks",
)


def _records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def outcome() -> Counter[str]:
    """Right rows, found rows, gold rows and right classes over all sentences; speakers and cues exactly."""
    records = _records()
    articles = []
    for record in records:
        title, *paragraphs = record["text"].split("\n\n")
        articles.append(article_of(*paragraphs, title=title, article_id=record["id"]))
    found: dict[str, list[AttributionMention]] = defaultdict(list)
    for mention in features_of(articles, Options(conflict="none")).mentions["attribution"]:
        assert isinstance(mention, AttributionMention)
        found[mention.article_id].append(mention)
    tally: Counter[str] = Counter()
    for record in records:
        gold = {(row["speaker"], row["cue_text"], row["cue_class"]) for row in record["attributions"]}
        ours = {(m.speaker_text, m.cue_text, m.cue_class) for m in found[record["id"]]}
        tally["gold"] += len(gold)
        tally["found"] += len(ours)
        tally["right"] += len({g[:2] for g in gold} & {o[:2] for o in ours})
        tally["class"] += len(gold & ours)
    return tally


def test_the_sentences_are_many_and_cover_the_phenomena() -> None:
    records = _records()
    assert len(records) >= 150
    assert set(PHENOMENA) <= {record["phenomenon"] for record in records}
    for record in records:
        for row in record["attributions"]:
            for spans, words in (("source", "speaker"), ("cue", "cue_text"), ("content", "content_text")):
                assert " … ".join(record["text"][s:e] for s, e in row[spans]) == row[words]


def test_speaker_and_cue_reach_the_floor(outcome: Counter[str]) -> None:
    precision, recall = outcome["right"] / outcome["found"], outcome["right"] / outcome["gold"]
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1


def test_classes_of_the_right_ones_reach_the_floor(outcome: Counter[str]) -> None:
    assert outcome["class"] / outcome["right"] >= LEAST_CLASS
