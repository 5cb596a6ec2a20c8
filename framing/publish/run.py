"""All files of a run: the tables of one-article measures, and what a comparison adds."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from framing.compare.claims import CLAIMS, DRIFT, LEDGER
from framing.compare.findings import FINDINGS
from framing.compare.reuse import EDITS, OWN_WORDS, RETELLINGS, REUSE
from framing.compare.statistics.contrast_record import CONTRASTS
from framing.compare.statistics.source_map import SOURCE_MAP
from framing.compare.summaries import SUMMARY_CHECKS
from framing.compare.words.keywords import KEYWORDS
from framing.compare.words.spellings import SPELLINGS
from framing.corrections.record import CORRECTIONS, outcome_rows
from framing.measure.codebook import CODEBOOK, codebook_rows
from framing.measure.error import by_table, load_record
from framing.measure.features import article_table, source_table
from framing.measure.long_features import FEATURES, MEASURES, SOURCE_FEATURES, long_rows, measure_rows
from framing.measure.own_columns import OWN, own_rows, wide_table
from framing.publish.datapackage import datapackage_text
from framing.publish.folder import write_folder
from framing.publish.manifest import manifest_text
from framing.publish.methods import methods_text
from framing.publish.tables import REMOVED, SKIPPED, csv_text, mention_rows, removed_rows, skipped_rows
from framing.records.article_json import article_record
from framing.records.columns import Table
from framing.results import Results

if TYPE_CHECKING:
    from pandas import DataFrame


Filled = tuple[Table, Iterable[Mapping[str, Any]]]
"""A table with its rows."""
DTYPES: Final = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
"""The type of a data frame's column by the type that the codebook gives; all others are strings."""


def feature_files(results: Results, *, wide: bool = False) -> dict[str, str]:
    """File name to content for `framing features`; `wide` adds a table with every feature as a column."""
    found = list(_tables(results, comparison=False))
    if wide:
        found.append(wide_table(results.feature_columns, results.article_rows, results.articles))
    return _files(results, "features", found)


def comparison_files(results: Results) -> dict[str, str]:
    """File name to content for `framing compare`: the features, the contrasts and the page."""
    from framing.publish.page import build

    files = _files(results, "compare", list(_tables(results, comparison=True)))
    return files | {"index.html": build(results, measured=by_table(load_record()))}


def _files(results: Results, kind: str, found: Sequence[Filled]) -> dict[str, str]:
    files = {"articles.jsonl": articles_jsonl(results)}
    files |= {
        f"{table.name}.csv": csv_text(table, rows) for table, rows in (*found, _codebook(results, found))
    }
    files["datapackage.json"] = datapackage_text((*(table for table, _ in found), CODEBOOK))
    files["methods.md"] = methods_text(results, by_table(load_record()))
    files["manifest.json"] = manifest_text(results, kind)
    return files


def _codebook(results: Results, found: Sequence[Filled]) -> Filled:
    """The codebook: every column of the tables."""
    described = [*(table for table, _ in found), CODEBOOK]
    return CODEBOOK, codebook_rows(described, load_record(), results.families)


def _tables(results: Results, *, comparison: bool) -> Iterator[Filled]:
    articles = {article.article_id: article for article in results.articles}
    columns = results.feature_columns
    yield article_table(columns), results.article_rows
    yield source_table(columns), results.source_rows
    yield FEATURES, long_rows(results.article_rows, columns, ("article_id", "source"))
    yield SOURCE_FEATURES, long_rows(results.source_rows, columns, ("source",))
    yield MEASURES, measure_rows(columns)
    yield OWN, own_rows(results.articles)
    for family in results.families:
        if family.table is not None:
            yield family.table, mention_rows(results.mentions[family.name], articles)
    if comparison:
        yield CONTRASTS, (contrast.row() for contrast in results.contrasts)
        yield KEYWORDS, (row for comparison in results.keywords for row in comparison.rows())
        yield FINDINGS, (finding.row() for finding in results.findings)
        yield REUSE, mention_rows(results.reuse, articles)
        yield EDITS, (edit.row() for edit in results.edits)
        yield RETELLINGS, (retelling.row() for retelling in results.retellings)
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

    The type of a column is the one that the codebook gives it, whatever stands in it. Missing is NA; spans and lists
    stay the text that the CSV holds.
    """
    found = list(_tables(results, comparison=True))
    return {table.name: _frame(table, rows) for table, rows in (*found, _codebook(results, found))}


def _frame(table: Table, rows: Iterable[Mapping[str, Any]]) -> DataFrame:
    import pandas as pd

    return pd.read_csv(
        io.StringIO(csv_text(table, rows)),
        keep_default_na=False,
        na_values=[""],
        dtype={column.name: DTYPES.get(column.type, "string") for column in table.columns},
    )
