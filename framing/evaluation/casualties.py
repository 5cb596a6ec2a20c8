"""Casualties: found rows against gold rows whose trigger they share, in articles and in single sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.evaluation.gold import REMEDY, GoldRun, read_jsonl
from framing.evaluation.pairing import measured, pairs, share_a_word
from framing.extract.casualty import CasualtyMention
from framing.measure.error import MeasuredError
from framing.people.packs import NONE
from framing.pipeline import Options, features_of
from framing.records.article import Article, Paragraph, Span
from framing.records.errors import GoldError

GOLD_FILE = "casualties.jsonl"
NEGATIVES_FILE = "casualty_near_misses.jsonl"
SAME = ("kind", "construction", "count_low", "count_high", "victim_side", "victim_status")
PHRASES = {"victim_text": "victim_text", "agent_text": "agent_text", "speaker_text": "attributed_to_text"}
SLOTS = (
    "kind",
    "construction",
    "count_low",
    "count_high",
    "counts",
    *PHRASES,
    "victim_side",
    "victim_status",
)
"""Slots that are compared where the gold has them; `counts` is both bounds together."""


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision and recall of casualty triggers, and how often the slots of matched rows agree.

    Optional gold rows count neither for nor against; phrases agree when they share a word. Near misses are
    words that look like a casualty; a found trigger on one is a false alarm.
    """
    rows = [
        row for row in read_jsonl(run.folder / GOLD_FILE) if not row["boilerplate"] and not row["in_summary"]
    ]
    near = run.folder / NEGATIVES_FILE
    misses = read_jsonl(near) if near.exists() else []
    covered = sorted({row["article"] for row in rows})
    tally: Counter[str] = Counter()
    for gold_id in covered:
        found = [m for m in run.mentions("casualty", gold_id) if isinstance(m, CasualtyMention)]
        triggers = [run.in_file(m, [_trigger(m)])[0] for m in found]
        _add(tally, [row for row in rows if row["article"] == gold_id], found, triggers)
        _add_negatives(tally, [miss for miss in misses if miss["article"] == gold_id], triggers)
    return _measured(name, f"casualty mentions in {len(covered)} articles", tally)


def evaluate_lines(gold: Path, name: str) -> list[MeasuredError]:
    """The same for a JSON Lines file of sentences, each an article of its own.

    A line has `id`, `sentence` and `rows`; `conflict` names a conflict pack where victims have sides. A line
    without rows is a hard negative, and every row found in it a false alarm.
    """
    records = read_jsonl(gold)
    if not all({"id", "sentence", "rows"} <= record.keys() for record in records):
        raise GoldError(gold.name, "has lines without id, sentence or rows", REMEDY)
    found = _found(records, gold.name)
    tally: Counter[str] = Counter()
    for record in records:
        mentions = found[record["id"]]
        _add(tally, record["rows"], mentions, [_trigger(m) for m in mentions])
        if not record["rows"]:
            tally["negatives"] += 1
            tally["false_alarms"] += bool(mentions)
    return [_measured(name, f"casualty mentions in {len(records)} sentences", tally)]


def _found(records: Sequence[Mapping[str, Any]], file: str) -> Mapping[str, list[CasualtyMention]]:
    """The rows found in each sentence, by its id."""
    by_pack: dict[str, list[Article]] = defaultdict(list)
    for record in records:
        by_pack[record.get("conflict", NONE)].append(_article(record, file))
    found: dict[str, list[CasualtyMention]] = defaultdict(list)
    for pack, articles in by_pack.items():
        for mention in features_of(articles, Options(conflict=pack)).mentions["casualty"]:
            if isinstance(mention, CasualtyMention):
                found[mention.article_id].append(mention)
    return found


def _add(
    tally: Counter[str],
    gold: Sequence[Mapping[str, Any]],
    found: Sequence[CasualtyMention],
    triggers: Sequence[Span],
) -> None:
    """Count one text: `triggers` are the places of the found rows in the gold's offsets."""
    gold_spans = [Span(row["trigger_start"], row["trigger_end"]) for row in gold]
    matched = pairs(gold_spans, triggers, Span.overlaps)
    counted = [(gold[g], found[f]) for g, f in matched if not gold[g].get("optional")]
    tally["hits"] += len(counted)
    tally["found"] += len(found) - len(matched) + len(counted)
    tally["gold"] += sum(not row.get("optional") for row in gold)
    for row, mention in counted:
        agrees = {slot: getattr(mention, slot) == row[slot] for slot in SAME if slot in row}
        agrees["counts"] = agrees["count_low"] and agrees["count_high"]
        for slot, gold_slot in PHRASES.items():
            if gold_slot in row:
                agrees[slot] = share_a_word(row[gold_slot] or "", getattr(mention, slot))
        for slot, agreed in agrees.items():
            tally[f"of {slot}"] += 1
            tally[slot] += agreed


def _add_negatives(
    tally: Counter[str], misses: Sequence[Mapping[str, Any]], triggers: Sequence[Span]
) -> None:
    """Count the near misses of one text, and those that a found trigger stands on."""
    spans = [Span(miss["start"], miss["end"]) for miss in misses]
    tally["negatives"] += len(spans)
    tally["false_alarms"] += sum(any(span.overlaps(trigger) for trigger in triggers) for span in spans)


def _measured(name: str, unit: str, tally: Counter[str]) -> MeasuredError:
    error = measured("casualty", "casualties", name, unit, tally)
    agreement = {slot: round(tally[slot] / tally[f"of {slot}"], 3) for slot in SLOTS if tally[f"of {slot}"]}
    return replace(
        error,
        agreement=agreement,
        negatives=tally["negatives"],
        false_alarms=tally["false_alarms"],
    )


def _trigger(mention: CasualtyMention) -> Span:
    return Span(mention.trigger_start, mention.trigger_end)


def _article(record: Mapping[str, Any], file: str) -> Article:
    text = record["sentence"]
    return Article(
        article_id=record["id"],
        source=record["id"],
        text=text,
        file=file,
        sha256="",
        paragraphs=(Paragraph(0, len(text), 0),),
        language="en",
    )
