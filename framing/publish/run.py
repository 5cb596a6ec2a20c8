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
from framing.measure.codebook import CODEBOOK, NOTHING_SEEN, codebook_rows
from framing.measure.error import by_table, load_record
from framing.measure.examples import column_examples, shortened
from framing.measure.features import article_table, source_table
from framing.measure.long_features import FEATURES, MEASURES, SOURCE_FEATURES, long_rows, measure_rows
from framing.measure.own_columns import OWN, own_rows, wide_table
from framing.publish.datapackage import datapackage_text
from framing.publish.folder import write_folder
from framing.publish.manifest import manifest_text
from framing.publish.methods import methods_text
from framing.publish.output import OutputOptions
from framing.publish.tables import (
    REMOVED,
    SKIPPED,
    csv_text,
    excel_csv_text,
    mention_rows,
    plain_cell,
    removed_rows,
    skipped_rows,
)
from framing.publish.typed_tables import TypedFiles
from framing.publish.without_text import names_hidden, record_without_text, rows_without_text
from framing.records.article_json import article_record
from framing.records.columns import Table
from framing.results import Results

if TYPE_CHECKING:
    from pandas import DataFrame


Filled = tuple[Table, Iterable[Mapping[str, Any]]]
"""A table with its rows."""
FEATURE_RUN: Final = "features"
COMPARISON_RUN: Final = "compare"
DEFAULT_OUTPUT: Final = OutputOptions()
DTYPES: Final = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
"""The type of a data frame's column by the type that the codebook gives; all others are strings."""


def feature_files(results: Results, *, wide: bool = False) -> dict[str, str]:
    """File name to content for `framing features`; `wide` adds a table with every feature as a column."""
    return _texts(run_files(results, FEATURE_RUN, OutputOptions(wide=wide)))


def comparison_files(results: Results) -> dict[str, str]:
    """File name to content for `framing compare`: the features, the contrasts and the page."""
    return _texts(run_files(results, COMPARISON_RUN))


def run_files(results: Results, kind: str, output: OutputOptions = DEFAULT_OUTPUT) -> dict[str, str | bytes]:
    """File name to content for a run of the command `kind` ("features" or "compare")."""
    found = list(_tables(results, comparison=kind == COMPARISON_RUN))
    if output.wide:
        found.append(wide_table(results.feature_columns, results.article_rows, results.articles))
    files: dict[str, str | bytes] = {"articles.jsonl": articles_jsonl(results, text=output.text)}
    seen: dict[tuple[str, str], str] = {}
    files |= _table_files([*found, _codebook(results, found, seen)], output, seen)
    files["datapackage.json"] = datapackage_text((*(table for table, _ in found), CODEBOOK))
    files["methods.md"] = methods_text(results, by_table(load_record()))
    files["manifest.json"] = manifest_text(results, kind, output)
    if kind == COMPARISON_RUN and output.text:
        from framing.publish.page import build

        files["index.html"] = build(results, measured=by_table(load_record()))
    return files if output.text else _without_names(results, files)


def _table_files(
    found: Iterable[Filled], output: OutputOptions, seen: dict[tuple[str, str], str]
) -> dict[str, str | bytes]:
    """The tables in all forms, one table in memory after the other; what `seen` lacks is added as it is seen."""
    as_csv = excel_csv_text if output.excel else csv_text
    typed = TypedFiles(output.also)
    files: dict[str, str | bytes] = {}
    for table, given in found:
        rows = list(given if output.text else rows_without_text(table, given))
        files[f"{table.name}.csv"] = as_csv(table, rows)
        typed.add(table, rows)
        seen |= _first_values(table, rows)
    return files | typed.files()


def _first_values(table: Table, rows: Sequence[Mapping[str, Any]]) -> Mapping[tuple[str, str], str]:
    """A value of each column of a table that the package has no examples for."""
    if table.name in column_examples():
        return {}
    firsts = (
        (c.name, next((row[c.name] for row in rows if row[c.name] not in (None, "")), None))
        for c in table.columns
    )
    return {(table.name, name): shortened(plain_cell(value)) for name, value in firsts if value is not None}


def _without_names(results: Results, files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """The files without names of inputs that are whole titles."""
    names = {name for article in results.articles for name in (article.file, article.article_id)}
    names |= {item.file for item in results.skipped}
    return {
        file: names_hidden(content, names) if isinstance(content, str) else content
        for file, content in files.items()
    }


def _texts(files: Mapping[str, str | bytes]) -> dict[str, str]:
    return {name: content for name, content in files.items() if isinstance(content, str)}


def _codebook(
    results: Results, found: Sequence[Filled], seen: Mapping[tuple[str, str], str] = NOTHING_SEEN
) -> Filled:
    """The codebook: every column of the tables."""
    described = [*(table for table, _ in found), CODEBOOK]
    return CODEBOOK, codebook_rows(described, load_record(), results.families, seen)


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


def articles_jsonl(results: Results, *, text: bool = True) -> str:
    """`articles.jsonl`: one article a line, with paragraphs and removed spans; its text or the hash of it."""
    records = (article_record(article) for article in results.articles)
    shown = records if text else map(record_without_text, records)
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in shown)


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
