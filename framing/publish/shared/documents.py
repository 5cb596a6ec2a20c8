"""What every document is made with: templates that escape, style sheets, and no character that does harm."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

SHARED = "framing.publish.shared"
_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NONE = (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_SUBSTITUTE = dict.fromkeys((*_CONTROLS, *_DIRECTIONS, *_NONE), "\ufffd")


def harmless(text: str) -> str:
    """The text with a visible substitute for each character that no document may hold: controls, marks that turn
    the direction of what follows; XML, too, can hold what is left.

    >>> harmless("a\\x00b\\u202ec")
    'a\ufffdb\ufffdc'
    """
    return text.translate(_SUBSTITUTE)


def environment(package: str) -> Environment:
    """The templates of a package, in its folder `templates`.

    What comes from texts is escaped, and what is not given is an error.
    """
    return Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(package: str, path: str) -> str:
    """A file of a package as text."""
    return files(package).joinpath(path).read_text(encoding="utf-8")


def style(name: str) -> str:
    """A style sheet that several documents have; the dark palette serves who chose it and whose screen asks for it."""
    sheet = asset(SHARED, f"static/{name}.css")
    if name != "dark":
        return sheet
    return (
        f"@media screen{{:root[data-theme=dark]{{{sheet}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{sheet}}}}}"
    )
