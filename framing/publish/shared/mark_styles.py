"""Style sheets for the marks of families that bring none: letter, colour and line of each, in light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.extract.base import ShownFamily
from framing.extract.shown import Colour
from framing.publish.shared.documents import style


class Shade(NamedTuple):
    """A colour for badge and line, and the tint of it that stands behind words."""

    line: str
    tint: str


LIGHT: dict[Colour, Shade] = {
    "teal": Shade("#00776B", "#DFF0EC"),
    "violet": Shade("#74309B", "#F0E6F6"),
    "amber": Shade("#955500", "#F6EAD6"),
    "ink": Shade("#1C1F24", "#E4E5E7"),
    "blue": Shade("#1F5FA8", "#E1ECF8"),
    "rose": Shade("#A3235B", "#F9E3EC"),
    "olive": Shade("#5B6B00", "#EEF1D6"),
    "brown": Shade("#7A4A2B", "#F3E7DF"),
}
DARK: dict[Colour, Shade] = {
    "teal": Shade("#48C79C", "#12302A"),
    "violet": Shade("#C79BF2", "#2E2140"),
    "amber": Shade("#E8B04A", "#34280F"),
    "ink": Shade("#FFFFFF", "#2E3034"),
    "blue": Shade("#7FB2F0", "#17283B"),
    "rose": Shade("#F29AC0", "#3A1B29"),
    "olive": Shade("#C3D069", "#2A2E10"),
    "brown": Shade("#E0AE8A", "#33241A"),
}
_LINE = (
    ".line{text-decoration-line:underline;text-decoration-style:dashed;text-decoration-thickness:.12em;"
    "text-underline-offset:.22em;text-decoration-skip-ink:none}\n"
    ".js .col .line{cursor:pointer}\n"
    ".annotating:not(.compared) .col .line{cursor:inherit}\n"
    "@media print{.sheet .line{text-decoration:none}}"
)
_MARK = (
    '.tg.k@::after{content:"@"}\n'
    ".tg.k@{background:var(--@);border-radius:.3em;width:1.4em}\n"
    ".line-@{text-decoration-color:var(--@)}\n"
    ".off-@ .col .k@.tg{display:none}\n"
    ".off-@ .col .line-@{text-decoration:none;cursor:auto}\n"
    ".own-@{--k:var(--@);--t:var(--@t)}\n"
    ".own-tg.k@{--k:var(--@);border-radius:.3em}\n"
    '.own-tg.k@::after{content:"@" / ""}'
)


def mark_styles(marked: Iterable[ShownFamily]) -> str:
    """The rules for the marks that the shared style sheet does not draw; empty where it draws all."""
    drawn = style("marks")
    further = [family.shown for family in marked if f".tg.k{family.shown.letter}{{" not in drawn]
    if not further:
        return ""
    light, dark = (
        "".join(
            f"--{s.letter}:{shades[s.colour].line};--{s.letter}t:{shades[s.colour].tint};" for s in further
        )
        for shades in (LIGHT, DARK)
    )
    return "\n".join(
        [
            f":root{{{light}}}",
            f"@media screen{{:root[data-theme=dark]{{{dark}}}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}",
            _LINE,
            *(_MARK.replace("@", shown.letter) for shown in further),
        ]
    )
