"""The comparison page: one self-contained HTML file to read, project and print.

`build` makes it from the results of a run. `items` turns rows into items with badge and note; `marks` and
`text` set them into the running text; `cards`, `sentences` and `charts` compare the sources; `talk` holds
the questions; `document` puts `templates/`, `static/` and `vendor/` into one file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.measure.error import MeasuredError
    from framing.results import Results

__all__ = ["build"]


def build(results: Results, *, measured: Mapping[str, MeasuredError]) -> str:
    """The comparison page of a run; `measured` holds the measured error by table name.

    A page with up to twelve articles shows their texts. That of a larger run has charts and tables of all
    articles of the sources with the most, and a random sample of the passages behind each number; it says so.
    """
    from framing.publish.page.assembly import assemble

    return assemble(results, measured)
