"""Schemas of the lexicons of outlets: what gives an outlet away in a text, and how texts speak of their own outlet."""

from __future__ import annotations

from framing.lexicon.schema import Entry, Patterns, Phrases, Text


class Outlet(Entry):
    """A news outlet: `name` and `forms` are found wherever they stand, `ordinary` names only where the words
    around them speak of an outlet, `titles` are programmes, desks and sister titles.

    `domains` are registered names without "www". `agency` is the id of its entry in the lexicon of agencies,
    whose forms are forms of this outlet too. A name that is also `ordinary` counts as ordinary.
    """

    name: Text
    domains: Phrases
    forms: tuple[Text, ...] = ()
    ordinary: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()
    agency: str = ""

    @property
    def plain(self) -> tuple[str, ...]:
        """The names that need no words around them."""
        return tuple(name for name in (self.name, *self.forms) if name not in self.ordinary)


class SelfReference(Entry):
    """Patterns (Python regular expressions) of the words by which a text speaks of its own outlet or writers.

    `{{outlet}}` stands for the names of the outlet, `{{person}}` for a name of two to four words.
    """

    patterns: Patterns
