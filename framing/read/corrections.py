"""`corrections.csv`: what a person says of the program's marks, to be applied on the next run.

A row rejects a mark, or corrects one value of it. The mark is found again by its characters: the article, the
evidence table, the offsets and the text between them. `mention_id` is needed only where several rows of a table
have the same characters. What a run writes beside these columns (status, note …) is ignored, so that the table
of one run can be given to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from framing.read.companion_tables import HandRow, hand_rows, place_of
from framing.records.errors import CorrectionsError

Action = Literal["reject", "correct"]
ACTIONS: tuple[str, ...] = get_args(Action)

KEY = ("article_id", "table", "start", "end", "text", "action")
COLUMNS = (*KEY, "column", "value", "mention_id", "reason", "by", "when")
WRITTEN_BY_RUNS = ("status", "note", "was", "file", "row")
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One row; `problem` says why it cannot be used whatever the articles hold, with what to do about it.

    `start` and `end` are None where their cells hold no numbers. `file` and `row` are where it stands.
    """

    article_id: str
    table: str
    start: int | None
    end: int | None
    text: str
    action: str
    column: str = ""
    value: str = ""
    mention_id: str = ""
    reason: str = ""
    by: str = ""
    when: str = ""
    file: str
    row: int
    problem: str = ""


def read_corrections(table: Path) -> list[Correction]:
    """The rows of a table of corrections.

    Raises CorrectionsError where the table cannot be used as a whole; what is wrong with a row stands in it.
    """
    place = place_of(table)
    rows = hand_rows(table, (*COLUMNS, *WRITTEN_BY_RUNS), KEY, CorrectionsError)
    return [_correction(place, row) for row in rows]


def _correction(place: str, row: HandRow) -> Correction:
    cells = {name: row.cells.get(name, "") for name in COLUMNS}
    start, end = _offset(cells["start"]), _offset(cells["end"])
    action = cells["action"].lower()
    return Correction(
        article_id=_plain(cells["article_id"]),
        table=cells["table"].removesuffix(".csv").lower(),
        start=start,
        end=end,
        text=cells["text"],
        action=action,
        column=cells["column"].lower(),
        value=_plain(cells["value"]),
        mention_id=_plain(cells["mention_id"]),
        reason=cells["reason"],
        by=cells["by"],
        when=cells["when"],
        file=place,
        row=row.number,
        problem=_problem(cells, action, start, end, surplus=row.surplus),
    )


def _problem(cells: dict[str, str], action: str, start: int | None, end: int | None, *, surplus: bool) -> str:
    if surplus:
        return "the row has more cells than columns: put values with a comma in quotation marks"
    empty = next((name for name in KEY if not cells[name]), "")
    if empty:
        return f"the cell {empty!r} is empty: fill it as the evidence table has it"
    if start is None or end is None or start >= end:
        return "start and end are no offsets: copy them from the evidence table"
    if action not in ACTIONS:
        return f"the action is {cells['action']!r}: write {' or '.join(ACTIONS)}"
    if action == "correct" and not cells["column"]:
        return "no column is named: name the column that the value is for, or write reject"
    return ""


def _offset(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 19 else None


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.

    >>> _plain("'=1+1"), _plain("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell
