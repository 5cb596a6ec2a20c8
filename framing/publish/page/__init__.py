"""The comparison page: one self-contained HTML file to read, project and print.

`assembly` makes it from the results of a run. `rows` are the rows it shows; `marks` and `text` set them into the
running text, `cards` and `charts` compare the sources, `claims` is the claim table, `views` what else the templates
get, `script_data` what the scripts get; `document` puts `templates/`, `static/` and `vendor/` into one file.
"""

from framing.publish.page.assembly import build

__all__ = ["build"]
