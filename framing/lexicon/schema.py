"""The schema that all lexicons share: entries that each name their sources."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


def compiles(pattern: str) -> str:
    """The pattern itself; raises ValueError where it is no regular expression."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is not a regular expression: {error}") from None
    return pattern


Patterns = Annotated[tuple[Annotated[Text, AfterValidator(compiles)], ...], Field(min_length=1)]


class Strict(BaseModel):
    """Base of all lexicon records: frozen, and an unknown key is an error, so that a misspelled one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Strict):
    """One concept of a lexicon. `source` holds keys of the file's `references`."""

    id: Text
    source: Phrases
    note: str = ""


class WordList(Entry):
    """A class of words that rules refer to by the entry's id."""

    words: Phrases
