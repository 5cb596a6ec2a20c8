"""Naming: uses of contested names against the gold's, in articles (counts) and in single sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.evaluation.gold import GoldRun, read_jsonl, read_table
from framing.evaluation.pairing import measured
from framing.extract.naming import NameMention, counted
from framing.measure.error import MeasuredError
from framing.pipeline import Options, features_of
from framing.records.article import Article, Paragraph
from framing.text.sentences import plain

GOLD_FILE = "spelling.csv"
KINDS = ("place", "name", "territory")
SLOTS = ("inside_quote", "sense", "paired_with", "pair_order", "distancing", "guide_status")


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision and recall of counted uses; a concept counts where the gold has looked for it."""
    wanted: Counter[tuple[str, str, str]] = Counter()
    for row in read_table(run.folder / GOLD_FILE):
        if row["kind"] in KINDS:
            wanted[row["article"], row["concept"], plain(row["variant"])] += int(row["count"])
    looked_for = {key[:2] for key in wanted}
    found: Counter[tuple[str, str, str]] = Counter()
    for mention in counted(run.results.mentions["naming"]):
        gold_id = run.gold_ids.get(mention.article_id, "")
        if (gold_id, mention.concept) in looked_for:
            found[gold_id, mention.concept, plain(mention.variant)] += 1
    tally = Counter(hits=(wanted & found).total(), found=found.total(), gold=wanted.total())
    articles = {article for article, _ in looked_for}
    return measured("naming", "names", name, f"names in {len(articles)} articles", tally)


def evaluate_lines(gold: Path, name: str) -> list[MeasuredError]:
    """The same for a JSON Lines file of short texts with their names, and how often the slots agree.

    A found row is right when its offset, concept and variant are those of a gold row. Rows with an
    exception are not counted, on either side. Each line has `id`, `text`, `published` and `names`.
    """
    records = read_jsonl(gold)
    results = features_of([_article(record, gold.name) for record in records], Options(conflict="none"))
    found: dict[str, list[NameMention]] = defaultdict(list)
    for mention in counted(results.mentions["naming"]):
        found[mention.article_id].append(mention)
    tally: Counter[str] = Counter()
    for record in records:
        rows = {(row["start"], row["concept"], plain(row["variant"])): row for row in record["names"]}
        ours = {(m.start, m.concept, plain(m.variant)): m for m in found[record["id"]]}
        tally["gold"] += len(rows)
        tally["found"] += len(ours)
        for key in rows.keys() & ours.keys():
            tally["hits"] += 1
            for slot in SLOTS:
                tally[slot] += getattr(ours[key], slot) == rows[key][slot]
    return [measured("naming", "names", name, f"names in {len(records)} short texts", tally, SLOTS)]


def _article(record: Mapping[str, Any], file: str) -> Article:
    text = record["text"]
    return Article(
        article_id=record["id"],
        source=record["id"],
        text=text,
        file=file,
        sha256="",
        published=record["published"],
        paragraphs=(Paragraph(0, len(text), 0),),
        language="en",
    )
