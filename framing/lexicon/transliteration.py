"""Schema of the transliteration lexicon: rules that make the spellings of one name equal."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from framing.lexicon.schema import Entry, Text, compiles


class TransliterationRule(Entry):
    """A letter, or an ending, that romanisation systems write in different ways.

    `replace` holds pairs of a regular expression and what stands for all its spellings.
    """

    replace: Annotated[tuple[tuple[Annotated[Text, AfterValidator(compiles)], str], ...], Field(min_length=1)]
