"""Parquet tables, with the optional package pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile, most_unpacked
from framing.read.formats.columns import map_columns
from framing.read.formats.input_rows import InputRow
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

BATCH = 1000
ROW = 64
"""Bytes that a row counts for besides its values: of nothing, a file of some kilobytes can hold a billion rows."""


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
        schema = parquet.ParquetFile(io.BytesIO(file.data)).schema_arrow
        words = [field.name for field in schema if _holds_words(field.type)]
        table = parquet.ParquetFile(io.BytesIO(file.data), read_dictionary=words)
    except (pyarrow.ArrowException, OSError):
        raise InputError(item.name, "is not a complete Parquet file", "fetch or write it again") from None
    column = map_columns(schema.names, options.columns, rules.columns, item.name).roles.get("text")
    kind = schema.field(column).type if column else None
    if column and not _holds_text(kind):
        raise InputError(
            item.name, f"column {column!r} is of type {kind}, not text", "name the text with --text-column"
        )
    try:
        rows = list(_rows(table, most_unpacked(len(file.data)), item.name))
    except (pyarrow.ArrowException, OSError, ValueError):
        raise InputError(item.name, "is not a complete Parquet file", "fetch or write it again") from None
    return articles_of_rows(item, file.sha256, schema.names, rows, rules, options)


def _rows(table: Any, most: int, name: str) -> Iterator[InputRow]:
    """The rows of a table; raises InputError before more than `most` bytes are decoded."""
    number = 0
    metadata = table.metadata
    decoded = ROW * metadata.num_rows
    stored = sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups))
    if max(stored, decoded) > most:
        raise _bomb(name, most)
    for batch in table.iter_batches(batch_size=BATCH):
        decoded += sum(_decoded_size(column) for column in batch.columns)
        if decoded > most:
            raise _bomb(name, most)
        for cells in batch.to_pylist():
            number += 1
            yield InputRow(number, cells)


def _bomb(name: str, most: int) -> InputError:
    return InputError(name, f"unpacks to more than {most // 1_000_000:,} MB", "give a part of it, or CSV")


def _decoded_size(column: Any) -> int:
    """Bytes that a column takes once every value stands for itself: a dictionary is a few bytes for many."""
    from pyarrow import compute, types

    if not types.is_dictionary(column.type):
        return int(column.nbytes)
    words = column.dictionary
    if not (types.is_string(words.type) or types.is_large_string(words.type)):
        return int(column.nbytes)
    lengths = compute.take(compute.binary_length(words), column.indices)
    return int(compute.sum(lengths).as_py() or 0)


def _holds_words(kind: Any) -> bool:
    """Whether a column has one string a cell, so that it can be read as a dictionary."""
    from pyarrow import types

    return bool(types.is_string(kind) or types.is_large_string(kind))


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
