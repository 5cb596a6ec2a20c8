"""The rows of a table as they were read, before anything is known of its columns."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class InputRow:
    """One record; `problem` says why it cannot be read, `note` what was odd in one that can."""

    number: int
    cells: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    note: str = ""

    def text(self, name: str) -> str:
        """A cell as text without blanks around it; nothing where it holds none."""
        return cell_text(self.cells.get(name)).strip()


def cell_text(value: Any) -> str:
    """A value of any table as text; nothing for what is missing.

    >>> cell_text(7.0), cell_text(None), cell_text({"a": [1]}), cell_text(True)
    ('7', '', '{"a": [1]}', 'true')
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
