"""Schema of the list of languages that articles are told to be in."""

from __future__ import annotations

from framing.lexicon.schema import Entry, Text


class WrittenLanguage(Entry):
    """A language; `id` is its ISO 639-1 code. Function words decide before statistics do."""

    label: Text
    function_words: tuple[Text, ...] = ()
