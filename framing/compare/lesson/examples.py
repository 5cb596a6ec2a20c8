"""Examples of the glossary's terms: the sentence of these texts that shows what a term means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from framing.compare.lesson.articles import CitedPassage, LessonArticles, reporting
from framing.compare.reuse import ReuseMention
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.naming import NameMention
from framing.lexicon.glossary import ExampleRows, GlossaryTerm
from framing.records.article import Span
from framing.records.mention import Mention

LONGEST = 240
"""Characters of an example that can be read at a glance."""


def examples_of_terms(articles: LessonArticles) -> dict[str, CitedPassage]:
    """An example for each term of the lexicon that the texts have one of, by the term's id."""
    found: dict[str, CitedPassage] = {}
    used: set[tuple[str, int]] = set()
    for entry in articles.results.lexicons.of("glossary", GlossaryTerm):
        example = _example(articles, entry, used)
        if example is not None:
            used.add((example.article_id, example.start))
            found[entry.id] = example
    return found


def _example(
    articles: LessonArticles, entry: GlossaryTerm, used: Collection[tuple[str, int]]
) -> CitedPassage | None:
    """A sentence short enough, not shown for another term, by the first of the entry's tests that has one."""
    spare: CitedPassage | None = None
    for test in entry.examples:
        for row in _rows(articles, test):
            passage = articles.cite(row, _focus(row))
            if "|" in passage.text:
                continue
            spare = spare or passage
            if len(passage.text) <= LONGEST and (passage.article_id, passage.start) not in used:
                return passage
    return spare


def _rows(articles: LessonArticles, test: ExampleRows) -> Iterable[Mention]:
    rows = (
        _CHOSEN[test.family](articles)
        if test.family in _CHOSEN
        else articles.results.mentions.get(test.family, ())
    )
    return (
        row
        for row in rows
        if row.article_id in articles.articles
        and all(_has(getattr(row, slot, None), values) for slot, values in test.slots.items())
    )


def _claims(articles: LessonArticles) -> Iterable[Mention]:
    """Passages of claims; of those in the text's own voice only such that give nothing to anybody."""
    return (row for row in articles.claims if row.stance != "own_voice" or articles.is_own_words(row))


def _names(articles: LessonArticles) -> Iterable[Mention]:
    """Names of things that have several in these texts."""
    rows = articles.rows("naming", NameMention)
    variants: dict[str, set[str]] = {}
    for row in rows:
        variants.setdefault(row.concept, set()).add("" if row.exception else row.variant)
    return (row for row in rows if len(variants[row.concept] - {""}) > 1)


def _attributions(articles: LessonArticles) -> Iterable[Mention]:
    """Statements whose speaker stands in the sentence by what it is called, and not as "he" or "it"."""
    return (
        row
        for row in articles.said
        if _is_called(row.speaker_text.casefold(), row.speaker_resolved.casefold())
    )


def _is_called(written: str, resolved: str) -> bool:
    return written in resolved or resolved in written


_CHOSEN: Mapping[str, Callable[[LessonArticles], Iterable[Mention]]] = {
    "claims": _claims,
    "reuse": lambda articles: articles.results.reuse,
    "naming": _names,
    "attribution": _attributions,
}
"""The families of which not every row is a good example, and those whose rows are no extractor's."""


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
            return reporting(row) or (row.span,)
        case CasualtyMention():
            return (*row.agent_spans, row.span)
        case ReuseMention():
            return ()
        case _:
            return (row.span,)
