"""Schema of the unit lexicon: words and signs of units and currencies, and the library's name for each."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from framing.lexicon.schema import Entry, Text

MeasureKind = Literal[
    "money",
    "share",
    "duration",
    "distance",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "multiple",
    "other",
]


class UnitWord(Entry):
    """A unit or currency. `forms` stand behind the number, `symbols` before it ($).

    `library` is the unit's name in pint, of which it is `times` as much (a decade is 10 years); `into` is
    the id of the unit that its values are converted into. A unit without `library` is never converted:
    currencies, since there is no rate that holds for all days. Forms are read in any case, but for those
    of up to three letters with a capital among them (C, MW). Where two entries share a form, an entry with
    `beside` or `behind` comes first, and only if one of its words stands in the sentence, or right before.
    """

    kind: MeasureKind
    forms: tuple[Text, ...] = ()
    symbols: tuple[Text, ...] = ()
    library: str = ""
    times: float = 1
    into: str = ""
    beside: tuple[Text, ...] = ()
    behind: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _has_form_and_library(self) -> UnitWord:
        if not (self.forms or self.symbols):
            raise ValueError("an entry needs forms or symbols")
        if bool(self.library) != bool(self.into):
            raise ValueError("library and into belong together")
        return self
