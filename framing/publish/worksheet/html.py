"""A sheet as one HTML file for screen and paper: no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from framing.publish.shared.documents import asset, environment, harmless
from framing.publish.worksheet.layout import SheetBlock

PACKAGE = "framing.publish.worksheet"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(title: str, blocks: Sequence[SheetBlock]) -> str:
    """The document; every word of the texts is escaped."""
    page = _environment().get_template("sheet.html.j2")
    return harmless(
        page.render(
            title=title, blocks=blocks, policy=POLICY, style=Markup(asset(PACKAGE, "templates/sheet.css"))
        )
    )


@cache
def _environment() -> Environment:
    made = environment(PACKAGE)
    made.tests["kind"] = lambda block, name: type(block).__name__ == name
    return made
