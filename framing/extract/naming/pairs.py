"""Two names of one thing printed side by side: "Krasnoarmeysk (Pokrovsk)", "Myanmar, also known as Burma"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from framing.extract.naming.matcher import NameMatch
from framing.lexicon import Lexicons
from framing.lexicon.naming import NamePatterns

KIND = "name_patterns"
LONGEST_GAP = 60


def paired(text: str, found: Sequence[NameMatch], lexicons: Lexicons) -> dict[int, tuple[str, str]]:
    """For each name that is one of a pair, by its place in `found`: the other variant, and first or second."""
    joiner = _joiner(lexicons.of(KIND, NamePatterns))
    last: dict[str, int] = {}
    pairs: dict[int, tuple[str, str]] = {}
    for index, name in enumerate(found):
        before = last.get(name.concept.id)
        last[name.concept.id] = index
        if before is None or before in pairs:
            continue
        other = found[before]
        gap = text[other.span.end : name.span.start]
        if other.variant.label != name.variant.label and len(gap) <= LONGEST_GAP and joiner.fullmatch(gap):
            pairs[before] = name.variant.label, "first"
            pairs[index] = other.variant.label, "second"
    return pairs


@lru_cache(maxsize=4)
def _joiner(entries: tuple[NamePatterns, ...]) -> re.Pattern[str]:
    patterns = [pattern for entry in entries if entry.id == "joins_two_names" for pattern in entry.patterns]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
