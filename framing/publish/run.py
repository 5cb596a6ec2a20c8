"""All files of a run: the tables of one-article measures, and what a comparison adds."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare.claims import CLAIMS, DRIFT, LEDGER
from framing.compare.findings import FINDINGS
from framing.compare.reuse import EDITS, OWN_WORDS, REUSE
from framing.compare.statistics.contrast_record import CONTRASTS
from framing.compare.statistics.source_map import SOURCE_MAP
from framing.compare.summaries import SUMMARY_CHECKS
from framing.compare.words.keywords import KEYWORDS
from framing.compare.words.spellings import SPELLINGS
from framing.corrections.record import CORRECTIONS, outcome_rows
from framing.measure.codebook import CODEBOOK, codebook_rows
from framing.measure.error import by_table, load_record
from framing.measure.features import article_table, source_table, with_carried
from framing.publish.folder import write_folder
from framing.publish.manifest import manifest_text
from framing.publish.tables import REMOVED, SKIPPED, csv_text, mention_rows, removed_rows, skipped_rows
from framing.records.article_json import article_record
from framing.records.columns import Table
from framing.results import Results

if TYPE_CHECKING:
    from pandas import DataFrame


def feature_files(results: Results) -> dict[str, str]:
    """File name to content for `framing features`."""
    return _files(results, "features", comparison=False)


def comparison_files(results: Results) -> dict[str, str]:
    """File name to content for `framing compare`: the features, the contrasts and the page."""
    from framing.publish.page import build

    files = _files(results, "compare", comparison=True)
    return files | {"index.html": build(results, measured=by_table(load_record()))}


def _files(results: Results, kind: str, *, comparison: bool) -> dict[str, str]:
    tables = list(_tables(results, comparison=comparison))
    measured = by_table(load_record())
    book = [*(table for table, _ in tables), CODEBOOK]
    files = {"articles.jsonl": articles_jsonl(results)}
    files |= {f"{table.name}.csv": csv_text(table, rows) for table, rows in tables}
    files["codebook.csv"] = csv_text(CODEBOOK, codebook_rows(book, measured))
    files["manifest.json"] = manifest_text(results, kind)
    return files


def _tables(results: Results, *, comparison: bool) -> Iterator[tuple[Table, Any]]:
    articles = {article.article_id: article for article in results.articles}
    table = article_table(results.feature_columns)
    yield with_carried(table, results.article_rows, results.articles)
    yield source_table(results.feature_columns), results.source_rows
    for family in results.families:
        if family.table is not None:
            yield family.table, mention_rows(results.mentions[family.name], articles)
    if comparison:
        yield CONTRASTS, (contrast.row() for contrast in results.contrasts)
        yield KEYWORDS, (row for comparison in results.keywords for row in comparison.rows())
        yield FINDINGS, (finding.row() for finding in results.findings)
        yield REUSE, mention_rows(results.reuse, articles)
        yield EDITS, (edit.row() for edit in results.edits)
        yield SOURCE_MAP, (place.row() for place in results.source_map)
        yield SPELLINGS, mention_rows(results.spellings, articles)
        yield OWN_WORDS, (own.row() for own in results.own_words)
        yield CLAIMS, mention_rows(results.ledger.claims, articles)
        yield LEDGER, (cell.row() for cell in results.ledger.cells)
        yield DRIFT, (point.row() for point in results.ledger.drift)
        yield SUMMARY_CHECKS, mention_rows(results.summary_checks, articles)
    yield REMOVED, removed_rows(results.articles, results.outside)
    yield SKIPPED, skipped_rows(results.skipped)
    yield CORRECTIONS, outcome_rows(results.corrections)


def articles_jsonl(results: Results) -> str:
    """`articles.jsonl`: one article a line, with paragraphs and removed spans."""
    return "".join(json.dumps(article_record(a), ensure_ascii=False) + "\n" for a in results.articles)


def write(results: Results, target: Path) -> None:
    """Write a comparison (tables and page) into a folder, replacing an earlier run there.

    Raises OutputError when the folder holds something else or cannot be written.
    """
    write_folder(target, comparison_files(results))


def tables(results: Results) -> dict[str, DataFrame]:
    """Every table of a comparison as a data frame, by name; the same cells as in the CSV files.

    Missing is NA; spans and lists stay the text that the CSV holds.
    """
    import pandas as pd

    return {
        name.removesuffix(".csv"): pd.read_csv(io.StringIO(text), keep_default_na=False, na_values=[""])
        for name, text in _files(results, "compare", comparison=True).items()
        if name.endswith(".csv")
    }
