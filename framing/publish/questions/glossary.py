"""The terms that occur in the texts, in plain words, each with an example from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from framing.compare.reuse import ReuseMention
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.naming import NameMention
from framing.lexicon.glossary import ExampleRows, GlossaryTerm
from framing.publish.questions.material import Material
from framing.publish.questions.question_records import Passage, Term
from framing.records.article import Span
from framing.records.mention import Mention

LONGEST = 240
"""Characters of an example that can be read at a glance."""


def glossary(material: Material, needed: Collection[str] = ()) -> tuple[Term, ...]:
    """The terms that the texts have an example of, and those that `needed` names, in the order of the lexicon."""
    found: list[Term] = []
    used: set[tuple[str, int]] = set()
    for entry in material.results.lexicons.of("glossary", GlossaryTerm):
        example = _example(material, entry, used)
        if example is None and entry.id not in needed:
            continue
        if example is not None:
            used.add((example.article_id, example.start))
        found.append(Term(id=entry.id, term=entry.term, definition=entry.plain, example=example))
    return tuple(found)


def page_glossary(material: Material) -> tuple[Term, ...]:
    """The glossary of the page: the terms that occur, and the words of the page itself."""
    own = {entry.id for entry in material.results.lexicons.of("glossary", GlossaryTerm) if not entry.examples}
    return glossary(material, own)


def _example(material: Material, entry: GlossaryTerm, used: Collection[tuple[str, int]]) -> Passage | None:
    """A sentence short enough, not shown for another term, by the first of the entry's tests that has one."""
    spare: Passage | None = None
    for test in entry.examples:
        for row in _rows(material, test):
            passage = material.cite(row, _focus(row))
            if "|" in passage.text:
                continue
            spare = spare or passage
            if len(passage.text) <= LONGEST and (passage.article_id, passage.start) not in used:
                return passage
    return spare


def _rows(material: Material, test: ExampleRows) -> Iterable[Mention]:
    return (
        row
        for row in _family(material, test.family)
        if row.article_id in material.articles
        and all(_has(getattr(row, slot, None), values) for slot, values in test.slots.items())
    )


def _family(material: Material, family: str) -> Iterable[Mention]:
    """The rows of a family; of claims those in the text's own words, of names those of a thing with several; no statement by "he"."""
    if family == "claims":
        own = (row for row in material.results.ledger.claims if row.article_id in material.articles)
        return (row for row in own if row.stance != "own_voice" or material.is_own_words(row))
    if family == "reuse":
        return material.results.reuse
    if family == "naming":
        rows = material.rows(family, NameMention)
        variants: dict[str, set[str]] = {}
        for row in rows:
            variants.setdefault(row.concept, set()).add("" if row.exception else row.variant)
        return (row for row in rows if len(variants[row.concept] - {""}) > 1)
    if family == "attribution":
        return (row for row in material.said if _is_plain_to_see(row))
    return material.results.mentions.get(family, ())


def _is_plain_to_see(row: AttributionMention) -> bool:
    """Whether the speaker stands in the sentence by what it is called, and not as "he" or "it"."""
    written, resolved = row.speaker_text.casefold(), row.speaker_resolved.casefold()
    return written in resolved or resolved in written


def _has(value: object, values: tuple[str, ...]) -> bool:
    """Whether a slot has one of the values, as an entry writes them.

    >>> _has(True, ("true",)), _has("", ("*",)), _has(("age",), ("*",)), _has(None, ("",))
    (True, False, True, True)
    """
    if isinstance(value, bool):
        return str(value).lower() in values
    if not value:
        return "" in values
    return "*" in values or value in values


def _focus(row: Mention) -> tuple[Span, ...]:
    """The stretch that shows the term."""
    match row:
        case AttributionMention():
            return (*row.speaker_spans, *row.cue_spans) or (row.span,)
        case CasualtyMention():
            return (*row.agent_spans, row.span)
        case ReuseMention():
            return ()
        case _:
            return (row.span,)
