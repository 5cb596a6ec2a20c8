"""Schema of the furniture lexicon: lines of pages that are not the article."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import field_validator

from framing.article import RemovedReason
from framing.lexicon.schema import Entry, Phrases


class FurnitureLine(Entry):
    """Patterns (Python regular expressions, ignoring case) that mark a line, and how far the mark reaches.

    `scope`: `line` marks the line itself; `to_end` marks it and everything behind it in the article;
    `span` marks only what the pattern matches.
    """

    reason: RemovedReason
    patterns: Phrases
    scope: Literal["line", "to_end", "span"] = "line"

    @field_validator("patterns")
    @classmethod
    def _compiles(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is not a regular expression: {error}") from None
        return patterns
