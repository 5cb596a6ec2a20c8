"""The terms that occur in the texts, in plain words, each with an example from them."""

from __future__ import annotations

from collections.abc import Collection

from framing.lexicon.glossary import GlossaryTerm
from framing.publish.questions.records import QuotedPassage, Term
from framing.publish.shared.names import SourceNames
from framing.results import Results


def glossary(results: Results, names: SourceNames, needed: Collection[str] = ()) -> tuple[Term, ...]:
    """The terms that the texts have an example of, and those that `needed` names, in the order of the lexicon."""
    examples = results.lesson.examples
    return tuple(
        Term(
            id=entry.id,
            term=entry.term,
            definition=entry.plain,
            example=QuotedPassage.of(examples[entry.id], names) if entry.id in examples else None,
        )
        for entry in results.lexicons.of("glossary", GlossaryTerm)
        if entry.id in examples or entry.id in needed
    )


def page_glossary(results: Results, names: SourceNames) -> tuple[Term, ...]:
    """The glossary of the page: the terms that occur, and the words of the page itself."""
    own = {entry.id for entry in results.lexicons.of("glossary", GlossaryTerm) if not entry.examples}
    return glossary(results, names, own)
