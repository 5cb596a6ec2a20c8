"""`datapackage.json`: the tables of a run described as a Frictionless data package, from the codebook's declarations.

The standard is of 2017 and 2024 (datapackage.org); R's `frictionless` and Python's read it, with types and closed lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, Final

from framing.records.columns import Column, Table

TYPES: Final = {"integer": "integer", "number": "number", "boolean": "boolean"}
"""The standard's type by ours; dates are strings, since some have a time and some have none."""


def datapackage_text(tables: Iterable[Table]) -> str:
    """The descriptor of the CSV files of a run."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "framing-run",
        "title": "How news sources frame the same events",
        "created_by": f"framing {version('framing')}",
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def _resource(table: Table) -> Mapping[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column) -> Mapping[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES.get(column.type, "string"),
        "description": column.definition,
    }
    if column.values and column.type == "string":
        field["constraints"] = {"enum": [value for value in column.values if value]}
    return field
