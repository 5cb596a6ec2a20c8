"""Names hidden: what on the page tells which outlet a text is from, and what stands in its place.

All of it is decided here, when the page is made: `pseudonyms.py` makes the list of what gives a source away,
`replacing.py` finds it in a text, `markup.py` writes it into the page. The page's script only swaps the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from framing.publish.anonymise.labelled_texts import LabelledTexts
from framing.publish.anonymise.markup import PageAnonymiser
from framing.publish.anonymise.pseudonyms import house_anonymiser, names_anonymiser
from framing.results import Results

__all__ = ["LabelledTexts", "PageAnonymiser", "house_anonymiser", "names_anonymiser", "page_anonymiser"]


def page_anonymiser(results: Results, letters: Mapping[str, str]) -> PageAnonymiser:
    """What anonymises a run; `letters` gives each article's letter by its id."""
    labels: dict[str, str] = {}
    for article in results.articles:
        labels.setdefault(article.source, letters[article.article_id])
    return PageAnonymiser(
        LabelledTexts(labels, names_anonymiser(results, letters), house_anonymiser(results))
    )
