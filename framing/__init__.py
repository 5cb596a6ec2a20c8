"""Compare how news sources frame the same events.

`run` reads inputs and finds everything; `publish` writes the tables and the page:

    import framing
    results = framing.run([Path("seeds")])
    framing.publish(results, Path("outputs/seeds"))
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.article import Article
    from framing.engine import Options, run
    from framing.errors import FramingError
    from framing.publish.run import publish
    from framing.read import read
    from framing.results import Results

__all__ = ["Article", "FramingError", "Options", "Results", "publish", "read", "run"]

_HOMES = {
    "Article": "framing.article",
    "FramingError": "framing.errors",
    "Options": "framing.engine",
    "Results": "framing.results",
    "publish": "framing.publish.run",
    "read": "framing.read",
    "run": "framing.engine",
}

__version__ = version("framing")


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
