"""Measures the extractors against hand annotation.

A gold set is a folder as in `tests/gold/seeds` (offsets into the files, one file a measure), or a JSON
Lines file: `text` and, by the measure, `attributions` or `names` in each line, or `sentence` and its `rows`
of numbers or casualties. Gold rows and found rows are paired one to one; precision is the share of found rows with a
partner, recall that of gold rows.
"""

from __future__ import annotations

from pathlib import Path

from framing.evaluation import (
    attribution,
    attribution_tables,
    boundaries,
    casualties,
    claims,
    naming,
    numbers,
    reuse,
    roles,
)
from framing.evaluation.gold import run_gold
from framing.measure.error import MeasuredError
from framing.records.errors import GoldError

MEASURES = {
    "boundaries": boundaries,
    "naming": naming,
    "attribution": attribution,
    "casualty": casualties,
    "reuse": reuse,
    "claims": claims,
}
LINES = {
    "attribution": attribution.evaluate_lines,
    "naming": naming.evaluate_lines,
    "numbers": numbers.evaluate_lines,
    "casualty": casualties.evaluate_lines,
}
"""Measures whose gold may be a file of texts, a line each."""
FOLDERS = {"roles": roles.evaluate_folder}
"""Measures whose gold is a folder of texts of their own."""
ALL = "all"


def evaluate(measure: str, gold: Path, *, texts: Path | None, name: str | None) -> list[MeasuredError]:
    """Measure one family, or `all`, on a gold set; `texts` is the folder of the annotated texts.

    Raises GoldError when the gold set or its texts cannot be read, or the measure is unknown.
    """
    if measure != ALL and measure not in {**MEASURES, **LINES, **FOLDERS}:
        choice = ", ".join((ALL, *dict.fromkeys((*MEASURES, *LINES, *FOLDERS))))
        raise GoldError(measure, "is not a measure", f"choose from {choice}")
    if not gold.exists():
        raise GoldError(str(gold), "does not exist", "give the folder or file of the hand annotation")
    title = name or gold.name.split(".")[0]
    if measure in FOLDERS:
        return FOLDERS[measure](gold, title)
    if gold.is_file():
        if measure not in LINES:
            known = ", ".join(LINES)
            raise GoldError(
                gold.name, f"holds no gold for {measure}", f"a file of lines has gold for one of {known}"
            )
        return LINES[measure](gold, title)
    if measure != ALL and measure not in MEASURES:
        raise GoldError(
            gold.name, f"holds no gold for {measure}", "give a file of lines, as in tests/gold/numbers"
        )
    run = run_gold(gold, texts or gold)
    wanted = [measure] if measure != ALL else list(MEASURES)
    return [
        MEASURES[m].evaluate(run, title)
        for m in wanted
        if measure != ALL or (gold / MEASURES[m].GOLD_FILE).exists()
    ]


def tables(measure: str, gold: Path, *, misses: bool) -> list[str]:
    """Tables beside the figures: for a file of attributions by span and directness, and what is missed."""
    if not gold.is_file() or measure not in (ALL, "attribution"):
        return []
    lines = attribution.compared(gold)
    return [attribution_tables.span_table(lines), *([attribution_tables.miss_table(lines)] if misses else [])]
