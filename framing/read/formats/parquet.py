"""Parquet tables, with the optional package pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile
from framing.read.formats.columns import map_columns
from framing.read.formats.input_rows import InputRow
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

BATCH = 1000


def read_parquet(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a Parquet file; a column of lists of strings is read as paragraphs.

    Raises InputError where pyarrow is missing, the file is incomplete, or its text column holds no text.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError(
            item.name, "needs the package pyarrow", "install it with: pip install framing[parquet]"
        ) from None
    try:
        table = parquet.ParquetFile(io.BytesIO(file.data))
        schema = table.schema_arrow
    except (pyarrow.ArrowException, OSError):
        raise InputError(item.name, "is not a complete Parquet file", "fetch or write it again") from None
    column = map_columns(schema.names, options.columns, rules.columns, item.name).roles.get("text")
    kind = schema.field(column).type if column else None
    if column and not _holds_text(kind):
        raise InputError(
            item.name, f"column {column!r} is of type {kind}, not text", "name the text with --text-column"
        )
    try:
        rows = list(_rows(table))
    except (pyarrow.ArrowException, OSError, ValueError):
        raise InputError(item.name, "is not a complete Parquet file", "fetch or write it again") from None
    return articles_of_rows(item, file.sha256, schema.names, rows, rules, options)


def _rows(table: Any) -> Iterator[InputRow]:
    number = 0
    for batch in table.iter_batches(batch_size=BATCH):
        for cells in batch.to_pylist():
            number += 1
            yield InputRow(number, cells)


def _holds_text(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind) or types.is_list(kind) or types.is_large_list(kind):
        return _holds_text(kind.value_type)
    return bool(
        types.is_string(kind)
        or types.is_large_string(kind)
        or types.is_string_view(kind)
        or types.is_null(kind)
    )
