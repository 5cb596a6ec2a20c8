"""Names hidden: what on the page tells which outlet a text is from, and what stands in its place.

All of it is decided here, when the page is made: `masks.py` makes the list of what gives a source away,
`masker.py` finds it in a text, `veil.py` writes it into the page. The page's script only swaps the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from framing.publish.anonymise.apply_masks import Veil
from framing.publish.anonymise.masks import house_masker, names_masker
from framing.publish.anonymise.strings import Strings
from framing.results import Results

__all__ = ["Strings", "Veil", "house_masker", "names_masker", "veil_of"]


def veil_of(results: Results, letters: Mapping[str, str]) -> Veil:
    """The masks of a run; `letters` gives each article's letter by its id."""
    labels: dict[str, str] = {}
    for article in results.articles:
        labels.setdefault(article.source, letters[article.article_id])
    return Veil(Strings(labels, names_masker(results, letters), house_masker(results)))
