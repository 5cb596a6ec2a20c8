"""What a user can choose about reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COLUMNS = ("text", "title", "source", "date", "id", "url", "event")
"""Roles of a table's columns that can be asked for by name (`--text-column` …)."""


@dataclass(frozen=True, kw_only=True)
class ReadOptions:
    """`encoding` of files without a byte-order mark; `columns` maps a role to the name of its column.

    `labels` is a table like `labels.csv`, wherever it lies; it stands above those beside the inputs. `date_format` says
    how the dates of tables are written ("day-first", "month-first", or a format as `strptime` takes it), `sheet` which
    sheet of a workbook is read. With `repair_encoding` texts that are mojibake are put right.
    """

    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    labels: Path | None = None
    date_format: str = ""
    sheet: str = ""
    repair_encoding: bool = False

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> ReadOptions:
        """The choices that a manifest lists under `parameters`.

        >>> ReadOptions.of({"encoding": "cp1252", "columns": {"text": "body"}, "labels": None}).columns
        {'text': 'body'}
        """
        return cls(
            encoding=str(parameters.get("encoding") or ""),
            columns={str(role): str(name) for role, name in (parameters.get("columns") or {}).items()},
            labels=Path(parameters["labels"]) if parameters.get("labels") else None,
            date_format=str(parameters.get("date_format") or ""),
            sheet=str(parameters.get("sheet") or ""),
            repair_encoding=bool(parameters.get("repair_encoding")),
        )
