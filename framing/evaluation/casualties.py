"""Casualties: found rows against gold rows whose trigger they share."""

from __future__ import annotations

from collections import Counter

from framing.article import Span
from framing.evaluation.gold import GoldRun, read_jsonl
from framing.evaluation.pairing import measured, pairs, share_a_word
from framing.extract.casualty import CasualtyMention
from framing.measure.error import MeasuredError

GOLD_FILE = "casualties.jsonl"
SAME = ("kind", "construction", "victim_side", "count_low", "count_high")
PHRASES = {"victim_text": "victim_text", "agent_text": "agent_text", "speaker_text": "attributed_to_text"}


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision and recall of casualty triggers, and how often the slots of matched rows agree.

    Optional gold rows count neither for nor against; phrases agree when they share a word.
    """
    rows = [
        row for row in read_jsonl(run.folder / GOLD_FILE) if not row["boilerplate"] and not row["in_summary"]
    ]
    covered = sorted({row["article"] for row in rows})
    tally: Counter[str] = Counter()
    for gold_id in covered:
        gold = [row for row in rows if row["article"] == gold_id]
        found = [m for m in run.mentions("casualty", gold_id) if isinstance(m, CasualtyMention)]
        gold_spans = [Span(row["trigger_start"], row["trigger_end"]) for row in gold]
        triggers = [run.in_file(m, [Span(m.trigger_start, m.trigger_end)])[0] for m in found]
        matched = pairs(gold_spans, triggers, Span.overlaps)
        counted = [(gold[g], found[f]) for g, f in matched if not gold[g]["optional"]]
        tally["hits"] += len(counted)
        tally["found"] += len(found) - len(matched) + len(counted)
        tally["gold"] += sum(not row["optional"] for row in gold)
        for row, mention in counted:
            for slot in SAME:
                tally[slot] += getattr(mention, slot) == row[slot]
            for slot, gold_slot in PHRASES.items():
                tally[slot] += share_a_word(row[gold_slot] or "", getattr(mention, slot))
    unit = f"casualty mentions in {len(covered)} articles"
    return measured("casualties", "casualties", name, unit, tally, (*SAME, *PHRASES))
