"""One self-contained HTML document: templates, style sheets, scripts, plotly and data in one file.

Nothing is loaded from anywhere; the document's content security policy forbids every request and every
script but its own (by their hashes).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from framing.publish.shared.documents import asset, environment, harmless, style
from framing.publish.shared.parts import Number, Pill, Small, Together, tied
from framing.publish.shared.run_words import VERSION

PACKAGE = "framing.publish.page"
SHARED_STYLES = ("tokens", "dark", "page", "marks", "cards")
STYLES = (
    "tokens",
    "dark",
    "page",
    "marks",
    "reading",
    "findings",
    "cards",
    "claims",
    "notes",
    "blind",
    "talk",
    "corrections",
    "annotate",
    "projector",
    "print",
)
SCRIPTS = (
    "start",
    "texts",
    "views",
    "places",
    "blind",
    "marks",
    "columns",
    "note",
    "corrections",
    "agree",
    "passages",
    "lineup",
    "claimbadges",
    "charts",
    "downloads",
    "theme",
    "projector",
    "answers",
    "agreement",
    "ownmarks",
    "marking",
    "annotate",
    "compared",
    "paper",
    "links",
)
READING = ("agreement", "ownmarks", "marking", "annotate", "compared")
"""What a page without texts has no use for."""
EARLY = "early"
"""The script that runs before anything is drawn."""
LIBRARY = "plotly-basic.min.js"


def document(
    context: Mapping[str, Any],
    data: Mapping[str, Any],
    finish: Callable[[str], str] = str,
    *,
    further_style: str = "",
) -> str:
    """The page from what its templates show and what its scripts read; `finish` gets the whole of it.

    `further_style` is set behind the page's own style sheets.
    """
    left_out = () if data["texts"] else READING
    scripts = _scripts([name for name in SCRIPTS if name not in left_out])
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            **context,
            version=VERSION,
            style=Markup("\n".join([*map(_style, STYLES), *filter(None, [further_style])])),
            scripts=[Markup(script) for script in scripts],
            policy=_policy(scripts),
            data=_json(data),
        )
    )
    return harmless(finish(html))


def _style(name: str) -> str:
    return style(name) if name in SHARED_STYLES else _asset(f"static/{name}.css")


_asset = partial(asset, PACKAGE)


def _scripts(names: Sequence[str]) -> tuple[str, str, str]:
    """The mark that scripts run, plotly, and the page's own modules as one function."""
    own = "\n".join(_asset(f"static/{name}.js") for name in names)
    early = _asset(f"static/{EARLY}.js")
    return early, _asset(f"vendor/{LIBRARY}"), f"(() => {{\n'use strict';\n{own}\n}})();"


def _policy(scripts: Sequence[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _json(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand in a script element: no character in it can end the element."""
    text = json.dumps(_clean(data), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _clean(value: Any) -> Any:
    """The same data with harmless strings: JSON writes a control character as an escape that the browser
    would turn into the character again."""
    if isinstance(value, str):
        return value if value.isprintable() else harmless(value)
    if isinstance(value, Mapping):
        return {_clean(name): _clean(item) for name, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value


@cache
def _environment() -> Environment:
    made = environment(PACKAGE)
    made.filters["tied"] = tied
    made.tests["count"] = lambda part: isinstance(part, Number)
    made.tests["pill"] = lambda part: isinstance(part, Pill)
    made.tests["small"] = lambda part: isinstance(part, Small)
    made.tests["together"] = lambda part: isinstance(part, Together)
    return made
