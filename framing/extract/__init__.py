"""The feature families, in the order they run: later ones may read the mentions of earlier ones.

Third parties register an `Extractor` through the entry-point group `framing.extractors`.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from framing.extract.attribution import ATTRIBUTION
from framing.extract.base import Context, Extractor, Scope, evidence_table
from framing.extract.casualty import CASUALTY
from framing.extract.dictionary import DICTIONARY
from framing.extract.headline import HEADLINE
from framing.extract.length import LENGTH
from framing.extract.naming import NAMING
from framing.extract.numbers import NUMBERS
from framing.extract.quoting import QUOTING
from framing.extract.readability import READABILITY
from framing.extract.style import STYLE
from framing.extract.tone import TONE
from framing.extract.verification import VERIFICATION
from framing.extract.wording import WORDING

__all__ = ["Context", "Extractor", "Scope", "evidence_table", "extractors"]

GROUP = "framing.extractors"


@cache
def extractors() -> tuple[Extractor, ...]:
    """All feature families: the built-in ones, then those of installed packages in order of name."""
    added = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return (
        LENGTH,
        QUOTING,
        READABILITY,
        NAMING,
        WORDING,
        STYLE,
        TONE,
        VERIFICATION,
        ATTRIBUTION,
        CASUALTY,
        NUMBERS,
        HEADLINE,
        DICTIONARY,
        *(point.load() for point in added),
    )
