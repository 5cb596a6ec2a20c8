"""Compare how news sources frame the same events.

`features` and `compare` take a data frame of articles, in a notebook; `run` reads inputs and finds everything,
`analyse` does the same for articles that are in memory. `FramingFeatures` is a transformer of scikit-learn. `explain` says why a sentence gave its rows, `tables` gives the tables as data frames, `rows_behind` the evidence rows that a contrast counts, and `write`
writes tables and page into a folder:

    import framing
    results = framing.run([Path("seeds")])
    framing.tables(results)["attributions"].groupby("source").cue_class.value_counts()
    framing.write(results, Path("outputs/seeds"))
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.compare.statistics.rows_behind import rows_behind
    from framing.explanation import explain
    from framing.notebook import Comparison, compare, features
    from framing.pipeline import Options, analyse, run
    from framing.publish.run import tables, write
    from framing.records.article import Article
    from framing.records.errors import FramingError
    from framing.results import Results
    from framing.transformer import FramingFeatures

__all__ = [
    "Article",
    "Comparison",
    "FramingError",
    "FramingFeatures",
    "Options",
    "Results",
    "analyse",
    "compare",
    "explain",
    "features",
    "rows_behind",
    "run",
    "tables",
    "write",
]

_HOMES = {
    "Article": "framing.records.article",
    "Comparison": "framing.notebook",
    "FramingError": "framing.records.errors",
    "FramingFeatures": "framing.transformer",
    "Options": "framing.pipeline",
    "Results": "framing.results",
    "analyse": "framing.pipeline",
    "compare": "framing.notebook",
    "explain": "framing.explanation",
    "features": "framing.notebook",
    "rows_behind": "framing.compare.statistics.rows_behind",
    "run": "framing.pipeline",
    "tables": "framing.publish.run",
    "write": "framing.publish.run",
}

__version__ = version("framing")


class _Package(ModuleType):
    """The package: `framing.compare` is the function, although a part of the package has the same name.

    Python would put that part in its place as soon as it is imported.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
