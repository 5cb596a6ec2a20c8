"""Naming: uses of each variant of each concept, per article, against the gold's counts."""

from __future__ import annotations

from collections import Counter

from framing.evaluation.gold import GoldRun, read_table
from framing.evaluation.pairing import measured
from framing.extract.naming import counted
from framing.language import plain
from framing.measure.error import MeasuredError

GOLD_FILE = "spelling.csv"
KINDS = ("place", "name", "territory")


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
