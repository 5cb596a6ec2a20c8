"""Naming: what people, places and territories are called where more than one name is in use.

Choosing Kyiv or Kiev, Myanmar or Burma is a choice that style guides argue about; the lexicon gives
for each variant what choosing it is said to signal, and the authority for that. Fixed expressions
("chicken Kiev") are found and kept in the table with the exception that applies, but not counted.
Metonyms ("Kyiv said") are told from places, since a government that speaks is not a spot on the map.
Names in pairs ("Krasnoarmeysk (Pokrovsk)"), marks of distance ("the so-called …") and what the style
guide asked for on the day of publication are recorded with each name.

Published source of the approach: style-guide comparison as in the naming survey's authorities, cited
per entry in `lexicons/names*.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.naming.distance import distancing
from framing.extract.naming.features import columns
from framing.extract.naming.guides import guide_status
from framing.extract.naming.matcher import INSIDE, KIND, WHOLE, find
from framing.extract.naming.pairs import paired
from framing.extract.naming.record import NameMention, counted, is_counted
from framing.extract.naming.sense import sense
from framing.extract.naming.shown import SHOWN
from framing.extract.rules import joined
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.text.sentences import ParsedArticle

__all__ = ["NAMING", "NameMention", "counted", "is_counted"]


def extract(parsed: ParsedArticle, context: Context) -> list[NameMention]:
    """All contested names of an article, in text order; fixed expressions carry their exception."""
    words = context.lexicons
    numbering = Numbering(parsed, NameMention.LETTER)
    found = find(parsed, words)
    pairs = paired(parsed.article.text, found, words)
    mentions = []
    for index, (span, concept, variant, exception, found_by) in enumerate(found):
        stands_for = ""
        if concept.government and not exception:
            stands_for = sense(parsed.sentence_at(span.start), span, words)
        other, order = pairs.get(index, ("", ""))
        held = "" if exception else distancing(parsed, span, words)
        prefixed = {"sense": stands_for, "paired": order, "distance": held}
        more = (f"{prefix}:{value}" for prefix, value in prefixed.items() if value)
        mentions.append(
            NameMention(
                **numbering.place(*span, joined((f"name:{concept.id}/{variant.label}", *found_by, *more))),
                concept=concept.id,
                variant=variant.label,
                signals=variant.signals,
                exception=exception,
                inside_quote=parsed.inside_quotation(span),
                sense=stands_for,
                paired_with=other,
                pair_order=order,
                distancing=held,
                guide_status="" if exception else guide_status(variant, parsed.article.published),
            )
        )
    return mentions


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Names of seats of government: their sentences are parsed to tell place from government."""
    for concept in lexicons.of(KIND, NameConcept):
        if concept.government:
            for variant in concept.variants:
                for form in variant.forms:
                    yield from form.lower().split()


ENTRIES: Mapping[str, str] = {
    WHOLE: "The talks in *Kyiv* failed.",
    INSIDE: "Vladimir *Zelensky* spoke.",
    "exception:fixed-expression": "a fixed expression of the lexicon's names another thing: “chicken Kiev”",
    "exception:part-of-name": "the name of a body, a newspaper or a team: “Kyiv Post”",
    "exception:title-of-work": "the title of a book or a film in quotation marks",
    "sense:place": "by its role in the sentence it is the place: “in Kyiv”",
    "sense:government": "by its role in the sentence it is the government: “Kyiv said”",
    "paired:first": "the first of two names of one thing, printed side by side",
    "paired:second": "the second of two names of one thing, printed side by side",
    "distance:so_called": "“so-called”, or “what … calls”, before it",
    "distance:scare_quotes": "quotation marks around the name alone",
}
"""Every entry of a trail, those that name an entry of the lexicon apart."""

NAMING = Extractor(
    name="naming",
    table=evidence_table("names", NameMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    entries=ENTRIES,
    shown=SHOWN,
)
