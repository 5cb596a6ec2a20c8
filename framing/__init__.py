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


class _CallablePart(ModuleType):
    """A part of the package that has the name of a public function: it can be called as that function."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        return getattr(import_module(_HOMES[name]), name)(*given, **named)


class _Package(ModuleType):
    """The package. Python puts a part of it in the place of the function `compare` as soon as the part is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value.__class__ = _CallablePart
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
