"""Attribution: found rows against gold rows of speaker, cue and content."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.evaluation.gold import GoldRun, read_jsonl
from framing.evaluation.pairing import LEAST_DICE, Words, dice, measured, pairs, touch, words_at
from framing.extract.attribution import AttributionMention
from framing.measure.error import MeasuredError
from framing.pipeline import Options, features_of
from framing.records.article import Article, Paragraph, Span

GOLD_FILE = "attributions.jsonl"
REGIONS = ("body", "standfirst", "heading")
SLOTS = ("cue_class", "speaker_side", "directness")
PARTS = (ALL, QUOTED, INDIRECT) = ("", ", with a quotation", ", indirect")
_MARK = re.compile("[\"“”„«»]|''")


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision and recall of attributions, and how often the slots of matched rows agree.

    Gold rows of low confidence count neither for nor against.
    """
    rows = [row for row in read_jsonl(run.folder / GOLD_FILE) if _is_measured(row)]
    covered = sorted({row["article_id"] for row in rows})
    tally: Counter[str] = Counter()
    for gold_id in covered:
        gold = [row for row in rows if row["article_id"] == gold_id]
        found = [m for m in run.mentions("attribution", gold_id) if isinstance(m, AttributionMention)]
        text = run.texts[gold[0]["file"]]
        in_file = [[words_at(text, run.in_file(m, spans)) for spans in _slots(m)] for m in found]
        matched = pairs(slots_of(text, gold), in_file, _same)
        certain = [(gold[g], found[f]) for g, f in matched if _is_certain(gold[g])]
        tally["hits"] += len(certain)
        tally["found"] += len(found) - len(matched) + len(certain)
        tally["gold"] += sum(map(_is_certain, gold))
        for row, mention in certain:
            other = (row["alt_cue_class"] or "").replace(",", " ").split()
            tally["cue_class"] += mention.cue_class in {row["cue_class"], row["secondary_cue_class"], *other}
            tally["speaker_side"] += mention.speaker_side == row["source_side"]
            tally["directness"] += mention.directness == row["directness"]
    return measured(
        "attribution", "attributions", name, f"attributions in {len(covered)} articles", tally, SLOTS
    )


class GoldText(NamedTuple):
    """One text of a JSON Lines gold file: its gold rows, the rows found, and which gold row each is."""

    text: str
    gold: Sequence[Mapping[str, Any]]
    found: Sequence[AttributionMention]
    gold_of: Mapping[int, int]


def _is_measured(row: Mapping[str, Any]) -> bool:
    return row["kind"] == "attribution" and row["region"] in REGIONS


def _is_certain(row: Mapping[str, Any]) -> bool:
    return bool(row["confidence"] != "low")


def _slots(mention: AttributionMention) -> tuple[Sequence[Span], ...]:
    """The places of cue, speaker and content."""
    return mention.cue_spans, mention.speaker_spans, mention.content_spans


def slots_of(text: str, line_gold: Sequence[Mapping[str, Any]]) -> list[list[Words]]:
    """Words of cue, source and content of gold rows."""
    return [[words_at(text, row[slot]) for slot in ("cue", "source", "content")] for row in line_gold]


def found_slots(text: str, found: Sequence[AttributionMention]) -> list[list[Words]]:
    """Words of cue, speaker and content of rows found."""
    return [[words_at(text, spans) for spans in _slots(mention)] for mention in found]


@lru_cache(maxsize=1)
def compared(gold: Path) -> tuple[GoldText, ...]:
    """The extractor's rows beside those of a JSON Lines file of texts (as PolNeAR is converted to)."""
    records = read_jsonl(gold)
    results = features_of([_article(record, gold.name) for record in records], Options(conflict="none"))
    found: dict[str, list[AttributionMention]] = defaultdict(list)
    for mention in results.mentions["attribution"]:
        if isinstance(mention, AttributionMention):
            found[mention.article_id].append(mention)
    lines = []
    for record in records:
        text, rows, mentions = record["text"], record["attributions"], found[record["id"]]
        matched = pairs(slots_of(text, rows), found_slots(text, mentions), _same)
        lines.append(GoldText(text, rows, mentions, {f: g for g, f in matched}))
    return tuple(lines)


def evaluate_lines(gold: Path, name: str) -> list[MeasuredError]:
    """The same for a JSON Lines file of texts with their attributions.

    Three measurements: all rows, those with a quotation mark in their content, and the indirect others. A
    matched row belongs to the part of its gold row.
    """
    lines = compared(gold)
    tallies: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    for line in lines:
        for row in line.gold:
            for part in _parts(line.text, row["content"]):
                tallies[part]["gold"] += 1
        for number, mention in enumerate(line.found):
            row_of = line.gold_of.get(number)
            content = mention.content_spans if row_of is None else line.gold[row_of]["content"]
            for part in _parts(line.text, content):
                tallies[part]["found"] += 1
                tallies[part]["hits"] += row_of is not None
    unit = f"attributions in {len(lines)} articles"
    return [
        measured(f"attribution{part}", "attributions", name, unit, tally) for part, tally in tallies.items()
    ]


def _parts(text: str, content: Iterable[Sequence[int]]) -> tuple[str, str]:
    """The parts of the measurement that a row belongs to: all, and quoted or indirect."""
    quoted = any(_MARK.search(text[start:end]) for start, end in content)
    return ALL, QUOTED if quoted else INDIRECT


def _same(gold: Sequence[Words], found: Sequence[Words]) -> bool:
    """Cues share a word, speakers share a word (or both are empty), contents overlap by half."""
    touching = all(touch(ours, theirs) for ours, theirs in zip(gold[:2], found[:2], strict=True))
    return touching and dice(gold[2], found[2]) >= LEAST_DICE


def _article(record: Mapping[str, Any], file: str) -> Article:
    text = record["text"]
    lines = tuple(Paragraph(m.start(), m.end(), m.start()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article(
        article_id=record["id"],
        source=record.get("publisher", record["id"]),
        text=text,
        title=text[lines[0].start : lines[0].end] if lines else "",
        file=file,
        sha256="",
        paragraphs=lines,
        language="en",
    )
