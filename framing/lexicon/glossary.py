"""Schema of the glossary: terms in plain words, and the rows of a run that are their examples."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framing.lexicon.schema import Entry, Strict, Text

Family = Literal["attribution", "casualty", "naming", "numbers", "verification", "wording", "claims", "reuse"]


class ExampleRows(Strict):
    """Which evidence rows are examples of a term: those of a family whose slots have one of the values.

    An empty value in `slots` stands for an empty slot, and `"*"` for one that is not empty; truth values are
    written as "true" and "false".
    """

    family: Family
    slots: dict[Text, tuple[str, ...]] = Field(default_factory=dict)


class GlossaryTerm(Entry):
    """A term in words that a reader of fifteen understands.

    `examples` say which rows show it, in the order of preference; a term without them is one of the page
    ("interval") and needs no example.
    """

    term: Text
    plain: Text
    examples: tuple[ExampleRows, ...] = ()
