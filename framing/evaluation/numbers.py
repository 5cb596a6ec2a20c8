"""Numbers: found quantities against gold quantities that they share characters with."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from framing.evaluation.gold import REMEDY, read_jsonl
from framing.evaluation.pairing import measured, pairs, share_a_word
from framing.extract.numbers import NumberMention
from framing.measure.error import MeasuredError
from framing.pipeline import Options, features_of
from framing.records.article import Article, Paragraph, Span
from framing.records.errors import GoldError

FIELDS = {"id", "sentence", "rows"}
SAME = ("unit", "qualifier", "kind")


def evaluate_lines(gold: Path, name: str) -> list[MeasuredError]:
    """Precision and recall of quantities in a JSON Lines file of sentences, and how often slots agree.

    A value is right when both bounds are. What is counted agrees when the phrases share a word, or when
    neither names anything.
    """
    records = read_jsonl(gold)
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict) or not record.keys() >= FIELDS:
            missing = ", ".join(sorted(FIELDS))
            raise GoldError(gold.name, f"line {number} lacks one of {missing}", REMEDY)
    results = features_of([_article(record, gold.name) for record in records], Options(conflict="none"))
    found: dict[str, list[NumberMention]] = defaultdict(list)
    for mention in results.mentions["numbers"]:
        if isinstance(mention, NumberMention):
            found[mention.article_id].append(mention)
    tally: Counter[str] = Counter()
    for record in records:
        rows, mentions = record["rows"], found[record["id"]]
        ours = [Span(m.start, m.start + len(m.quantity)) for m in mentions]
        matched = pairs([Span(row["start"], row["end"]) for row in rows], ours, Span.overlaps)
        tally["gold"] += len(rows)
        tally["found"] += len(mentions)
        tally["hits"] += len(matched)
        for g, f in matched:
            row, mention = rows[g], mentions[f]
            tally["value"] += (mention.value_low, mention.value_high) == (row["value_low"], row["value_high"])
            for slot in SAME:
                tally[slot] += getattr(mention, slot) == row[slot]
            tally["counts_what"] += share_a_word(row["counts_what"], mention.counts_what)
    unit = f"quantities in {len(records)} sentences"
    return [measured("numbers", "numbers", name, unit, tally, ("value", *SAME, "counts_what"))]


def _article(record: dict[str, Any], file: str) -> Article:
    """A gold sentence as an article of its own."""
    text = record["sentence"]
    return Article(
        article_id=record["id"],
        source="gold",
        text=text,
        file=file,
        sha256="0" * 64,
        paragraphs=(Paragraph(0, len(text), 0),),
        language="en",
    )
