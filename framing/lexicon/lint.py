"""Warnings about lexicons that are well formed but may mislead: topic words as slant, forms twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.lexicon import LexiconFile
from framing.lexicon.naming import NameConcept
from framing.lexicon.schema import Entry
from framing.lexicon.wording import TopicWords, WordingEntry


def warnings(file: LexiconFile, topics: Iterable[TopicWords]) -> Iterator[str]:
    """What a careful reader would ask about the entries of one checked file, a line each.

    A word of a topic (war, civilian) says what a text is about; as a slant word it would measure the
    topic (Recasens et al. 2013). A form in two entries is counted for one of them only, or for both;
    forms that need another word beside them are told apart by it.
    """
    topic_of = {word.lower(): entry.id for entry in topics for word in entry.words}
    seen: dict[str, str] = {}
    for entry in file.entries:
        for form in _forms(entry):
            key = form.lower() if isinstance(entry, WordingEntry) else form
            if isinstance(entry, WordingEntry) and key in topic_of:
                yield f"entry {entry.id!r}: {form!r} is a word of the topic {topic_of[key]}, not of slant"
            if key in seen and seen[key] != entry.id:
                yield f"entry {entry.id!r}: {form!r} stands in entry {seen[key]!r} too"
            seen.setdefault(key, entry.id)


def _forms(entry: Entry) -> Iterator[str]:
    if isinstance(entry, WordingEntry):
        yield from entry.forms
    elif isinstance(entry, NameConcept) and not entry.only_with:
        for variant in entry.variants:
            yield from () if variant.only_with else variant.forms
