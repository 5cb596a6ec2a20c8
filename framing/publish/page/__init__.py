"""The comparison page: one self-contained HTML file to read, project and print.

`build` makes it from the results of a run. `items` turns rows into items with badge and note,
passage; `marks` and `text` set them into the running text; `cards`, `sentences` and `charts` compare
the sources; `templates/`, `static/` and `vendor/` hold the HTML, style, scripts and plotly.
"""

from framing.publish.page.build import build

__all__ = ["build"]
