"""Compare how news sources frame the same events.

`run` reads inputs and finds everything, `analyse` does the same for articles that are in memory,
`explain` says why a sentence gave its rows, `tables` gives the tables as data frames, `rows_behind` the evidence rows that a contrast counts, and `write`
writes tables and page into a folder:

    import framing
    results = framing.run([Path("seeds")])
    framing.tables(results)["attributions"].groupby("source").cue_class.value_counts()
    framing.write(results, Path("outputs/seeds"))
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.compare.statistics.rows_behind import rows_behind
    from framing.explanation import explain
    from framing.pipeline import Options, analyse, run
    from framing.publish.run import tables, write
    from framing.records.article import Article
    from framing.records.errors import FramingError
    from framing.results import Results

__all__ = [
    "Article",
    "FramingError",
    "Options",
    "Results",
    "analyse",
    "explain",
    "rows_behind",
    "run",
    "tables",
    "write",
]

_HOMES = {
    "Article": "framing.records.article",
    "FramingError": "framing.records.errors",
    "Options": "framing.pipeline",
    "Results": "framing.results",
    "analyse": "framing.pipeline",
    "explain": "framing.explanation",
    "rows_behind": "framing.compare.statistics.rows_behind",
    "run": "framing.pipeline",
    "tables": "framing.publish.run",
    "write": "framing.publish.run",
}

__version__ = version("framing")


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
