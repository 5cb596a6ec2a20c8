"""An article of two paragraphs, and runs of it with corrections."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from framing.pipeline import Options, features_of
from framing.results import Results
from tests.conftest import article_of

TITLE = "Shelling of a market"
LEAD = "Ukrainian officials said that seven people were killed by Russian shells in the market on Monday."
BODY = (
    "The mayor said that, according to doctors, 12 others were wounded. The defence ministry in Moscow claimed "
    "that its forces had hit a barracks 3 miles (5 km) away. The claim could not be independently verified."
)

Run = Callable[..., Results]
KEY = ("article_id", "start", "end", "mention_id")


def about(results: Results, family: str, number: int = 0, **given: str) -> dict[str, Any]:
    """A correction of the numbered row of a family."""
    from framing.extract import extractors

    row = results.mentions[family][number]
    table = next(f.table.name for f in extractors() if f.name == family and f.table)
    text = results.articles[0].text[row.start : row.end]
    return {name: getattr(row, name) for name in KEY} | {"table": table, "text": text} | given


def write(path: Path, *rows: Mapping[str, Any]) -> Path:
    """A table of corrections with these rows."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The article analysed; keyword `conflict`, positional rows of corrections."""

    def run(*rows: Mapping[str, Any], conflict: str = "russia_ukraine") -> Results:
        table = write(tmp_path / "corrections.csv", *rows) if rows else None
        article = article_of(LEAD, BODY, title=TITLE)
        return features_of([article], Options(conflict=conflict, corrections=table))

    return run
