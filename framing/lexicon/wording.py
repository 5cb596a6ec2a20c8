"""Schemas of the wording lexicon: words that colour, hedge, boost or label, and words of topics."""

from __future__ import annotations

from typing import Literal

from framing.lexicon.schema import Entry, Phrases, Text

NAME = "NAME"
"""Stands in a form for any name."""
Category = Literal["loaded", "hedge", "booster", "euphemism", "label", "provenance_label"]


class WordingEntry(Entry):
    """A word or phrase that colours, hedges, boosts, labels or says whose something is.

    `forms` are written out with their inflections. A form that starts with a hyphen ("-backed") matches
    any capitalised word it is attached to; one that ends with NAME ("run by NAME") any name behind it, where it is
    said of a body. `not_in` are fixed expressions in which it does not count.
    """

    category: Category
    forms: Phrases
    not_in: tuple[Text, ...] = ()


class TopicWords(Entry):
    """Words of a topic, which say what a text is about and not how it is told; no slant word may be one."""

    words: Phrases
