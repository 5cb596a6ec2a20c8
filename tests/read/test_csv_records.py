"""Rows of CSV tables with damaged quotation marks: none is merged with another, and what can be read is."""

from __future__ import annotations

import pytest

from framing.read.formats.csv_records import records_of

HEAD = "id,source,text\n7,Echo,The mayor said that the pier was shut\n"


def told(rows: str) -> list[str]:
    """What became of each row after a good one: its id, and what is said of it."""
    records = list(records_of(HEAD + rows, ","))[2:]
    return [" ".join([*record.cells[:1], record.problem or record.note]).strip() for record in records]


NEVER = "opens a quotation mark that is never closed"
LAST = "ends in one quotation mark too many"
INSIDE = "has quotation marks inside a cell that are not doubled"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ('1,Echo,"Rain fell."\n2,Herald,"Snow\nfell."\n', ["1", "2"]),
        ('1,Echo,"Rain fell.\n2,Herald,"Snow fell."\n', [NEVER, "2"]),
        ('1,Echo,"Rain fell.\n2,Herald,Snow fell.\n3,Dawn,"Hail."\n', [NEVER, "2", "3"]),
        (
            '1,Echo,"Rain.\nMore, of it\nnever ends\n8,Dawn,Hail\n',
            [f"{NEVER}, and 2 lines after it belong to no record", "8"],
        ),
        ('1,Echo,"Rain fell.""\n', [f"1 {LAST}"]),
        ('1,Echo,"Rain.\n\nSnow.""\n2,Dawn,Hail\n', [f"1 {LAST}", "2"]),
        ('1,Echo,Hail\n"\n', ["1"]),
        ('1,Echo,"He said "no" at last"\n', [f"1 {INSIDE}"]),
        ('1,Echo,"He said "no", and left"\n', [f"{INSIDE}, and 4 cells where the header has 3"]),
    ],
)
def test_damage_stays_in_its_row(rows: str, found: list[str]) -> None:
    assert [one for one in told(rows) if one] == found
